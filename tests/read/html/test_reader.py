"""A web page becomes its article: the words, what the page says of them, and the way back into its source."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from whosays.model import Dated, Span
from whosays.read.html.reader import HtmlReader, page
from whosays.read.input import Reading, Stated, Unread
from whosays.read.plain import PlainReader
from whosays.read.read import read

HEAD = '<title>Bridge falls near the border | The Wire</title><link rel="canonical" href="https://wire.example/2025/02/01/bridge">'
FIRST = "The ministry said on Thursday that the bridge had fallen after a strike in the night, and that twelve soldiers were killed."
SECOND = (
    "A spokesman for the army denied that any soldier had been on the bridge when it fell, and called the report false."
)
BODY = f"""<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Bridge falls near the border</h1>
<figure><img src="b.jpg"><figcaption>The bridge, before it fell.</figcaption></figure>
<p>{FIRST}</p>
<p class="more">Read more: <a href="/x">What we know of the bridge</a></p>
<p>{SECOND}</p></article><aside><h2>Related</h2><p>Another report on another bridge that also fell, in another year.</p></aside>
<footer>All rights reserved</footer>"""


def web(body: str = BODY, head: str = HEAD) -> str:
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def article(source: str | bytes, stated: Stated | None = None) -> Reading:
    found = page(source if isinstance(source, bytes) else source.encode(), "page", stated or Stated())
    assert isinstance(found, Reading), found
    return found


def test_the_text_is_the_article_alone() -> None:
    assert article(web()).document.text == f"{FIRST}\n\n{SECOND}"


def test_title_publisher_and_address_are_the_pages_own() -> None:
    document = article(web()).document
    assert (document.title, document.publisher, document.url) == (
        "Bridge falls near the border",
        "The Wire",
        "https://wire.example/2025/02/01/bridge",
    )
    assert (document.published, document.dated) == (date(2025, 2, 1), Dated.URL)


def test_what_the_user_states_wins() -> None:
    document = article(web(), Stated(publisher="Q", published=date(2025, 2, 2), title="T")).document
    assert (document.publisher, document.published, document.dated, document.title) == (
        "Q",
        date(2025, 2, 2),
        Dated.GIVEN,
        "T",
    )


# --- the way back

TANGLED = f"""<p>The&nbsp;ministry   said
 on <b>Thurs</b>day that the &#8220;bridge&#8221; <a href="/x">had <i>fallen</i></a> &amp; AT&T's line was cut;<!-- no -->
 {FIRST}</p><p>{SECOND}</p>"""


def words_in_source(source: str, reading: Reading, start: int, end: int) -> str:
    """The words of the page's source, tags taken out, where those of the text stand."""
    origin = reading.document.origin
    assert origin
    return html.unescape("".join(source[s.start : s.end] for s in origin.find(Span(start, end))))


@pytest.mark.parametrize("body", [BODY, TANGLED], ids=["plain", "tangled"])
def test_every_word_is_found_in_the_source(body: str) -> None:
    source = web(body)
    reading = article(source)
    for word in re.finditer(r"\S+", reading.document.text):
        assert words_in_source(source, reading, *word.span()) == word[0]


def test_a_phrase_over_tags_is_found_in_its_pieces() -> None:
    source = web(TANGLED)
    reading = article(source)
    start = reading.document.text.index("Thursday that the “bridge” had fallen")
    assert reading.document.origin
    pieces = reading.document.origin.find(Span(start, start + len("Thursday that")))
    assert [source[s.start : s.end] for s in pieces] == ["Thurs", "day that"]


def test_offsets_count_code_points_of_the_decoded_source() -> None:
    source = web(f"<p>Сказано “так” 😀 said.</p><p>{FIRST}</p><p>{SECOND}</p>")
    for data in (source.encode(), source.encode("utf-16")):
        reading = article(data)
        start = reading.document.text.index("killed")
        assert words_in_source(source, reading, start, start + 6) == "killed"


def test_a_page_is_decoded_by_the_encoding_that_it_names() -> None:
    source = web(BODY.replace("the night", "the café"), '<meta charset="iso-8859-1">' + HEAD)
    assert "the café" in article(source.encode("latin-1")).document.text


# --- what is a page, and what is not one that can be read


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.jsonl.bak", "noname"])
def test_a_page_is_known_by_its_content_not_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("\n<!-- saved -->\n" + web())
    (found,) = read([str(tmp_path / name)], (HtmlReader(), PlainReader()))
    assert isinstance(found, Reading)
    assert found.document.origin


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<!doctype html><html><body></body></html>", "without an article"),
        (
            "<html><body><div id=app></div><script>" + "var x = 1;" * 400 + "</script></body></html>",
            "made by its scripts",
        ),
        ("<html><body>" + "<div>" * 5_000 + FIRST + "</div>" * 5_000, "nested deeper than 256"),
        ("<html>" + "<p>no</p>" * 3_000_000, "too large"),
    ],
    ids=["empty", "scripts", "deep", "large"],
)
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, source: str, why: str) -> None:
    (tmp_path / "a.html").write_text(source)
    (found,) = read([str(tmp_path / "a.html")], (HtmlReader(), PlainReader()))
    assert isinstance(found, Unread)
    assert why in found.why


# --- what is on the page and not of the article


@pytest.mark.parametrize(
    "extra",
    [
        '<blockquote class="pullquote"><p>the bridge had fallen after a strike in the night</p></blockquote>',
        "<blockquote><p>twelve soldiers were killed after a strike in the night</p></blockquote>".replace(
            "twelve soldiers were killed after", "the bridge had fallen after"
        ),
        '<blockquote class="twitter-tweet"><p>See our thread</p>A. User <a href="/t">May 1, 2021</a></blockquote>',
        '<p><em><a href="/q">Ministers meet to discuss the harbour</a></em></p>',
        '<div class="related-links"><p>Ministers meet to discuss the harbour.</p></div>',
        '<ul><li><a href="/1">War</a></li><li><a href="/2">Army</a></li><li><a href="/3">River</a></li><li><a href="/4">Town</a></li></ul>',
        "<p>Advertisement</p>",
        '<p class="wp-caption-text">A bridge in a picture of last year.</p>',
    ],
)
def test_what_stands_between_the_paragraphs_is_left_out(extra: str) -> None:
    source = web(f"<article><h1>Bridge falls near the border</h1><p>{FIRST}</p>{extra}<p>{SECOND}</p></article>")
    assert article(source).document.text == f"{FIRST}\n\n{SECOND}"


def test_links_and_quotations_of_the_article_stay() -> None:
    inner = '<p>The ministry <a href="/m">said no</a>.</p><blockquote><p>“We were not on any bridge,” he said of it.</p></blockquote>'
    text = article(web(f"<article><p>{FIRST}</p>{inner}<p>{SECOND}</p></article>")).document.text
    assert text == f"{FIRST}\n\nThe ministry said no.\n\n“We were not on any bridge,” he said of it.\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Related deaths rose to forty, the ministry said.",
        "Watch towers were hit, it said.",
        "Read the ministry’s statement, he said.",
    ],
)
def test_a_sentence_that_begins_as_a_prompt_does_stays(line: str) -> None:
    assert line in article(web(f"<article><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p></article>")).document.text


def test_byline_and_date_before_the_text_are_left_out() -> None:
    head = "<h1>Bridge falls near the border</h1><p>By A. Writer</p><p>Published: 1 February 2025</p>"
    document = article(web(f"<article>{head}<p>{FIRST}</p><p>{SECOND}</p></article>", "<title>T</title>")).document
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.published, document.dated) == (date(2025, 2, 1), Dated.TEXT)
