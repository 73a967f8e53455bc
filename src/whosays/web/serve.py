"""A case -> a workbench that listens: on this machine alone, unless asked otherwise, and then only for those with the token."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from whosays.case.case import OpenCase
from whosays.web.adding import Adder
from whosays.web.app import workbench
from whosays.web.guard import Rules

PATIENCE = 20
"""Seconds that a connection may stay idle, and that what is under way may take when the server is stopped."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen. ``token`` None: none is asked for on this machine, one is made for elsewhere."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None


def serve(case: OpenCase, adder: Adder, at: Listening, who: str, ready: Callable[[str], None]) -> None:
    """Serves until it is stopped; `ready` is told the address to open. Raises ``OSError`` where it can't listen there."""
    with _socket(at) as listener:
        port = listener.getsockname()[1]
        token = at.token or (None if local(at.host) else secrets.token_urlsafe(24))
        app = workbench(case, adder, Rules(hosts(at.host, port), token), who)
        name = f"[{at.host}]" if ":" in at.host else at.host
        shown = "127.0.0.1" if at.host in ("0.0.0.0", "::") else name
        ready(f"http://{shown}:{port}/" + (f"?token={token}" if token else ""))
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            date_header=False,
            timeout_keep_alive=PATIENCE,
            timeout_graceful_shutdown=PATIENCE,
            limit_concurrency=200,
            h11_max_incomplete_event_size=64 * 1024,
        )
        uvicorn.Server(config).run(sockets=[listener])


def local(host: str) -> bool:
    """Whether only this machine can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts(host: str, port: int) -> frozenset[str]:
    """The values of Host that are this server's own: by these names, and by no other, is it asked."""
    names = {"localhost", "127.0.0.1", "[::1]"}
    if not local(host):
        names |= {host.lower(), socket.gethostname().lower(), f"[{host}]"}
        if host in ("0.0.0.0", "::"):
            names |= {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


def _socket(at: Listening) -> socket.socket:
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((at.host, at.port))
    listener.listen()  # who opens the address as soon as it is told waits, and is not refused
    return listener
