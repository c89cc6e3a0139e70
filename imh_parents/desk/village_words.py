"""Words of the village desk: why somebody reported a place, what came of it, why it goes out, what is known of it."""

from collections.abc import Mapping
from datetime import datetime

from imh_parents.desk.labels import ROLE_WORDS
from imh_parents.desk.words import HERE, t, when
from imh_parents.village.care import Known
from imh_parents.village.needs import province_words

PROVINCE_WORDS = province_words(t)
REPORT_WORDS = {  # the reasons of village/api.py, and of who called
    "nummer-klopt-niet": t("het nummer"),
    "adres-klopt-niet": t("het adres"),
    "uren-kloppen-niet": t("de uren"),
    "bestaat-niet-meer": t("de plek bestaat niet meer"),
    "iets-anders": t("iets anders"),
    "gebeld-klopt-niet": t("gebeld, en er klopte iets niet"),
}
OUTCOME_WORDS = {
    "klopte-toch": t("Het klopte toch"),
    "aangepast": t("Aangepast in de bron"),
    "doorgegeven": t("Doorgegeven aan de bron"),
}
REMOVAL_WORDS = {
    "bestaat-niet-meer": t("Bestaat niet meer"),
    "niet-voor-gezinnen": t("Is niet voor jonge gezinnen"),
    "niet-te-vertrouwen": t("Is niet te vertrouwen"),
    "wil-er-niet-in": t("Wil er niet in staan"),
}
COUNT_WORDS = {  # what an import did, as village/importing.py counts it
    "added": t("nieuw"),
    "changed": t("veranderd"),
    "back": t("terug"),
    "gone": t("weg uit de bron"),
    "merged": t("samengevoegd"),
    "refused": t("geweigerd"),
    "same": t("ongewijzigd"),
}


def reasons_words(reasons: Mapping[str, int], since: datetime) -> str:
    """`het adres (2 keer), de uren. Sinds 22 nov 2026, 14:05.`"""
    named = ((REPORT_WORDS.get(reason, reason), count) for reason, count in reasons.items())
    parts = [words if count == 1 else t("{reden} ({n} keer)", reden=words, n=count) for words, count in named]
    return t("Klopt niet: {redenen}. Sinds {moment}.", redenen=t.list(parts), moment=when(since))


def sure_words(known: Known) -> str:
    """Who says that it is right, and since when."""
    if known.confirmed:
        return t("Bevestigd op {day} door {rol}.", day=t.date(known.confirmed.astimezone(HERE).date()), rol=known.by or "")
    if known.checked and known.year:
        return t("Nog door niemand bevestigd. Gevonden op een pagina uit {year}, nagekeken op {day}.", year=known.year, day=t.date(known.checked))
    if known.checked:
        return t("Nog door niemand bevestigd. Op een pagina nagekeken op {day}.", day=t.date(known.checked))
    return t("Nog door niemand bevestigd, en niet bekend wanneer iemand het nakeek.")


def removed_words(known: Known) -> str:
    """That and why it is not in the list; empty when it is."""
    if known.removed:
        why = REMOVAL_WORDS.get(known.reason or "", known.reason or "")
        return t("Uit de lijst sinds {day}: {reden}", day=t.date(known.removed.astimezone(HERE).date()), reden=why)
    return "" if known.shown else t("Staat niet in de lijst: weg uit de bron, of samengevoegd met een andere plek.")


def count_words(counts: Mapping[str, int]) -> str:
    """`3 nieuw, 120 ongewijzigd`"""
    return ", ".join(f"{t.number(counts[name])} {word}" for name, word in COUNT_WORDS.items() if counts.get(name))


def role_words(role: str) -> str:
    """A role as it stands behind a confirmation, for parents too."""
    return ROLE_WORDS[role].lower()
