"""HTML that follows the standard, by html-validate: one page of every kind in every language, and all Dutch cards."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from imh_parents.settings import ROOT
from tests.templates import CODES, templates

pytestmark = pytest.mark.built

WEB = ROOT / "tests" / "web"
LOOSENED = {
    "attr-case": "React writes autoComplete; HTML does not mind",
    "attribute-boolean-style": 'React writes required=""',
    "attribute-empty-style": 'React writes hidden=""',
    "doctype-style": "lower case is as good",
    "empty-heading": "Vandaag holds headings the phone fills before they are seen; test_pages counts the others",
    "form-dup-name": "tick boxes of one question share a name",
    "no-implicit-button-type": "in a dialog's form submit is what a button should do",
    "no-implicit-input-type": "text is what a name field should be",
    "tel-non-breaking": "bdi keeps a number on one line, in the style sheet",
    "valid-id": "a contact moment is called 2w, in its address too",
    "void-style": "React writes <br/>",
    "wcag/h32": "choices that act at once have nothing to submit",
}


def test_every_loosened_rule_has_a_reason():
    config = json.loads((WEB / ".htmlvalidate.json").read_text())
    assert config["rules"].keys() == LOOSENED.keys()


def test_pages_are_valid_html(site: Path, tmp_path: Path):
    files = {site / code / tail / "index.html" for code in CODES for tail in templates(site).values()}
    files |= {*site.glob("nl/kaart/*/index.html"), site / "index.html", site / "niet-gevonden" / "index.html"}
    bun = Path(sys.executable).with_name("bun")
    report = tmp_path / "found.json"
    command = [bun, "--bun", "node_modules/.bin/html-validate", "--config", ".htmlvalidate.json", "--formatter", f"json={report}"]
    subprocess.run([*command, *sorted(files)], cwd=WEB, capture_output=True, check=False)
    reports = json.loads(report.read_text(encoding="utf-8"))
    found = [(Path(page["filePath"]).parent.name, fault["ruleId"], fault["message"], fault["selector"]) for page in reports for fault in page["messages"]]
    assert found == []
