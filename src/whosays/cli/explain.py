"""`whosays explain`: why the claims of a document read as they do, one line for each part."""

from __future__ import annotations

import sys
from pathlib import Path

from whosays.cli.guard import DONE, NO_INPUT, say
from whosays.explain import explain
from whosays.export.printable import printable
from whosays.export.records import records
from whosays.model import Conventions
from whosays.plugins import plugins
from whosays.read.input import Stated, Unread
from whosays.read.read import read
from whosays.runner import Engine


def explain_document(
    path: str, prefix: str, stated: Stated, model: bool, conventions: Conventions, actors: Path | None
) -> int:
    """Prints the reasons of every claim whose id begins with the prefix; without one, of all."""
    engine = Engine(model, say, conventions, actors)
    printed = 0
    for reading in read([path], plugins().readers, stated):
        if isinstance(reading, Unread):
            say(f"{printable(reading.key)}: {printable(reading.why)}")
            return NO_INPUT
        analysis = engine(reading.document)
        for claim, record in zip(analysis.claims, records(analysis, engine.name), strict=True):
            if not record.id.startswith(prefix):
                continue
            printed += 1
            sys.stdout.write(f"{record.id}  {printable(' '.join(claim.text.split()))}\n")
            for reason in explain(analysis.document, claim, engine.kit):
                sys.stdout.write(f"  {reason.part:12} {printable(reason.why)}\n")
    if not printed:
        say(f"no claim of {printable(path)} has an id that begins with {prefix!r}" if prefix else "no claims found")
        return NO_INPUT if prefix else DONE
    return DONE
