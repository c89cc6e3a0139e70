"""What a parent is promised before saying yes, held to what the sender does and to what the phone asks for."""

import re
from datetime import time

import pytest

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.push.inbox import KEPT
from imh_parents.push.messages import TOPICS
from imh_parents.push.opt_in import push_choice
from imh_parents.push.schedule import BUDGET, EVENING, MORNING
from tests.samples import NL, ROOT

WEB = ROOT / "imh_parents" / "web"


def test_promise_is_what_the_sender_keeps() -> None:
    assert "Hoogstens drie per week, en nooit tussen 21 en 8 uur." in str(push_choice(NL))
    assert BUDGET == 3
    assert time(21) == EVENING
    assert time(8) == MORNING
    assert re.findall(r"const (?:EVENING|MORNING) = (\d+);", (WEB / "push" / "payload.js").read_text()) == ["21", "8"]


@pytest.mark.parametrize("code", CODES)
def test_every_topic_can_be_chosen_and_age_is_never_ticked_for_you(code: str) -> None:
    shown = str(push_choice(words(code)))
    boxes = re.findall(r'jsx\("input",\{defaultChecked:(true|false),name:"topics",type:"checkbox",value:\(\w+\("(\w+)"\)', shown)
    assert boxes == [("false" if name == "age" else "true", name) for name in TOPICS]


@pytest.mark.parametrize("offer", [True, False])
def test_every_answer_the_phone_gives_has_words(offer: bool) -> None:
    said = "|".join(("on", "saved", "none", "dismissed", "denied", "offline", "closed", "refused", "stopped", "owed", "no", "wait"))
    scripts = "".join((WEB / path).read_text() for path in ("elements/push.js", "push/subscription.js", "push/server.js"))
    given = set(re.findall(f'"({said})"', scripts))
    assert given <= set(re.findall(r'"data-([\w-]+)"', str(push_choice(NL, offer))))


def test_no_can_only_be_said_where_it_is_asked() -> None:
    assert ("Nee, dank je" in str(push_choice(NL, offer=True)), "Nee, dank je" in str(push_choice(NL))) == (True, False)


def test_inbox_of_the_phone_reaches_as_far_back_as_the_list() -> None:
    script = (WEB / "push" / "inbox.js").read_text()
    assert f"const LONGEST = {KEPT.days} * 86_400_000;" in script
