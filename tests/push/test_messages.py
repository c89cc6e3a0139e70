"""What has to be right before a message may be planned."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from imh_parents.campaign.models import LONGEST_LINE, LONGEST_TITLE
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.push.labels import reason, topics, trouble
from imh_parents.push.messages import TOPICS, Draft, Stored, Text, Trouble, too_many, troubles
from imh_parents.push.reach import REASONS
from tests.push.kept import BEFORE, WORDS, draft
from tests.push.people import NOON
from tests.samples import NL

BRUSSELS = ZoneInfo("Europe/Brussels")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def found(one: Draft, *, fallback: bool = False, others: tuple[Stored, ...] = ()) -> list[Trouble]:
    return troubles(one, now=BEFORE, fallback=fallback, others=others, known=lambda page: page.endswith("/week/"))


def other(title: str, **changes: object) -> Stored:
    one = draft(texts={"nl": WORDS["nl"].model_copy(update={"title": title})}, **changes)
    return Stored(id=title, version=1, state="scheduled", draft=one, made=NOON, changed=NOON)


def test_a_message_that_is_ready_has_no_troubles() -> None:
    assert found(draft()) == []
    assert found(draft(topic="age", bands=("0-6-weken",), tag="week-2027")) == []


@pytest.mark.parametrize(
    ("changes", "trouble_"),
    [
        ({"topic": "winkel"}, Trouble("topic", "topic", about="winkel")),
        ({"topic": "age"}, Trouble("bands", "no-bands")),
        ({"bands": ("0-6-weken", "oud")}, Trouble("bands", "band", about="oud")),
        ({"tag": "twee woorden"}, Trouble("tag", "tag")),
        ({"tag": "x" * 33}, Trouble("tag", "tag")),
        ({"texts": WORDS | {"fr": WORDS["nl"].model_copy(update={"page": "/fr/week/"})}}, Trouble("texts", "unknown-language", about="fr")),
        ({"texts": {"nl": WORDS["nl"]}}, Trouble("texts", "missing-language", about="en, ar")),
        ({"texts": WORDS | {"en": Text()}}, Trouble("texts", "missing-language", about="en")),
        ({"due": None}, Trouble("due", "no-due")),
        ({"due": BEFORE - HOUR}, Trouble("due", "past")),
        ({"until": None}, Trouble("until", "no-until")),
        ({"until": NOON}, Trouble("until", "backwards")),
        ({"until": NOON + HOUR / 2}, Trouble("until", "short")),
        ({"until": NOON + 29 * DAY}, Trouble("until", "far")),
    ],
)
def test_each_trouble_is_named(changes: dict[str, object], trouble_: Trouble) -> None:
    assert found(draft(**changes)) == [trouble_]


def test_dutch_is_never_missing() -> None:
    assert found(draft(texts={code: WORDS[code] for code in ("en", "ar")}), fallback=True) == [Trouble("texts", "no-dutch", "nl")]


def test_who_plans_may_choose_dutch_for_languages_that_are_missing() -> None:
    assert found(draft(texts={"nl": WORDS["nl"]}), fallback=True) == []


@pytest.mark.parametrize(
    ("changes", "field", "code", "about"),
    [
        ({"title": ""}, "title", "empty", ""),
        ({"line": ""}, "line", "empty", ""),
        ({"title": "x" * (LONGEST_TITLE + 1)}, "title", "long", str(LONGEST_TITLE)),
        ({"line": "x" * (LONGEST_LINE + 1)}, "line", "long", str(LONGEST_LINE)),
        ({"line": "een\ntwee"}, "line", "one-line", ""),
        ({"page": ""}, "page", "page", ""),
        ({"page": "/nl/week/"}, "page", "page", ""),
        ({"page": "https://evil.test/en/"}, "page", "page", ""),
        ({"page": "//evil.test/en/week/"}, "page", "page", ""),
        ({"page": "/en/../nl/week/"}, "page", "page", ""),
        ({"page": "/en/week/?x=1"}, "page", "page", ""),
        ({"page": "/en/weg/"}, "page", "no-page", "/en/weg/"),
    ],
)
def test_each_trouble_of_a_text_names_its_language(changes: dict[str, str], field: str, code: str, about: str) -> None:
    text = WORDS["en"].model_copy(update=changes)
    assert found(draft(texts=WORDS | {"en": text})) == [Trouble(field, code, "en", about)]


@pytest.mark.parametrize(
    ("wall", "quiet"),
    [
        ((2026, 6, 16, 7, 59), True),
        ((2026, 6, 16, 8, 0), False),
        ((2026, 6, 16, 20, 59), False),
        ((2026, 6, 16, 21, 0), True),
        ((2026, 10, 25, 8, 0), False),  # the clock went back this night
        ((2027, 3, 28, 7, 59), True),  # and forward this one
        ((2027, 3, 28, 8, 0), False),
    ],
)
def test_nobody_is_woken(wall: tuple[int, ...], quiet: bool) -> None:
    due = datetime(*wall, tzinfo=BRUSSELS)  # type: ignore[misc]
    assert (Trouble("due", "quiet") in found(draft(due=due, until=due + 3 * HOUR))) == quiet


def test_a_fourth_in_seven_days_is_refused_and_the_three_are_named() -> None:
    three = tuple(other(name, due=NOON + step * DAY) for name, step in (("een", -2), ("twee", -1), ("drie", 3)))
    assert found(draft(), others=three) == [Trouble("due", "budget", about="een, twee, drie")]
    assert found(draft(), others=three[:2]) == []
    assert found(draft(due=NOON + 5 * DAY, until=NOON + 5.2 * DAY), others=three) == []


def test_seven_days_are_counted_from_any_of_them() -> None:
    spread = [other(str(step), due=NOON + step * DAY) for step in (-6, -4, 2, 4)]
    assert too_many(draft(), spread) == []  # at most three with this one, wherever the seven days begin
    assert too_many(draft(), [*spread, other("-1", due=NOON - DAY)]) == ["-6", "-4", "-1"]
    assert too_many(draft(), [other(str(step), due=NOON + step * DAY) for step in (-7, 1, 7)]) == []


def test_other_ages_leave_room() -> None:
    younger = [other(str(step), due=NOON + step * HOUR, bands=("0-6-weken",)) for step in range(3)]
    assert too_many(draft(bands=("3-4-maanden",)), younger) == []
    assert too_many(draft(bands=("3-4-maanden", "0-6-weken")), younger) == ["0", "1", "2"]
    assert too_many(draft(), younger) == ["0", "1", "2"]  # for everybody, so for the youngest too


def test_what_is_typed_half_is_no_error() -> None:
    assert Draft().texts == {}
    assert {one.code for one in found(Draft())} == {"no-dutch", "missing-language", "no-due", "no-until"}


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        draft(due=datetime(2026, 6, 15, 12))


ALL = [
    "topic", "band", "no-bands", "tag", "unknown-language", "no-dutch", "missing-language", "empty", "long", "one-line", "page", "no-page",
    "no-due", "past", "quiet", "no-until", "backwards", "short", "far", "budget",
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_every_trouble_reason_and_topic_has_words(code: str) -> None:
    t = words(code)
    for name in ALL:
        assert "{" not in trouble(Trouble("due", name, about="x"), t)
    assert [topic.id for topic in topics(t)] == list(TOPICS)
    assert len({reason(name, t) for name in REASONS}) == len(REASONS)


def test_trouble_in_a_language_says_which() -> None:
    assert trouble(Trouble("title", "empty", "ar"), NL) == "العربية: Dit veld is nog leeg."
