"""Words for what the desk stores as codes: roles, and what the log says somebody did."""

from imh_parents.desk.words import t
from imh_parents.people.roles import ADMIN, CAMPAIGN, EDITOR, NURSE

ROLE_WORDS = {
    NURSE: t("Verpleegkundige"),
    EDITOR: t("Redactie"),
    CAMPAIGN: t("Campagne"),
    ADMIN: t("Beheer"),
}
ACTION_WORDS = {
    "in": t("meldde zich aan"),
    "in-refused": t("kon niet aanmelden: verkeerd wachtwoord"),
    "out": t("meldde zich af"),
    "password": t("koos een wachtwoord"),
    "second-on": t("zette de tweede stap aan"),
    "second-off": t("zette de tweede stap uit van"),
    "invited": t("nodigde uit"),
    "link": t("maakte een nieuwe link voor"),
    "role": t("gaf een andere rol aan"),
    "revoked": t("sloot uit"),
    "restored": t("liet weer toe"),
    "message-new": t("begon een bericht"),
    "message-saved": t("bewaarde het bericht"),
    "message-planned": t("plande het bericht in"),
    "message-unplanned": t("nam uit de planning"),
    "message-paused": t("pauzeerde het bericht"),
    "message-resumed": t("liet het bericht verdergaan"),
    "message-stopped": t("stopte het bericht"),
    "message-thrown-away": t("gooide het bericht weg"),
    "lane-started": t("liet een meldingsdienst opnieuw proberen"),
    "team": t("gaf een team aan"),
    "set-made": t("maakte de set"),
    "set-copied": t("nam een set over:"),
    "set-renamed": t("gaf een set de naam"),
    "set-archived": t("borg de set op"),
    "set-restored": t("haalde de set terug"),
    "place-removed": t("nam uit de lijst:"),
    "place-back": t("zette terug in de lijst:"),
    "place-confirmed": t("bevestigde"),
    "place-called": t("belde, maar niemand nam op:"),
    "place-wrong": t("belde, en er klopte iets niet:"),
    "report-handled": t("handelde de melding af over"),
    "places-merged": t("voegde samen:"),
    "places-parted": t("haalde weer uit elkaar:"),
    "places-apart": t("liet apart:"),
    "import": t("nam een bron binnen:"),
    "village-published": t("publiceerde de plekken"),
    "session-ended": t("sloot een sessie af"),
    "sessions-ended": t("sloot alle sessies af van"),
}


def action_words(action: str) -> str:
    """What a line of the log says; the code itself where a newer version wrote it."""
    return ACTION_WORDS.get(action, action)
