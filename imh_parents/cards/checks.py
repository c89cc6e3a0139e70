"""What a card must be beyond its fields: length, plainness, the number on top, links that lead somewhere. Pure.

Every language is held to lengths, to words that do not judge, to no phone numbers in the text, and to what the Dutch says: its
short numbers and its links. How hard a text reads is measured in Dutch only, since the formula (Douma) holds for Dutch only.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from imh_parents.cards.models import Card, CardText
from imh_parents.content.markdown import links
from imh_parents.content.readability import BOUNDS, Bounds, ease, long_words, mean_sentence, sentences, words
from imh_parents.faults import Fault, Level

JUDGING = {
    "nl": ("altijd", "nooit", "moet", "moeten", "normaal", "normale", "abnormaal", "achterstand"),
    "en": ("always", "never", "must", "normal", "abnormal", "delayed"),
    "ar": ("دائمًا", "أبدًا", "يجب", "متأخر"),
}
SAFETY = ("nooit", "altijd", "never", "always", "دائمًا", "أبدًا")
FREE_LONG = frozenset(("verpleegkundige", "kinderpsycholoog", "huisvanhetkind", "zelfmoordlijn", "kraamverzorgende", "kleuteronderwijzer"))
PHONE = re.compile(r"\b(?:0\d{2,3}[ /.]?\d{2,3}[ .]?\d{2,3}(?:[ .]?\d{2,3})?|\d{3,4})\b")
SHORT_NUMBERS = frozenset(("112", "101", "102", "106", "1712", "1813", "1733"))
ANSWERS_ALWAYS = ("112", "106", "1813")


def card_faults(card: Card, slugs: Collection[str], lines: Collection[str], drawings: Collection[str], today: date) -> Iterator[Fault]:
    """All faults of one card; `slugs` are the cards, `lines` the help lines and `drawings` the drawings that exist."""
    folder = card.text("nl").path.rsplit("/", 1)[0]
    yaml = f"{folder}/card.yaml"
    for line in card.meta.helplines:
        if line not in lines:
            yield Fault(yaml, 0, "helplines", f"{line!r} is not a help line", f"Use one of: {', '.join(lines)}")
    if card.meta.drawing and card.meta.drawing not in drawings:
        yield Fault(yaml, 0, "drawing", f"{card.meta.drawing!r} is not a drawing", "Use the name of a file in assets/drawings, without .svg")
    for slug in card.meta.related:
        if slug not in slugs or slug == card.slug:
            yield Fault(yaml, 0, "related", f"{slug!r} is not another card", "Write the slug of an existing card, or take it away")
    for text in card.texts.values():
        yield from _text_faults(card, text, slugs, today)


def _text_faults(card: Card, text: CardText, slugs: Collection[str], today: date) -> Iterator[Fault]:
    def fault(field: str, problem: str, remedy: str, level: Level = Level.FAULT) -> Fault:
        return Fault(text.path, 0, field, problem, remedy, level)

    front, zorg, loss = text.front, card.meta.intensity == "zorg", "verlies" in card.meta.situation
    if zorg and not front.number:
        yield fault("number", "is missing on a card of intensity zorg", "Write who to call, with 112, 106 or 1813, which answer day and night")
    elif zorg and not any(number in (front.number or "") for number in ANSWERS_ALWAYS):
        yield fault("number", "names no line that answers day and night", "Add 112, 106 or 1813")
    if not front.baby and not (loss or zorg):
        yield fault("baby", "is missing", "Write one sentence from the baby; only cards about loss or of intensity zorg may leave it out")
    if front.review_due < today:
        days = f"should have been read again by {front.review_due}"
        yield fault("review_due", days, "Have it read, then write the new date", Level.REMARK)
    for slug in sorted(_links(text)):
        if slug not in slugs:
            yield fault("body", f"links to the card {slug!r}, which does not exist", "Write the slug of an existing card, or take the link away")
    yield from _length_faults(text, BOUNDS[text.language], fault)
    yield from _word_faults(text, safety=zorg or "veilig-gezond" in card.meta.themes, fault=fault)
    if text.language == "nl":
        yield from _dutch_faults(text, fault)
    else:
        yield from _translation_faults(text, card.text("nl"), slugs, fault)


MakeFault = Callable[..., Fault]


def _length_faults(text: CardText, bounds: Bounds, fault: MakeFault) -> Iterator[Fault]:
    for name, part in text.parts.items():
        low, high = bounds.parts[name]
        if not low <= len(words(part)) <= high:
            yield fault(name, f"has {len(words(part))} words", f"Write {low} to {high}")
    total, (low, high) = len(words(text.words)), bounds.card
    if not low <= total <= high:
        yield fault("card", f"has {total} words in all", f"Write {low} to {high}")
    mean = mean_sentence(text.words)
    if mean > bounds.mean_sentence:
        yield fault("card", f"has {mean:.1f} words in a mean sentence", f"Split sentences until it is at most {bounds.mean_sentence:g}")
    for sentence in sentences(text.words):
        if len(words(sentence)) > bounds.longest_sentence:
            yield fault("card", f"has a sentence of {len(words(sentence))} words: {sentence!r}", f"Split it; at most {bounds.longest_sentence}")


def _word_faults(text: CardText, safety: bool, fault: MakeFault) -> Iterator[Fault]:
    found = {word.lower() for word in words(text.words)}
    safe = " and ".join(word for word in SAFETY if word in JUDGING[text.language])
    for word in JUDGING[text.language]:
        if word in found and not (safety and word in SAFETY):
            yield fault("card", f"says {word!r}", f"Say it without; {safe} are only for safety")
    for number in PHONE.findall(text.words):
        if number not in SHORT_NUMBERS and not re.fullmatch(r"(19|20)\d\d", number) and int(re.sub(r"\D", "", number)) > 100:
            yield fault("card", f"holds the number {number}", "Give the line in helplines in card.yaml; the app makes the call button")


def _translation_faults(text: CardText, dutch: CardText, slugs: Collection[str], fault: MakeFault) -> Iterator[Fault]:
    """What a translation lost: a number to call, a way on. A link that leads nowhere is the fault of the Dutch alone."""
    for number in sorted(_short_numbers(dutch) - _short_numbers(text)):
        yield fault("card", f"lacks the number {number} of the Dutch", "Name it as the Dutch does")
    for slug in sorted(_links(dutch) - _links(text)):
        if slug in slugs:
            yield fault("card", f"lacks the link to {slug!r} of the Dutch", "Link to it as the Dutch does")


def _short_numbers(text: CardText) -> set[str]:
    return {number for number in PHONE.findall(text.words) if number in SHORT_NUMBERS}


def _links(text: CardText) -> set[str]:
    return set(links("\n".join(part.html for part in (text.opening, text.attempt, text.repair, text.help) if part)))


def _dutch_faults(text: CardText, fault: MakeFault) -> Iterator[Fault]:
    score, floor = ease(text.words), BOUNDS["nl"].ease
    if floor and score < floor:
        yield fault("card", f"reads too hard (Flesch-Douma {score:.0f})", f"Use shorter words and sentences until it is {floor:g} or more")
    hard = long_words(text.words, FREE_LONG)
    if len(hard) > 2:
        yield fault("card", f"has long words: {', '.join(hard)}", "Keep at most two different words of more than 14 letters")


def coverage_faults(cards: Mapping[str, Card], per_band: Mapping[str, int], per_theme: Mapping[str, int]) -> Iterator[Fault]:
    """Bands with fewer than six cards and themes with fewer than five leave a parent with nothing to read."""
    for band, count in per_band.items():
        if count < 6:
            yield Fault("content/cards", 0, "age", f"only {count} cards fit the band {band}", "Write cards for that age until there are 6")
    for theme, count in per_theme.items():
        if count < 5:
            yield Fault("content/cards", 0, "themes", f"only {count} cards have the theme {theme}", "Write cards on it until there are 5")
    titles: dict[str, str] = {}
    for card in cards.values():
        title = card.text("nl").front.title.casefold()
        if title in titles:
            yield Fault(card.text("nl").path, 0, "title", f"is also the title of {titles[title]}", "Give each card its own title")
        titles.setdefault(title, card.slug)
