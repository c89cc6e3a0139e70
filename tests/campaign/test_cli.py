"""The command line: plan what content says, list it, see who would get it, send it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from imh_parents.campaign import cli
from imh_parents.errors import ContentError, PushError
from imh_parents.settings import Settings
from tests.campaign.samples import write_campaign
from tests.push.kept import on, subscriptions
from tests.push.people import Person, add

MESSAGES = """\
messages:
  - {id: hallo, day: 1, title: {nl: Dag, en: Hello, ar: مرحبًا}, line: {nl: Dag., en: Hello., ar: مرحبًا.}, page: bedankt}
  - {id: klein, day: 2, bands: [0-6-weken], title: {nl: Klein, en: Small, ar: صغير}, line: {nl: Dag., en: Hello., ar: مرحبًا.}, card: even-samen}
  - {id: opa, day: 2, audience: [grootouder], title: {nl: Opa, en: Grandpa, ar: جدّ}, line: {nl: Dag., en: Hello., ar: مرحبًا.}}
"""


@pytest.fixture(autouse=True)
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A planned week far from now, in a content folder of its own."""
    own = Settings(data_dir=tmp_path, content_dir=tmp_path / "content", site_dir=tmp_path / "site", database_url=None)
    monkeypatch.setattr(cli, "settings", lambda: own)
    old = write_campaign(tmp_path / "content")
    year = old.rename(old.with_name("2099"))
    text = (year / "campaign.yaml").read_text(encoding="utf-8").replace("state: archive", "state: planned")
    text = re.sub(r"year: 2024", "year: 2099", text).replace("2024-06-10, last: 2024-06-16", "2099-06-15, last: 2099-06-21")
    text = re.sub(r"happenings:.*?(?=messages)", "", text, flags=re.S)
    (year / "campaign.yaml").write_text(re.sub(r"messages:.*?(?=sources)", MESSAGES, text, flags=re.S), encoding="utf-8")
    return year


def call(*words: str, **options: str) -> Result:
    return CliRunner().invoke(cli.campaign, words, **options)


def output(*words: str, **options: str) -> str:
    done = call(*words, **options)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def subscribe(tmp_path: Path) -> None:
    people = [{}, {"language": "en"}, {"band": "0-6-weken"}, {"topics": ["age"]}]
    rows = [Person(number).row("https://fcm.googleapis.com", "key", **changes) for number, changes in enumerate(people)]

    async def work(engine):
        async with engine.begin() as conn:
            await add(conn, rows)
        return await subscriptions(engine)

    on(tmp_path, work)


def test_planning_is_said_and_repeating_changes_nothing(year: Path) -> None:
    assert output("plan") == "planned: campaign/2099/hallo, campaign/2099/klein\n"
    assert output("plan") == "as before: campaign/2099/hallo, campaign/2099/klein\n"
    klein, hallo = output("list").splitlines()
    assert re.fullmatch(r"[0-9a-f]{8}  scheduled  2099-06-16 10:00  week, 0-6-weken: Klein", klein)
    assert re.fullmatch(r"[0-9a-f]{8}  scheduled  2099-06-15 10:00  week, every age: Dag", hallo)


def test_a_message_that_cannot_be_planned_is_named(tmp_path: Path) -> None:
    for code in ("nl", "en", "ar"):
        (tmp_path / "site" / code / "bedankt").mkdir(parents=True)
        (tmp_path / "site" / code / "bedankt" / "index.html").touch()
    (tmp_path / "site" / "_site.json").touch()
    done = call("plan")
    assert done.exit_code == 1
    assert done.output == "planned: campaign/2099/hallo\nnot planned: campaign/2099/klein\n" + "".join(
        f"  page: {name}: This page does not exist: /{code}/kaart/even-samen/.\n" for code, name in (("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"))
    )


def test_content_with_faults_plans_nothing(year: Path) -> None:
    (year / "ar.md").unlink()
    assert isinstance(call("plan").exception, ContentError)
    assert output("list") == ""


def test_a_draft_week_is_said_to_have_no_dates(year: Path) -> None:
    file = year / "campaign.yaml"
    file.write_text(re.sub(r"dates: .*\n", "", file.read_text(encoding="utf-8")).replace("state: planned", "state: draft"), encoding="utf-8")
    assert "a draft has no dates yet" in output("plan")


def test_a_dry_run_says_who_and_why_not_and_sends_nothing(tmp_path: Path) -> None:
    output("plan")
    subscribe(tmp_path)
    before = output("list")
    assert output("send", "--dry-run", "2099/klein") == (
        "Klein (scheduled, 2099-06-16 10:00)\n1 would get it\n  1 through Google\n  1 in Nederlands\n"
        "2 not: shares no age, or another one\n1 not: did not choose this topic\n"
    )
    assert "3 would get it\n  3 through Google\n  1 in English\n  2 in Nederlands\n1 not: did not choose this topic\n" in output(
        "send", "--dry-run", before.splitlines()[1][:8]
    )
    assert output("list") == before


def test_sending_asks_first_and_brings_the_moment_forward(tmp_path: Path) -> None:
    output("plan")
    subscribe(tmp_path)
    refused = call("send", "2099/hallo", input="n\n")
    assert refused.exit_code == 1 and "Send it to 3 now? [y/N]: n" in refused.output
    assert "2099-06-15 10:00  week, every age: Dag" in output("list")
    assert "It leaves at 20" in output("send", "2099/hallo", "--yes")
    assert "2099-06-15" not in output("list") and "scheduled" in output("list")


@pytest.mark.parametrize("name", ["weg", ""])
def test_a_message_nobody_knows_is_said(name: str) -> None:
    output("plan")
    with pytest.raises(PushError, match="messages are called"):
        raise call("send", "--dry-run", name).exception or AssertionError
