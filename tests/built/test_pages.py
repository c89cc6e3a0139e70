"""What holds for every page: one subject, the right language, nothing dead, nothing of the framework."""

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from imh_parents.site.document import FRAMEWORK
from imh_parents.site.headers import csp_hash
from imh_parents.site.styles import FEATURES, strip_comments
from tests.built.html import Element, parse
from tests.samples import ROOT

pytestmark = pytest.mark.built

OWN = ("<script", "<style")  # ours, and held by tests of their own
MADE_BY_SCRIPT = {"nu"}  # the step on the road where the child is; the link to it is hidden until then
FETCHED = {("img", "src"), ("script", "src"), ("use", "href"), ("link", "href"), ("source", "src"), ("video", "src"), ("audio", "src"), ("iframe", "src")}
NOT_FETCHED = {"canonical", "alternate"}


def language_of(path: str) -> str:
    return path.split("/")[1] if path.split("/")[1] in ("en", "ar") else "nl"


def html(page: Element) -> Element:
    found = page.find("html")
    assert found
    return found


def meta(page: Element, name: str) -> str:
    found = page.find("meta", name=name)
    return found.attrs["content"] if found else ""


def rel(page: Element, name: str) -> str:
    found = page.find("link", rel=name)
    return found.attrs["href"] if found else ""


def hreflang(page: Element) -> dict[str, str]:
    return {one.attrs["hreflang"]: one.attrs["href"] for one in page.all("link") if "hreflang" in one.attrs}


def borrowed(page: Element) -> bool:
    """Is this a Dutch card on a page in another language?"""
    return page.find("p", id="vertaling") is not None


def test_language_and_direction_are_those_of_the_address(pages):
    found = {path: (html(page).attrs["lang"], html(page).attrs["dir"]) for path, page in pages.items()}
    assert found == {path: (language_of(path), "rtl" if language_of(path) == "ar" else "ltr") for path in pages}


def test_every_page_has_one_heading_of_the_first_level(pages):
    # Vandaag has another one, without words and out of sight, for the phone to fill.
    found = {path: len([one for one in page.all("h1") if one.text]) for path, page in pages.items()}
    assert found == dict.fromkeys(pages, 1)


def test_every_page_has_a_title_and_a_description(pages):
    without = [path for path, page in pages.items() if not page.find("title").text or not meta(page, "description")]
    assert without == []


def test_every_page_has_one_main_and_a_way_past_the_top(pages):
    found = {path: (len(list(page.all("main"))), page.find("a", href="#inhoud") is not None) for path, page in pages.items() if path != "/"}
    assert found == dict.fromkeys(found, (1, True))


def test_canonical_is_the_page_itself_and_of_a_borrowed_card_the_dutch_one(pages, origin):
    found = {path: rel(page, "canonical") for path, page in pages.items()}
    expected = {path: f"/nl/{path[4:]}" if borrowed(page) or path == "/" else path for path, page in pages.items()}
    assert found == {path: origin + of for path, of in expected.items()}


def test_only_pages_with_words_of_their_own_are_shown_to_search_engines(pages):
    hidden = {path for path, page in pages.items() if meta(page, "robots") == "noindex"}
    personal = {f"/{code}/{name}/" for code in ("nl", "en", "ar") for name in ("berichten", "bewaard", "instellingen", "set", "vragen")}
    drafts = {path for path in hidden if re.fullmatch(r"/\w+/week/\d{4}/.*", path)}  # a week that is still being planned
    assert hidden == {path for path, page in pages.items() if borrowed(page)} | personal | drafts | {"/niet-gevonden/"}


def test_every_page_names_itself_in_all_its_languages_and_the_others_name_it_back(pages, origin):
    indexed = {path for path, page in pages.items() if meta(page, "robots") != "noindex"} - {"/"}
    found = {path: hreflang(page) for path, page in pages.items() if path != "/"}
    expected = {path: {} for path in found}
    for path in indexed:
        rest = path.split("/", 2)[2]
        same = {code: origin + f"/{code}/{rest}" for code in ("nl", "en", "ar") if f"/{code}/{rest}" in indexed}
        expected[path] = same | {"x-default": same["nl"]} if len(same) > 1 or found[path] else {}  # a page in one language need not name itself
    assert found == expected


def test_no_link_inside_the_site_is_dead(pages, site):
    ids = {path: {one.attrs["id"] for one in page.all() if "id" in one.attrs} for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for one in page.all("a"):
            url = urlsplit(one.attrs.get("href", ""))
            target = url.path or path
            for_script = "=" in url.fragment  # what the page should start with, in the part that no server sees
            if url.scheme or url.netloc or (url.path == "" and url.fragment in MADE_BY_SCRIPT):
                continue
            if (target not in pages and not (site / target[1:]).is_file()) or (url.fragment and not for_script and url.fragment not in ids.get(target, ())):
                dead.append((path, one.attrs.get("href")))
    assert dead == []


def test_links_that_leave_the_site_are_calls_messages_or_open_beside_it(pages):
    beside = {"rel": "noopener noreferrer", "target": "_blank"}
    wrong = []
    for path, page in pages.items():
        for one in page.all("a"):
            scheme = urlsplit(one.attrs.get("href", "")).scheme
            if scheme not in ("", "tel", "sms", "mailto") and not (scheme in ("http", "https") and beside.items() <= one.attrs.items()):
                wrong.append((path, one.attrs))
    assert wrong == []


def test_a_page_fetches_only_files_of_the_site_itself(pages, site):
    wrong = []
    for path, page in pages.items():
        for one in page.all():
            for attribute in ("src", "href"):
                url = one.attrs.get(attribute, "")
                if (one.tag, attribute) not in FETCHED or one.attrs.get("rel") in NOT_FETCHED or not url:
                    continue
                if not (url.startswith("#") or (url.startswith("/") and (site / url[1:]).is_file())):
                    wrong.append((path, one.tag, url))
    assert wrong == []


def test_every_drawing_is_in_the_page_that_uses_it(pages):
    for path, page in pages.items():
        there = {one.attrs["id"] for one in page.all("symbol")}
        used = {one.attrs["href"].removeprefix("#") for one in page.all("use")}
        assert used == there, path


def test_ids_are_unique(pages):
    twice = {}
    for path, page in pages.items():
        counted = Counter(one.attrs["id"] for one in page.all() if "id" in one.attrs)
        twice |= {(path, name): count for name, count in counted.items() if count > 1}
    assert twice == {}


def test_every_dialog_has_a_name(pages):
    named: dict[tuple[str, str], str | None] = {}
    for path, page in pages.items():
        words = {one.attrs["id"]: one.text for one in page.all() if "id" in one.attrs}
        for one in page.all("dialog"):
            named[path, one.attrs["class"]] = one.attrs.get("aria-label") or words.get(one.attrs.get("aria-labelledby", ""))
            assert set(one.attrs.get("aria-describedby", "").split()) <= words.keys(), path
    assert named
    assert [place for place, name in named.items() if not name] == []


def test_the_only_inline_script_that_runs_is_the_one_the_policy_allows(pages, site):
    found = [(one.attrs.get("type"), "".join(map(str, one.inside))) for page in pages.values() for one in page.all("script")]
    assert {kind for kind, _ in found} == {"module", "application/ld+json"}
    inline = {csp_hash(text) for kind, text in found if kind == "module" and text}
    assert len(inline) == 1 and inline < allowed(site, "script-src")


def allowed(site: Path, name: str) -> set[str]:
    policy = json.loads((site / "_site.json").read_text())["policy"]
    return set(dict(part.split(" ", 1) for part in policy.split("; "))[name].split())


def test_structured_data_is_what_schema_org_calls_an_article_or_an_application(pages, origin):
    wrong = []
    for path, page in pages.items():
        for one in page.all("script"):
            if one.attrs.get("type") != "application/ld+json":
                continue
            data = json.loads(one.text)
            needed = {"Article": {"headline", "inLanguage", "datePublished", "citation", "publisher"}, "WebApplication": {"name", "applicationCategory"}}
            if data["@context"] != "https://schema.org" or not needed[data["@type"]] <= data.keys() or data["url"] != rel(page, "canonical"):
                wrong.append(path)
    assert wrong == []


def test_a_card_about_violence_gives_nothing_away(pages):
    """No telling words in the tab, the history, a shared link or a search engine's data."""
    shown = {"Een kaart voor jou", "A card for you", "بطاقة لك"}
    discreet = {path: page for path, page in pages.items() if page.find("title").text.split(" · ")[0] in shown}
    assert discreet, "there is no discreet card"
    assert [path for path, page in discreet.items() if page.find("script", type="application/ld+json")] == []
    assert {page.find("meta", property="og:title").attrs["content"] for page in discreet.values()} <= shown


def test_no_element_has_a_style_or_a_handler_of_its_own(pages):
    wrong = [(path, one.tag, name) for path, page in pages.items() for one in page.all() for name in one.attrs if name == "style" or name.startswith("on")]
    assert wrong == []


def test_every_page_carries_one_style_sheet_and_the_policy_allows_those(pages, site):
    doors = [parse(file.read_text(encoding="utf-8")) for file in (site / "desk").rglob("index.html")]  # the ways into the desk are pages like these
    hashes = {csp_hash("".join(map(str, one.inside))) for page in (*pages.values(), *doors) for one in page.all("style")}
    assert hashes == allowed(site, "style-src") - {"'self'"}
    assert {len(list(page.all("style"))) for page in pages.values()} == {1}


def test_every_page_carries_the_rules_of_its_own_classes(pages):
    """Each class that a sheet of a feature dresses is dressed on every page that uses it."""
    dressed = set().union(*(classes_in((ROOT / "assets" / "styles" / f"{name}.css").read_text(encoding="utf-8")) for name in FEATURES))
    bare = {}
    for path, page in pages.items():
        used = {name for one in page.all() for name in one.classes} & dressed
        if missing := used - classes_in("".join(one.text for one in page.all("style"))):
            bare[path] = missing
    assert bare == {}


def classes_in(css: str) -> set[str]:
    return set(re.findall(r"[.]([a-zA-Z][\w-]*)", re.sub(r"\{[^{}]*\}", " ", strip_comments(css))))


def test_nothing_of_the_framework_is_left(site: Path):
    """Only the desk is alive, and its scripts lie apart."""
    left = []
    for file in sorted(file for file in site.rglob("*.html") if file.relative_to(site).parts[0] != "desk"):
        text = file.read_text(encoding="utf-8")
        left += [(file.name, word) for word in FRAMEWORK if word not in OWN and word in text]
    assert left == []
    assert {path.name for path in site.iterdir() if path.suffix not in (".br", ".gz")} <= {
        *("nl", "en", "ar", "_druk", "assets", "desk", "dorp", "drawings", "druk", "fonts", "icons", "js", "pak", "screenshots", "niet-gevonden"),
        *("index.html", "404.html", "__spa-fallback.html", "_shelf.json", "_site.json", "robots.txt", "set.json", "sitemap.xml", "sw.js"),
    }


def test_a_bare_file_server_shows_the_same_lost_page(site: Path):
    assert (site / "404.html").read_bytes() == (site / "niet-gevonden" / "index.html").read_bytes()
