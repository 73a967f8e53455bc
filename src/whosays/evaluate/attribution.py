"""Measures source, cue and content on rows of PolNeAR's form. The engine gets text, title and date, never the gold.

An attribution is three sets of spans (the source's may be empty). Predicted are the distinct ``attribution``s of the
claims: claims that were made from the same one count once; the publisher's own have none. Figures, micro over all rows:

- ``source``, ``cue``, ``content``: exact-span F1. A role of a predicted attribution is right if a gold attribution of
  the document has the same set of spans in that role, each gold one used once. Empty sets are left out on both sides.
- ``content_characters``: F1 over characters (white space aside) that are content of any attribution.
- ``triples``: F1 over linked triples: source, cue and content each overlap those of one gold attribution (both
  sources empty counts as overlap); each gold one used once.
- ``triples_exact``: the same, with all three equal.
- ``stage_...``: the same figures of what the attribute stage finds: the attributions of the claims, and with them those
  that the engine does not count as speech but gives to the publisher ("approved a plan"), which the gold counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whosays.evaluate.report import Report

if TYPE_CHECKING:
    from whosays.model import Claim, Tagged
    from whosays.pipeline import Kit

Spans = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Triple:
    """The spans of one attribution, each role in text order."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True)
class _Tally:
    right: int = 0
    said: int = 0
    gold: int = 0

    def add(self, right: int, said: int, gold: int) -> None:
        self.right, self.said, self.gold = self.right + right, self.said + said, self.gold + gold

    def f1(self) -> float:
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """Reads each row's text with the engine and scores its attributions; `n` counts gold attributions."""
    from whosays.evaluate.gold import claims_of
    from whosays.evaluate.once import once

    remembering = once(kit)
    documents, found = [], []
    for row in rows:
        text, said, gold = str(row["text"]), said_triples(claims_of(row, remembering)), gold_triples(row)
        documents.append((text, said, gold))
        found.append((text, tuple(dict.fromkeys((*said, *_acts(row, remembering)))), gold))
    errors = tuple(error for row, document in zip(rows, documents, strict=True) for error in _errors(row, *document))
    metrics = (*score(documents), *((f"stage_{name}", value) for name, value in score(found)))
    return Report("attribution", sum(len(gold) for _, _, gold in documents), metrics, errors)


def _acts(row: Mapping[str, object], kit: Kit) -> tuple[Triple, ...]:
    """The attributions in the row's text that the engine gives to the publisher."""
    from whosays.attribute.found import found
    from whosays.evaluate.gold import document

    read = document(row)
    acts = found(read, kit.parser(read), kit.tagger, kit.lexicon).acts
    return tuple(_triple(act.as_tagged) for act in acts)


def said_triples(claims: Iterable[Claim]) -> tuple[Triple, ...]:
    """The distinct attributions of the claims, as tagged, in the order of the text."""
    tagged = dict.fromkeys(claim.attribution.tagged for claim in claims)
    return tuple(_triple(t) for t in tagged if t is not None)


def _triple(tagged: Tagged) -> Triple:
    return Triple(*(tuple(sorted((s.start, s.end) for s in getattr(tagged, role))) for role in ROLES))


def score(documents: Iterable[tuple[str, Sequence[Triple], Sequence[Triple]]]) -> tuple[tuple[str, float], ...]:
    """Metrics by name of (text, said, gold) documents; see the module for what each means."""
    tallies = {name: _Tally() for name in (*ROLES, "content_characters", "triples", "triples_exact")}
    for text, said, gold in documents:
        for role in ROLES:
            a, b = (Counter(s for t in triples if (s := getattr(t, role))) for triples in (said, gold))
            tallies[role].add((a & b).total(), a.total(), b.total())
        x, y = _characters(text, said), _characters(text, gold)
        tallies["content_characters"].add(len(x & y), len(x), len(y))
        tallies["triples"].add(_matched(said, gold), len(said), len(gold))
        tallies["triples_exact"].add((Counter(said) & Counter(gold)).total(), len(said), len(gold))
    named = [(name, tally.f1()) for name, tally in tallies.items()]
    linked = tallies["triples"]
    return (
        *named,
        ("triples_precision", linked.right / linked.said if linked.said else 0.0),
        ("triples_recall", linked.right / linked.gold if linked.gold else 0.0),
    )


def _characters(text: str, triples: Sequence[Triple]) -> set[int]:
    spans = {span for triple in triples for span in triple.content}
    return {i for start, end in spans for i in range(start, end) if not text[i : i + 1].isspace()}


def _matched(said: Sequence[Triple], gold: Sequence[Triple]) -> int:
    """How many said triples can be paired with a gold one each (a maximum matching by augmenting paths)."""
    right = [[g for g, t in enumerate(gold) if _agree(s, t)] for s in said]
    taken: dict[int, int] = {}

    def place(s: int, tried: set[int]) -> bool:
        for g in right[s]:
            if g not in tried:
                tried.add(g)
                if g not in taken or place(taken[g], tried):
                    taken[g] = s
                    return True
        return False

    return sum(place(s, set()) for s in range(len(said)))


def _agree(a: Triple, b: Triple) -> bool:
    sources = _overlap(a.source, b.source) or (not a.source and not b.source)
    return sources and _overlap(a.cue, b.cue) and _overlap(a.content, b.content)


def _overlap(a: Spans, b: Spans) -> bool:
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def gold_triples(row: Mapping[str, object]) -> tuple[Triple, ...]:
    """The row's gold attributions; those without a cue or a content (annotators' slips) are left out."""
    given = row.get("attributions")
    found = []
    for item in given if isinstance(given, list) else ():
        triple = Triple(*(tuple(sorted((int(a), int(b)) for a, b in item.get(role, ()))) for role in ROLES))
        if triple.cue and triple.content:
            found.append(triple)
    return tuple(found)


def _errors(row: Mapping[str, object], text: str, said: Sequence[Triple], gold: Sequence[Triple]) -> Iterator[str]:
    """What was missed, what is not in gold, and what was right but not to the letter, in the words of the text."""
    for triple in gold:
        pairs = [s for s in said if _agree(s, triple)]
        if not pairs:
            yield f"{row.get('id')}: missed {_words(text, triple)}"
        elif triple not in pairs:
            yield f"{row.get('id')}: said {_words(text, pairs[0])} for {_words(text, triple)}"
    for triple in said:
        if not any(_agree(triple, g) for g in gold):
            yield f"{row.get('id')}: not in gold {_words(text, triple)}"


def _words(text: str, triple: Triple) -> str:
    return " | ".join(" … ".join(text[a:b] for a, b in getattr(triple, role)) for role in ROLES)
