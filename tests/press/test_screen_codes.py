"""A code as the nurse's own screen draws it, read back: a hundred sets at random, at the size of a phone's screen."""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from imh_parents.nurse.code import NurseSet, decode, encode
from tests.press.paper import scanned
from tests.samples import ROOT

# As web/qr.js asks for it: rows of 0 and 1.
DRAW = """
import { correction, generate } from "lean-qr";
const links = await Bun.stdin.json();
const rows = (code) => Array.from({ length: code.size }, (_, y) => Array.from({ length: code.size }, (_, x) => Number(code.get(x, y))));
console.log(JSON.stringify(links.map((link) => rows(generate(link, { maxVersion: 30, minCorrectionLevel: correction.M })))));
"""
LARGEST = 4 * 6 + 17  # squares of version 6
QUIET, SQUARE = 4, 6  # a code of 41 squares takes 294 CSS pixels of a phone's 360


@pytest.fixture(scope="module")
def bun() -> str:
    found = shutil.which("bun", path=str(Path(sys.executable).parent)) or shutil.which("bun")
    assert found, "bun comes with the Python packages"
    return found


def test_a_hundred_sets_are_scanned_from_a_screen(bun):
    chance = random.Random(7)
    sets = []
    for _ in range(100):
        lines = chance.randint(0, 4)
        pick = [tuple(chance.sample(range(1, 16384), count)) for count in (chance.randint(1, 6), lines, chance.randint(0, 4 - lines))]
        sets.append(NurseSet(chance.choice(["nl", "en", "ar", "uk"]), *pick, moment=chance.randint(0, 20), note=chance.choice([0, 3])))
    sets.append(NurseSet("ar", tuple(range(16378, 16384)), (), tuple(range(16000, 16004)), moment=15))
    links = [f"https://goedgenoeg.example/{one.language}/set/#{encode(one)}" for one in sets]
    done = subprocess.run([bun, "-e", DRAW], cwd=ROOT / "tests" / "web", input=json.dumps(links), capture_output=True, text=True, check=True)
    for one, link, rows in zip(sets, links, json.loads(done.stdout), strict=True):
        assert len(rows) <= LARGEST
        image = Image.new("L", (len(rows) + 2 * QUIET,) * 2, 255)
        white = [255] * image.width * QUIET
        image.putdata(white + [pixel for row in rows for pixel in [255] * QUIET + [0 if dark else 255 for dark in row] + [255] * QUIET] + white)
        (code,) = scanned(image.resize((image.width * SQUARE,) * 2, Image.Resampling.NEAREST))
        assert code.text == link
        assert decode(link.partition("#")[2]) == (one, "")
