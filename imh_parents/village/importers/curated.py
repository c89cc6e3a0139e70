"""The curated files of content/village as records. Their faults are `check`'s business; here a file with faults is refused by entry."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from imh_parents.faults import Level
from imh_parents.village.curated import CuratedService, SourcePage, read_services
from imh_parents.village.importers.facts import Facts, Page, make
from imh_parents.village.records import Record, Refusal

SOURCE = "curated"


def read(root: Path, today: date) -> Iterator[Record | Refusal]:
    """Every curated service, and a refusal for every fault that keeps one out."""
    services, found = read_services(root, today)
    faults = [fault for fault in found if fault.level is Level.FAULT]
    for fault in faults:
        yield Refusal(f"{fault.path}:{fault.line}", f"{fault.field}: {fault.problem}. {fault.remedy}", str(fault), fault.field if fault.line == 0 else None)
    refused = {fault.field for fault in faults if fault.line == 0}  # faults of a whole service carry its id
    for province, group in services.items():
        for service in (service for service in group if service.id not in refused):
            yield make(facts(service, province), SOURCE, f"content/village/{province}.yaml {service.id}", service.model_dump(mode="json"))


def facts(service: CuratedService, province: str) -> Facts:
    address = service.address
    return Facts(
        id=service.id,
        name=service.name,
        organization=service.organization,
        kind=service.kind,
        ring=service.ring,
        what=service.what,
        first_step=service.first_step,
        needs=service.needs,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        phone=service.phone,
        email=service.email,
        url=service.url,
        street=address.street if address else None,
        postal_code=address.postal_code if address else None,
        city=address.city if address else None,
        serves=service.serves,
        province=province,
        languages=service.languages or (),
        fees=service.fees,
        referral=service.referral,
        at_home=service.at_home,
        opening_hours=service.opening_hours,
        pages=tuple(Page(page.title, page.url, page.checked.isoformat(), page.published) for page in _shown_first(service)),
    )


def _shown_first(service: CuratedService) -> tuple[SourcePage, ...]:
    return (service.page, *(page for page in service.sources if page is not service.page))
