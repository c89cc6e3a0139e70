"""The nouns of HSDS: services, organizations, and where they meet. See the package for what it leaves to whom."""

from typing import Literal

from pydantic import Field

from imh_parents.village.hsds.parts import Accessibility, Address, Contact, Entity, Language, Number, Phone, Schedule


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
