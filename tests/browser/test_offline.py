"""One visit is enough: after that everything is on the phone, and it renews itself."""

import hashlib
import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import NOON, NOOR, family, tiles, wait_until, wait_until_kept
from tests.own_server import OwnServer, own_server

pytestmark = pytest.mark.browser

REFUSED = ("ERR_CONNECTION_REFUSED",)  # the browser says so itself when it looks for a newer worker


def listed(site: Path, *parts: str) -> dict[str, str]:
    """What the service worker of a built site keeps of these parts, by address."""
    known = json.loads((site / "sw.js").read_text(encoding="utf-8").partition("\n")[0].removeprefix("const SITE=").removesuffix(";"))
    known = {"shell": known["shell"], **known["languages"]}
    return {url: revision for part in parts for url, revision in known[part]["files"].items()}


def visit(page: Page, own: OwnServer, path: str, *parts: str) -> None:
    """Open an address and wait until these parts are on the phone."""
    page.goto(f"{own.origin}{path}")
    wait_until_kept(page, set(listed(own.folder, *parts)))


def test_after_one_visit_everything_works_without_internet(phone, own, site):
    context = phone(kept=family(NOOR), worker=True, origin=own.origin, expected=REFUSED)
    page = context.new_page()
    visit(page, own, "/nl/", "shell", "nl")
    today = tiles(page)
    own.stop()

    page.reload()
    expect(page.locator(".who-is")).to_have_text("Noor is drie maanden.")
    assert tiles(page) == today

    context.clock.set_fixed_time(NOON + timedelta(days=1))
    page.goto("/nl/")
    assert tiles(page) != today

    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main .art").first).to_be_visible()

    page.goto("/nl/zoek/")
    page.fill("#vraag", "huilne")
    expect(page.locator(".results .rows a").first).to_be_visible()
    page.locator(".results .rows a").first.click()
    expect(page.locator("main.card h1")).to_be_visible()

    page.locator(".tabs .now").click()
    for number in ("112", "106", "1813"):
        expect(page.locator(f"main a[href='tel:{number}']").first).to_be_visible()

    page.goto("/nl/instellingen/")
    expect(page.locator(".children-list")).to_contain_text("Noor")
    page.locator(".add-child").click()
    expect(page.locator("#naam")).to_be_focused()

    page.goto("/nl/kaart/bestaat-niet/")
    expect(page.locator("h1")).to_have_text("Hier loopt het pad niet verder")


def test_an_address_without_its_last_slash_works_offline_too(phone, own):
    page = phone(worker=True, origin=own.origin, expected=REFUSED).new_page()
    visit(page, own, "/nl/", "shell", "nl")
    own.stop()
    page.goto("/nl/hulp")
    expect(page.locator("h1")).to_have_text("Hulp nu")


def test_another_language_is_kept_once_it_is_opened(phone, own):
    page = phone(worker=True, origin=own.origin, expected=REFUSED).new_page()
    visit(page, own, "/nl/", "shell", "nl")
    visit(page, own, "/ar/", "ar")
    own.stop()
    page.goto("/ar/hulp/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("main a[href='tel:112']").first).to_be_visible()


@pytest.fixture
def changing(site: Path, tmp_path: Path):
    """A copy of the site, to publish something new in."""
    folder = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.br", "*.gz"))
    with own_server(folder) as own:
        yield own


def publish(own: OwnServer, path: str, old: str, new: str) -> None:
    """What a build would do after one changed sentence: the page, its revision in sw.js, and the server's memory."""
    file, worker = own.folder / path.strip("/") / "index.html", own.folder / "sw.js"
    before = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    after = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    worker.write_text(worker.read_text(encoding="utf-8").replace(f'"{path}":"{before}"', f'"{path}":"{after}"'), encoding="utf-8")
    own.changed()


def test_what_changed_is_there_at_the_next_page_without_a_question(phone, changing):
    page = phone(worker=True, origin=changing.origin).new_page()
    visit(page, changing, "/nl/hulp/", "shell", "nl")
    publish(changing, "/nl/hulp/", "<h1>Hulp nu</h1>", "<h1>Hulp, nu meteen</h1>")
    asked = len(changing.asked)
    page.goto("/nl/zoek/")  # the browser looks for a newer worker by itself
    wait_until_renewed(page, changing, "/nl/hulp/")
    page.goto("/nl/hulp/")
    expect(page.locator("h1")).to_have_text("Hulp, nu meteen")
    assert sorted({one.url.removeprefix(changing.origin) for one in changing.asked[asked:]}) == ["/nl/hulp/", "/sw.js"]


def wait_until_renewed(page: Page, own: OwnServer, path: str) -> None:
    revision = listed(own.folder, "nl")[path]
    script = """async ({ path, revision }) => {
      const kept = (await (await caches.open("imh")).keys()).filter((one) => new URL(one.url).pathname === path);
      return kept.every((one) => one.url.endsWith(revision));
    }"""
    wait_until(page, script, {"path": path, "revision": revision})


def test_a_page_that_is_gone_is_cleared_away(phone, changing):
    page = phone(worker=True, origin=changing.origin, expected=("404",)).new_page()
    visit(page, changing, "/nl/", "shell", "nl")
    worker = changing.folder / "sw.js"
    revision = listed(changing.folder, "nl")["/nl/kaart/kort-lontje/"]
    worker.write_text(worker.read_text(encoding="utf-8").replace(f'"/nl/kaart/kort-lontje/":"{revision}",', ""), encoding="utf-8")
    shutil.rmtree(changing.folder / "nl" / "kaart" / "kort-lontje")
    changing.changed()
    page.goto("/nl/zoek/")
    gone = """async () => !(await (await caches.open("imh")).keys()).some((one) => one.url.includes("/nl/kaart/kort-lontje/"))"""
    wait_until(page, gone)
    answer = page.goto("/nl/kaart/kort-lontje/")
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Hier loopt het pad niet verder")


def renew(page: Page, own: OwnServer) -> None:
    """Publishes a change, has the browser look for the newer worker, and waits until that one has the new page."""
    publish(own, "/nl/hulp/", "<h1>Hulp nu</h1>", "<h1>Hulp, nu meteen</h1>")
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    kept = """async (end) => (await (await caches.open("imh")).keys()).some((one) => one.url.endsWith(end))"""
    wait_until(page, kept, f"/nl/hulp/?__rev={listed(own.folder, 'nl')['/nl/hulp/']}")


def test_a_newer_worker_keeps_the_language_also_after_everything_was_wiped(phone, changing):
    page = phone(kept=family(NOOR), worker=True, origin=changing.origin).new_page()
    visit(page, changing, "/nl/instellingen/", "shell", "nl")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".wipe").click()
    expect(page.locator(".hands-said")).to_have_text("Alles is gewist.")
    page.goto("/niet-gevonden/")  # a page of no language: what is kept has to be known from before
    renew(page, changing)


@pytest.mark.parametrize("path", ["/constructor/", "/toString/"])
def test_an_address_that_only_looks_like_a_language_stops_no_newer_worker(phone, changing, path: str):
    page = phone(worker=True, origin=changing.origin, expected=("404",)).new_page()
    visit(page, changing, "/nl/", "shell", "nl")
    page.goto(path)
    renew(page, changing)


def test_the_bare_address_leads_to_the_readers_language_again_and_again(phone, own):
    page = phone(worker=True, origin=own.origin, expected=REFUSED).new_page()
    page.goto("/")
    page.wait_for_url("**/nl/")
    visit(page, own, "/nl/", "shell", "nl")
    page.goto("/")
    assert page.url == f"{own.origin}/nl/"
    own.stop()
    page.goto("/")
    assert page.url == f"{own.origin}/nl/"
    expect(page.locator(".tabs")).to_be_visible()


def test_the_bare_address_leads_to_what_was_read_where_no_server_can(phone, own):
    page = phone(worker=True, origin=own.origin, locale="fr-BE", expected=REFUSED).new_page()
    visit(page, own, "/ar/hulp/", "shell", "ar")
    own.stop()
    page.goto("/")
    assert page.url == f"{own.origin}/ar/"


def test_the_bare_address_is_a_page_by_itself_where_nobody_knows_the_language(phone, own):
    page = phone(worker=True, origin=own.origin, expected=(*REFUSED, "404")).new_page()
    visit(page, own, "/niet-gevonden/", "shell")
    own.stop()
    page.goto("/")
    assert page.url == f"{own.origin}/"
    expect(page.locator("main a[href='/ar/']")).to_be_visible()


CHUNKS = """async () => (await (await caches.open("imh")).keys()).map((one) => new URL(one.url).pathname).filter((path) => path.startsWith("/js/")).sort()"""


def release(own: OwnServer, page: Page) -> None:
    """What a build does to scripts that changed: every one of them under another name, and the worker knows no others."""
    worker = own.folder / "sw.js"
    text = worker.read_text(encoding="utf-8")
    for name in sorted(set(re.findall(r"/js/([\w-]+[.]js)", text))):
        (own.folder / "js" / name).rename(own.folder / "js" / f"x{name}")
        text = text.replace(f"/js/{name}", f"/js/x{name}")
    worker.write_text(text, encoding="utf-8")
    own.changed()
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")


def test_a_page_that_is_open_still_finds_its_scripts_after_a_release(phone, changing):
    page = phone(worker=True, origin=changing.origin, expected=("404",)).new_page()
    visit(page, changing, "/nl/professionals/set/", "shell", "nl")
    first = page.evaluate(CHUNKS)
    release(changing, page)
    wait_until_active(page, changing)
    page.locator("#kaart").press_sequentially("huilen")  # what looks is asked for now
    expect(page.locator(".add-card .found-card").first).to_be_visible()
    late = "async (all) => (await Promise.all(all.map((path) => fetch(path).then(({ ok }) => ok || path)))).filter((one) => one !== true)"
    assert page.evaluate(late, first) == []

    release(changing, page)
    wait_until_active(page, changing)
    assert set(first) & set(page.evaluate(CHUNKS)) == set()


def wait_until_active(page: Page, own: OwnServer) -> None:
    """Until the newest worker has everything of its release and has cleared away what is old."""
    script = """async (urls) => {
      const { active, installing, waiting } = await navigator.serviceWorker.getRegistration();
      const kept = new Set((await (await caches.open("imh")).keys()).map((one) => new URL(one.url).pathname));
      return active.state === "activated" && !installing && !waiting && urls.every((url) => kept.has(url));
    }"""
    wait_until(page, script, sorted(listed(own.folder, "shell", "nl")))
