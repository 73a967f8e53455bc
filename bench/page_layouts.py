"""Web pages around a given article, each in another layout: what news pages are made of, and what goes wrong in them.

A layout takes an `Article` and gives the page, as bytes where its encoding matters. The text of the article is what a reader
should find there, and nothing else of the page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Article:
    """What goes into a page. `number` varies what is around the article; `said` is the date that the page gives, None for none."""

    title: str
    paragraphs: tuple[str, ...]
    publisher: str
    published: date
    number: int

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and what should be read from it: the text, the day (None where the page gives none), the publisher."""

    data: bytes
    text: str
    published: date | None
    publisher: str | None


TOPICS = ("World", "Politics", "Business", "Conflict", "Climate", "Science", "Culture", "Opinion", "Sport", "Video")
TEASERS = (
    "Ministers meet to discuss the harbour",
    "What the new budget means for schools",
    "In pictures: a winter market returns",
    "Ten books to read on the train",
    "Court hears appeal in river case",
    "Team wins final after extra time",
)


def _e(words: str) -> str:
    return html.escape(words, quote=False)


def _paragraphs(article: Article, between: Callable[[int], str] = lambda n: "") -> str:
    return "\n".join(f"<p>{_e(p)}</p>{between(n)}" for n, p in enumerate(article.paragraphs))


def _nav(article: Article) -> str:
    links = "".join(f'<li class="nav__item"><a href="/{t.lower()}">{t}</a></li>' for t in TOPICS)
    return f'<nav class="nav" aria-label="Main"><ul>{links}</ul></nav>'


def _cards(article: Article, kind: str = "related") -> str:
    def card(n: int, words: str) -> str:
        day = article.published + timedelta(days=n - 40)
        return (
            f'<li class="{kind}-card"><a href="/a/{n}"><img src="{n}.jpg" alt="A picture of it"><h3>{words}</h3></a>'
            f'<time datetime="{day}T10:00:00Z">{day:%d %B %Y}</time></li>'
        )

    return f'<div class="{kind}"><h2>More on this story</h2><ul>{"".join(card(n, w) for n, w in enumerate(TEASERS))}</ul></div>'


def _footer(article: Article) -> str:
    return (
        f'<footer class="site-footer"><p>© {article.published.year} {_e(article.publisher)}. All rights reserved.</p><ul>'
        '<li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li><li><a href="/jobs">Jobs</a></li></ul></footer>'
    )


def _figure(words: str = "A street in the city, in a file picture. Photograph: A. Camera/The Agency") -> str:
    return f'<figure class="media"><img src="p.jpg" alt="street"><figcaption>{words}</figcaption></figure>'


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


BULK = "".join(
    f".css-{n:x}{{margin:{n}px;padding:0 {n}px;background:url(data:image/png;base64,AAAA{n:08x})}}" for n in range(300)
)
SCRIPT = "".join(f"window.q=window.q||[];q.push(['set',{n},'<div>'+(a<b&&c>d)+'</div>']);" for n in range(300))
"""Styles and scripts as pages carry them: some 40,000 characters a page."""


def _page(head: str, body: str, charset: str = '<meta charset="utf-8">') -> str:
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{charset}\n{head}\n<style>{BULK}</style><script>{SCRIPT}</script></head>\n<body class="page">\n{body}\n</body>\n</html>\n'


def _node(article: Article, **more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": f"{article.published}T09:15:00+00:00",
        "publisher": {
            "@type": "Organization",
            "name": article.publisher,
            "logo": {"@type": "ImageObject", "url": "/l.png"},
        },
        "author": [{"@type": "Person", "name": "A. Writer"}],
        **more,
    }


def semantic(article: Article) -> str:
    head = f"<title>{_e(article.title)} | {_e(article.publisher)}</title>{_ld(_node(article))}"
    body = f"""<header>{_nav(article)}</header><main><article><header><h1>{_e(article.title)}</h1><p class="byline">By <a rel="author" href="/w">A. Writer</a></p>
<time datetime="{article.published}T09:15:00Z">{article.published:%d %b %Y}</time></header>{_figure()}{_paragraphs(article)}</article>
<aside>{_cards(article)}</aside></main>{_footer(article)}"""
    return _page(head, body)


def div_soup(article: Article) -> str:
    head = f"""<title>{_e(article.title)} - {_e(article.publisher)}</title><meta property="og:title" content="{html.escape(article.title)}">
<meta property="og:site_name" content="{article.publisher}"><meta property="article:published_time" content="{article.published}T06:00:00+02:00">"""
    body = f"""<div id="top"><div class="menu">{_nav(article)}</div></div><div id="wrap"><div class="col-main"><div class="headline"><h1>{_e(article.title)}</h1></div>
<div class="share"><a href="#">Share</a> <a href="#">Tweet</a></div><div class="article-body">{_paragraphs(article, lambda n: '<div class="ad-slot"><span>Advertisement</span></div>' if n % 3 == 1 else "")}</div></div>
<div class="col-side">{_cards(article, "sidebar")}</div></div><div class="bottom">{_footer(article)}</div>"""
    return _page(head, body)


def blog(article: Article) -> str:
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "@id": "/#w", "name": article.publisher, "publisher": {"@id": "/#o"}},
        {"@type": "Organization", "@id": "/#o", "name": article.publisher},
        {"@type": "WebPage", "@id": "/p", "name": article.title, "datePublished": f"{article.published}T20:00:00+00:00"},
        {"@type": "Article", "headline": article.title, "datePublished": f"{article.published}T20:00:00+00:00", "publisher": {"@id": "/#o"},
         "dateModified": f"{article.published + timedelta(days=2)}T20:00:00+00:00", "author": {"name": "A. Writer"}},
    ]}  # fmt: skip
    comments = "".join(
        f'<li class="comment"><p>I do not agree with this at all, number {n}.</p></li>' for n in range(4)
    )
    body = f"""<div id="page" class="site"><header id="masthead"><p class="site-title"><a href="/">{_e(article.publisher)}</a></p>{_nav(article)}</header>
<div id="content"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{_e(article.title)}</h1><div class="entry-meta">Posted on
<time class="entry-date published" datetime="{article.published}T20:00:00+00:00">{article.published:%B %d, %Y}</time> by <span class="author">A. Writer</span></div></header>
<div class="entry-content">{_paragraphs(article)}</div><footer class="entry-footer">Posted in <a href="/c">World</a> Tagged <a href="/t">war</a></footer></article>
<div id="comments"><h2>4 comments</h2><ol class="comment-list">{comments}</ol></div></div><aside id="secondary" class="widget-area">{_cards(article, "widget")}</aside>{_footer(article)}</div>"""
    return _page(f"<title>{_e(article.title)} &#8211; {_e(article.publisher)}</title>{_ld(graph)}", body)


def tables(article: Article) -> str:
    rows = "".join(f"<TR><TD><A HREF='/{t}'>{t}</A></TD></TR>" for t in TOPICS)
    body = f"""<TABLE WIDTH=780 BORDER=0><TR><TD COLSPAN=2><B>{_e(article.publisher)}</B></TD></TR><TR><TD WIDTH=140 VALIGN=top><TABLE>{rows}</TABLE></TD>
<TD VALIGN=top><H1>{_e(article.title)}</H1><DIV CLASS="date">Published: {article.published:%d %B %Y}</DIV>
{"".join(f"<P>{_e(p)}" for p in article.paragraphs)}</TD></TR></TABLE><HR>{_footer(article)}"""
    return _page(f"<TITLE>{_e(article.title)} - {_e(article.publisher)}</TITLE>", body)


def amp(article: Article) -> str:
    crumbs = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": 1, "name": "World"}],
    }
    body = f"""<amp-sidebar id="s" layout="nodisplay">{_nav(article)}</amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1>{_e(article.title)}</h1>
<div class="amp-wp-byline">A. Writer</div></header><figure class="amp-wp-article-featured-image"><amp-img src="p.jpg" width="1" height="1"></amp-img><p class="wp-caption-text">A street in the city.</p></figure>
<div class="amp-wp-article-content">{_paragraphs(article, lambda n: '<amp-ad width="300" height="250" type="x"></amp-ad>' if n == 1 else "")}</div></article>{_footer(article)}"""
    return _page(f"<title>{_e(article.title)}</title>{_ld([crumbs, _node(article)])}", body)


def blocks(article: Article) -> str:
    text = "".join(
        f'<div data-component="text-block" class="ssrcss-1"><div class="RichText"><p class="Paragraph">{_e(p)}</p></div></div>'
        for p in article.paragraphs
    )
    body = f"""<div id="app"><div role="navigation">{_nav(article)}</div><main id="main-content"><article class="ArticleWrapper"><div data-component="headline-block"><h1 tabindex="-1">{_e(article.title)}</h1></div>
<div data-component="byline-block"><span>By A. Writer</span><span>World correspondent</span><time datetime="{article.published}T08:00:00.000Z">{article.published:%d %B %Y}</time></div>
<div data-component="image-block"><figure><img src="x.jpg"><figcaption><span>Image caption, </span>A street in the city</figcaption></figure></div>{text}
<section data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t">War</a></li><li><a href="/u">Armies</a></li></ul></section></article></main>{_cards(article, "promo")}{_footer(article)}</div>"""
    return _page(
        f"<title>{_e(article.title)} - {_e(article.publisher)}</title>{_ld(_node(article, mainEntityOfPage='https://news.example/world-1'))}",
        body,
    )


def dated_address(article: Article) -> str:
    day = f"{article.published:%Y/%b/%d}".lower() if article.number % 2 else f"{article.published:%Y/%m/%d}"
    head = f"""<title>{_e(article.title)} | World | {_e(article.publisher)}</title><link rel="canonical" href="https://www.news.example/world/{day}/some-words-{article.number}">
<meta property="og:site_name" content="{article.publisher}">"""
    body = f"""<header>{_nav(article)}</header><div class="content__main"><h1 class="content__headline">{_e(article.title)}</h1><div class="content__article-body from-content-api js-article__body" itemprop="articleBody">
{_paragraphs(article, lambda n: '<aside class="element-rich-link"><h2>Another report</h2><a href="/z">Read more</a></aside>' if n == 0 else "")}</div></div><section>{_cards(article, "onward")}</section>{_footer(article)}"""
    return _page(head, body)


def wrong_json_ld(article: Article) -> str:
    wrong = "1970-01-01T00:00:00Z" if article.number % 2 else f"{article.published + timedelta(days=400)}T00:00:00Z"
    head = f"""<title>{_e(article.title)}</title>{_ld(_node(article, datePublished=wrong))}<meta name="pubdate" content="{article.published:%Y%m%d}">"""
    body = f"""{_nav(article)}<main><article><h1>{_e(article.title)}</h1><p><time datetime="{article.published}">{article.published:%A, %B %d, %Y}</time></p>{_paragraphs(article)}</article></main>{_cards(article)}{_footer(article)}"""
    return _page(head, body)


def undated(article: Article) -> str:
    head = f'<title>{_e(article.title)}</title><meta name="application-name" content="{article.publisher}"><meta property="og:site_name" content="{article.publisher}">'
    body = f"""{_nav(article)}<main><article><h1>{_e(article.title)}</h1>{_paragraphs(article)}</article><section>{_cards(article)}</section></main>{_footer(article)}"""
    return _page(head, body)


def breaks(article: Article) -> str:
    head = f"<title>{_e(article.publisher)}: {_e(article.title)}</title>{_ld(_node(article))}"
    text = "<br><br>\n".join(_e(p) for p in article.paragraphs)
    body = f"""<div class="header">{_nav(article)}</div><div class="story"><h1>{_e(article.title)}</h1><div class="story-text">{text}</div></div>{_cards(article, "sidebar")}{_footer(article)}"""
    return _page(head, body)


def tangled(article: Article) -> str:
    def words(n: int, p: str) -> str:
        text = (
            html.escape(p, quote=False)
            .replace("“", "&ldquo;")
            .replace("”", "&#8221;")
            .replace("’", "&#x2019;")
            .replace("–", "&ndash;")
        )
        text = re.sub(
            r"\b(\w{7,})\b(?![^&]*;)",
            lambda m: f'<a href="/t/{len(m[1])}">{m[1]}</a>' if len(m[1]) % 3 == 0 else m[1],
            text,
        )
        text = re.sub(r" (\w{4}) ", r" <em>\1</em> ", text, count=2)
        text = text.replace(" the ", "&nbsp;the ", 1).replace(". ", ".\n        ")
        extra = (
            '<p class="read-more"><strong>Read more:</strong> <a href="/q">Ministers meet to discuss the harbour</a></p>',
            '<div class="newsletter"><p>Sign up for our newsletter</p><form><input></form></div>',
            "",
        )
        return f"    <p>\n        {text}\n    </p>\n    {extra[n % 3]}"

    text = "\n".join(words(n, p) for n, p in enumerate(article.paragraphs))
    head = f"""<title>{_e(article.title)} | {_e(article.publisher)}</title><meta property="og:site_name" content="{article.publisher}"><meta name="DC.date.issued" content="{article.published}">"""
    body = f"""<!-- page --><header>{_nav(article)}</header><main><article>\n<h1>\n  {_e(article.title)}\n</h1>{_figure()}<div class="body">\n{text}\n</div></article></main>{_cards(article)}{_footer(article)}<script>var a = "<p>not text</p>";</script>"""
    return _page(head, body)


def microdata(article: Article) -> str:
    body = f"""<div class="nav-bar">{_nav(article)}</div><div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="{article.published}T12:00:00-05:00">
<h1 itemprop="headline">{_e(article.title)}</h1><span itemprop="author">A. Writer</span><div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="{article.publisher}"></div>
<div itemprop="articleBody" class="text">{_paragraphs(article)}</div></div>{_cards(article, "trending")}{_footer(article)}"""
    return _page(
        f'<title>{_e(article.title)}</title><meta property="og:site_name" content="{article.publisher}">', body
    )


def latin(article: Article) -> bytes:
    head = f"<title>{_e(article.title)} - {_e(article.publisher)}</title><meta name=date content='{article.published}'>"
    body = f"""{_nav(article)}<DIV ID=main><H1>{_e(article.title)}</H1>{"".join(f"<P>{_e(p)}" for p in article.paragraphs)}</DIV>{_footer(article)}"""
    page = _page(head, body, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')
    return page.encode("cp1252", "xmlcharrefreplace")


def updated(article: Article) -> str:
    later = article.published + timedelta(days=3)
    head = f"""<title>{_e(article.title)} | {_e(article.publisher)}</title><meta property="article:modified_time" content="{later}T10:00:00Z"><meta property="og:site_name" content="{article.publisher}">"""
    body = f"""{_nav(article)}<main><article><h1>{_e(article.title)}</h1><div class="timestamps"><span>Updated <time datetime="{later}T10:00:00Z">{later:%d %b %Y}</time></span>
<span>Published <time datetime="{article.published}T10:00:00Z">{article.published:%d %b %Y}</time></span></div>{_paragraphs(article)}<p class="tagline">Follow us on all channels</p></article></main>{_cards(article)}{_footer(article)}"""
    return _page(head, body)


def hydrated(article: Article) -> str:
    data = json.dumps(
        {"props": {"article": {"title": article.title, "body": article.text, "date": "2001-01-01"}}}
    ).replace("</", "<\\/")
    graph = {"@graph": [{"@type": ["NewsMediaOrganization", "Organization"], "@id": "#pub", "name": article.publisher},
                        {"@type": "ReportageNewsArticle", "headline": article.title, "datePublished": article.published.isoformat(), "publisher": {"@id": "#pub"}}]}  # fmt: skip
    text = "".join(f'<section class="css-0"><p class="css-1">{_e(p)}</p></section>' for p in article.paragraphs)
    body = f"""<div id="__next"><div class="css-9">{_nav(article)}</div><div class="css-4"><h1 class="css-2">{_e(article.title)}</h1><p class="css-3">By A. Writer</p><div class="css-7">{text}</div></div>{_cards(article, "recirc")}{_footer(article)}</div>
<script id="__NEXT_DATA__" type="application/json">{data}</script>"""
    return _page(f"<title>{_e(article.title)}</title>{_ld(graph)}", body)


def wire(article: Article) -> str:
    body = f"""<header>{_nav(article)}</header><main><article><h1>{_e(article.title)}</h1><div class="RichTextStoryBody">{_paragraphs(article)}</div></article></main>{_footer(article)}"""
    return _page(
        f'<title>{_e(article.title)} | {_e(article.publisher)}</title><meta property="og:site_name" content="{article.publisher}">',
        body,
    )


LAYOUTS: Sequence[Callable[[Article], str | bytes]] = (
    semantic, div_soup, blog, tables, amp, blocks, dated_address, wrong_json_ld, undated, breaks, tangled, microdata,
    latin, updated, hydrated, wire,
)  # fmt: skip


def make(article: Article) -> Made:
    """The article in the layout that its number falls on."""
    layout = LAYOUTS[article.number % len(LAYOUTS)]
    if layout is wire:
        opened = f"GENEVA, {article.published:%b. %d, %Y} (Wire) — {article.paragraphs[0]}"
        article = Article(
            article.title, (opened, *article.paragraphs[1:]), article.publisher, article.published, article.number
        )
    page = layout(article)
    data = page if isinstance(page, bytes) else page.encode()
    return Made(data, article.text, None if layout is undated else article.published, article.publisher)
