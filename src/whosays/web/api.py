"""The interface for programs, below /api: documents, claims, propositions, decisions, adds; paged by key, as of any day.

A page's ``next`` is the address of the one after it. It holds the key of the last thing listed, so that what is added
meanwhile neither shifts nor repeats anything. Errors are problem details (RFC 9457).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from whosays.export.record import Record
from whosays.findings import Bound, Decision, Figure, Finding, Held, Posting, State, Verdict
from whosays.model import EventType, QuantityKind, Stance
from whosays.read.input import Stated
from whosays.reconcile.timeline import Moment, timeline
from whosays.review.subjects import reading
from whosays.web.adding import Given, Progress
from whosays.web.bench import Bench
from whosays.web.deciding import enter
from whosays.web.doubt import Proposed
from whosays.web.guard import LARGEST
from whosays.web.places import Located, located
from whosays.web.problems import Problem, ProblemError
from whosays.web.screens import json

T = TypeVar("T")

LIMIT = 200
"""Things on a page, at most."""
KEY = 64

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": said, "content": {"application/problem+json": {}}}
    for status, said in (
        (400, "The request is not as asked for"),
        (401, "A token is needed"),
        (403, "Not from this server's own pages"),
        (404, "Not in the case, or not known on that day"),
        (409, "The case can't be written now, or has changed"),
        (413, "Too large"),
        (422, "A value does not fit"),
    )
}

AsOf = Annotated[date | None, Query(description="Only what was published by that day; undated documents never.")]
After = Annotated[str | None, Query(max_length=KEY, description="The key of the last thing of the page before.")]
Limit = Annotated[int, Query(ge=1, le=LIMIT)]
Id = Annotated[str, Path(min_length=1, max_length=KEY)]


class Page(BaseModel, Generic[T]):
    """``items``, and the address of the next page; null at the end."""

    items: list[T]
    next: str | None


class NewDecision(BaseModel):
    """What a person decides: of a claim ``accept``, ``reject``, ``correct``, ``skip``; of two ``same``, ``different``, ``unsure``."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["accept", "reject", "correct", "same", "different", "unsure", "skip"]
    claim: str = Field(min_length=1, max_length=KEY)
    other: str | None = Field(None, max_length=KEY, description="The second claim of a pair.")
    field: str | None = Field(None, max_length=50, description="What a correction sets, as `stance` or `source.code`.")
    value: str | None = Field(None, max_length=500, description="To what; null for what the text does not say.")
    who: str = Field(min_length=1, max_length=100)
    why: str | None = Field(None, max_length=2_000)


class NewDocument(BaseModel):
    """A report to read."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=1_000_000)
    key: str | None = Field(None, max_length=300, description="What it goes by; versions of one article share it.")
    title: str | None = Field(None, max_length=1_000)
    publisher: str | None = Field(None, max_length=1_000)
    published: date | None = None
    url: str | None = Field(None, max_length=2_000)


@dataclass(frozen=True, slots=True)
class Begun:
    """An add that was begun, and where its progress is told."""

    id: str
    link: str


def api(bench: Bench) -> APIRouter:
    router = APIRouter(prefix="/api", responses=_PROBLEMS)
    _documents(router, bench)
    _claims(router, bench)
    _propositions(router, bench)
    _figures(router, bench)
    _places(router, bench)
    _timeline(router, bench)
    _decisions(router, bench)
    return router


def _documents(router: APIRouter, bench: Bench) -> None:
    @router.get("/documents", response_model=Page[Held])
    def list_documents(request: Request, as_of: AsOf = None, after: After = None, limit: Limit = 50) -> Response:
        found = sorted(bench.desk.book(as_of).balance.documents, key=lambda d: d.id)
        return _page(request, found, lambda d: d.id, after, limit)

    @router.get("/documents/{id_}", response_model=Held)
    def get_document(id_: Id, as_of: AsOf = None) -> Response:
        return json(_there(bench.desk.book(as_of).documents.get(id_), f"document {id_}"))

    @router.post("/documents", response_model=Begun, status_code=202)
    def add_document(new: Annotated[NewDocument, Body()]) -> Response:
        content = new.text.encode("utf-8", "replace")
        if len(content) > LARGEST:
            raise ProblemError(413, "too large")
        key = new.key or f"{hashlib.sha256(content).hexdigest()[:12]}.txt"
        stated = Stated(title=new.title, publisher=new.publisher, published=new.published, url=new.url)
        id_ = bench.adding.begin([Given(key, content)], stated)
        made = json(Begun(id_, f"/api/adds/{id_}"))
        made.status_code = 202
        return made

    @router.get("/adds/{id_}", response_model=Progress)
    def get_add(id_: Id) -> Response:
        return json(_there(bench.adding.progress(id_), f"add {id_}"))


def _claims(router: APIRouter, bench: Bench) -> None:
    @router.get("/claims", response_model=Page[Posting])
    def list_claims(
        request: Request,
        as_of: AsOf = None,
        document: Annotated[str | None, Query(max_length=KEY)] = None,
        stance: Stance | None = None,
        event: EventType | None = None,
        q: Annotated[str | None, Query(max_length=300)] = None,
        after: After = None,
        limit: Limit = 50,
    ) -> Response:
        """Claims with decisions applied, by id; with `q` the best 500 matches, by id."""
        book = bench.desk.book(as_of)
        held = set(bench.desk.search(q, as_of, 500)) if q else None
        found = [
            p
            for p in (sorted(book.of_document(document), key=lambda p: p.id) if document else book.by_id)
            if (stance is None or p.stance is stance)
            and (event is None or p.type is event)
            and (held is None or p.id in held)
        ]
        return _page(request, found, lambda p: p.id, after, limit)

    @router.get("/claims/{id_}", response_model=Posting)
    def get_claim(id_: Id, as_of: AsOf = None) -> Response:
        """One claim as it stands, decisions applied."""
        return json(_there(bench.desk.book(as_of).claims.get(id_), f"claim {id_}"))

    @router.get("/claims/{id_}/record", response_model=dict[str, Any])
    def get_record(id_: Id) -> Response:
        """One claim as it was read: the contract's record, with every span."""
        found: Record | None = bench.desk.record(id_)
        return json(_there(found, f"claim {id_}"))


def _propositions(router: APIRouter, bench: Bench) -> None:
    @router.get("/propositions", response_model=Page[Finding])
    def list_propositions(
        request: Request, as_of: AsOf = None, state: State | None = None, after: After = None, limit: Limit = 50
    ) -> Response:
        book = bench.desk.book(as_of)
        found = [f for f in book.balance.findings if state is None or f.state is state]
        ordered = sorted(found, key=lambda f: f.proposition.id)
        return _page(request, ordered, lambda f: f.proposition.id, after, limit)

    @router.get("/propositions/{id_}", response_model=Finding)
    def get_proposition(id_: Id, as_of: AsOf = None) -> Response:
        return json(_there(bench.desk.book(as_of).findings.get(id_), f"proposition {id_}"))


def _figures(router: APIRouter, bench: Bench) -> None:
    @router.get("/figures", response_model=Page[Figure])
    def list_figures(
        request: Request,
        as_of: AsOf = None,
        kind: Annotated[QuantityKind | None, Query(description="What became of what is counted.")] = None,
        after: After = None,
        limit: Limit = 50,
    ) -> Response:
        """Every figure as its source gave it, by its claim. Those that are denied, feared or planned count for nothing."""
        found = [f for f in bench.desk.book(as_of).balance.figures if kind is None or kind in f.counted.kinds]
        return _keyed(request, found, lambda f: f.claim, after, limit)

    @router.get("/bounds", response_model=Page[Bound])
    def list_bounds(request: Request, as_of: AsOf = None, after: After = None, limit: Limit = 50) -> Response:
        """The range in which each counted thing stands, with its arithmetic, by the first of its claims."""
        return _keyed(request, bench.desk.book(as_of).balance.bounds, lambda b: b.claims[0], after, limit)


def _places(router: APIRouter, bench: Bench) -> None:
    @router.get("/places", response_model=Page[Located])
    def list_places(request: Request, as_of: AsOf = None, after: After = None, limit: Limit = 50) -> Response:
        """The places that claims name, each no closer than its words, by its id."""
        return _keyed(request, located(bench.desk.book(as_of)), lambda p: p.id, after, limit)


def _timeline(router: APIRouter, bench: Bench) -> None:
    @router.get("/timeline", response_model=Page[Moment])
    def list_moments(request: Request, as_of: AsOf = None, after: After = None, limit: Limit = 50) -> Response:
        """What is said to have happened when, by its proposition; what is denied or planned is no event that happened."""
        balance = bench.desk.book(as_of).balance
        found = timeline(balance.findings, {p.id: p for p in balance.postings})
        return _keyed(request, found, lambda m: m.proposition, after, limit)


def _decisions(router: APIRouter, bench: Bench) -> None:
    @router.get("/decisions", response_model=Page[Decision])
    def list_decisions(request: Request, after: After = None, limit: Limit = 50) -> Response:
        """All that was decided, in the order it was; nothing is ever taken out."""
        with bench.case.store.reading() as case:
            found = case.decisions()
        first = next((n + 1 for n, d in enumerate(found) if d.hash == after), 0 if after is None else len(found))
        return _page(request, found[first:], lambda d: d.hash, None, limit)

    @router.post("/decisions", response_model=Decision, status_code=201)
    def decide(new: Annotated[NewDecision, Body()]) -> Response:
        value = new.value
        if new.verdict in ("accept", "reject"):
            with bench.case.store.reading() as case:
                posting = _there(case.posting(new.claim), f"claim {new.claim}")
            value = reading(posting)
        one = Proposed(Verdict(new.verdict), new.claim, new.other, new.field, value)
        (made,) = enter(bench.case.store, [one], new.who, new.why, bench.case.clock())
        answer = json(made)
        answer.status_code = 201
        return answer


def _there(found: T | None, what: str) -> T:
    if found is None:
        raise ProblemError(404, f"{what} is not in the case, or was not known on that day")
    return found


def _keyed(request: Request, found: Sequence[T], key: Callable[[T], str], after: str | None, limit: int) -> Response:
    """A page of things of which several share a key: they are told apart by their number among those of the same key."""
    seen: Counter[str] = Counter()
    numbered = []
    for thing in sorted(found, key=key):
        seen[key(thing)] += 1
        numbered.append((f"{key(thing)}.{seen[key(thing)]:04d}", thing))
    keys = {id(thing): named for named, thing in numbered}
    return _page(request, [thing for _, thing in numbered], lambda thing: keys[id(thing)], after, limit)


def _page(request: Request, ordered: Sequence[T], key: Callable[[T], str], after: str | None, limit: int) -> Response:
    """A page of what is in the order of its keys, after the one named."""
    rest = ordered if after is None else [x for x in ordered if key(x) > after]
    here, more = rest[:limit], len(rest) > limit
    link = None
    if more:
        given = {k: v for k, v in request.query_params.items() if k != "after"}
        link = f"{request.url.path}?{urlencode({**given, 'after': key(here[-1])})}"
    body = msgspec.json.encode({"items": here, "next": link})
    headers = {"Link": f'<{link}>; rel="next"'} if link else {}
    return Response(body, media_type="application/json", headers=headers)
