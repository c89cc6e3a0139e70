import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.errors import BuildError
from imh_parents.site.document import FRAMEWORK, body, document, head, inline_drawings, structured
from tests.samples import frame, page

PRERENDERED = '<!doctype html><html><head></head><body class="x"><div class="phone"><main id="inhoud">{}</main></div><script>window.__x</script></body></html>'
HOSTILE = "\"><script>alert(1)</script>&'</title>"
TEXTS = st.one_of(st.just(HOSTILE), st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1))


class Seen(HTMLParser):
    """What a browser makes of a document: the title, the metas, and every element that was opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = ""
        self.metas: dict[str, str] = {}
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        if tag == "meta":
            self.metas[values.get("name") or values.get("property") or ""] = values.get("content") or ""

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["title"]:
            self.title += data


def test_body_is_the_markup_before_the_framework_begins() -> None:
    assert body(PRERENDERED.format("<p>woord</p>"), "/nl/") == '<div class="phone"><main id="inhoud"><p>woord</p></main></div>'


def test_noise_of_the_framework_is_taken_away() -> None:
    noisy = '<p class="">een<!-- --> twee</p><svg focusable="false"></svg><div class="rx-Html prose"></div>'
    assert body(PRERENDERED.format(noisy), "/nl/") == '<div class="phone"><main id="inhoud"><p>een twee</p><svg></svg><div class="prose"></div></main></div>'


@pytest.mark.parametrize("word", [word for word in FRAMEWORK if word != "<script"])
def test_trace_of_the_framework_stops_the_build(word: str) -> None:
    with pytest.raises(BuildError) as caught:
        body(PRERENDERED.format(f"<p>{word}</p>"), "/nl/hulp/")
    assert str(caught.value) == f"/nl/hulp/: Reflex's output changed, {word!r} is left in a parents' page"


@pytest.mark.parametrize("html", ["", "<body><main></main></body>", "<body><p>laden</p><script></script></body>", "<main></main><script></script>"])
def test_output_that_is_no_prerendered_page_stops_the_build(html: str) -> None:
    with pytest.raises(BuildError, match=r"^/nl/: no prerendered page found in Reflex's output$"):
        body(html, "/nl/")


def test_document_is_whole() -> None:
    html = document(page(scripts=("today",), language="ar", path="/ar/x/"), "<main>woord</main>", frame())
    assert html.startswith('<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">')
    assert '<link rel="preload" href="/fonts/arabic.woff2" as="font" type="font/woff2" crossorigin>' in html
    assert re.findall(r"<script[^>]*>", html) == ['<script type="module" src="/js/main.js">', '<script type="module" src="/js/today.js">']
    assert html.count("<style>a{color:red}</style>") == 1
    assert '<link rel="manifest" href="/ar/manifest.webmanifest">' in html
    assert html.endswith('<body><main>woord</main><svg hidden aria-hidden="true" width="0" height="0"></svg></body></html>')


def test_a_page_to_read_starts_its_scripts_after_its_words_and_asks_for_nothing_before() -> None:
    html = document(page(sheets=("week",)), "<main>woord</main>", frame())
    assert html.endswith("</svg><script type=\"module\">import('/js/main.js')</script></body></html>")
    assert "<style>b{color:blue}</style>" in html
    assert re.findall(r'rel="(manifest|modulepreload)"|<script[^>]* src=', html) == []


@given(TEXTS, TEXTS)
def test_title_and_description_reach_the_reader_unchanged_and_open_nothing(title: str, description: str) -> None:
    plain = Seen(document(page(), "<main></main>", frame())).tags
    seen = Seen(document(page(title=title, description=description), "<main></main>", frame()))
    assert (seen.title, seen.metas["description"]) == (f"{title} · Goed Genoeg", description)
    assert (seen.metas["og:title"], seen.metas["og:description"]) == (title, description)
    assert seen.tags == plain


def test_title_that_is_the_name_stands_alone() -> None:
    assert Seen(head(page(title="Goed Genoeg"), frame())).title == "Goed Genoeg"


def test_canonical_is_the_page_or_the_one_it_repeats() -> None:
    assert '<link rel="canonical" href="https://goed.example/nl/x/">' in head(page(), frame())
    assert '<link rel="canonical" href="https://goed.example/nl/x/">' in head(page(path="/ar/x/", language="ar", source="/nl/x/"), frame())


def test_alternates_are_listed_with_dutch_as_default() -> None:
    html = head(page(alternates={"nl": "/nl/x/", "en": "/en/x/"}), frame())
    assert re.findall(r'hreflang="([\w-]+)" href="([^"]+)"', html) == [
        ("nl", "https://goed.example/nl/x/"),
        ("en", "https://goed.example/en/x/"),
        ("x-default", "https://goed.example/nl/x/"),
    ]


def test_what_can_be_followed_is_an_alternate_with_its_type() -> None:
    html = head(page(title="A & B", feeds={"/nl/x/feed.xml": "application/atom+xml"}), frame())
    assert '<link rel="alternate" type="application/atom+xml" title="A &amp; B" href="/nl/x/feed.xml">' in html


def test_page_that_is_not_indexed_says_so_and_lists_no_alternates() -> None:
    html = head(page(indexed=False, alternates={"nl": "/nl/x/"}), frame())
    assert '<meta name="robots" content="noindex">' in html
    assert "hreflang" not in html
    assert "noindex" not in head(page(), frame())


def test_page_without_data_has_no_structured_data() -> None:
    assert structured(page(), frame()) == ""


@given(TEXTS)
def test_structured_data_says_what_it_was_given_and_cannot_close_its_script(words: str) -> None:
    html = structured(page(kind="article", data={"@type": "Article", "headline": words + "</script><!--"}), frame())
    assert html.startswith('<script type="application/ld+json">')
    inner = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": words + "</script><!--",
        "url": "https://goed.example/nl/x/",
        "publisher": {"@type": "Organization", "name": "Goed Genoeg", "url": "https://goed.example"},
    }


def test_drawings_are_inlined_once_and_only_those_used() -> None:
    use = '<svg><use href="/drawings/i-bel.svg#i-bel"></use></svg>'
    inner = '<svg><use href="#i-bel"></use></svg>'
    sprite = '<svg hidden aria-hidden="true" width="0" height="0"><symbol id="i-bel"><path d="M0 0"/></symbol></svg>'
    assert inline_drawings(f"<main>{use}{use}</main>", frame().symbols, "/nl/") == f"<main>{inner}{inner}</main>{sprite}"


def test_drawing_that_does_not_exist_stops_the_build() -> None:
    with pytest.raises(BuildError, match=r"^/nl/: there is no drawing i-weg in assets/drawings$"):
        inline_drawings('<use href="/drawings/i-weg.svg#i-weg">', frame().symbols, "/nl/")
