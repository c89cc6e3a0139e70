"""Who imports whom, how large a file may grow, and where colours, styles and words may stand.

Lower never imports higher. What a file is called says where it stands:

    0  errors, settings, i18n, faults
    1  content
    2  pure files of the features: ages, bands, models, order, checks, ...
    3  what reads or writes files or a database: read, curated, importers, tables, db, what the parts of the API share; library, which joins them, and
       shelf, what the server may know of it; press, which sets paper
    4  ui
    5  labels, index, feeds, leaflet, printed, api, and the modules with pages or parts of one (PAGES)
    6  site, pages, app, the command lines

imh_parents.drawings is a tool beside the app: it imports nothing of it, and of the tool the app knows only the palette.
"""

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from imh_parents.i18n.catalogue import FOLDER, _read, extract
from imh_parents.i18n.languages import CODES
from tests.samples import ROOT

PACKAGE = ROOT / "imh_parents"
FEATURES = ("cards", "children", "village", "home", "campaign", "push", "nurse", "people", "desk", "links")  # a page is only one when it is in PAGES
LAYERS = {
    "errors": 0,
    "settings": 0,
    "i18n": 0,
    "faults": 0,
    "drawings.palette": 0,
    "content": 1,
    "api": 3,
    "db": 3,
    "library": 3,
    "press": 3,
    "shelf": 3,
    "ui": 4,
    "site": 6,
    "pages": 6,
    "app": 6,
    "__main__": 6,
}
READERS = ("read", "database", "curated", "tables", "store", "publish", "files", "importers", "importing", "merges")
READERS += ("audience", "keys", "outbox", "closing", "tending", "control", "sender", "post", "worker", "reach", "subscribers", "planning", "progress", "trying")
READERS += ("checking",)
READERS += ("care", "reports", "rounds", "pairs", "sources")
PAGES = {
    "cards": ("pages", "discover", "view", "who", "words"),
    "children": ("pages",),
    "village": ("pages", "asking", "finder", "mine", "towns", "maker", "parents", "stickers"),
    "nurse": ("pages", "maker", "maker_words", "paper", "parents", "stickers"),
    "campaign": ("pages", "doing", "poster_page", "strip", "thanks_card", "thanks_page", "year_page"),
    "home": ("pages", "about", "settings_page", "told"),
    "push": ("pages", "opt_in"),
    "desk": (
        *("pages", "page", "parts", "frame", "connection", "state", "guard", "tabs", "entry"),
        *("home_state", "home_page", "users_state", "users_page", "me_state", "me_page", "log_state", "log_page"),
        *(
            "campaign_fields",
            "campaign_words",
            "campaign_state",
            "campaign_page",
            "campaign_editor",
            "month_state",
            "live_state",
            "trial_state",
            "every",
            "phone",
        ),
        *("sets_state", "sets_page", "set_state", "set_page"),
        *("content_state", "content_page"),
        *(
            "village_words",
            "village_parts",
            "village_page",
            "village_state",
            "village_run",
            "village_round_state",
            "village_pairs_state",
            "village_imports_state",
        ),
    ),
}
ABOVE = ("labels", "index", "feeds", "leaflet", "printed", "api", "api_query", "openapi", "door", "attention")
REFLEX = ("reflex", "reflex_components_core")
SHARED = ("children.ages", "children.bands", "cards.models", "cards.labels", "campaign.models", "village.models")  # features that other features may know
LINES, STATEMENT = 250, 40
HEX = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w-])", re.I)


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, tuple[str, ast.Module]]:
    """Source and tree of every module, by its name without `imh_parents`; empty packages left out."""
    texts = {name_of(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")) if path.stat().st_size}
    return {name: (text, ast.parse(text)) for name, text in texts.items()}


def imports(name: str, tree: ast.AST) -> set[str]:
    """Every module that `name` imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            around = f"imh_parents.{name}".split(".")[: -node.level] if node.level else []
            module = ".".join([*around, *([node.module] if node.module else [])])
            found |= {_named(module, alias.name) for alias in node.names}
    return found


def _named(module: str, name: str) -> str:
    whole = f"{module}.{name}"
    return whole if whole.removeprefix("imh_parents.") in modules() else module


@cache
def graph() -> dict[str, set[str]]:
    """Our own modules by the modules that import them."""
    return {
        name: {other.removeprefix("imh_parents.") for other in imports(name, tree) if other.startswith("imh_parents.")} for name, (_, tree) in modules().items()
    }


def layer(name: str) -> int | None:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if (found := LAYERS.get(".".join(parts[:length]))) is not None:
            return found
    if parts[0] not in FEATURES:
        return None
    if parts[-1] == "cli":
        return 6
    return 5 if parts[-1] in ABOVE or is_page(name) else 3 if set(parts) & set(READERS) else 2


def is_page(name: str) -> bool:
    feature, _, module = name.partition(".")
    return module in PAGES.get(feature, ())


def of_app() -> dict[str, set[str]]:
    return {name: others for name, others in graph().items() if name.split(".")[0] != "drawings"}


def test_every_module_has_a_layer() -> None:
    assert [name for name in of_app() if layer(name) is None] == []


def test_lower_never_imports_higher() -> None:
    wrong = [f"{name} -> {other}" for name, others in of_app().items() for other in others if (layer(other) or 0) > (layer(name) or 0)]
    assert sorted(wrong) == []


def test_nothing_imports_in_a_circle() -> None:
    TopologicalSorter(graph()).prepare()  # CycleError names the circle


def test_features_below_the_pages_know_only_what_is_shared() -> None:
    wrong = [
        f"{name} -> {other}"
        for name, others in of_app().items()
        for other in others
        if {name.split(".")[0], other.split(".")[0]} <= set(FEATURES) and name.split(".")[0] != other.split(".")[0]
        if (layer(name) or 0) < 5 and other not in SHARED
    ]
    assert sorted(wrong) == []


def test_drawings_stand_beside_the_app() -> None:
    inside = {name for name in graph() if name.split(".")[0] == "drawings"}
    assert {other for name in inside for other in graph()[name]} <= inside
    assert {other for others in of_app().values() for other in others & inside} <= {"drawings.palette"}


def test_reflex_is_only_known_to_pages_ui_plugin_and_app() -> None:
    users = [name for name, (_, tree) in modules().items() if any(other.split(".")[0] in REFLEX for other in imports(name, tree))]
    allowed = [name for name in users if name.startswith("ui.") or is_page(name) or name in ("site.plugin", "app")]
    assert users == allowed


def test_import_inside_a_function_says_why() -> None:
    silent = []
    for name, (text, tree) in modules().items():
        lines = text.splitlines()
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    above, here = lines[node.lineno - 2].strip(), lines[node.lineno - 1]
                    reason = above.removeprefix("#") if above.startswith("#") else here.partition("# noqa: PLC0415")[2]
                    if len(reason) < 10:
                        silent.append(f"{name}:{node.lineno}")
    assert silent == []


def test_modules_stay_short() -> None:
    assert {name: count for name, (text, _) in modules().items() if (count := len(text.splitlines())) > LINES} == {}


def test_functions_stay_short() -> None:
    long = {}
    for name, (_, tree) in modules().items():
        if name.split(".")[0] == "drawings" or ".migrations." in name:  # data, and what Alembic wrote
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (size := (node.end_lineno or 0) - node.lineno + 1) > STATEMENT:
                long[f"{name}.{node.name}"] = size
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, (_, tree) in modules().items() if not ast.get_docstring(tree) and ".migrations." not in name] == []


def test_colours_stand_in_the_tokens_only() -> None:
    """In print paper is white and ink black; a QR code keeps its own two colours at night, or no camera reads it."""
    wrong = []
    for path in sorted((ROOT / "assets" / "styles").glob("*.css")):
        css = path.read_text(encoding="utf-8")
        printed = "".join(re.findall(r"^@media print \{.*?^\}", css, re.M | re.S))
        for line in css.splitlines() if path.name != "tokens.css" else ():
            if "qr" not in line.partition("{")[0]:
                wrong += [f"{path.name}: {colour}" for colour in HEX.findall(line) if not (line in printed and colour in ("#fff", "#000"))]
    assert wrong == []


def test_no_component_carries_its_own_style() -> None:
    wrong = []
    for name, (_, tree) in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and any(keyword.arg == "style" for keyword in node.keywords) and layer(name) in (4, 5):
                wrong.append(f"{name}:{node.lineno}")
    assert wrong == []


def test_words_are_given_to_t_as_they_stand() -> None:
    """`t(variable)` cannot be extracted, nor can `t("…")` inside an f-string before Python 3.12, so nobody would ever translate it."""
    wrong = []
    for name, (_, tree) in modules().items():
        hidden = {call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in _said(node)}
        for node in _said(tree):
            first = node.args[0] if node.args else None
            if node in hidden or not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                wrong.append(f"{name}:{node.lineno}")
    assert wrong == []


def _said(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t"]


@pytest.mark.parametrize("code", CODES[1:])
def test_every_text_of_the_code_stands_in_the_catalogues(code: str) -> None:
    catalogue = _read(FOLDER, code)
    assert catalogue is not None
    assert sorted(str(message.id) for message in extract() if message.id and message.id not in catalogue) == []
