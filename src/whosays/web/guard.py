"""The door: who may ask, from where, how much. Everything that reaches the workbench goes through it.

A page on another site can make a browser send requests here, and a name can be made to point here (DNS rebinding). So the
Host must be this server's own, a request that changes something must come from its own pages, and elsewhere than on this
machine a token is asked for.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whosays.export.html.page import let
from whosays.web.pages import style
from whosays.web.problems import answer, problem

LARGEST = 32 * 1024 * 1024
"""Bytes of a request's body: some 10,000 reports."""
PATIENCE = 30.0
"""Seconds that a part of a request's body may take to arrive."""
COOKIE = "whosays-token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'self' {let(style())}",
        "script-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """``hosts`` are the values of Host that are this server's own; ``token`` is asked for where there is one."""

    hosts: frozenset[str]
    token: str | None = None
    largest: int = LARGEST
    patience: float = PATIENCE


def too_large(rules: Rules) -> str:
    return f"too large: a request may have {rules.largest // 2**20} MB; use whosays add for more"


class _TooLargeError(Exception):
    pass


class _TooSlowError(Exception):
    pass


class Guard:
    """ASGI middleware that keeps the rules."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        page = not scope["path"].startswith("/api") and "text/html" in headers.get("accept", "")
        fault = self._fault(scope, headers)
        if fault:
            return await answer(problem(*fault), page)(scope, receive, _with_headers(send))
        given = self._given(scope)
        if given:
            return await self._welcome(scope, send)
        count = _Count(receive, self._rules)
        answered = False

        async def noted(message: Message) -> None:
            nonlocal answered
            if answered:
                return None
            if count.fault and message["type"] == "http.response.start":
                answered = True  # whatever became of a body that was cut off
                return await answer(problem(*count.fault), page)(scope, receive, _with_headers(send))
            await _with_headers(send)(message)
            return None

        try:
            await self._app(scope, count, noted)
        except (_TooLargeError, _TooSlowError):
            if count.fault and not answered:
                await answer(problem(*count.fault), page)(scope, receive, _with_headers(send))
        return None

    def _fault(self, scope: Scope, headers: Mapping[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "").lower()
        if host not in self._rules.hosts:
            return 400, f"this server does not go by the name {host[:100]!r}"
        if scope["method"] not in _SAFE and not self._from_here(headers, host):
            return 403, "requests that change something must come from this server's own pages"
        if not self._known(scope, headers):
            return 401, "a token is needed: open the address that `whosays serve` printed, or send it as a bearer token"
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return 400, "Content-Length is no number"
        if int(length) > self._rules.largest:
            return 413, too_large(self._rules)
        return None

    def _from_here(self, headers: Mapping[str, str], host: str) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None:
            return origin.lower() in (f"http://{host}", f"https://{host}")
        return site in (None, "same-origin", "none")

    def _known(self, scope: Scope, headers: Mapping[str, str]) -> bool:
        token = self._rules.token
        if token is None:
            return True
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        offered = [bearer] if scheme.lower() == "bearer" else []
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            held = None
        offered += [held.value] if held else []
        given = self._given(scope)
        offered += [given] if given else []
        return any(secrets.compare_digest(o.encode(), token.encode()) for o in offered)

    def _given(self, scope: Scope) -> str | None:
        if self._rules.token is None or scope["method"] != "GET":
            return None
        found = parse_qs(scope["query_string"].decode("latin-1")).get("token")
        return found[0] if found else None

    async def _welcome(self, scope: Scope, send: Send) -> None:
        """The token goes from the address into a cookie, so that no address that is copied holds it."""
        left = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        left.pop("token")
        path = "/" + scope["path"].lstrip("/\\")
        where = path + (f"?{urlencode(left, doseq=True)}" if left else "")
        cookie = f"{COOKIE}={self._rules.token}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", where.encode("ascii", "replace")), (b"set-cookie", cookie.encode())]
        start = {"type": "http.response.start", "status": 303, "headers": headers}
        await _with_headers(send)(start)
        await send({"type": "http.response.body", "body": b""})


class _Count:
    """A request's body, of which no more is read than may be, and for no longer."""

    def __init__(self, receive: Receive, rules: Rules) -> None:
        self._receive = receive
        self._left = rules.largest
        self._patience = rules.patience
        self._too_large = too_large(rules)
        self._whole = False
        self.fault: tuple[int, str] | None = None

    async def __call__(self) -> Message:
        try:
            message = await asyncio.wait_for(self._receive(), None if self._whole else self._patience)
        except TimeoutError:
            self.fault = 408, "the request was too slow to arrive"
            raise _TooSlowError from None
        self._whole = not message.get("more_body", False)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.fault = 413, self._too_large
            raise _TooLargeError
        return message


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            known = {k.lower() for k, _ in message["headers"]}
            more = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in known]
            cache = [] if b"cache-control" in known else [(b"cache-control", b"no-store")]
            message = {**message, "headers": [*message["headers"], *more, *cache]}
        await send(message)

    return sent
