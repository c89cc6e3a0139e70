"""A small week in a content folder of its own, to be broken by a test."""

from pathlib import Path

from imh_parents.campaign.models import AUDIENCES
from imh_parents.i18n.languages import CODES

CAMPAIGN = """\
year: 2024
state: archive
dates: {first: 2024-06-10, last: 2024-06-16}
drawing: h1
themes:
  - words: Samen
    language: nl
    where: vlaanderen
    source: {title: Bron, url: "https://www.opgroeien.be", checked: 2026-11-22}
happenings:
  - id: start
    on: 2024-06-12
    where: Gent
    what: {nl: "Een start, met koffie. En taart.", en: A start., ar: بداية.}
    source: {title: Bron, url: "https://www.opgroeien.be", checked: 2026-11-22}
messages:
  - id: hallo
    day: 1
    title: {nl: Dag, en: Hello, ar: مرحبًا}
    line: {nl: Dag dorp., en: Hello village., ar: مرحبًا.}
    page: bedankt
sources:
  - {title: Bron, url: "https://www.opgroeien.be", checked: 2026-11-22}
"""
DAY = """\
id: samen
day: 1
drawing: h2
cards: [even-samen]
sources:
  - {title: Bron, url: "https://www.opgroeien.be", checked: 2026-11-22}
"""
FRONT = "---\ntitle: Samen\nline: Met <velen> & zacht.\nwritten: 2026-11-22\nreview: nog-niet-nagelezen\nreview_due: 2027-11-22\n"
SOURCES = 'sources:\n  - {title: Bron, url: "https://www.radar.be/imh/", checked: 2026-11-22}\n'
DOING = "\n## Wat kan jij doen?\n" + "".join(f"- **{who}:** kijk even.\n" for who in AUDIENCES)


def write_campaign(root: Path) -> Path:
    """content/campaign with the year 2024, one day topic and the text of every day; gives the folder of the year."""
    year, every = root / "campaign" / "2024", root / "campaign" / "elke-dag"
    (year / "samen").mkdir(parents=True)
    every.mkdir()
    (year / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (year / "samen" / "day.yaml").write_text(DAY, encoding="utf-8")
    for code in CODES:
        (year / f"{code}.md").write_text(f"{FRONT}---\nEen week.\n", encoding="utf-8")
        (year / "samen" / f"{code}.md").write_text(f"{FRONT}---\nEen dag.\n{DOING}", encoding="utf-8")
        (every / f"{code}.md").write_text(f"{FRONT}{SOURCES}---\nWat het is.\n{DOING}", encoding="utf-8")
    words = "- id: dank\n  words: {nl: Dank je., en: Thank you., ar: شكرًا.}\n"
    (root / "campaign" / "bedankt.yaml").write_text(words, encoding="utf-8")
    return year
