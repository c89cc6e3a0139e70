import json
from pathlib import Path

import pytest

from imh_parents.errors import BuildError
from imh_parents.site.headers import SECURITY, content_security_policy, csp_hash, headers_for, printed

POLICY = (
    f"default-src 'none'; script-src 'self' {csp_hash('s')}; style-src 'self' {csp_hash('b')} {csp_hash('a')}; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_policy_allows_this_site_and_what_it_inlines_only() -> None:
    assert content_security_policy(["a", "b"], "s") == POLICY


def test_hash_is_that_of_the_csp_specification() -> None:
    assert csp_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize("path", ["/", "/nl/", "/nl/kaart/x/"])
def test_pages_carry_the_policy_and_are_asked_again(path: str) -> None:
    assert headers_for(path, POLICY) == {"cache-control": "no-cache", "vary": "accept-encoding", **SECURITY, "content-security-policy": POLICY}


@pytest.mark.parametrize("path", ["/js/main-1.js", "/fonts/latin-1.woff2", "/pak/nl-1.json"])
def test_names_with_a_hash_are_kept_for_a_year(path: str) -> None:
    assert headers_for(path, "x") == {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding", **SECURITY}


@pytest.mark.parametrize("path", ["/sw.js", "/nl/kaarten.json", "/robots.txt"])
def test_other_files_are_asked_again_without_a_policy(path: str) -> None:
    assert headers_for(path, "x") == {"cache-control": "no-cache", "vary": "accept-encoding", **SECURITY}


def test_headers_can_be_printed_for_another_server(tmp_path: Path) -> None:
    (tmp_path / "_site.json").write_text(json.dumps({"policy": POLICY}))
    pages, forever, rest = printed(tmp_path).split("\n\n")
    assert pages.splitlines()[-1] == f"content-security-policy: {POLICY}"
    assert forever.splitlines()[1] == "cache-control: public, max-age=31536000, immutable"
    assert rest.splitlines()[1:] == [f"{name}: {value}" for name, value in headers_for("/sw.js", "x").items()]


def test_headers_of_a_site_that_is_not_built_cannot_be_printed(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^There is no built site in "):
        printed(tmp_path)
