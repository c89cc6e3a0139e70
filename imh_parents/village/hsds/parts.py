"""The parts of HSDS records, from metadata to schedules. See the package for what it leaves to whom."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Number = int | float


class Hsds(BaseModel):
    """Base of all HSDS records."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True, str_max_length=20_000, allow_inf_nan=False, coerce_numbers_to_str=True)

    def plain(self) -> dict[str, Any]:
        """As HSDS writes it: nothing unknown, no empty lists (both are what a field is by default)."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def flat(self) -> dict[str, Any]:
        """As HSDS lists it: without everything there may be many of."""
        return {name: value for name, value in self.plain().items() if not isinstance(value, list)}


class Metadata(Hsds):
    id: str
    resource_id: str | None = None
    resource_type: str | None = None
    last_action_date: str
    last_action_type: str
    field_name: str
    previous_value: str
    replacement_value: str
    updated_by: str


class Described(Hsds):
    """What may carry metadata."""

    id: str
    metadata: tuple[Metadata, ...] = ()


class Taxonomy(Described):
    name: str
    description: str
    uri: str | None = None
    version: str | None = None


class TaxonomyTerm(Described):
    code: str | None = None
    name: str
    description: str
    parent_id: str | None = None
    taxonomy: str | None = None
    taxonomy_detail: Taxonomy | None = None
    language: str | None = None
    taxonomy_id: str | None = None
    term_uri: str | None = None


class Attribute(Described):
    link_id: str | None = None
    taxonomy_term_id: str | None = None
    link_type: str | None = None
    link_entity: str | None = None
    value: str | None = None
    taxonomy_term: TaxonomyTerm | None = None


class Entity(Described):
    """What may carry attributes too."""

    attributes: tuple[Attribute, ...] = ()


class Language(Entity):
    service_id: str | None = None
    location_id: str | None = None
    phone_id: str | None = None
    name: str | None = None
    code: str | None = None
    note: str | None = None


class Phone(Entity):
    location_id: str | None = None
    service_id: str | None = None
    organization_id: str | None = None
    contact_id: str | None = None
    service_at_location_id: str | None = None
    number: str
    extension: Number | None = None
    type: str | None = None
    description: str | None = None
    languages: tuple[Language, ...] = ()


class Contact(Entity):
    organization_id: str | None = None
    service_id: str | None = None
    service_at_location_id: str | None = None
    location_id: str | None = None
    name: str | None = None
    title: str | None = None
    department: str | None = None
    email: str | None = None
    phones: tuple[Phone, ...] = ()


class Schedule(Entity):
    service_id: str | None = None
    location_id: str | None = None
    service_at_location_id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    dtstart: str | None = None
    timezone: Number | None = None
    until: str | None = None
    count: Number | None = None
    wkst: Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"] | None = None
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    interval: Number | None = None
    byday: str | None = None
    byweekno: str | None = None
    bymonthday: str | None = None
    byyearday: str | None = None
    description: str | None = None
    opens_at: str | None = None
    closes_at: str | None = None
    schedule_link: str | None = None
    attending_type: str | None = None
    notes: str | None = None


class Address(Entity):
    location_id: str | None = None
    attention: str | None = None
    address_1: str
    address_2: str | None = None
    city: str
    region: str | None = None
    state_province: str
    postal_code: str
    country: str
    address_type: Literal["physical", "postal", "virtual"]


class Accessibility(Entity):
    location_id: str | None = None
    description: str | None = None
    details: str | None = None
    url: str | None = None
