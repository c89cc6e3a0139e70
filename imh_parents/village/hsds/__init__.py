"""The nouns of Open Referral's HSDS 3 with the field names of its specification, and nothing of ours.

Frozen; unknown fields are left out, unknown values are None and then left out of what is published. Where records come from is the
importers' job, where they are kept is store.py's. Ages are in years, as HSDS writes them: -0.75 is from the beginning of pregnancy.
"""

from imh_parents.village.hsds.nouns import (
    CostOption,
    Funding,
    Location,
    Organization,
    OrganizationIdentifier,
    Program,
    RequiredDocument,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from imh_parents.village.hsds.parts import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    Described,
    Entity,
    Hsds,
    Language,
    Metadata,
    Phone,
    Schedule,
    Taxonomy,
    TaxonomyTerm,
)

# The tables of HSDS's tabular form, by the name of their CSV file, and the field of a record that holds the rows of each.
TABLES: dict[str, type[Hsds]] = {
    "services": Service, "organizations": Organization, "service_at_location": ServiceAtLocation, "locations": Location, "phones": Phone,
    "schedules": Schedule, "languages": Language, "cost_options": CostOption, "addresses": Address, "taxonomies": Taxonomy,
    "taxonomy_terms": TaxonomyTerm, "attributes": Attribute, "metadata": Metadata, "contacts": Contact, "accessibility": Accessibility,
    "service_areas": ServiceArea, "required_documents": RequiredDocument, "funding": Funding, "programs": Program,
    "organization_identifiers": OrganizationIdentifier,
}  # fmt: skip

__all__ = [
    "TABLES",
    "Accessibility",
    "Address",
    "Attribute",
    "Contact",
    "CostOption",
    "Described",
    "Entity",
    "Funding",
    "Hsds",
    "Language",
    "Location",
    "Metadata",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "Program",
    "RequiredDocument",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "Taxonomy",
    "TaxonomyTerm",
]
