"""Attributions -> Claims: what each content says happened, when, and how many.

A stage that takes every attribution as it stands: the event is read in the content, the clock of the event is kept
apart from the clock of the saying, and figures belong to the content that they stand in. Of the publisher's clauses
those are kept that report something.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from whosays.frame.carried import Meeting, carried
from whosays.frame.clocks import clocks
from whosays.frame.event import event
from whosays.frame.newsworthy import newsworthy
from whosays.frame.quantity import quantities
from whosays.frame.time import times
from whosays.lexicon.lexicon import Lexicon
from whosays.model import (
    Attribution,
    Claim,
    Document,
    Event,
    EventType,
    Mention,
    Party,
    Quantity,
    Sentence,
    SourceKind,
    Span,
    Status,
    When,
)


def frame(
    document: Document, sentences: Sequence[Sentence], attributions: Sequence[Attribution], lexicon: Lexicon
) -> tuple[Claim, ...]:
    """A claim for each attribution, in their order, less the publisher's clauses that report nothing.

    Parties have their words and spans, no names or codes yet; places are not read here.
    """
    whens = times(document, sentences, lexicon.times)
    figures = quantities(document, sentences, lexicon.quantities, lexicon.conventions.vague)
    return tuple(_claims(document, sentences, attributions, lexicon, whens, figures))


def _claims(
    document: Document,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    lexicon: Lexicon,
    whens: Sequence[When],
    figures: Sequence[Quantity],
) -> Iterator[Claim]:
    events = [event(document, sentences, a, lexicon.actions) for a in attributions]
    times_of = [clocks(sentences, a, e.trigger if e else (), whens) for a, e in zip(attributions, events, strict=True)]
    met = [_meeting(a, e, c.event) for a, e, c in zip(attributions, events, times_of, strict=True)]
    reported = carried(attributions, [c.reported for c in times_of], met)
    for a, happened, clock, said in zip(attributions, events, times_of, reported, strict=True):
        counted = tuple(_counted(figures, a.content))
        if happened is None and (clock.event or counted):
            happened = Event(None, None, None, ())
        if happened is not None:
            happened = replace(happened, time=clock.event, quantities=counted)
        if a.tagged is None and not newsworthy(sentences, a, happened, counted, lexicon):
            continue
        yield Claim(
            document=document,
            sentence=a.sentence,
            attribution=a,
            source=_source(document, a),
            via=tuple(_party(m) for m in a.via),
            event=happened,
            reported=said,
        )


def _counted(figures: Sequence[Quantity], content: Sequence[Span]) -> Iterator[Quantity]:
    """Of the document's figures, in text order, those that the content touches."""
    first = bisect_left(figures, min(s.start for s in content), key=lambda q: q.span.end) if content else 0
    last = max((s.end for s in content), default=0)
    for figure in islice(figures, first, None):
        if figure.span.start >= last:
            return
        if any(figure.span.overlaps(span) for span in content):
            yield figure


def _meeting(attribution: Attribution, happened: Event | None, when: When | None) -> Meeting | None:
    """The meeting that happened, where the text says who met, and on which day."""
    if happened is None or happened.type is not EventType.CONSULT or happened.status is not Status.OCCURRED:
        return None
    who = happened.actor
    if who is None or who.text is None or who.span is None or when is None or when.start is None:
        return None
    return Meeting(Mention(who.text, who.span, attribution.sentence), when)


def _source(document: Document, attribution: Attribution) -> Party:
    if attribution.tagged is None:
        return Party(document.publisher or "publisher", "publisher", SourceKind.PUBLISHER, None, None)
    if attribution.source is None:
        return Party("unnamed", "UNSPEC", SourceKind.UNNAMED, None, None)
    return _party(attribution.source)


def _party(mention: Mention) -> Party:
    antecedent = mention.antecedent.span if mention.antecedent else None
    return Party(None, None, None, mention.text, mention.span, antecedent)
