"""One address of every kind of page, found in the built site itself, so that content may change."""

from pathlib import Path

CODES = ("nl", "en", "ar")
FIXED = {
    "vandaag": "",
    "pad": "leeftijd/",
    "band": "leeftijd/3-4-maanden/",
    "ontdek": "zoek/",
    "thema": "thema/samen-troosten/",
    "bewaard": "bewaard/",
    "dorp": "dorp/",
    "zoeker": "dorp/zoek/",
    "hulp": "hulp/",
    "instellingen": "instellingen/",
    "privacy": "privacy/",
    "over": "over/",
    "professionals": "professionals/",
    "set maken": "professionals/set/",
    "stickers": "professionals/stickers/",
    "papier": "professionals/papier/",
    "set": "set/",
    "vragen": "vragen/",
    "berichten": "berichten/",
    "week": "week/",
    "jaar": "week/2022/",
    "ontwerp": "week/2027/",
    "dagonderwerp": "week/2027/dank-je-dorp/",
    "affiche": "week/affiche/",
    "bedankt": "bedankt/",
}


def templates(site: Path) -> dict[str, str]:
    """The address within a language, by a name for its kind of page."""
    return FIXED | {"kaart": f"kaart/{card(site, 'is-alledaags', translated=True)}/", "zware kaart": f"kaart/{card(site, 'is-zorg')}/"}


def card(site: Path, kind: str, language: str = "nl", translated: bool | None = None) -> str:
    """The slug of the first card of this kind; `translated` into Arabic, or still in Dutch there, where that is asked."""
    for file in sorted(site.glob(f"{language}/kaart/*/index.html")):
        slug = file.parent.name
        borrowed = 'id="vertaling"' in (site / "ar" / "kaart" / slug / "index.html").read_text(encoding="utf-8")
        if f'class="card {kind}"' in file.read_text(encoding="utf-8") and translated in (None, not borrowed):
            return slug
    raise LookupError(f"no card is {kind}, translated {translated}")
