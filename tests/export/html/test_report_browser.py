"""The report in a browser: clicking either way, keys, addresses, both themes, narrow windows, no scripts, no faults of access.

Needs Playwright, Debian's chromium and axe-core (``tests/browser/install`` fetches it); skipped, and said, where one is absent.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.seed import seed_analysis, seed_document
from whosays.export.html.report import report
from whosays.export.records import records

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: the report is not tested in a browser"
)

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
AXE = Path(__file__).parents[2] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no chromium: the report is not tested in a browser (apt install chromium)"
)

RECORDS = records(seed_analysis(), "parser rules")
ZELENSKYY = RECORDS[5]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report([(seed_analysis(), RECORDS)]), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    """``opened(hash, **options)`` -> the page in a context of its own; what it complained of fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(hash_: str = "", width: int = 1280, height: int = 800, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "data:")) else complaints.append(request.url),
        )
        page.goto(address + hash_)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def chosen(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".claim[aria-current]", "all => all.map(e => e.id)")
    return found


def coloured(page: Any) -> list[tuple[str, str]]:
    pairs = page.eval_on_selector_all("[data-on]", "all => all.map(e => [e.dataset.on, e.textContent])")
    return [(role, words) for role, words in pairs]


def test_the_address_chooses_a_claim_and_it_alone_is_coloured(opened: Any) -> None:
    page = opened(f"#c-{ZELENSKYY.id}")
    assert chosen(page) == [f"c-{ZELENSKYY.id}"]
    assert coloured(page) == [
        ("time", "In early December of last year"),
        ("content", "Korean soldiers were fighting in "),
        ("place", "the Kursk region"),
        ("content", " alongside Russian troops"),
        ("cue", "according to"),
        ("source", "Ukrainian President Volodymyr Zelenskyy"),
    ]
    assert page.locator(".claim[aria-current] .details").is_visible()
    assert page.locator(".details:visible").count() == 1


def test_clicking_in_the_list_and_in_the_text_choose_the_same(opened: Any) -> None:
    page = opened()
    page.locator(".claim").nth(5).locator(".pick").click()
    assert chosen(page) == [f"c-{ZELENSKYY.id}"]
    assert page.evaluate("location.hash") == f"#c-{ZELENSKYY.id}"
    page.get_by_text("about 40%", exact=True).first.click()
    assert chosen(page) == [f"c-{RECORDS[6].id}"]
    page.locator(".number").first.click()
    assert chosen(page) == [f"c-{RECORDS[0].id}"]


def test_a_second_click_on_shared_words_goes_to_the_other_claim(opened: Any) -> None:
    page = opened()
    words = page.locator(".p", has_text="soldiers from North Korea are fighting alongside Russians").first
    words.click()
    assert chosen(page) == [f"c-{RECORDS[3].id}"]
    words.click()
    assert chosen(page) == [f"c-{RECORDS[4].id}"]
    words.click()
    assert chosen(page) == [f"c-{RECORDS[3].id}"]


def test_keys_walk_through_the_claims(opened: Any) -> None:
    page = opened(f"#c-{RECORDS[1].id}")
    page.keyboard.press("j")
    assert chosen(page) == [f"c-{RECORDS[2].id}"]
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert chosen(page) == [f"c-{RECORDS[0].id}"]
    page.keyboard.press("Escape")
    assert chosen(page) == []
    assert coloured(page) == []


def test_the_list_of_keys_opens_and_closes(opened: Any) -> None:
    page = opened()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("?")
    assert not page.locator("#keys").is_visible()


def test_all_spans_can_be_shown_and_a_role_left_out(opened: Any) -> None:
    page = opened()
    page.keyboard.press("a")
    assert len(coloured(page)) > 20
    page.locator('input[data-role="place"]').uncheck()
    assert ("place", "the Kursk region") not in coloured(page)
    assert ("content", "the Kursk region") in coloured(page)


def test_both_words_and_list_entry_are_in_sight_after_choosing(opened: Any) -> None:
    for width, height in ((1280, 800), (320, 640)):
        page = opened(width=width, height=height)
        last = RECORDS[-1]
        page.locator(f"#c-{last.id} .pick").click()
        top = page.locator("[data-on]").first.bounding_box()
        entry = page.locator(f"#c-{last.id}").bounding_box()
        assert 0 <= top["y"] < height
        assert 0 <= entry["y"] < height


def test_without_scripts_the_address_still_chooses_and_colours(opened: Any) -> None:
    page = opened(f"#c-{ZELENSKYY.id}", java_script_enabled=False)
    page.locator(f"#c-{ZELENSKYY.id} .details").wait_for(state="visible")
    assert page.locator(".details:visible").count() == 1
    shot = page.locator('[data-f~="place-1-5"]')
    plain = page.locator('[data-f~="source-1-1"]')
    assert shot.screenshot() != plain.screenshot()


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_is_wider_than_the_window(opened: Any, width: int) -> None:
    page = opened(f"#c-{ZELENSKYY.id}", width=width, height=700)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_copied_text_is_the_articles_own(opened: Any) -> None:
    page = opened(f"#c-{ZELENSKYY.id}")
    words = page.eval_on_selector(
        ".text p:nth-of-type(2)", "p => { getSelection().selectAllChildren(p); return String(getSelection()) }"
    )
    assert words == seed_analysis().document.text.splitlines()[1]


def test_the_menu_of_documents_leads_to_one_and_closes(browser: Any, tmp_path: Path) -> None:
    other = seed_analysis(replace(seed_document(), id="f" * 20, title="Another"))
    path = tmp_path / "two.html"
    path.write_text(report([(seed_analysis(), RECORDS), (other, records(other, "m"))]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(path.as_uri())
    page.get_by_text("Documents", exact=True).click()
    page.get_by_role("link", name="Another").click()
    page.wait_for_function("document.querySelector('.document:last-child .claim[aria-current]')")
    assert not page.locator(".menu nav").is_visible()
    assert abs(page.locator(".document").last.bounding_box()["y"] - page.locator(".top").bounding_box()["height"]) <= 2
    page.close()


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: access is not tested (run tests/browser/install)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("key", ["", "a", "?"])
def test_axe_finds_nothing(opened: Any, scheme: str, width: int, key: str) -> None:
    page = opened(f"#c-{ZELENSKYY.id}", width=width, color_scheme=scheme, bypass_csp=True)
    if key:
        page.keyboard.press(key)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
