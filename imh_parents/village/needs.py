"""What a family may look for, in plain words, and which card and which help line go with it. Pure."""

from collections.abc import Sequence

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.village.models import Helpline

FIRST = 6  # needs shown at once; the others wait behind one tap
SITUATIONS = {"verlies": "verlies", "andere-thuistaal": "andere-taal", "weinig-geld": "geld", "alleen": "eenzaam", "beperking": "ontwikkeling"}
THEMES = {
    "samen-troosten": "huilen",
    "slapen-nacht": "slapen",
    "eten-voeden": "eten",
    "spelen-kijken-praten": "spelen",
    "veilig-gezond": "gezondheid",
    "grote-gevoelens": "praten",
    "jij-als-ouder": "praten",
    "jullie-samen": "ruzie",
    "herstellen": "praten",
    "dorp-overgangen": "ontmoeten",
}
LINES: dict[str, tuple[str, ...]] = {  # by help line: the needs it shows itself for; none is for every need
    "kind-en-gezin-lijn": (),
    "opvoedingslijn": (),
    "106": (),
    "caw": ("praten", "geld", "wonen", "ruzie", "eenzaam"),
    "huisarts-van-wacht": ("gezondheid",),
    "antigifcentrum": ("gezondheid",),
    "1712": ("geweld",),
    "nupraatikerover": ("geweld",),
    "1813": ("depressie",),
    "fara": ("verlies", "zwanger"),
    "berrefonds": ("verlies",),
}


def need_words(t: Words) -> dict[str, str]:
    """Every need as a parent would say it, the most asked first."""
    return {
        "huilen": t("huilen"),
        "praten": t("praten"),
        "slapen": t("slapen"),
        "opvang": t("opvang zoeken"),
        "andere-taal": t("andere taal"),
        "ontmoeten": t("ouders ontmoeten"),
        "zwanger": t("zwanger"),
        "eten": t("eten"),
        "spelen": t("spelen"),
        "ontwikkeling": t("groeien en leren"),
        "gezondheid": t("gezondheid"),
        "eenzaam": t("alleen zijn"),
        "depressie": t("somber zijn"),
        "ruzie": t("ruzie thuis"),
        "geweld": t("geweld"),
        "verlies": t("verlies"),
        "geld": t("geld"),
        "wonen": t("wonen"),
    }


def ring_words(t: Words) -> dict[str, str]:
    return {"ontmoeten": t("Elkaar ontmoeten"), "eerste-lijn": t("Een vraag stellen"), "gespecialiseerd": t("Gespecialiseerde hulp")}


def way_words(t: Words) -> dict[str, str]:
    """How a family may want to be helped, by the names web/finder/match.js knows."""
    return {"bellen": t("Bellen"), "schrijven": t("Mailen of chatten"), "thuis": t("Iemand komt naar mij"), "gaan": t("Ik ga ernaartoe")}


def province_words(t: Words) -> dict[str, str]:
    """The provinces by the name of their file; Brussels counts as one."""
    return {
        "antwerpen": t("Antwerpen"),
        "brussel": t("Brussel"),
        "limburg": t("Limburg"),
        "oost-vlaanderen": t("Oost-Vlaanderen"),
        "vlaams-brabant": t("Vlaams-Brabant"),
        "west-vlaanderen": t("West-Vlaanderen"),
    }


def finder_link(themes: Sequence[str], situations: Sequence[str], first_age: str, t: Words) -> str:
    """The finder with what a card is about filled in. It stands behind the #, so no server ever sees it."""
    named = [SITUATIONS[one] for one in situations if one in SITUATIONS] + [THEMES[one] for one in themes if one in THEMES]
    return f"{address(t.code, 'dorp', 'zoek')}#nodig={named[0] if named else 'praten'}&leeftijd={first_age}"


def lines_to_show(lines: dict[str, Helpline]) -> list[tuple[Helpline, tuple[str, ...]]]:
    """The help lines of the finder with the needs they answer to."""
    return [(lines[name], needs) for name, needs in LINES.items() if name in lines]
