"""The workbench as a web application: which address shows which screen, in which form."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from whosays import __version__
from whosays.case.case import OpenCase
from whosays.store.store import StoreError
from whosays.web.acts import acts
from whosays.web.adding import Adder, Adding
from whosays.web.api import api
from whosays.web.bench import Bench
from whosays.web.deciding import DecisionError
from whosays.web.desk import Desk
from whosays.web.guard import Guard, Rules
from whosays.web.problems import Problem, ProblemError, answer, problem
from whosays.web.query import QueryError
from whosays.web.reader import UnknownError
from whosays.web.screens import screens

_STATUS: dict[type[Exception], int] = {QueryError: 400, UnknownError: 404, DecisionError: 422, StoreError: 409}


def workbench(case: OpenCase, adder: Adder, rules: Rules, who: str) -> FastAPI:
    """The application. Nothing it serves comes from elsewhere than the case and this package."""
    bench = Bench(case, Desk(case.store), Adding(adder), who)
    if not bench.desk.ready(None):
        bench.desk.prepare(None)
    app = FastAPI(
        title="whosays",
        version=__version__,
        description="A case: its documents, claims, propositions and decisions. Machine-read: it errs.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.include_router(screens(bench))
    app.include_router(acts(bench))
    app.include_router(api(bench))
    for error, status in _STATUS.items():
        app.add_exception_handler(error, _handler(lambda e, s=status: problem(s, str(e))))  # type: ignore[misc]
    app.add_exception_handler(ProblemError, _handler(lambda e: e.problem))  # type: ignore[attr-defined]
    app.add_exception_handler(HTTPException, _handler(_of_http))
    app.add_exception_handler(RequestValidationError, _handler(_of_request))
    app.add_exception_handler(Exception, _handler(lambda _: problem(500, "a fault of whosays; its log has more")))
    app.add_middleware(Guard, rules=rules)
    return app


def _handler(made: Callable[[Exception], Problem]) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        page = not request.url.path.startswith("/api") and "text/html" in request.headers.get("accept", "")
        return answer(made(error), page)

    return handle


def _of_http(error: Exception) -> Problem:
    assert isinstance(error, HTTPException)  # noqa: S101  (it is registered for these alone)
    said = {404: "there is nothing at this address", 405: "this address does not take that method"}
    return problem(error.status_code, said.get(error.status_code, str(error.detail)))


def _of_request(error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first = error.errors()[0]
    where = ".".join(str(part) for part in first.get("loc", ()))
    return problem(422, f"{where}: {first.get('msg', 'not as asked for')}")
