"""The code in Python is the code on the phone: the same golden rows, the same refusals."""

import json
import string
import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.nurse.code import LETTERS, CodeError, NurseSet, _sum, decode, encode, tidy_note
from imh_parents.nurse.models import HIGHEST, LONGEST_NOTE, MOST_CARDS, MOST_HELP
from tests.samples import ROOT

GOLDEN = json.loads((ROOT / "tests" / "web" / "set-golden.json").read_text(encoding="utf-8"))["codes"]
PLAIN = NurseSet("nl", (1,))
BUN = ROOT / ".venv" / "bin" / "bun"
BOTH = """
import { decode, encode } from "./imh_parents/web/set-code.js";
const rows = JSON.parse(await Bun.stdin.text());
console.log(JSON.stringify(rows.map(({ set, team }) => encode(set, team))));
"""

numbers = st.integers(1, HIGHEST)
words = st.text(max_size=200).map(tidy_note)


@st.composite
def sets(draw: st.DrawFn) -> NurseSet:
    help_ = draw(st.lists(numbers, unique=True, max_size=MOST_HELP))
    split = draw(st.integers(0, MOST_HELP))
    return NurseSet(
        language="".join(draw(st.lists(st.sampled_from(string.ascii_lowercase), min_size=2, max_size=2))),
        cards=tuple(draw(st.lists(numbers, unique=True, min_size=1, max_size=MOST_CARDS))),
        lines=tuple(help_[:split]),
        places=tuple(help_[split:]),
        moment=draw(st.integers(0, HIGHEST)),
        note=draw(st.one_of(st.just(0), numbers, words.filter(bool))),
    )


teams = st.one_of(st.just(""), st.text(LETTERS, min_size=6, max_size=6))


def read(row: dict[str, Any]) -> NurseSet:
    value = {"places": []} | row["set"]
    return NurseSet(**{name: tuple(part) if isinstance(part, list) else part for name, part in value.items()})


@pytest.mark.parametrize("row", GOLDEN, ids=[row["code"][:12] for row in GOLDEN])
def test_a_code_of_an_earlier_day_still_opens(row: dict[str, Any]) -> None:
    assert decode(row["code"]) == (read(row), row.get("team", ""))
    assert encode(read(row), row.get("team", "")) == row["code"]


@given(sets(), teams)
def test_what_goes_in_comes_out(value: NurseSet, team: str) -> None:
    assert decode(encode(value, team)) == (value, team)


@given(sets(), teams, st.data())
def test_every_single_change_is_seen(value: NurseSet, team: str, data: st.DataObject) -> None:
    code = encode(value, team)
    at = data.draw(st.integers(0, len(code) - 1))
    for letter in LETTERS + " .é":
        for changed in (code[:at] + letter + code[at + 1 :], code[:at] + letter + code[at:], code[:at] + code[at + 1 :]):
            if changed != code:
                with pytest.raises(CodeError, match="damaged"):
                    decode(changed)


@given(st.text())
def test_anything_at_all_is_damaged(text: str) -> None:
    with pytest.raises(CodeError, match="damaged"):
        decode(text)


def test_a_newer_code_is_told_from_a_damaged_one() -> None:
    for body in (f"3{encode(PLAIN)[1:-6]}", f"tdorp-13{encode(PLAIN)[1:-6]}"):
        with pytest.raises(CodeError, match="newer"):
            decode(body + _sum(body))


@pytest.mark.parametrize(
    "wrong",
    [
        {"cards": ()},
        {"cards": tuple(range(1, 8))},
        {"cards": (1, 1)},
        {"cards": (0,)},
        {"cards": (HIGHEST + 1,)},
        {"lines": (1, 2), "places": (1, 2, 3)},
        {"language": "nl-BE"},
    ],
    ids=str,
)
def test_what_is_no_set_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CodeError, match="no-set"):
        encode(NurseSet(**{"language": "nl", "cards": (1,)} | wrong))
    with pytest.raises(CodeError, match="no-set"):
        encode(PLAIN, team="vijf5")


def test_a_note_is_one_line_that_is_not_too_long() -> None:
    assert tidy_note("  tot\n\tstraks \x00 \ufeff") == "tot straks"
    assert len(tidy_note("🌙" * 200)) == LONGEST_NOTE
    longest = NurseSet("zz", tuple(range(HIGHEST - 5, HIGHEST + 1)), (), tuple(range(HIGHEST - 3, HIGHEST + 1)), HIGHEST, "🌙" * LONGEST_NOTE)
    assert decode(encode(longest, "dorp-1")) == (longest, "dorp-1")


def test_the_phone_writes_the_same_code() -> None:
    """A hundred sets made by both."""
    found: list[tuple[NurseSet, str]] = []

    @given(sets(), teams)
    def gather(value: NurseSet, team: str) -> None:
        found.append((value, team))

    gather()
    rows = [{"set": {name: list(part) if isinstance(part, tuple) else part for name, part in vars(value).items()}, "team": team} for value, team in found]
    done = subprocess.run([BUN, "-e", BOTH], input=json.dumps(rows), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert json.loads(done.stdout) == [encode(value, team) for value, team in found]
    assert len(found) >= 100
