"""A book -> the screens as static pages, each complete in itself, for a disk or any web server.

No page asks for anything but the other pages. Private persons are masked unless their names are wanted, and each page says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

import msgspec
from markupsafe import Markup

from whosays.export.html.page import let
from whosays.export.private import Private
from whosays.web.book import Book
from whosays.web.cues import cues
from whosays.web.documents import documents
from whosays.web.doubts import doubts
from whosays.web.evidence import Words
from whosays.web.figures import figures
from whosays.web.flat import View, flat
from whosays.web.frame import Frame, frame
from whosays.web.looked import looked
from whosays.web.masks import BLOCK, mask
from whosays.web.matrix import matrix
from whosays.web.pages import static, whole
from whosays.web.places import places
from whosays.web.query import Query
from whosays.web.reader import reader
from whosays.web.review import QUEUE, review
from whosays.web.situation import Situation, situation
from whosays.web.told import count, day

_CODE = re.compile(r"(<style>.*?</style>|<script>.*?</script>)", re.DOTALL)
_LINK = re.compile(r'(href)="(/[^"]*)"')


@dataclass(frozen=True, slots=True)
class File:
    """One file of the site, by its path below the folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Inline:
    style: Markup
    script: Markup


def site(
    book: Book, words: Words, issues: Callable[[str], tuple[str, ...]], hidden: Private | None = None
) -> Iterator[File]:
    """The files: the matrix with a page for each cell's evidence, the list of documents, each document, data beside them.

    `hidden` are the persons whose names are masked; None masks nobody.
    """
    writer = _Site(book, words, hidden)
    yield from writer.matrices()
    yield from writer.situations()
    yield from writer.lists()
    yield from writer.places()
    yield from writer.figures()
    yield from writer.reviews()
    for document in book.balance.documents:
        yield writer.document(document.id, issues(document.id))


class _Site:
    def __init__(self, book: Book, words: Words, hidden: Private | None) -> None:
        seen = looked(book, words, {})
        self._doubts = doubts(book, seen, book.standing, book.links)
        self._cues = cues(book, seen)
        self._mask: Callable[[str], str] = mask(hidden) if hidden else (lambda text: text)
        self._masked_as = _says(hidden)
        self._book = book
        self._words = words
        self._query = Query(as_of=book.balance.as_of, all_sources=True)
        self._inline = _Inline(Markup(_style()), Markup(static("workbench.js").decode().replace("</", "<\\/")))
        self._policy = _policy(str(self._inline.style), str(self._inline.script))

    def matrices(self) -> Iterator[File]:
        """One page for every page of the matrix, and one for each cell that holds something."""
        first = matrix(self._book, self._words, self._query)
        yield from self._data("matrix.html", first)
        for n in range(1, first.pages + 1):
            query = replace(self._query, page=n)
            view = matrix(self._book, self._words, query)
            yield self._page(_matrix_name(n), "matrix.html", view, query, "/matrix", "Who says what")
            for row in view.rows:
                for column in (None, *(c.column for c in row.cells if c.stances)):
                    chosen = replace(query, proposition=row.proposition, column=column)
                    shown = matrix(self._book, self._words, chosen)
                    name = cell_name(row.proposition, column)
                    yield self._page(name, "matrix.html", shown, chosen, "/matrix", "Who says what")

    def lists(self) -> Iterator[File]:
        pages = documents(self._book, self._words, self._query).pages
        for n in range(1, pages + 1):
            query = replace(self._query, page=n)
            view = documents(self._book, self._words, query)
            yield self._page(_list_name(n), "documents.html", view, query, "/documents", "Documents")
            yield File(f"{_list_name(n).removesuffix('.html')}.csv", self._mask(flat(view)).encode())

    def situations(self) -> Iterator[File]:
        """One page for every page of propositions, and one for each of them."""
        for n in range(1, situation(self._book, self._words, self._query).pages + 1):
            query = replace(self._query, page=n)
            view = self._situation(query)
            yield self._page(_situation_name(n), "situation.html", view, query, "/situation", "Situation")
            yield from self._data(_situation_name(n), view)
            for row in view.rows:
                chosen = replace(query, proposition=row.proposition)
                name = _situation_name(n, row.proposition)
                yield self._page(name, "situation.html", self._situation(chosen), chosen, "/situation", "Situation")

    def _situation(self, query: Query) -> Situation:
        return situation(self._book, self._words, query, waiting=self._doubts[:QUEUE])

    def places(self) -> Iterator[File]:
        """The map, and one page for each place that is listed."""
        view = places(self._book, self._words, self._query)
        yield from self._data(_places_name(), view)
        for at in (None, *(p.id for p in view.places)):
            query = replace(self._query, at=at)
            shown = places(self._book, self._words, query)
            yield self._page(_places_name(at), "places.html", shown, query, "/places", "Places")

    def figures(self) -> Iterator[File]:
        """One page for every page of figures, and one for each figure's words."""
        for n in range(1, figures(self._book, self._words, self._query).pages + 1):
            query = replace(self._query, page=n)
            view = figures(self._book, self._words, query)
            yield self._page(_figures_name(n), "figures.html", view, query, "/figures", "Figures")
            yield from self._data(_figures_name(n), view)
            told = (*(g.claim for c in view.charts for g in c.given), *(r.claim for r in view.pane.ranges))
            for claim in dict.fromkeys(told):
                chosen = replace(query, claim=claim)
                shown = figures(self._book, self._words, chosen)
                yield self._page(_figures_name(n, claim), "figures.html", shown, chosen, "/figures", "Figures")

    def _data(self, page: str, view: View) -> Iterator[File]:
        """The same view as JSON and CSV."""
        name = page.removesuffix(".html")
        yield File(f"{name}.json", self._mask(msgspec.json.encode(view).decode()).encode())
        yield File(f"{name}.csv", self._mask(flat(view)).encode())

    def reviews(self) -> Iterator[File]:
        """What waits for a person, to be read only."""
        for item in (None, *(d.id for d in self._doubts[:QUEUE])):
            query = replace(self._query, item=item)
            view = review(self._book, self._words, query, self._doubts[:QUEUE], self._cues)
            yield self._page(_review_name(item), "review.html", view, query, "/review", "Review")

    def document(self, id_: str, issues: tuple[str, ...]) -> File:
        view = reader(self._book, self._words, self._query, id_, {}, issues, whole=True)
        return self._page(f"document-{id_}.html", "reader.html", view, self._query, f"/documents/{id_}", view.title)

    def _page(self, name: str, of: str, view: Any, query: Query, path: str, title: str) -> File:
        around = self._frame(query, path, title)
        made = whole(of, frame=around, v=view, who="", inline=self._inline, policy=self._policy)
        return File(name, self._linked(self._masked(made)).encode("utf-8", "replace"))

    def _frame(self, query: Query, path: str, title: str) -> Frame:
        screen = "/documents" if path.startswith("/documents") else path
        made = frame(self._book, query, path, title, None, screen=screen)
        tabs = tuple(replace(t, badge=len(self._doubts) if t.link.startswith("/review") else None) for t in made.tabs)
        known = (
            f"all that is known by {day(self._book.days[-1])}" if self._book.days and not query.as_of else made.known_on
        )
        return replace(made, tabs=tabs, known_on=known, stale=False, masked=self._masked_as)

    def _masked(self, page: str) -> str:
        """The page without persons' names; its style and its script hold none."""
        parts = _CODE.split(page)
        return "".join(part if n % 2 else self._mask(part) for n, part in enumerate(parts))

    def _linked(self, page: str) -> str:
        """Addresses of the workbench -> names of files beside this one; where there is none, the list of documents."""
        return _LINK.sub(lambda m: f'{m[1]}="{_file(m[2])}"', page)


def _says(hidden: Private | None) -> str:
    if hidden is None:
        return "No names are masked in these pages."
    return (
        f"Names of private persons are masked, letter for letter ({BLOCK * 5}): {count(len(hidden.names), 'name')} of people who hold no "
        "public office, such as victims, captives, witnesses and minors. Who speaks in an office keeps the name. The machine "
        "misses names, and takes some words for names."
    )


def _file(address: str) -> str:
    path, _, rest = address.replace("&amp;", "&").partition("?")
    given = dict(pair.partition("=")[::2] for pair in rest.partition("#")[0].split("&") if pair)
    page = int(given.get("page", "1"))
    if path.startswith("/documents/"):
        claim = given.get("claim")
        return f"document-{path.removeprefix('/documents/')}.html" + (f"#c-{claim}" if claim else "")
    if path == "/documents":
        return _list_name(page)
    if path == "/situation":
        return _situation_name(page, given.get("proposition"))
    if path == "/places" or (path == "/claims" and "at" in given):
        return _places_name(given.get("at"))
    if path == "/figures":
        return _figures_name(page, given.get("claim"))
    if path == "/review":
        return _review_name(given.get("item"))
    if "document" in given:
        return f"document-{given['document']}.html"
    if "proposition" in given:
        return cell_name(given["proposition"], _unquoted(given.get("column")))
    return _matrix_name(page)


def _unquoted(value: str | None) -> str | None:
    return unquote(value) if value else None


def _matrix_name(page: int) -> str:
    return "index.html" if page == 1 else f"matrix-{page}.html"


def _list_name(page: int) -> str:
    return "documents.html" if page == 1 else f"documents-{page}.html"


def _situation_name(page: int, proposition: str | None = None) -> str:
    if proposition:
        return f"situation-{proposition}.html"
    return "situation.html" if page == 1 else f"situation-{page}.html"


def _places_name(at: str | None = None) -> str:
    return f"place-{at}.html" if at else "places.html"


def _figures_name(page: int, claim: str | None = None) -> str:
    if claim:
        return f"figure-{claim}.html"
    return "figures.html" if page == 1 else f"figures-{page}.html"


def _review_name(item: str | None) -> str:
    return f"review-{item}.html" if item else "review.html"


def cell_name(proposition: str, column: str | None) -> str:
    """The file of a cell's evidence: a column's key may hold anything, so that its hash stands for it."""
    if column is None:
        return f"on-{proposition}.html"
    return f"on-{proposition}-{hashlib.sha256(column.encode()).hexdigest()[:10]}.html"


def _style() -> str:
    """The style without fonts: a page from a disk uses those of the reader."""
    return re.sub(r"@font-face \{[^}]*\}\n?", "", static("workbench.css").decode())


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {let(style)}; script-src {let(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
