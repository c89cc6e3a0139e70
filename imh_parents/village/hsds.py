"""The nouns of Open Referral's HSDS 3 with the field names of its specification, and nothing of ours.

Frozen; unknown fields are left out, unknown values are None and then left out of what is published. Where records come from is the
importers' job, where they are kept is store.py's. Ages are in years, as HSDS writes them: -0.75 is from the beginning of pregnancy.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

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


class Location(Entity):
    location_type: Literal["physical", "postal", "virtual"]
    url: str | None = None
    organization_id: str | None = None
    name: str | None = None
    alternate_name: str | None = None
    description: str | None = None
    transportation: str | None = None
    latitude: Number | None = Field(default=None, ge=-90, le=90)
    longitude: Number | None = Field(default=None, ge=-180, le=180)
    external_identifier: str | None = None
    external_identifier_type: str | None = None
    languages: tuple[Language, ...] = ()
    addresses: tuple[Address, ...] = ()
    contacts: tuple[Contact, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()


class ServiceAtLocation(Entity):
    service_id: str | None = None
    location_id: str | None = None
    description: str | None = None
    contacts: tuple[Contact, ...] = ()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    location: Location | None = None


class ServiceArea(Entity):
    service_id: str | None = None
    name: str | None = None
    description: str | None = None
    extent: str | None = None
    extent_type: str | None = None
    uri: str | None = None


class CostOption(Entity):
    service_id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    option: str | None = None
    currency: str | None = None
    amount: Number | None = None
    amount_description: str | None = None


class RequiredDocument(Entity):
    service_id: str | None = None
    document: str | None = None
    uri: str | None = None


class Funding(Entity):
    organization_id: str | None = None
    service_id: str | None = None
    source: str | None = None


class Program(Entity):
    organization_id: str | None = None
    name: str
    alternate_name: str | None = None
    description: str


class OrganizationIdentifier(Entity):
    organization_id: str | None = None
    identifier_scheme: str | None = None
    identifier_type: str
    identifier: str


class Organization(Entity):
    name: str
    alternate_name: str | None = None
    description: str
    email: str | None = None
    website: str | None = None
    tax_status: str | None = None
    tax_id: str | None = None
    year_incorporated: Number | None = None
    legal_status: str | None = None
    logo: str | None = None
    uri: str | None = None
    parent_organization_id: str | None = None
    funding: tuple[Funding, ...] = ()
    contacts: tuple[Contact, ...] = ()
    phones: tuple[Phone, ...] = ()
    locations: tuple[Location, ...] = ()
    programs: tuple[Program, ...] = ()
    organization_identifiers: tuple[OrganizationIdentifier, ...] = ()


class Service(Entity):
    organization_id: str | None = None
    program_id: str | None = None
    name: str
    alternate_name: str | None = None
    description: str | None = None
    url: str | None = None
    email: str | None = None
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    interpretation_services: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    wait_time: str | None = None
    fees: str | None = None
    accreditations: str | None = None
    eligibility_description: str | None = None
    minimum_age: Number | None = None
    maximum_age: Number | None = None
    assured_date: str | None = None
    assurer_email: str | None = None
    licenses: str | None = None
    alert: str | None = None
    last_modified: str | None = None
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    service_at_locations: tuple[ServiceAtLocation, ...] = ()
    languages: tuple[Language, ...] = ()
    organization: Organization | None = None
    funding: tuple[Funding, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    program: Program | None = None
    required_documents: tuple[RequiredDocument, ...] = ()
    contacts: tuple[Contact, ...] = ()


# The tables of HSDS's tabular form, by the name of their CSV file, and the field of a record that holds the rows of each.
TABLES: dict[str, type[Hsds]] = {
    "services": Service, "organizations": Organization, "service_at_location": ServiceAtLocation, "locations": Location, "phones": Phone,
    "schedules": Schedule, "languages": Language, "cost_options": CostOption, "addresses": Address, "taxonomies": Taxonomy,
    "taxonomy_terms": TaxonomyTerm, "attributes": Attribute, "metadata": Metadata, "contacts": Contact, "accessibility": Accessibility,
    "service_areas": ServiceArea, "required_documents": RequiredDocument, "funding": Funding, "programs": Program,
    "organization_identifiers": OrganizationIdentifier,
}  # fmt: skip
