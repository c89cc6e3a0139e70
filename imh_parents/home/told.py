"""The privacy page about messages: what the server keeps of who asked for them, made from its own table, and what the phone asks or tells the server."""

import reflex as rx
from sqlalchemy import Table

from imh_parents.errors import BuildError
from imh_parents.i18n.catalogue import Words
from imh_parents.push.services import SERVICES
from imh_parents.push.subscribers import OUTCOMES, UNSEEN
from imh_parents.push.tables import SUBSCRIPTIONS
from imh_parents.ui.parts import sheet


def _columns(t: Words) -> dict[str, str]:
    """Each column of a subscription, in the reader's words."""
    return {
        "id": t("Een willekeurig nummer, om niets twee keer te sturen."),
        "endpoint": t("Het adres dat je browser voor deze app maakte. Het zegt niet wie je bent."),
        "origin": t("Van wie dat adres is: {names}.", names=", ".join(service.name for service in SERVICES)),
        "p256dh": t("Een sleutel van je browser. Enkel je telefoon kan het bericht lezen."),
        "auth": t("Een tweede sleutel van je browser, voor hetzelfde."),
        "key_id": t("Met welke sleutel van de app je je inschreef."),
        "language": t("In welke taal je berichten krijgt."),
        "topics": t("Waarover je berichten wilt."),
        "band": t("De leeftijdsgroep van je kind, enkel als je die deelt. Nooit een datum."),
        "made": t("Wanneer je je inschreef."),
        "seen": t("Wanneer je telefoon dit het laatst bevestigde."),
    }


def of_subscriber(t: Words, table: Table = SUBSCRIPTIONS) -> rx.Component:
    words, columns = _columns(t), [column.name for column in table.columns]
    if set(columns) != words.keys():
        raise BuildError(f"the privacy page does not explain what {table.name} keeps: {set(columns) ^ words.keys()}")
    return sheet(
        rx.el.h2(t("En als je berichten vraagt?")),
        rx.el.p(t("Vraag je niets, dan weet de server niets. Vraag je berichten, dan bewaart de server dit, en niets anders:")),
        rx.el.ul(*(rx.el.li(words[name], class_name="kept-row", custom_attrs={"data-column": name}) for name in columns), class_name="kept"),
        rx.el.p(t("Stop je, dan wist de server dit meteen. Dat doet hij ook als je de app {days} niet opent.", days=t.duration(UNSEEN.days, "day"))),
        rx.el.p(t("Wat verstuurd is, blijft {days} geteld, zonder adres of taal erbij.", days=t.duration(OUTCOMES.days, "day"))),
        rx.el.p(t("Het bericht reist versleuteld langs de maker van je browser. Die ziet dat er iets komt, niet wat er staat.")),
        tint="sheet",
        cut="b",
        class_name="stack",
    )


def asked(t: Words) -> dict[str, str]:
    """Every address of the API the phone may use, as its own description names it. A test holds this to the phone's modules."""
    return {
        "/api/messages/{language}.json": t("De berichten van de voorbije weken, voor iedereen gelijk. Wat bij je past, kiest je telefoon zelf."),
        "/api/push/key": t("De sleutel om je in te schrijven, voor iedereen gelijk."),
        "/api/push/subscriptions": t("Je inschrijving, als je berichten vraagt, iets verandert of stopt."),
        "/api/sets/{id}/opens": t("Dat een set van een team geopend werd: één erbij in de telling van die week."),
        "/api/village/reports": t("Welke plek niet klopt, en waarom, als je dat meldt."),
    }


def requests(t: Words) -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Wat vraagt of zegt je telefoon nog?")),
        rx.el.p(t("Behalve pagina’s kent de app enkel deze adressen op de server:")),
        rx.el.ul(*(rx.el.li(rx.el.strong(words), rx.el.pre(path), class_name="kept-row") for path, words in asked(t).items()), class_name="kept"),
        class_name="in stack running",
    )
