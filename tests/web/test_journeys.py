"""What people come for, done in a browser: who said it first and who denies it, a correction, a search, a link, a disk.

Needs Playwright, Debian's chromium and axe-core (``tests/browser/install`` fetches them); skipped, and said, where one is
absent. A page that asks for anything elsewhere, or complains of anything, fails the test that opened it.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.cases import adder, case, listening
from tests.web.war import war
from whosays.case.add import Added
from whosays.case.case import OpenCase
from whosays.read.input import Reading, Unread
from whosays.web.desk import Desk
from whosays.web.site import site

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: the workbench is not tested in a browser"
)

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no chromium: the workbench is not tested in a browser (apt install chromium)"
)

needs_axe = pytest.mark.skipif(not AXE.exists(), reason="no axe-core: access is not tested (run tests/browser/install)")

SCREENS = (
    "/situation",
    "/matrix",
    "/matrix?state=contested&column=PRK%20MIL",
    "/documents",
    "/documents/d-denial?claim=c-silent",
    "/documents/d-evil",
    "/claims?q=bridge",
    "/review",
    "/review?as_of=2024-01-01",
    "/nowhere",
)
AT_WAR = (
    "/figures",
    "/figures?claim=c-w7",
    "/figures?as_of=2025-01-12",
    "/places",
    "/places?at=538555",
    "/claims?at=538555",
    "/situation",
    "/situation?as_of=2025-01-26",
)
"""The screens of the case that has figures, places and days."""
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened() -> OpenCase:
    return case()


@pytest.fixture
def bench(opened: OpenCase) -> Iterator[str]:
    with listening(opened) as address:
        yield address


@pytest.fixture(scope="module")
def still() -> Iterator[str]:
    """A workbench that no test changes anything in."""
    with listening(case()) as address:
        yield address


@pytest.fixture(scope="module")
def at_war() -> Iterator[str]:
    """A workbench on the case with figures, places and days, that no test changes anything in."""
    with listening(case(war())) as address:
        yield address


@pytest.fixture
def visit(browser: Any) -> Iterator[Open]:
    """``visit(address, **options)`` -> a page in a context of its own; what it complained of or asked for fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []
    allowed = ("http://127.0.0.1:", "file:", "data:")

    def open_page(address: str, width: int = 1440, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda m: complaints.append(m.text) if "status of 404" not in m.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(allowed) else complaints.append(r.url))
        page.on("dialog", lambda d: complaints.append(d.message))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def words(page: Any, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


def test_who_first_said_it_and_who_denies_it(visit: Open, still: str) -> None:
    page = visit(f"{still}/")
    row = page.locator(".matrix tbody tr").first
    assert "first 3 Jan 2025 · Ministry of Defence" in row.inner_text()
    assert "Contested" in row.inner_text()
    row.get_by_role("link", name="North Korea, armed forces").click()
    page.locator("#pane", has_text="North Korea, armed forces, on this proposition".upper()).wait_for()
    pane = words(page, "#pane")
    assert "Denies 1 origin, 1 report" in pane
    assert "The army denied that it had shelled the bridge." in pane
    assert "On the record against it".upper() in pane.upper()
    assert "Asserts Ministry of Defence, since 3 Jan 2025" in pane
    assert page.locator("#pane mark.cue").first.inner_text() == "denied"


def test_to_deny_and_not_to_confirm_are_told_apart(visit: Open, still: str) -> None:
    page = visit(f"{still}/matrix")
    cell = page.get_by_role("link", name="North Korea, armed forces: denies 1/1 not confirmed 1/1")
    shapes = cell.locator(".shape").all_inner_texts()
    assert shapes == ["✕", "◌"]
    cell.focus()
    page.keyboard.press("Enter")
    page.locator("#pane .card").nth(1).wait_for()
    assert [s.split()[1] for s in page.locator("#pane .side").all_inner_texts()] == ["Denies", "Not"]
    assert "These are different positions, so both are kept." in words(page, "#pane")
    page.locator("#pane a", has_text="Open in text").nth(1).click()
    page.wait_for_url("**/documents/d-denial?claim=c-silent")
    assert page.locator('.p[data-on="cue"]').inner_text() == "has not confirmed"


def test_a_claim_is_corrected_and_the_correction_undone(visit: Open, bench: str) -> None:
    page = visit(f"{bench}/documents/d-denial?claim=c-denies")
    chosen = page.locator(".claim[aria-current]")
    page.keyboard.press("e")
    page.get_by_label("Field").select_option("stance")
    page.get_by_label("Value").fill("not_confirmed")
    page.get_by_label("Why").fill("it only said so")
    page.keyboard.press("Enter")
    chosen.locator(".pick .mark.unconfirmed").wait_for()
    assert "stance set to not_confirmed by Ann" in words(page, ".claim[aria-current]")
    assert "1 of 7 claims checked" in words(page, ".filters")
    page.keyboard.press("z")
    chosen.locator(".pick .mark.rejects").wait_for()
    assert "0 of 7 claims checked" in words(page, ".filters")
    page.get_by_role("button", name="Reject").click()
    chosen.get_by_text("Rejected: it counts for nothing.").wait_for()


def test_how_a_figure_moved_is_seen_and_read_in_its_words(visit: Open, at_war: str) -> None:
    page = visit(f"{at_war}/matrix")
    page.locator(".tabs a", has_text="Figures").click()
    page.wait_for_url("**/figures")
    broken = page.locator(".plot a.against").all_text_contents()
    assert [("denied" in mark, "planned" in mark) for mark in broken] == [(True, False), (False, True)]
    page.locator(".plot a", has_text="2,500").focus()
    page.keyboard.press("Enter")
    page.locator("#pane blockquote", has_text="The ministry said that 2,500 soldiers were sent.").wait_for()
    assert "40 % of 2,500 to 3,000 = 1,000 to 1,200; the base is not stated" in words(page, "#pane")
    row = page.locator(".figures tr", has_text="500 soldiers").filter(has_text="denied")
    row.get_by_role("link", name="text of “500 soldiers”").click()
    page.wait_for_url("**/documents/w7?claim=c-w7")


def test_a_place_on_the_map_leads_to_who_says_what_happened_there(visit: Open, at_war: str) -> None:
    page = visit(f"{at_war}/places")
    assert (
        page.locator(".map a.point.against").get_attribute("aria-label")
        == "Belgorod, 1 claim (denied), town or exact point"
    )
    assert "Russia, whole country: 1 claim no place inside it was given" in words(page, ".whole")
    assert "“the front” · 1 claim" in words(page, "#pane")
    page.locator(".map a.region").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places?at=*")
    page.locator("#pane .card blockquote").first.wait_for()
    page.locator(".places a", has_text="the demilitarized zone").click()
    page.locator(".map a.feature.chosen").wait_for()
    page.locator("#pane a", has_text="List this claim").click()
    page.locator("h1", has_text="Claims at").wait_for()


def test_what_is_new_and_who_denies_is_seen_at_a_glance(visit: Open, still: str) -> None:
    page = visit(f"{still}/matrix?as_of=2025-01-06")
    page.locator(".tabs a", has_text="Situation").click()
    page.wait_for_url("**/situation?as_of=2025-01-06")
    shapes = page.locator(".situation tr.chosen .said").all_text_contents()
    assert shapes == ["●", "●", "✕", "◌"]
    assert page.locator(".situation .said.copy").count() == 1
    assert "Last denied 6 Jan 2025, Army of the North" in words(page, "#pane")
    assert "changed state" in words(page, "#pane")
    page.locator(".situation .said").first.focus()
    page.keyboard.press("Enter")
    page.locator("#pane blockquote", has_text="The ministry said that shells hit the bridge").wait_for()
    page.locator("#pane a", has_text="by source").click()
    page.locator("h1", has_text="Who says what").wait_for()


def test_a_search_leads_to_the_words_in_their_text(visit: Open, still: str) -> None:
    page = visit(f"{still}/matrix")
    page.keyboard.press("/")
    page.keyboard.type("three bridges")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?q=three*")
    page.locator("h1", has_text="three bridges").wait_for()
    page.locator(".found a", has_text="Open in text").first.click()
    page.wait_for_url("**/documents/d-figure?claim=c-three")
    assert page.locator('.p[data-on="content"]').first.inner_text() == "three bridges are down"


def test_a_link_shows_another_person_the_same(visit: Open, still: str) -> None:
    page = visit(f"{still}/matrix", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("State:").click()
    page.locator(".drop[open] .sheet a", has_text="Contested").click()
    page.wait_for_url("**state=contested*")
    page.get_by_role("link", name="North Korea, armed forces").click()
    page.wait_for_url("**column=PRK*")
    page.get_by_text("Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_text("Copy link").wait_for()
    other = visit(link)
    for part in (".filters", "#main", "#pane"):
        assert words(other, part) == words(page, part)
    quote = page.locator("#pane [data-copy]").first
    quote.click()
    assert page.evaluate("navigator.clipboard.readText()") == quote.get_attribute("data-copy")


def test_one_key_decides_and_moves_on(visit: Open, bench: str, opened: OpenCase) -> None:
    page = visit(f"{bench}/review")
    assert "damaged text" in words(page, ".question .over").lower()
    page.keyboard.press("s")
    page.locator(".question .over", has_text="Stance").wait_for()
    page.keyboard.press("n")
    page.keyboard.type("as I read it")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.locator(".question .over", has_text="Who?").wait_for()
    assert "stance set to not_confirmed" in words(page, ".question") or "accepted by Ann" in words(page, ".question")
    page.keyboard.press("z")
    page.locator(".queue", has_text="has not confirmed").wait_for()
    with opened.store.reading() as reads:
        decisions = reads.decisions()
    assert [d.verdict for d in decisions] == ["skip", "correct", "accept", "undo", "undo"]
    assert {d.why for d in decisions if d.verdict in ("correct", "accept")} == {"as I read it"}


def test_a_report_is_pasted_and_is_there(visit: Open, bench: str) -> None:
    page = visit(f"{bench}/documents")
    page.get_by_label("or paste a report").fill("The river rose. Nobody said why.")
    page.get_by_label("Title").fill("The river")
    page.get_by_text("Read and add").click()
    page.get_by_role("link", name="The river").click()
    page.locator("h1", has_text="The river").wait_for()
    assert "The river rose. Nobody said why." in words(page, "#main")


def test_without_scripts_everything_works(visit: Open, bench: str) -> None:
    page = visit(f"{bench}/matrix", java_script_enabled=False)
    page.get_by_role("link", name="North Korea, armed forces").click()
    assert "The army denied" in words(page, "#pane")
    page.locator("#pane a", has_text="Open in text").first.click()
    page.locator(".claim[aria-current] button", has_text="Accept").click()
    assert "accepted by Ann" in words(page, ".claim[aria-current]")
    page.locator(".tabs a", has_text="Review").click()
    page.locator(".answers button").first.click()
    page.locator(".question .over").wait_for()


def test_static_pages_open_from_a_disk(visit: Open, tmp_path: Path, opened: OpenCase) -> None:
    desk = Desk(opened.store)
    for file in site(desk.book(), desk, desk.issues, None):
        (tmp_path / file.path).write_bytes(file.content)
    page = visit((tmp_path / "index.html").as_uri())
    page.get_by_role("link", name="North Korea, armed forces").click()
    assert "The army denied" in words(page, "#pane")
    page.locator("#pane a", has_text="Open in text").nth(1).click()
    assert page.locator('.p[data-on="cue"]').inner_text() == "has not confirmed"
    page.locator(".claim").first.locator(".pick").click()
    assert page.locator('.p[data-on="cue"]').inner_text() == "denied"
    page.locator(".tabs a", has_text="Situation").click()
    page.locator(".situation .said").last.click()
    assert "First said" in words(page, "#pane")
    page.locator(".tabs a", has_text="Places").click()
    assert "Places in these claims" in words(page, "#pane")
    page.locator(".tabs a", has_text="Figures").click()
    assert "How the figures moved" in words(page, "#main")
    page.locator(".tabs a", has_text="Review").click()
    assert "waiting" in words(page, ".queue-head")


def test_hostile_words_do_nothing(visit: Open, still: str) -> None:
    for path in (
        "/matrix",
        "/documents",
        "/claims",
        "/review",
        "/documents/d-evil",
        "/claims?q=<script>alert(1)</script>",
    ):
        page = visit(still + path)
        assert page.evaluate("window.stolen") is None
        assert page.locator("img").count() == 0


def test_keys_walk_and_a_list_tells_them(visit: Open, still: str) -> None:
    page = visit(f"{still}/documents/d-denial")
    page.keyboard.press("j")
    page.locator('.claim[data-n="2"][aria-current]').wait_for()
    page.keyboard.press("k")
    page.locator('.claim[data-n="1"][aria-current]').wait_for()
    page.keyboard.press("t")
    assert page.locator('.p[data-on="cue"]').count() == 2
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_is_wider_than_a_small_phone(visit: Open, still: str, path: str) -> None:
    page = visit(still + path, width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", AT_WAR)
def test_no_drawing_makes_the_page_wider_than_a_small_phone(visit: Open, at_war: str, path: str) -> None:
    page = visit(at_war + path, width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [1100, 1280, 1440])
def test_what_stands_in_the_pane_is_no_wider_than_it(visit: Open, still: str, width: int) -> None:
    pane = visit(f"{still}/documents", width=width).locator("#pane")
    assert pane.evaluate("pane => pane.scrollWidth - pane.clientWidth") == 0


def violations(page: Any) -> list[Any]:
    """What axe finds on the page, at the width of a phone and of a desk."""
    found = []
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for violation in page.evaluate("axe.run()")["violations"]:
            found.append((width, page.url, violation["id"], [n["html"] for n in violation["nodes"]][:3]))
    return found


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, still: str, scheme: str) -> None:
    page = visit(still + SCREENS[0], color_scheme=scheme, bypass_csp=True)
    for path in SCREENS:
        page.goto(still + path)
        assert violations(page) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_drawings(visit: Open, at_war: str, scheme: str) -> None:
    page = visit(at_war + AT_WAR[0], color_scheme=scheme, bypass_csp=True)
    for path in AT_WAR:
        page.goto(at_war + path)
        assert violations(page) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_documents_are_added(visit: Open, opened: OpenCase, scheme: str) -> None:
    half_way = threading.Event()

    def slow(readings: Iterable[Reading | Unread]) -> Iterator[Added]:
        for n, reading in enumerate(readings):
            if n == 2:
                half_way.wait(30)
            yield from adder(opened)([reading])

    files = (
        ("one.txt", b"A dam held."),
        ("one.txt", b"A dam held."),
        ("scan.pdf", b"%PDF-1.7 cut off"),
        ("two.txt", b"A road fell."),
    )
    with listening(opened, slow) as address:
        page = visit(f"{address}/documents", color_scheme=scheme, bypass_csp=True)
        page.locator("#files").set_input_files([{"name": n, "mimeType": "", "buffer": b} for n, b in files])
        page.get_by_text("Read and add").click()
        page.locator("progress").wait_for()
        assert violations(page) == []
        half_way.set()
        page.get_by_text("Done in").wait_for()
        assert page.get_by_role("heading", name="Could not be read").is_visible()
        assert violations(page) == []
