"""Reads content/campaign. The folder may be missing; what is in it is whole or a fault."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from imh_parents.campaign.models import AUDIENCES, Campaign, Day, DayFront, DayMeta, DayText, Thanks, Week, WeekFront, WeekMeta, WeekText
from imh_parents.content import lists, markdown, source, validate
from imh_parents.content.markdown import Section
from imh_parents.faults import Fault, Level
from imh_parents.i18n.languages import CODES

EVERY_DAY = "elke-dag"
F = TypeVar("F", bound=BaseModel)
Body = tuple[Section, ...]


def read_campaign(root: Path, today: date) -> tuple[Campaign, list[Fault]]:
    """All weeks, the newest first, and the text of every day."""
    folder = root / "campaign"
    if not folder.exists():
        return Campaign(), []
    weeks: list[Week] = []
    faults: list[Fault] = []
    for path in sorted((path for path in folder.iterdir() if path.is_dir() and path.name != EVERY_DAY), reverse=True):
        week, found = _read_week(path, root, today)
        faults += found
        if week:
            weeks.append(week)
    about, found = lists.read_folder(folder / EVERY_DAY, root)
    faults += found
    if about:
        faults += [
            _doing_fault(root, folder / EVERY_DAY / f"{code}.md", 1)
            for code, text in about.texts.items()
            if len(text.sections) != 2 or not _for_all(text.sections[1])
        ]
    thanks, found = lists.read_list(Thanks, folder / "bedankt.yaml", root)
    return Campaign(tuple(weeks), about, tuple(thanks)), [*faults, *found]


def _read_week(folder: Path, root: Path, today: date) -> tuple[Week | None, list[Fault]]:
    name = folder.relative_to(root.parent).as_posix()
    if not (folder / "campaign.yaml").exists():
        return None, [Fault(name, 0, "", "has no campaign.yaml", "Every year needs one; the text of every day is in elke-dag")]
    file, faults = source.read(folder / "campaign.yaml", root)
    meta, found = validate.model(WeekMeta, file) if file else (None, [])
    faults += found
    if file and meta and str(meta.year) != folder.name:
        faults.append(file.fault(("year",), f"{meta.year} is not the name of its folder", f"Write {folder.name}"))
    if file and meta and meta.dates:
        faults += _out_of_time(file, meta, today)
    parts, found = _read_texts(WeekFront, folder, root)
    faults += found
    texts = {}
    for code, (path, front, body) in parts.items():
        if len(body) == 1 and body[0].text:
            texts[code] = WeekText(front, body[0])
        else:
            faults.append(Fault(path, 0, "body", "is not one text without headings", "Write what the week was about; what took place goes under happenings"))
    days, found = _read_days(folder, root)
    faults += found
    return (Week(meta, texts, days) if meta and "nl" in texts else None), faults


def _out_of_time(file: source.Source, meta: WeekMeta, today: date) -> list[Fault]:
    """A state that the calendar contradicts: the app goes by the dates, so this is only worth knowing or plainly wrong."""
    over = meta.dates is not None and meta.dates.last < today
    if meta.state == "archive" and not over:
        return [file.fault(("state",), "archive, but the week is not over", "Write planned; the app goes by the dates")]
    if meta.state == "planned" and over:
        return [Fault(file.path, file.line(("state",)), "state", "planned, but the week is over", "Write archive, and what took place", Level.REMARK)]
    return []


def _read_days(folder: Path, root: Path) -> tuple[tuple[Day, ...], list[Fault]]:
    days: dict[int, Day] = {}
    faults: list[Fault] = []
    for path in sorted(path for path in folder.iterdir() if path.is_dir()):
        day, found = _read_day(path, root)
        faults += found
        if day and day.meta.day in days:
            faults.append(Fault(path.relative_to(root.parent).as_posix(), 0, "day", f"{day.meta.day} has two topics", "Give each day one topic"))
        elif day:
            days[day.meta.day] = day
    return tuple(days[number] for number in sorted(days)), faults


def _read_day(folder: Path, root: Path) -> tuple[Day | None, list[Fault]]:
    if not (folder / "day.yaml").exists():
        return None, [Fault(folder.relative_to(root.parent).as_posix(), 0, "", "has no day.yaml", "Every day topic needs one")]
    file, faults = source.read(folder / "day.yaml", root)
    meta, found = validate.model(DayMeta, file) if file else (None, [])
    faults += found
    if file and meta and meta.id != folder.name:
        faults.append(file.fault(("id",), f"{meta.id!r} is not the name of its folder", f"Write {folder.name}"))
    parts, found = _read_texts(DayFront, folder, root)
    faults += found
    texts = {}
    for code, (_, front, body) in parts.items():
        if len(body) == 2 and body[0].text and _for_all(body[1]):
            texts[code] = DayText(front, *body)
        else:
            faults.append(_doing_fault(root, folder / f"{code}.md", 1))
    return (Day(meta, texts) if meta and "nl" in texts else None), faults


def _read_texts(kind: type[F], folder: Path, root: Path) -> tuple[dict[str, tuple[str, F, Body]], list[Fault]]:
    """Front matter and body by language; a week is complete in each of them."""
    name = folder.relative_to(root.parent).as_posix()
    texts: dict[str, tuple[str, F, Body]] = {}
    faults: list[Fault] = []
    for code in CODES:
        path = folder / f"{code}.md"
        if not path.exists():
            faults.append(Fault(name, 0, code, f"misses the text {code}.md", "Write it; a week is complete in each language"))
            continue
        file, found = source.read(path, root)
        faults += found
        front, found = validate.model(kind, file) if file else (None, [])
        faults += found
        if file and front:
            texts[code] = file.path, front, markdown.sections(file.body, file.body_line)
    return texts, faults


def _for_all(section: Section) -> bool:
    return bool(section.heading) and len(section.items) == len(AUDIENCES)


def _doing_fault(root: Path, path: Path, line: int) -> Fault:
    remedy = f"Write an opening, one heading, and under it {len(AUDIENCES)} lines - **Who:** what, in this order: {', '.join(AUDIENCES)}"
    return Fault(path.relative_to(root.parent).as_posix(), line, "body", "does not say what each can do", remedy)
