"""What a page says of its article, in each of the places where pages say it."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from whosays.model import Dated
from whosays.read.html.facts import Facts, facts

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge falls",
    "datePublished": "2025-02-01T08:30:00+02:00",
    "publisher": {"@type": "Organization", "name": "The Wire"},
    "author": [{"@type": "Person", "name": "A. Writer"}, {"@type": "Person", "name": "B. Writer"}],
    "url": "https://wire.example/bridge",
}


def of(head: str = "", body: str = "") -> Facts:
    return facts(document_fromstring(f"<html><head>{head}</head><body>{body}<p>Words.</p></body></html>"))


def script(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList", "itemListElement": [{"name": "World"}]}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {
            "@graph": [
                {"@id": "#o", "@type": "Organization", "name": "The Wire"},
                {**ARTICLE, "publisher": {"@id": "#o"}},
            ]
        },
        {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": ARTICLE},
        {"@type": "ItemList", "itemListElement": [{**ARTICLE, "datePublished": "2001-01-01"}], "about": ARTICLE},
        {
            **ARTICLE,
            "@type": ["Article", "ReportageNewsArticle"],
            "publisher": "The Wire",
            "author": "A. Writer, B. Writer",
        },
        "<!-- " + json.dumps(ARTICLE) + " -->",
        json.dumps(ARTICLE).replace("}]", "},]") + ";",
    ],
    ids=["plain", "list", "graph", "reference", "page", "others", "types", "comment", "trailing comma"],
)
def test_json_ld_of_any_shape(value: object) -> None:
    found = of(script(value))
    assert (found.title, found.publisher, found.author) == ("Bridge falls", "The Wire", "A. Writer, B. Writer")
    assert (found.dates[0].dated, found.dates[0].at.moment) == (Dated.JSON_LD, "2025-02-01T08:30:00+02:00")


@pytest.mark.parametrize("value", ["", "{", "null", "[[[[", '"words"', "{" + '"a":{' * 50_000, "[" * 100_000])
def test_what_is_no_json_ld_says_nothing(value: str) -> None:
    assert of(script(value)).dates == ()


@pytest.mark.parametrize(
    ("head", "body", "dated"),
    [
        ('<meta property="article:published_time" content="2025-02-01T08:30:00Z">', "", Dated.META),
        ('<meta itemprop="datePublished" content="2025-02-01">', "", Dated.META),
        ('<meta name="DC.date.issued" content="1 February 2025">', "", Dated.META),
        ("", '<article><time datetime="2025-02-01T08:30">Sat</time></article>', Dated.TIME),
        ("", "<article><time>1 February 2025</time></article>", Dated.TIME),
        ('<link rel="canonical" href="https://wire.example/2025/02/01/x">', "", Dated.URL),
        ('<meta property="og:url" content="https://wire.example/world/2025/feb/01/x">', "", Dated.URL),
        ("", '<div class="post-date">Published: Feb. 1, 2025, 8:30 am</div>', Dated.TEXT),
    ],
)
def test_dates_in_each_place(head: str, body: str, dated: Dated) -> None:
    assert [(d.dated, d.at.day.isoformat(), d.modified) for d in of(head, body).dates] == [(dated, "2025-02-01", False)]


def test_a_date_of_another_article_is_none_of_this_one() -> None:
    others = '<aside><time datetime="2024-01-01">x</time></aside><div class="related-card"><time datetime="2024-01-02">x</time></div>'
    assert of("", others).dates == ()


def test_a_day_of_change_is_told_apart() -> None:
    (found,) = of("", '<article>Updated: <time datetime="2025-02-03">x</time></article>').dates
    assert found.modified


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="The Wire"><title>Bridge falls | Other</title>', "The Wire"),
        ("<title>Bridge falls | The Wire</title>", "The Wire"),
        ("<title>The Wire: news - Bridge falls - The Wire</title>", "The Wire"),
        ('<title>Bridge falls</title><link rel="canonical" href="https://www.wire.example/x">', "wire.example"),
        ("<title>Bridge falls</title>", None),
    ],
)
def test_the_publisher(head: str, publisher: str | None) -> None:
    assert of(head, "<h1>Bridge falls</h1>").publisher == publisher


def test_publisher_and_date_in_microdata() -> None:
    body = """<h1>Bridge falls</h1><span itemprop="datePublished" content="2025-02-01">Saturday</span>
    <div itemprop="publisher" itemscope><meta itemprop="name" content="The Wire"></div>"""
    found = of("", body)
    assert found.publisher == "The Wire"
    assert [(d.dated, d.at.day.isoformat()) for d in found.dates] == [(Dated.TIME, "2025-02-01")]


def test_who_holds_the_rights_is_the_publisher_where_nothing_else_is_said() -> None:
    assert (
        of("<title>Bridge falls</title>", "<footer>© 2025 The Wire. All rights reserved.</footer>").publisher
        == "The Wire"
    )


def test_a_date_that_cannot_be_read_gives_way_to_the_next() -> None:
    head = '<meta name="datePublished" content="soon"><meta name="pubdate" content="20250201">'
    assert [d.at.day.isoformat() for d in of(head).dates] == ["2025-02-01"]


def test_the_date_after_the_headline_needs_no_name() -> None:
    assert [d.dated for d in of("", "<h1>Bridge falls</h1><div class=info>01.02.2025 | The Wire</div>").dates] == [
        Dated.TEXT
    ]
