"""What stands in a text and is not read for claims: the dateline, corrections, passages in other languages or in fences."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.model import Aside, AsideKind, Document, Issue
from whosays.read.correction import corrections
from whosays.read.fences import fences
from whosays.read.language import Languages, language_name
from whosays.read.opening import Opening


def asides(text: str, opened: Opening, spoken: Languages) -> tuple[Aside, ...]:
    """What is not read for claims, in text order: passages in fences, and outside of those the dateline, passages in other
    languages and corrections."""
    found = [Aside(span, AsideKind.FENCED) for span in fences(text)]
    more = [Aside(span, AsideKind.LANGUAGE, code) for span, code in spoken.foreign]
    more += [Aside(span, AsideKind.CORRECTION) for span in corrections(text)]
    for aside in more:
        if not any(aside.span.overlaps(a.span) for a in found):
            found.append(aside)
    if opened.dateline and not any(opened.dateline.span.overlaps(a.span) for a in found):
        found.append(Aside(opened.dateline.span, AsideKind.DATELINE))
    return tuple(sorted(found, key=lambda a: a.span))


def remarks(document: Document) -> Iterator[Issue]:
    """One issue on each aside that a reader would miss; a dateline is none."""
    for aside in document.asides:
        if aside.kind is AsideKind.LANGUAGE:
            said = f"a passage in {language_name(aside.note)} is not read"
        elif aside.kind is AsideKind.CORRECTION:
            said = "a correction, kept apart: no claim is read from it"
        elif aside.kind is AsideKind.FENCED:
            said = "a passage between fences (``` or ~~~), which is taken for no part of the article: no claim is read from it"
        else:
            continue
        yield Issue("read", document.key, aside.span, said)
