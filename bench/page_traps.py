"""More layouts, written after the reader to see where it errs: quotations set large, embedded posts, paywalls, next articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.page_layouts import TEASERS, Article, Made, _cards, _e, _footer, _ld, _nav, _node, _page


def _ps(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{_e(p)}</p>" for p in paragraphs)


def quoted(article: Article) -> str:
    half = len(article.paragraphs) // 2
    body = f"""{_nav(article)}<article><h1>{_e(article.title)}</h1>{_ps(article.paragraphs[:half])}<blockquote class="pullquote"><p>{_e(article.paragraphs[0].split(". ")[0])}</p></blockquote>
<blockquote class="twitter-tweet"><p>Breaking: see our thread</p>&mdash; A. User (@auser) <a href="https://t.example/1">May 1, 2021</a></blockquote>{_ps(article.paragraphs[half:])}
<div class="author-bio"><p>A. Writer is a reporter who covers the world and has written three books on it.</p></div></article>{_footer(article)}"""
    return _page(f"<title>{_e(article.title)}</title>{_ld(_node(article))}", body)


def walled(article: Article) -> str:
    head = f"""<title>{_e(article.title)} — {_e(article.publisher)}</title><meta name="article:published_time" content="{article.published}T00:00:00+0300">"""
    body = f"""<div id="onetrust-banner-sdk" role="dialog"><p>We and our partners store information on your device, such as cookies, to show you content that suits you.</p></div>
<div class="App">{_nav(article)}<div class="Main"><div class="StoryHead"><h1>{_e(article.title)}</h1><div class="StoryMeta"><span>A. Writer</span><span>5 min read</span></div></div>
<div class="StoryBody">{_ps(article.paragraphs)}</div><div class="Paywall"><h3>Keep reading</h3><p>You have read your last free article this month. Subscribe to go on reading.</p></div></div></div>{_footer(article)}"""
    return _page(head, body)


def captioned(article: Article) -> str:
    extra = {
        1: '<div class="image-wrap"><img src="x.jpg"><p class="image-caption">Soldiers on a road in a picture from last year. Photo: A. Camera</p></div>',
        2: '<p class="inline-related"><a href="/z">RELATED: What the new budget means for schools</a></p>',
        3: f'<p><em><a href="/q">{TEASERS[0]}</a></em></p>',
    }
    text = "".join(f"<p>{_e(p)}</p>{extra.get(n, '')}" for n, p in enumerate(article.paragraphs))
    body = f'{_nav(article)}<div class="article"><h1>{_e(article.title)}</h1><div class="article__content">{text}</div></div>{_cards(article, "teaser")}{_footer(article)}'
    return _page(f"<title>{_e(article.title)}</title>{_ld(_node(article))}", body)


def tagged(article: Article) -> str:
    head = f'<title>{_e(article.title)}</title><meta itemprop="dateCreated" content="x"><meta name="publish-date" content="{article.published:%a, %d %b %Y} 10:00:00 GMT">'
    body = f"""{_nav(article)}<main><article><h1>{_e(article.title)}</h1><div class="article-content">{_ps(article.paragraphs)}</div><ul class="tags"><li><a href="/1">War</a></li></ul>
<div class="next-article"><h2>{TEASERS[0]}</h2><p>The next article begins like this and goes on.</p></div></article></main>{_footer(article)}"""
    return _page(head, body)


def followed(article: Article) -> str:
    other = "The other article begins here and has nothing to do with the first one. "
    head = f"<title>{_e(article.title)}</title>{_ld(_node(article))}{_ld(_node(article, headline='Another article', datePublished='2010-01-01'))}"
    body = f"""{_nav(article)}<article class="main"><h1>{_e(article.title)}</h1>{_ps(article.paragraphs)}</article>
<article class="next"><h1>Another article</h1><p>{other * 4}</p><p>{other * 5}</p></article>{_footer(article)}"""
    return _page(head, body)


def unmarked(article: Article) -> str:
    text = "".join(f"<div>{_e(p)}</div>" for p in article.paragraphs)
    body = f"""<div id=nav>{_nav(article)}</div><div id=content><h1>{_e(article.title)}</h1><div class=info>{article.published:%d.%m.%Y} | {_e(article.publisher)}</div>
<div class=text>{text}</div></div>{_footer(article)}"""
    return _page(f"<title>{_e(article.title)} :: {_e(article.publisher)}</title>", body)


def bold(article: Article) -> str:
    body = f"""{_nav(article)}<div class="post"><h1>{_e(article.title)}</h1><div class="audio">Listen to this article <span>4 min</span></div><p><strong>{_e(article.paragraphs[0])}</strong></p>
{_ps(article.paragraphs[1:])}</div>{_footer(article)}"""
    return _page(f"<title>{_e(article.title)}</title>{_ld(_node(article))}", body)


def interrupted(article: Article) -> str:
    text = "".join(
        f'<p>{_e(p)}</p><div class="ad"><p>Advertisement. Scroll to go on reading.</p></div>'
        for p in article.paragraphs
    )
    return _page(
        f"<title>{_e(article.title)}</title>{_ld(_node(article))}",
        f"{_nav(article)}<article><h1>{_e(article.title)}</h1>{text}</article>{_footer(article)}",
    )


TRAPS: Sequence[Callable[[Article], str]] = (quoted, walled, captioned, tagged, followed, unmarked, bold, interrupted)


def make_trap(article: Article) -> Made:
    """The article in the layout that its number falls on."""
    page = TRAPS[article.number % len(TRAPS)](article)
    return Made(page.encode(), article.text, article.published, article.publisher)
