"""What went wrong -> problem details (RFC 9457): as JSON for programs, as a page for people."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from starlette.responses import HTMLResponse, Response

from whosays.web.pages import template

MEDIA = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """``detail`` says what it was and what to do."""

    type: str
    title: str
    status: int
    detail: str


class ProblemError(Exception):
    """Raised where a request can't be answered; becomes a `Problem`."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem(status, detail)


def problem(status: int, detail: str) -> Problem:
    return Problem("about:blank", HTTPStatus(status).phrase, status, detail)


def answer(found: Problem, as_page: bool) -> Response:
    if as_page:
        return HTMLResponse(template("problem.html").render(problem=found), status_code=found.status)
    return Response(msgspec.json.encode(found), status_code=found.status, media_type=MEDIA)
