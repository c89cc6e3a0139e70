import re
from pathlib import Path

import pytest

from imh_parents.site.styles import DESK, FEATURES, NIGHT, ORDER, dark_by_itself, large_by_choice, minify, stylesheet
from tests.samples import ROOT

STYLES = ROOT / "assets" / "styles"
DARK = "@media screen and (prefers-color-scheme:dark)"


def test_every_sheet_is_in_the_order() -> None:
    assert {path.stem for path in STYLES.glob("*.css")} == set(ORDER) | set(DESK)


def test_sheets_come_in_order_with_their_fonts(tmp_path: Path) -> None:
    for name in ORDER:
        (tmp_path / f"{name}.css").write_text(f".{name} {{ src: url(/fonts/latin.woff2); }}\n")
    css = stylesheet(tmp_path, {"latin.woff2": "/fonts/latin-1.woff2"})
    assert css == "".join(f".{name}{{src:url(/fonts/latin-1.woff2)}}" for name in ORDER) + "@media screen and (prefers-color-scheme:dark){}"


def test_night_is_repeated_for_phones_that_are_dark_by_themselves() -> None:
    css = """
/* [data-theme="night"] x { a: b } */
a { color: red; }
[data-theme="night"] {
  --paper: black;
}
[data-theme="night"] .a, [data-theme="night"] .b { color: blue; }
@media (max-width: 17em) {
  .c { color: red; }
  [data-theme="night"] .c { color: green; }
}
"""
    assert minify(dark_by_itself(css)) == (
        f"{DARK}{{:root:not([data-theme]){{--paper:black}}:root:not([data-theme]) .a,:root:not([data-theme]) .b{{color:blue}}"
        "@media (max-width:17em){:root:not([data-theme]) .c{color:green}}}"
    )


def test_every_night_rule_of_ours_is_repeated() -> None:
    plain, dark = stylesheet(STYLES, {}).split(DARK)
    night = re.findall(r"([^{}]*" + re.escape(NIGHT) + r"[^{}]*)\{([^{}]*)\}", plain)
    repeated = re.findall(r"([^{}]*:root:not\(\[data-theme\]\)[^{}]*)\{([^{}]*)\}", dark)
    assert sorted((selector.replace(NIGHT, ":root:not([data-theme])"), rules) for selector, rules in night) == sorted(repeated)
    assert len(night) > 20


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a { color: red; }\n\nb > c,\nd { margin: 0 1px; }", "a{color:red}b>c,d{margin:0 1px}"),
        ("/* weg */ a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        ("a :is(b, c) { x: y }", "a :is(b,c){x:y}"),
    ],
)
def test_minify_keeps_what_it_means(css: str, small: str) -> None:
    assert minify(css) == small


def test_minify_twice_changes_nothing() -> None:
    css = stylesheet(STYLES, {})
    assert minify(css) == css


def test_a_page_gets_the_sheets_it_names_in_the_order_of_all(tmp_path: Path) -> None:
    for name in ORDER:
        (tmp_path / f"{name}.css").write_text(f".{name} {{ order: 1 }}")
    assert re.findall(r"[.]([a-z]+)", stylesheet(tmp_path, {}, ("week", "road"))) == [
        name for name in ORDER if name not in FEATURES or name in ("road", "week")
    ]


def test_narrow_windows_are_repeated_for_letters_made_larger_in_the_app():
    css = ':root { --a: 1; }\n@media (max-width: 17em) {\n  :root { --a: 2; }\n  .tile, :is(.a, .b) p { color: red; }\n  [dir="rtl"] .x { color: red; }\n}\n'
    size = ':root[data-text="200"]'
    expected = f'@media (max-width: 34em) {{{size}{{ --a: 2; }}{size} .tile,{size} :is(.a, .b) p{{ color: red; }}{size}[dir="rtl"] .x{{ color: red; }}}}'
    assert large_by_choice(css).endswith(expected)
    assert large_by_choice(css).count("@media") == 3
