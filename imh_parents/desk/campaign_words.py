"""Words of the campaign desk: states, outcomes, ages, and differences between two versions of a message."""

import re

from imh_parents.desk.campaign_fields import Fields
from imh_parents.desk.words import t
from imh_parents.i18n.languages import CODES, language

STATE_WORDS = {
    "draft": t("ontwerp"),
    "scheduled": t("ingepland"),
    "sending": t("gaat nu buiten"),
    "paused": t("gepauzeerd"),
    "stopped": t("gestopt"),
    "sent": t("verstuurd"),
    "failed": t("mislukt"),
}
OUTCOME_WORDS = {
    "sent": t("verstuurd"),
    "open": t("nog te doen"),
    "gone": t("toestel was er niet meer"),
    "expired": t("te laat geworden"),
    "failed": t("mislukt"),
    "stopped": t("tegengehouden"),
}
FIELD_WORDS = {"topic": t("Onderwerp"), "due": t("Vertrekt op"), "until": t("Heeft zin tot"), "title": t("Titel"), "line": t("Bericht"), "page": t("Pagina")}


def band_words(band: str) -> str:
    """`zwanger-0-12-weken` as `zwanger 0–12 weken`."""
    words = band.replace("-", " ")
    return re.sub(r"(\d) (\d)|(?<=[a-z]) (?=\d+ maanden)", lambda found: f"{found[1] or ''}–{found[2] or ''}", words)


def field_words(name: str) -> str:
    """What the form calls a field."""
    if name.startswith("band."):
        return t("Leeftijd {band}", band=band_words(name.removeprefix("band.")))
    code, _, rest = name.partition(".")
    return f"{language(code).name}: {FIELD_WORDS[rest]}" if code in CODES else FIELD_WORDS.get(name, name)


def differences(mine: Fields, theirs: Fields) -> list[tuple[str, str, str]]:
    """The fields two versions differ in: what it is called, mine, theirs."""
    names = [name for name in {**theirs, **mine} if mine.get(name, "") != theirs.get(name, "")]
    return [(field_words(name), _shown(name, mine), _shown(name, theirs)) for name in names]


def _shown(name: str, fields: Fields) -> str:
    value = fields.get(name, "")
    if name.startswith("band."):
        return t("ja") if value else t("nee")
    return value.replace("T", " ") if name in ("due", "until") else value
