"""Takes the pictures that the manifest, the app stores and the README show: `make screenshots`, with `make run` in another window.

A made-up child of six weeks; the clock stands still, so the same day comes out each time.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from imh_parents.i18n.languages import CODES

FOLDER = Path(__file__).parents[2] / "assets" / "screenshots"
SIZES = {"smal": ({"width": 360, "height": 740}, 1.5), "breed": ({"width": 1280, "height": 800}, 1.0)}
CHILD = {"version": 1, "children": [{"id": "a", "name": "", "born": "2026-10-11", "early": 0}], "current": "a"}
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def take(browser: Browser, base: str, code: str, size: str) -> None:
    """One picture of Vandaag in one language and size."""
    viewport, scale = SIZES[size]
    context = browser.new_context(viewport=viewport, device_scale_factor=scale, service_workers="block", color_scheme="light", timezone_id="Europe/Brussels")
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    page.goto(f"{base}/{code}/")
    page.evaluate("state => localStorage.setItem('imh', JSON.stringify(state))", CHILD)
    page.reload(wait_until="networkidle")
    page.wait_for_timeout(500)
    page.screenshot(path=FOLDER / f"{code}-{size}.png")
    context.close()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    base = f"http://localhost:{os.environ.get('PORT', '8000')}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for code in CODES:
            for size in SIZES:
                take(browser, base, code, size)
        browser.close()


if __name__ == "__main__":
    main()
