from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.content.markdown import Item, Section, links, sections

HARMLESS = {"p", "strong", "em", "a", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "code"}
BODY = """\
Een **dag** met
twee regels.

## Probeer nu
Kijk *even*.

## Wie kan helpen
- **Je dorp:** bel een buur:
  ‘Kom je?’
- **Dichtbij:** lees [deze kaart](kaart:niets-helpt) & meer.
"""


class Tags(HTMLParser):
    """Every element and attribute a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes += attrs


def html_of(body: str) -> str:
    return "\n".join(part.html for part in sections(body)) + "".join(item.html for part in sections(body) for item in part.items)


def test_sections_are_cut_at_headings_with_their_lines() -> None:
    opening, attempt, help_ = sections(BODY, first_line=9)
    assert opening == Section("", "<p>Een <strong>dag</strong> met\ntwee regels.</p>", "Een dag met twee regels.", 9)
    assert attempt == Section("Probeer nu", "<p>Kijk <em>even</em>.</p>", "Kijk even.", 12)
    assert (help_.heading, help_.line) == ("Wie kan helpen", 15)
    assert help_.text == "Je dorp: bel een buur: ‘Kom je?’\nDichtbij: lees deze kaart & meer."


def test_items_are_the_lines_with_a_bold_label_and_begin_a_sentence() -> None:
    assert sections(BODY)[2].items == (
        Item("Je dorp", "Bel een buur:\n‘Kom je?’", "Bel een buur: ‘Kom je?’"),
        Item("Dichtbij", 'Lees <a href="kaart:niets-helpt">deze kaart</a> &amp; meer.', "Lees deze kaart & meer."),
    )


def test_line_without_label_is_no_item() -> None:
    assert sections("- zomaar\n- **Verder:** ja")[0].items == (Item("Verder", "Ja", "Ja"),)


def test_body_that_begins_with_a_heading_has_an_empty_opening() -> None:
    assert [(part.heading, part.text) for part in sections("## Kop\nwoord")] == [("", ""), ("Kop", "woord")]


def test_empty_body_is_one_empty_section() -> None:
    assert sections("", 4) == (Section("", "", "", 4),)


def test_links_are_slugs_of_cards_only() -> None:
    assert links(sections(BODY)[2].html + ' href="https://www.112.be"') == ("niets-helpt",)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("![foto](https://evil.example/x.png)", '<p>!<a href="https://evil.example/x.png">foto</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](JaVaScRiPt:alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>"),
        ("[x](&#106;avascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,hi)", "<p>[x](data:text/html,hi)</p>"),
        ("[x](vbscript:hi)", "<p>[x](vbscript:hi)</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ('[x](https://a.be/"onclick="alert(1))', '<p><a href="https://a.be/%22onclick=%22alert(1)">x</a></p>'),
        ('[x](https://a.be "t\\"><script>")', '<p><a href="https://a.be" title="t&quot;&gt;&lt;script&gt;">x</a></p>'),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("```\n<b>\n```", "<p><code>&lt;b&gt;</code></p>"),
        ("    <b>ingesprongen", "<p>&lt;b&gt;ingesprongen</p>"),
        ("<!-- stil -->", "<p>&lt;!-- stil --&gt;</p>"),
    ],
)
def test_raw_html_and_scripts_never_come_through(body: str, html: str) -> None:
    assert html_of(body) == html


PIECES = ("<script>", "</p>", "<img src=x onerror=y>", "<svg/onload=z>", "[x](", "javascript:a", "data:text/html,b", "&#106;avascript:", "&lt;", ")", "![", "]")
MARKS = ('"', "'", "**", "*", "`", "```", "- ", "## ", "\n", "\n\n", "    ", "> ", "<", ">", "\\", "[a]: javascript:c\n", "[a]", "woord ", "<a href=x>")


@given(st.lists(st.sampled_from([*PIECES, *MARKS]), max_size=14).map("".join))
def test_whatever_is_written_only_harmless_elements_come_out(body: str) -> None:
    seen = Tags(html_of(body))
    assert seen.found <= HARMLESS
    assert {name for name, _ in seen.attributes} <= {"href", "title", "start"}
    assert not [value for name, value in seen.attributes if name == "href" and (value or "").lower().lstrip().startswith(("javascript:", "data:", "vbscript:"))]
