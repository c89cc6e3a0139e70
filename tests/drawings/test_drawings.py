"""The drawings on disk are the drawings the tool draws, and they keep to the rules that pages and the CSP count on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from imh_parents.drawings.app_icon import badge, favicon, flat_svg, icon, maskable
from imh_parents.drawings.catalogue import drawings, write_all
from imh_parents.drawings.icons_png import write_svgs
from imh_parents.drawings.palette import LIGHT

ROOT = Path(__file__).parents[2]
ON_DISK = ROOT / "assets" / "drawings"
ICONS = ROOT / "assets" / "icons"

THEMES = [
    "troosten",
    "slapen",
    "eten",
    "praten",
    "veilig",
    "gevoelens",
    "ouder",
    "samen",
    "herstellen",
    "dorp",
    "verlies",
    "veilig-thuis",
]
BANDS = [f"band-{n:02}" for n in range(1, 15)]
MOMENTS = ["leeg", "stapper", "leg-neer", "knoop", "merk", "nacht", "niet-gevonden", "offline", "leeg-bewaard", "fam", "app-icon"]
SCENES = ["sc-dusk", "sc-strip", "sc-ring", "sc-bend", "sc-bend-gone"]
HOUSES = [f"h{n}{light}" for n in range(1, 7) for light in ("", "-uit")]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {d.name: d.svg() for d in drawings()}


def test_regenerating_gives_the_files_on_disk(tmp_path: Path) -> None:
    names = write_all(tmp_path)
    assert sorted(p.stem for p in ON_DISK.glob("*.svg")) == sorted(names)
    for name in names:
        assert (tmp_path / f"{name}.svg").read_bytes() == (ON_DISK / f"{name}.svg").read_bytes(), name


def test_regenerating_gives_the_icon_svgs_on_disk(tmp_path: Path) -> None:
    write_svgs(tmp_path)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (ICONS / made.name).read_bytes(), made.name


def test_names_are_unique() -> None:
    names = [d.name for d in drawings()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", [*(f"th-{t}" for t in THEMES), *BANDS, *MOMENTS, *SCENES, *HOUSES])
def test_every_drawing_pages_ask_for_exists(files: dict[str, str], name: str) -> None:
    assert name in files


def test_each_file_works_as_use_and_as_img(files: dict[str, str]) -> None:
    for name, svg in files.items():
        assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="'), name
        assert f'<symbol id="{name}" viewBox="' in svg, name
        assert svg.endswith(f'</symbol><use href="#{name}"/></svg>\n'), name


def test_no_inline_style(files: dict[str, str]) -> None:
    for name, svg in files.items():
        assert "style" not in svg.replace(name, ""), name


def test_every_colour_is_a_token_with_its_light_value(files: dict[str, str]) -> None:
    for name, svg in files.items():
        for token, value in re.findall(r"var\(--([\w-]+), (#[0-9a-f]{6})\)", svg):
            assert LIGHT[token] == value, name
        bare = re.sub(r"var\(--[\w-]+, #[0-9a-f]{6}\)", "", svg)
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![\w-])", bare.replace(f'"#{name}"', "")), name


def test_line_icons_take_the_colour_of_the_text(files: dict[str, str]) -> None:
    for name, svg in files.items():
        if name.startswith("i-"):
            assert 'stroke="currentColor"' in svg and "var(" not in svg, name


def test_sizes_stay_small(files: dict[str, str]) -> None:
    for name, svg in files.items():
        limit = 600 if name.startswith("i-") else 16_000 if name.startswith("sc-") or name == "fam" else 5_900
        assert len(svg.encode()) <= limit, (name, len(svg))
    pictures = [len(svg) for name, svg in files.items() if name.startswith(("th-", "band-"))]
    assert sum(pictures) / len(pictures) <= 3_700


def test_app_icons_have_plain_colours_only() -> None:
    for make in (icon, maskable, favicon, badge):
        assert "var(" not in flat_svg(make())


def test_all_png_sizes_are_there_and_light() -> None:
    pngs = {p.stem: p for p in ICONS.glob("*.png")}
    assert {"icon-192", "icon-512", "icon-maskable-192", "icon-maskable-512", "apple-touch-icon", "badge-96"} <= set(pngs)
    assert sum(p.stat().st_size for p in pngs.values()) <= 60_000
    for stem, size in (("icon-192", 192), ("icon-512", 512), ("apple-touch-icon", 180), ("badge-96", 96)):
        head = pngs[stem].read_bytes()[:24]
        assert head.startswith(b"\x89PNG") and int.from_bytes(head[16:20], "big") == size
