"""The addresses of the screens: each as a page, as JSON and as CSV, all of one view model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from whosays.web.adding import Progress
from whosays.web.bench import Bench
from whosays.web.book import Book
from whosays.web.claims import FOUND, Claims, claims, heading
from whosays.web.documents import documents
from whosays.web.figures import figures
from whosays.web.flat import View, flat
from whosays.web.frame import frame
from whosays.web.matrix import matrix
from whosays.web.pages import TYPES, parts, static, template
from whosays.web.places import places
from whosays.web.problems import ProblemError
from whosays.web.query import Query, parse
from whosays.web.reader import Reader, opened, reader
from whosays.web.review import in_sight, review
from whosays.web.situation import Situation, situation
from whosays.web.situation_pane import SMALL, before
from whosays.web.told import title_of

WHO = "whosays-who"
"""The cookie that keeps a person's name for the next decision."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screen is made from: the request, the filters that its address names, and the book of the day they name."""

    request: Request
    query: Query
    book: Book


@dataclass(frozen=True, slots=True)
class Screen:
    """Which template shows it, at which path, under which title; ``tab`` is the path of its tab, where that is another."""

    template: str
    path: str
    title: str
    tab: str | None = None


_MATRIX = Screen("matrix.html", "/matrix", "Who says what")
_DOCUMENTS = Screen("documents.html", "/documents", "Documents")
_FIGURES = Screen("figures.html", "/figures", "Figures")
_PLACES = Screen("places.html", "/places", "Places")
_SITUATION = Screen("situation.html", "/situation", "Situation")
_REVIEW = Screen("review.html", "/review", "Review")


def screens(bench: Bench) -> APIRouter:
    """The routes of all screens. The ending of an address says the form: none, ``.json`` or ``.csv``."""
    router = APIRouter(include_in_schema=False)
    show = _Show(bench)

    @router.get("/")
    def home() -> Response:
        return RedirectResponse("/matrix", 303)

    for ending in ("", ".json", ".csv"):
        router.get(f"/matrix{ending}")(show.on_book(show.matrix))
        router.get(f"/documents{ending}")(show.on_book(show.documents))
        router.get(f"/figures{ending}")(show.on_book(show.figures))
        router.get(f"/places{ending}")(show.on_book(show.places))
        router.get(f"/situation{ending}")(show.on_book(show.situation))
        router.get(f"/claims{ending}")(show.on_book(show.claims))
        router.get(f"/review{ending}")(show.on_book(show.review))
    router.get("/documents/{name}")(show.on_book(show.document))
    router.get("/adds/{id_}")(show.adding)

    @router.get("/static/{name}")
    async def file(name: str) -> Response:
        if name not in TYPES:
            raise ProblemError(404, "there is no such file")
        return Response(static(name), media_type=TYPES[name], headers={"Cache-Control": "max-age=31536000, immutable"})

    return router


class _Show:
    """Makes the view that an address asks for, and shows it."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._desk = bench.desk

    def on_book(self, shown: Callable[[Asked], Response]) -> Callable[[Request], Response]:
        """The answer to an address whose screen shows a book; where the book takes long to make, first a page that says so."""

        def answer(request: Request) -> Response:
            query = parse(request.query_params)
            wait = self._not_yet(request, query.as_of)
            return wait or shown(Asked(request, query, self._desk.book(query.as_of)))

        return answer

    def matrix(self, asked: Asked) -> Response:
        return self._as(asked, _MATRIX, lambda: matrix(asked.book, self._desk, asked.query))

    def documents(self, asked: Asked) -> Response:
        return self._as(asked, _DOCUMENTS, lambda: documents(asked.book, self._desk, asked.query))

    def figures(self, asked: Asked) -> Response:
        return self._as(asked, _FIGURES, lambda: figures(asked.book, self._desk, asked.query))

    def places(self, asked: Asked) -> Response:
        return self._as(asked, _PLACES, lambda: places(asked.book, self._desk, asked.query))

    def situation(self, asked: Asked) -> Response:
        book, query = asked.book, asked.query

        def made() -> Situation:
            waiting = in_sight(book, query, self._desk.doubts_by_now(book) or ())
            return situation(book, self._desk, query, self._before(book), waiting)

        return self._as(asked, _SITUATION, made)

    def _before(self, book: Book) -> Book | None:
        """The book that news are counted from; None where there is none, or it would take long to make."""
        day = before(book)
        quick = day is not None and len(book.balance.postings) <= SMALL and self._desk.ready(day)
        return self._desk.book(day) if quick else None

    def claims(self, asked: Asked) -> Response:
        book, query = asked.book, asked.query

        def made() -> Claims:
            found = self._desk.search(query.words, query.as_of, FOUND) if query.words else None
            return claims(book, self._desk, query, found)

        return self._as(asked, Screen("claims.html", "/claims", heading(book, query)), made)

    def review(self, asked: Asked) -> Response:
        book, query = asked.book, asked.query
        page = "text/html" in asked.request.headers.get("accept", "")
        found = self._desk.doubts_by_now(book) if page else self._desk.doubts(book)
        if found is None:
            return HTMLResponse(template("working.html").render(says="Looking for what is doubtful."))
        return self._as(asked, _REVIEW, lambda: review(book, self._desk, query, found, self._desk.cues(book)))

    def document(self, asked: Asked) -> Response:
        book, query = asked.book, asked.query
        id_ = asked.request.path_params["name"].removesuffix(".json").removesuffix(".csv")
        title = title_of(*opened(book, self._desk, query, id_))

        def made() -> Reader:
            found = self._desk.doubts_by_now(book) or ()
            doubtful = {c: (d.id, d.title) for d in reversed(found) for c in d.claims}
            return reader(book, self._desk, query, id_, doubtful, self._desk.issues(id_))

        return self._as(asked, Screen("reader.html", f"/documents/{quote(id_, safe='')}", title, "/documents"), made)

    def adding(self, id_: str, request: Request) -> Response:
        progress = self._bench.adding.progress(id_.removesuffix(".json"))
        if progress is None:
            raise ProblemError(404, "nothing is known of this add any more; its documents are in the case")
        if id_.endswith(".json"):
            return json(progress)
        screen = Screen("adding.html", "/documents", "Adding")
        return self._page(Asked(request, Query(), self._desk.book()), screen, lambda: progress)

    def _not_yet(self, request: Request, as_of: date | None) -> Response | None:
        """Where a day takes long to work out: a page that says so at once, and comes back."""
        if self._desk.ready(as_of) or "text/html" not in request.headers.get("accept", ""):
            return None
        self._desk.prepare(as_of)
        says = f"Making the balance of {as_of}." if as_of else "Making the balance of the whole case."
        return HTMLResponse(template("working.html").render(says=says))

    def _as(self, asked: Asked, screen: Screen, view: Callable[[], View]) -> Response:
        """The view in the form that the address ends in."""
        if asked.request.url.path.endswith(".json"):
            return json(view())
        if asked.request.url.path.endswith(".csv"):
            file = screen.path.strip("/").replace("/", "-")
            headers = {"Content-Disposition": f'attachment; filename="{file}.csv"'}
            return Response(flat(view()), media_type="text/csv; charset=utf-8", headers=headers)
        return self._page(asked, screen, view)

    def _page(self, asked: Asked, screen: Screen, view: Callable[[], View | Progress]) -> Response:
        """The frame is on its way before the view is made."""
        book, query = asked.book, asked.query
        found = self._desk.doubts_by_now(book)
        waiting = None if found is None else len(in_sight(book, query, found))
        stale = self._desk.stale(book)
        around = frame(book, query, screen.path, screen.title, waiting, screen=screen.tab, stale=stale)
        who = asked.request.cookies.get(WHO) or self._bench.who
        made = parts(screen.template, view, frame=around, who=who, inline=None, policy=None)
        return StreamingResponse(made, media_type="text/html")


def json(value: Any) -> Response:
    """A value of the case as JSON: dates as YYYY-MM-DD, closed sets by their names."""
    return Response(msgspec.json.encode(value), media_type="application/json")
