"""What people do on the screens: decide, take back, add. Each ends at a page, so that going back repeats nothing."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from whosays.findings import Posting, Verdict
from whosays.read.day import day
from whosays.read.input import Stated
from whosays.web.adding import Given, pasted
from whosays.web.bench import Bench
from whosays.web.book import Book
from whosays.web.deciding import DecisionError, enter, undo
from whosays.web.doubt import Answer, Doubt, Proposed, accept, correction, reject
from whosays.web.doubts import skip
from whosays.web.problems import ProblemError
from whosays.web.query import address, kept, parse
from whosays.web.review import alike, in_sight
from whosays.web.screens import WHO

NAME = 100
"""Characters of a person's name."""

Text = Annotated[str, Form()]


def acts(bench: Bench) -> APIRouter:
    """The routes of all that changes a case: each takes a form, enters what it says, and leads to a page."""
    router = APIRouter(include_in_schema=False)

    @router.post("/review")
    async def answer(request: Request) -> Response:
        return _answered(bench, request, await _given(request))

    @router.post("/review/undo")
    async def take_back(request: Request) -> Response:
        given = await _given(request)
        undo(bench.case.store, _who(bench, request, given.get("who")))
        query = parse(given)
        back = _own(given.get("back")) or address("/review", kept(query), item=given.get("item"))
        return RedirectResponse(back, 303)

    _decides(router, bench)
    _adds(router, bench)
    return router


def _decides(router: APIRouter, bench: Bench) -> None:
    """The route by which one claim is decided."""

    @router.post("/claims/{claim}/decide")
    def decide(
        request: Request, claim: str, verdict: Text, back: Text = "", field: Text = "", value: Text = "", why: Text = ""
    ) -> Response:
        with bench.case.store.reading() as case:
            posting = case.posting(claim)
        if posting is None:
            raise ProblemError(404, f"claim {claim} is not in the case")
        entry = _entry(posting, verdict, field, value.strip() or None)
        enter(bench.case.store, [entry], _who(bench, request, None), why.strip(), bench.case.clock())
        return RedirectResponse(_own(back) or f"/documents/{posting.document}?claim={posting.id}", 303)


def _adds(router: APIRouter, bench: Bench) -> None:
    """The route by which documents are added."""

    @router.post("/documents")
    async def add(
        files: Annotated[list[UploadFile], File()] = [],  # noqa: B006  (FastAPI reads it, nobody changes it)
        text: Text = "",
        title: Text = "",
        publisher: Text = "",
        published: Text = "",
        url: Text = "",
    ) -> Response:
        given = [Given(f.filename, await f.read()) for f in files if f.filename]
        given += [pasted(text)] if text.strip() else []
        if not given:
            raise ProblemError(400, "nothing was given: choose files, or paste a report")
        title_, publisher_, url_ = (said.strip() or None for said in (title, publisher, url))
        stated = Stated(title=title_, publisher=publisher_, published=_day(published), url=url_)
        return RedirectResponse(f"/adds/{bench.adding.begin(given, stated)}", 303)


async def _given(request: Request) -> dict[str, str]:
    """The fields of the form that are words."""
    form = await request.form()
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _entry(posting: Posting, verdict: str, field: str, value: str | None) -> Proposed:
    """What a person's verdict on one claim enters."""
    if verdict == Verdict.ACCEPT:
        return accept(posting)
    if verdict == Verdict.REJECT:
        return reject(posting)
    if verdict == Verdict.CORRECT:
        return correction(posting, field, value)
    raise DecisionError(f"a claim is accepted, rejected or corrected, not {verdict[:50]!r}")


def _answered(bench: Bench, request: Request, given: dict[str, str]) -> Response:
    """Enters the answer to a question, or to all like it, and goes on to the next."""
    query = parse({k: v for k, v in given.items() if k != "item"})
    book = bench.desk.book(query.as_of)
    listed = in_sight(book, query, bench.desk.doubts(book))
    at = next((n for n, d in enumerate(listed) if d.id == given.get("item")), None)
    if at is None:
        raise ProblemError(409, "this question is not open any more; go back to the review")
    doubt = listed[at]
    asked = [doubt, *alike(listed, doubt)] if given.get("count") else [doubt]
    if given.get("count") and given["count"] != str(len(asked)):
        raise ProblemError(409, "the questions of this kind are others by now; look at them again")
    who = _who(bench, request, given.get("who"))
    entries = [entry for one in asked for entry in _entries(book, one, given.get("answer", ""))]
    enter(bench.case.store, entries, who, given.get("why", "").strip(), bench.case.clock())
    done = {d.id for d in asked}
    left = [d for d in (*listed[at + 1 :], *listed[:at]) if d.id not in done]
    to = RedirectResponse(address("/review", kept(query), item=left[0].id if left else None), 303)
    to.set_cookie(WHO, _ascii(who), max_age=31_536_000, httponly=True, samesite="strict")
    return to


def _entries(book: Book, doubt: Doubt, answer: str) -> tuple[Proposed, ...]:
    if answer == "skip":
        return skip(doubt)
    return _chosen(doubt, answer).entries


def _chosen(doubt: Doubt, answer: str) -> Answer:
    if answer.isdecimal() and answer.isascii() and len(answer) < 3 and int(answer) < len(doubt.answers):
        return doubt.answers[int(answer)]
    raise DecisionError("choose one of the answers")


def _who(bench: Bench, request: Request, given: str | None) -> str:
    who = (given or "").strip() or request.cookies.get(WHO, "") or bench.who
    return who[:NAME]


def _ascii(who: str) -> str:
    """A name as a cookie can hold it; any other is asked for again."""
    return who if who.isascii() and who.isprintable() and ";" not in who and '"' not in who else ""


def _own(back: str | None) -> str | None:
    """An address of this server's own, and none other."""
    parts = urlsplit(back or "")
    path = parts.path
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith("//") or "\\" in (back or ""):
        return None
    return back if (back or "").isprintable() else None


def _day(given: str) -> date | None:
    if not given.strip():
        return None
    found = day(given.strip())
    if found is None:
        raise ProblemError(422, f"{given[:50]!r} is not a date; write YYYY-MM-DD")
    return found
