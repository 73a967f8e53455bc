"""Analyses -> one HTML page that needs nothing else: no request leaves it, no script but its own runs in it.

The article's words are hostile input: they are escaped by the template, and the page's policy lets in only the style
and the script whose hashes it names. Without scripts the page still shows and marks the claim that the address names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from whosays import __version__
from whosays.export.html.page import asset, let, page
from whosays.export.html.pieces import ROLES
from whosays.export.html.view import ClaimView, DocumentView, view
from whosays.export.record import Record
from whosays.model import Analysis

MARKED = 400
"""Claims that can be marked in the text without scripts; beyond that the rules for it would slow the page."""


def report(done: Sequence[tuple[Analysis, Sequence[Record]]]) -> str:
    """The page for the documents in the order given. The same documents give the same bytes."""
    taken: Counter[str] = Counter()
    documents = [view(analysis, records, n, taken) for n, (analysis, records) in enumerate(done, 1)]
    style, script, marking = asset("style.css"), asset("script.js"), _marking(documents)
    return page("page.html").render(
        documents=documents,
        claims=sum(len(d.claims) for d in documents),
        style=Markup(style),
        script=Markup(script),
        marking=Markup(marking),
        style_hashes=" ".join(let(s) for s in (style, marking)),
        script_hash=let(script),
        roles=ROLES,
        version=__version__,
    )


def _marking(documents: Sequence[DocumentView]) -> str:
    """Style rules that mark the spans of the claim that the address names; for readers without scripts."""
    claims = [claim for document in documents for claim in document.claims]
    return "".join(_rules(claim) for claim in claims) if len(claims) <= MARKED else ""


def _rules(claim: ClaimView) -> str:
    chosen = f":root:has(#{claim.anchor}:target)"
    return "".join(
        f'{chosen} [data-r~="{role}-{claim.token}"]{{background:var(--{role});text-decoration:none}}'
        f'{chosen} [data-f~="{role}-{claim.token}"]::before{{content:"{role}"}}'
        for role in ROLES
    )
