"""What happens when a parent calls, and words to begin with: in Dutch, for that is what the other side most likely speaks. Pure.

As HTML, for the finder and for the pages of the municipalities, which skip Reflex.
"""

from html import escape

from babel import Locale

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import DEFAULT

ARROW = '<svg viewBox="0 0 24 24" class="ic" aria-hidden="true"><use href="/drawings/i-verder.svg#i-verder"></use></svg>'


def calling_html(t: Words) -> str:
    """Folded: who is about to call opens it."""
    happens = t("Iemand neemt op en luistert naar je vraag. Soms krijg je meteen raad, soms een afspraak of een ander nummer.")
    yours, begin = t("Jij kiest wat je vertelt. Een vraag stellen is geen melding."), t("Weet je niet hoe je begint? Zeg dit:")
    parts = [_p(happens), _p(yours), _p(begin), _say("Dag, ik heb een jong kind en ik heb een vraag. Kan ik daarvoor bij jullie terecht?")]
    if t.code != DEFAULT.code:
        means, own = t("Dat is: dag, ik heb een jong kind en ik heb een vraag. Ben ik hier juist?"), t("Wil je liever je eigen taal spreken? Zeg dit:")
        language = Locale.parse(DEFAULT.cldr).languages[t.code]
        parts += [_p(means, "small soft"), _p(own), _say(f"Spreekt er iemand {language}? Of mag er een tolk bij?")]
    ask = t("Wat gebeurt er als ik bel?")
    summary = f"<summary><span>{escape(ask)}</span>{ARROW}</summary>"
    return f'<details class="more calling">{summary}<div class="field stack">{"".join(parts)}</div></details>'


def _p(words: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def _say(dutch: str) -> str:
    return f'<blockquote class="say" lang="{DEFAULT.code}" dir="ltr">{escape(dutch)}</blockquote>'
