"""What the page where a nurse makes a set says as it changes, by the names web/elements/maker.js knows it by. Pure."""

import json

from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.library import Library
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.models import MOST_CARDS, MOST_HELP
from imh_parents.press.sheet import file_path
from imh_parents.ui.parts import Child

OWN = "eigen"  # the choice among the fixed notes that opens a field


def maker_words(library: Library, t: Words) -> dict[str, str]:
    return {
        "ready": json.dumps(_ready(library, t), ensure_ascii=False),
        "tongues": json.dumps({row.code: _for_parent(words(row.code)) for row in LANGUAGES}, ensure_ascii=False),
        "title": t("Een eigen set"),
        "sub": t("{n} kaarten. Haal weg, voeg toe, zet hoger."),
        "sub-one": t("1 kaart. Haal weg of voeg toe."),
        "none": t("Deze set is leeg. Zoek hieronder een kaart."),
        "needs-card": t("Kies er nog een kaart bij. Dan komt de code."),
        "remove": t("Haal weg: {title}"),
        "up": t("Zet hoger: {title}"),
        "add": t("Voeg toe:"),
        "more": more(t),
        "nothing": t("Geen kaart gevonden. Probeer een ander woord."),
        "most": t("Een set houdt hoogstens {n} kaarten. Haal er eerst een weg.", n=MOST_CARDS),
        "most-help": t("Een set houdt hoogstens {n} plekken en hulplijnen samen. Haal er eerst een weg.", n=MOST_HELP),
        "dutch": t("in het Nederlands"),
        # by the plural rule of CLDR for n; a language that says the others alike leaves them out
        "reads-one": t("{n} van {all} kaarten is in het {language}."),
        "reads-other": t("{n} van {all} kaarten zijn in het {language}."),
        "reads-it": t("De kaart is in het {language}."),
        "reads-not": t("De kaart is nog niet in het {language}."),
        "copied": t("De link staat op je klembord."),
        "added": t("‘{title}’ zit in de set."),
        "removed": t("‘{title}’ is weg uit de set."),
        "broken": t("Sorry, de kaarten konden niet geladen worden. Probeer het zo nog eens."),
        "own": OWN,
        "leaflet": file_path("blad-{moment}", "{language}"),
    }


def _for_parent(t: Words) -> dict[str, str]:
    return {"dir": t.language.dir, "scan": t("Richt je camera hierop."), "from": t("Van je verpleegkundige")}


def _ready(library: Library, t: Words) -> dict[str, Child]:
    """The ready sets in the numbers of the code, by contact moment."""
    nursing, moments = library.nursing, {moment.id: moment for moment in library.moments}
    numbers = nursing.numbers
    return {
        name: {
            "title": moment_title(moments[name], t),
            "say": ready.say,
            "set": {
                "moment": numbers.moments[name],
                "cards": [numbers.cards[slug] for slug in ready.cards],
                "lines": [numbers.lines[line] for line in ready.lines],
                "places": [],
                "note": numbers.notes[ready.note] if ready.note else 0,
            },
        }
        for name, ready in nursing.ready.items()
    }


def more(t: Words) -> str:
    """Under a list that shows the first of many."""
    return t("En nog {n}. Typ er een woord bij.")
