"""What the phone says of one place in the finder, by the names web/finder/row.js and report.js know it by. Pure."""

from imh_parents.i18n.catalogue import Words


def place_words(t: Words) -> dict[str, str]:
    """What is said of one place."""
    return {
        "close": t("Vlakbij"),
        "walk": t("Op wandelafstand, ongeveer {n} minuten"),
        "bike": t("Ongeveer {n} minuten met de fiets"),
        "far": t("Ongeveer {n} kilometer"),
        "somewhere": t("In je gemeente. Waar precies, weten we niet."),
        "wide": t("Werkt in de hele provincie"),
        "hours-call": t("Uren niet bekend. Bel even."),
        "hours-site": t("Uren niet bekend. Kijk op de site."),
        "hours-ask": t("Uren niet bekend. Vraag het even na."),
        "open-now": t("Nu open"),
        "open-until": t("Nu open, tot {time}"),
        "open-always": t("Nu open, dag en nacht"),
        "opens-today": t("Nu dicht. Vandaag weer open om {time}"),
        "opens-tomorrow": t("Nu dicht. Morgen weer open om {time}"),
        "opens-on": t("Nu dicht. Weer open op {day} om {time}"),
        "shut": t("Nu dicht"),
        "today": t("Vandaag {times}"),
        "free": t("Gratis"),
        "home": t("Iemand komt naar je toe"),
        "direct": t("Zonder verwijzing"),
        "referral": t("Met een verwijzing"),
        "confirmed": t("Bevestigd op {day}"),
        "long-ago": t("Laatst bevestigd op {day}. Dat is lang geleden."),
        "unknown-source": t("Nog niet bevestigd."),
        "unconfirmed": t("Nog niet bevestigd. Gevonden op een pagina, nagekeken op {day}:"),
        "unconfirmed-year": t("Nog niet bevestigd. Gevonden op een pagina uit {year}:"),
        "call": t("Bel even"),
        "site": t("Naar de site"),
        "mail": t("Mail"),
        "map": t("Toon de weg"),
        "source": t("Lees de pagina"),
    }


def report_words(t: Words) -> dict[str, str]:
    """For "klopt niet"; the reasons are those of village/api.py."""
    return {
        "wrong": t("Klopt niet?"),
        "wrong-lead": t("Tik op wat er niet klopt. We sturen alleen dat, en welke plek het is. Niets over jou."),
        "nummer-klopt-niet": t("Het nummer"),
        "adres-klopt-niet": t("Het adres"),
        "uren-kloppen-niet": t("De uren"),
        "bestaat-niet-meer": t("De plek bestaat niet meer"),
        "iets-anders": t("Iets anders"),
        "thanks": t("Dank je. Iemand kijkt het na."),
        "not-sent": t("Sorry, dat is niet verstuurd. Probeer het later nog eens."),
    }
