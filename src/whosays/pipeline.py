"""The engine on one page. Read this second.

One document in, its claims out: a straight line of pure functions. The kit holds what is loaded once: the parser, the
tagger, the lexicons and the gazetteer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whosays.attribute.attribute import attribute
from whosays.attribute.joint import JointTagger
from whosays.attribute.rules import RuleTagger
from whosays.attribute.tagger import WeightsError, load_tagger
from whosays.frame.frame import frame
from whosays.lexicon.lexicon import Lexicon, load_lexicon
from whosays.model import (
    USUAL,
    Analysis,
    Claim,
    Conventions,
    Document,
    Issue,
    Parser,
    Party,
    SourceKind,
    Tagger,
)
from whosays.resolve.gazetteer import Gazetteer, load_gazetteer
from whosays.resolve.resolve import resolve
from whosays.segment import load_parser


@dataclass(frozen=True, slots=True)
class Kit:
    """What `analyse` needs beside the document. Safe to share between documents; loaded once a process."""

    parser: Parser
    tagger: Tagger
    lexicon: Lexicon
    gazetteer: Gazetteer


def load_kit(
    model: bool = True,
    notice: Callable[[str], None] | None = None,
    conventions: Conventions = USUAL,
    actors: Path | None = None,
) -> Kit:
    """The shipped kit. Without `model`, or where its weights are missing, attribution is by rules alone.

    `notice` is told what is built at first use and what is missing. `actors` is the user's own list, laid over
    the shipped one. Raises `ValueError` for `conventions` that the lexicons do not have, and for a list that does not fit.
    """
    lexicon = load_lexicon(conventions, actors)
    rules = RuleTagger(lexicon.cues, lexicon.constructions)
    learned = _learned(notice) if model else None
    return Kit(
        parser=load_parser(),
        tagger=JointTagger(learned, rules, lexicon.cues, lexicon.constructions) if learned else rules,
        lexicon=lexicon,
        gazetteer=load_gazetteer(notice),
    )


def _learned(notice: Callable[[str], None] | None) -> Tagger | None:
    try:
        return load_tagger()
    except WeightsError as error:
        if notice:
            notice(f"reading by rules alone: {error}")
        return None


def analyse(document: Document, kit: Kit) -> Analysis:
    """The document's claims in the order of the text. Pure: the same document and kit give the same claims."""
    read = _without_asides(document)
    sentences = kit.parser(read)
    attributions = attribute(read, sentences, kit.tagger, kit.lexicon)
    claims = frame(read, sentences, attributions, kit.lexicon)
    relayed = _by_agency(document, claims)
    resolved = resolve(read, sentences, relayed, kit.gazetteer, kit.lexicon)
    issues = () if sentences else (Issue("segment", document.key, None, "no sentences found in the text"),)
    told = tuple(replace(claim, document=document) for claim in resolved)
    return Analysis(document, told, issues, kit.lexicon.conventions)


def _without_asides(document: Document) -> Document:
    """The document with blanks for what is not read for claims, so that no offset moves."""
    text = document.text
    for aside in document.asides:
        span = aside.span
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.end :]}"
    return replace(document, text=text) if document.asides else document


def _by_agency(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, the publisher's own with the agency that the dateline names as their relay, unless it is the publisher."""
    span = document.dateline.agency if document.dateline else None
    if not span or span.of(document.text).casefold() == (document.publisher or "").casefold():
        return tuple(claims)
    agency = Party(span.of(document.text), "MED", SourceKind.MEDIUM, span.of(document.text), span)
    own = SourceKind.PUBLISHER
    return tuple(replace(c, via=(agency, *c.via)) if c.source.kind is own else c for c in claims)
