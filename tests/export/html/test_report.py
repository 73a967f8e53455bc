"""The report is one page that needs nothing else and that no article can break out of."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from tests.seed import claim, seed_analysis, seed_document
from whosays.export.html.report import report
from whosays.export.html.snippet import snippet
from whosays.export.records import records
from whosays.model import Analysis, Dated, Issue

HOSTILE = (
    "<script>alert(1)</script> \"quoted\" 'single' <img src=x onerror=alert(1)> </style><style>*{}</style> "
    "&lt; &amp; <!-- {{ 7*7 }} {% raw %} javascript:alert(1) \u202e\x00\x1b[2J</title></noscript>"
)


def page(*analyses: Analysis) -> str:
    return report([(a, records(a, "parser rules")) for a in analyses])


class Elements(HTMLParser):
    """The tags of a page with their attributes, and its text outside style and script."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._raw = False
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._raw = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._raw = False

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.words += data


def hostile() -> Analysis:
    document = replace(
        seed_document(f"{HOSTILE} fell, the {HOSTILE} said."),
        title=HOSTILE,
        publisher=HOSTILE,
        key=HOSTILE,
        url=HOSTILE,
    )
    made = claim(document, f"{HOSTILE} fell", f"the {HOSTILE}", "said", name=HOSTILE, code=HOSTILE)
    return Analysis(document, (made,), (Issue("read", "k", None, HOSTILE),))


@pytest.mark.parametrize("analysis", [seed_analysis(), hostile()], ids=["seed", "hostile"])
def test_the_article_stands_in_the_page_word_for_word(analysis: Analysis) -> None:
    shown = page(analysis).split('<h3 class="hidden">Text</h3>')[1].split('<div class="claims"')[0]
    bare = re.sub(r'<a class="number".*?</a>', "", shown)
    found = [unescape(re.sub(r"<[^>]+>", "", p)) for p in re.findall(r"<p [^>]*>(.*?)</p>", bare, re.DOTALL)]
    assert found == re.sub("[\x00-\x08\x0e-\x1f]", "\ufffd", analysis.document.text).split("\n")


@pytest.mark.parametrize("made", [page(seed_analysis()), page(hostile()), page()], ids=["seed", "hostile", "none"])
def test_it_holds_no_handler_no_address_to_load_and_only_its_own_script(made: str) -> None:
    elements = Elements(made)
    allowed = {"a", "link"}
    for tag, attributes in elements.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag, attributes)
        assert tag not in ("img", "iframe", "object", "embed", "base", "audio", "video")
        for name in ("src", "srcset", "action", "formaction", "background", "poster"):
            assert name not in attributes
        if "href" in attributes:
            assert tag in allowed
            assert (attributes["href"] or "").startswith(("#", "data:,"))
    assert [tag for tag, _ in elements.tags].count("script") == 1
    assert "@import" not in made
    assert not re.search(r"url\(", made)


def test_the_policy_names_the_hashes_of_what_is_there() -> None:
    made = page(seed_analysis())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', made)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        for content in re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy.replace("&#39;", "'")


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    made = page(hostile())
    assert "<script>alert" not in made
    assert "<img" not in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made
    assert "{{ 7*7 }}" in made
    assert not {"\x00", "\x1b"} & set(made)


def test_every_claim_can_be_named_by_the_address() -> None:
    analysis = seed_analysis()
    made = page(analysis, analysis)
    ids = [attributes["id"] for _, attributes in Elements(made).tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for record in records(analysis, "m"):
        assert f"c-{record.id}" in ids
    targets = {a["href"] for tag, a in Elements(made).tags if tag == "a"}
    assert {(t or "")[1:] for t in targets} <= set(ids)


def test_an_assumed_date_is_said_beside_the_date_and_at_each_time_read_from_it() -> None:
    made = page(seed_analysis())
    assert "assumed: the document gives none" in made
    assert made.count("Read from the assumed date") == 2
    given = replace(seed_document(), dated=Dated.GIVEN)
    assert "assumed" not in Elements(page(seed_analysis(given))).words


def test_what_was_not_read_is_said_to_be_absent() -> None:
    words = Elements(page(seed_analysis())).words
    assert "no time read" in words
    assert "no place read" in words
    assert "no figure read" in words
    assert "Not counted as having happened: planned." in words


def test_the_same_documents_are_the_same_bytes() -> None:
    assert page(seed_analysis()) == page(seed_analysis())


def test_a_document_without_claims_has_a_page() -> None:
    assert "No claims found" in page(Analysis(seed_document("Nothing."), ()))


def test_the_notebooks_snippet_escapes_the_article_and_marks_the_claims() -> None:
    made = snippet(seed_analysis(), records(seed_analysis(), "m"))
    assert "Volodymyr Zelenskyy" in made
    assert "Date assumed: 2025-02-01" in made
    assert "✕ denies" in made
    assert "<script" not in snippet(hostile(), records(hostile(), "m"))
