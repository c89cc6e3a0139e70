"""Push in words: the topics a parent chooses from, and what is wrong with a message that is not ready."""

from dataclasses import dataclass

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.push.messages import TOPICS, Trouble
from imh_parents.push.schedule import BUDGET


@dataclass(frozen=True)
class Topic:
    id: str
    label: str
    line: str


def topics(t: Words) -> list[Topic]:
    """What a parent can ask to be told of, for the opt-in and the desk; nothing that is not really sent."""
    words = {
        "week": (t("De week van de Infant Mental Health"), t("Eén week per jaar. Een paar berichten, met iets kleins om te doen.")),
        "age": (t("De leeftijd van je kind"), t("Af en toe een kaart die nu past. Daarvoor deel je de leeftijdsgroep van je kind, nooit de geboortedag.")),
    }
    return [Topic(name, *words[name]) for name in TOPICS]


def trouble(found: Trouble, t: Words) -> str:
    """One sentence: what is not right, and what to do."""
    words = {
        "topic": t("Dit onderwerp bestaat niet: {about}.", about=found.about),
        "band": t("Deze leeftijd bestaat niet: {about}.", about=found.about),
        "no-bands": t("Een bericht over leeftijd is voor een of meer leeftijden. Kies welke."),
        "tag": t("Het kenmerk heeft hoogstens 32 letters, cijfers of streepjes."),
        "unknown-language": t("De app bestaat niet in deze taal: {about}.", about=found.about),
        "no-dutch": t("De Nederlandse tekst ontbreekt. Iedereen zonder eigen vertaling krijgt die te zien."),
        "missing-language": t("Niet vertaald: {about}. Vertaal het, of kies dat zij het in het Nederlands krijgen.", about=found.about),
        "empty": t("Dit veld is nog leeg."),
        "long": t("Te lang voor een telefoon: hoogstens {about} tekens.", about=found.about),
        "one-line": t("Schrijf dit op één regel."),
        "page": t("Kies een pagina van deze app, in dezelfde taal."),
        "no-page": t("Deze pagina bestaat niet: {about}.", about=found.about),
        "no-due": t("Kies wanneer het bericht vertrekt."),
        "past": t("Dit moment is voorbij. Kies een later moment."),
        "quiet": t("Tussen 21 en 8 uur laten we ouders met rust. Kies een uur overdag."),
        "no-until": t("Kies tot wanneer het bericht zin heeft."),
        "backwards": t("Het bericht zou voorbij zijn voor het vertrekt. Kies een later einde."),
        "short": t("Geef het bericht minstens een uur. Niet elke telefoon is meteen bereikbaar."),
        "far": t("Een bericht blijft hoogstens vier weken onderweg. Kies een vroeger einde."),
        "budget": t("Wie alles volgt, krijgt in zeven dagen al {most} berichten: {about}. Kies een andere dag.", most=BUDGET, about=found.about),
    }
    return f"{language(found.language).name}: {words[found.code]}" if found.language else words[found.code]


def reason(name: str, t: Words) -> str:
    """Why somebody does not get a message (push/reach.py)."""
    return {
        "topic": t("koos dit onderwerp niet"),
        "band": t("deelt geen leeftijd, of een andere"),
        "budget": t("kreeg deze week al drie berichten"),
        "gone": t("was er niet meer toen het bericht kwam"),
    }[name]
