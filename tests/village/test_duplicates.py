"""Labelled pairs: the threshold must part them without a mistake."""

import pytest

from imh_parents.village.duplicates import THRESHOLD, Trait, likeness, plain_name, plain_street
from imh_parents.village.where import digits


def t(name: str, phone: str = "", address: str = "", postcode: str = "", at: tuple[float, float] | None = None) -> Trait:
    lat, lon = at or (None, None)
    return Trait("x", plain_name(name), digits(phone) or None, plain_street(address) or None, postcode or None, lat, lon)


SAME = [
    (t("Huis van het Kind Gent", "09 123 45 67", "Kerkstraat 1", "9000"), t("Huis van het Kind Gent", "+32 9 123 45 67", "Kerkstr. 1", "9000")),
    (t("Huis van het Kind Gent", "", "Kerkstraat 1", "9000"), t("Huis v/h Kind Gent", "", "Kerkstraat 1", "9000")),
    (t("Speelotheek De Speelvogel", "", "", "3500", (50.93, 5.33)), t("speel-o-theek de speelvogel", "", "", "3500", (50.9305, 5.3303))),
    (t("CKG Het Open Poortje", "03 111 22 33"), t("CKG Open Poortje vzw", "03/111.22.33")),
    (t("Inloopteam De Viertorre", "09 222 33 44", "Dorp 2", "9000"), t("Inloopteam Viertorre", "09 222 33 44", "Dorp 2 bus 1", "9000")),
    (t("Kinderopvang 't Nestje", "", "Molenlaan 12", "2800", (51.02, 4.48)), t("'t Nestje kinderopvang", "", "Molenln. 12", "2800", (51.0201, 4.4801))),
    (t("Expertisecentrum Kraamzorg De Wieg", "015 11 22 33"), t("De Wieg - Expertisecentrum Kraamzorg", "015 11 22 33")),
    (
        t("Wijkgezondheidscentrum Botermarkt", "09 333 44 55", "Hundelgemsesteenweg 1", "9050"),
        t("WGC Botermarkt Wijkgezondheidscentrum", "093334455", "Hundelgemsesteenweg 1", "9050"),
    ),
    (t("CAW Oost-Brabant onthaal Leuven", "016 21 01 01", "", "3000"), t("CAW Oost-Brabant, onthaal Leuven", "016 21 01 01", "Redingenstraat 6", "3000")),
]
OTHER = [
    (t("Huis van het Kind Gent", "", "Kerkstraat 1", "9000"), t("Huis van het Kind Aalst", "", "Markt 1", "9300")),
    (t("Huis van het Kind Gent", "09 1", "Kerkstraat 1", "9000"), t("Huis van het Kind Gent Ledeberg", "", "Dorpsplein 4", "9050")),
    (t("Huis van het Kind", "", "", "9000"), t("Huis van het Kind", "", "", "9300")),
    (t("Huis van het Kind", "", "", ""), t("Huis van het Kind", "", "", "")),
    (t("Huis van het Kind Mechelen", "015 29 83 38", "Lange Schipstraat 27", "2800"), t("Inloopteam Mechelen", "015 29 83 38", "Lange Schipstraat 27", "2800")),
    (t("Speelotheek De Krokodil", "", "Dorp 1", "3000"), t("Huis van het Kind Leuven", "", "Dorp 1", "3000")),
    (t("Kinderopvang De Zonnebloem", "", "", "2000", (51.22, 4.40)), t("Kinderopvang De Zonnebloem", "", "", "2018", (51.19, 4.42))),
    (t("Kinderdagverblijf 1", "", "Dorp 1", "8000"), t("Peutertuin", "", "Dorp 1", "8000")),
    (t("CAW Limburg Hasselt", "011 11 11 11", "Markt 1", "3500"), t("CAW Limburg Genk", "011 11 11 11", "Stad 3", "3600")),
    (t("De Kleine Prins", "", "Kerkstraat 4", "1000"), t("De Kleine Prinses", "", "Kerkstraat 40", "1000")),
    (t("Kind en Gezin Inloopteam Brugge", "", "Markt 1", "8000"), t("Kind en Taal Brugge", "", "Markt 1", "8000")),
    (t("CGG Vagga kinderteam Antwerpen", "03 256 91 20", "", "2000"), t("CGG Vagga volwassenen Deurne", "03 256 91 20", "", "2100")),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_service_is_known(a: Trait, b: Trait) -> None:
    assert likeness(a, b)[0] >= THRESHOLD, likeness(a, b)
    assert likeness(a, b)[0] == likeness(b, a)[0]


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_service_is_left_alone(a: Trait, b: Trait) -> None:
    assert likeness(a, b)[0] < THRESHOLD, likeness(a, b)


def test_the_threshold_stands_in_the_middle_of_a_gap() -> None:
    lowest, highest = min(likeness(*pair)[0] for pair in SAME), max(likeness(*pair)[0] for pair in OTHER)
    assert highest < THRESHOLD - 0.02 and lowest > THRESHOLD + 0.02, (highest, lowest)


@pytest.mark.parametrize("number", ["09 123 45 67", "+32 9 123 45 67", "0032 9 123.45.67", "+32 (0)9/123 45 67", "(09) 123 45 67"])
def test_digits_of_one_number_are_one(number: str) -> None:
    assert digits(number) == "091234567"
