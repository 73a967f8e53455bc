"""An article's standing count of killed and injured against the Gun Violence Archive's for the incident it reports.

A row is one incident: ``{"incident": {"num_killed": int, "num_injured": int}, "articles": [{"title", "content", "dct"}, ...]}``. What an
article says stands is concluded from its text alone, by `standing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whosays.evaluate.gold import news
from whosays.evaluate.report import Report
from whosays.frame.quantity import quantities
from whosays.frame.singles import harmed
from whosays.lexicon.quantities import Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence

if TYPE_CHECKING:
    from whosays.pipeline import Kit

KILLED, INJURED = QuantityKind.KILLED, QuantityKind.INJURED
LEAD = 5
"""Sentences, the title's among them, in which an article tells its outcome."""
_FIGURE = re.compile(r"(?!an?\b|another\b)", re.IGNORECASE)
_LISTED = re.compile(
    r"\s*(?:,|,?\s*(?:and|plus|as well as|along with))\s+(?:another\s+|an\s+additional\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many an article says were killed and injured."""

    killed: int
    injured: int


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """The share of articles whose standing counts both equal the incident's, and of each count alone."""
    right = dict.fromkeys(("both", "killed", "injured"), 0)
    total, errors = 0, []
    for row in rows:
        for gold, text in _articles(row):
            document = Document(id="", key="", text=text)
            found = standing(document, kit.parser(document), kit.lexicon.quantities)
            total += 1
            right["both"] += found == gold
            right["killed"] += found.killed == gold.killed
            right["injured"] += found.injured == gold.injured
            if found != gold:
                errors.append(f"{gold.killed},{gold.injured} read as {found.killed},{found.injured}: {text[:200]!r}")
    return Report("gva", total, tuple((name, n / max(total, 1)) for name, n in right.items()), tuple(errors))


def _articles(row: Mapping[str, object]) -> Iterator[tuple[Standing, str]]:
    incident = row.get("incident")
    if isinstance(incident, Mapping):
        gold = Standing(int(incident["num_killed"]), int(incident["num_injured"]))
        yield from ((gold, article.text) for article in news(row))


def standing(document: Document, sentences: Sequence[Sentence], lexicon: Quantities) -> Standing:
    """The counts that the article leaves standing.

    News tells the outcome first: for each of killed and injured, the largest figure of the title and lead (`LEAD`
    sentences) stands; where they give none, the largest of the article. Figures that a list joins ("two men and a woman")
    are added up. Where no figure is given, a single person to whom it happened ("the boy died") counts one; of single
    people who were hurt and who died, the death alone counts, for they are mostly the same.
    """
    found = [q for q in quantities(document, sentences, lexicon) if q.unit != "percent"]
    lead = sentences[min(LEAD, len(sentences)) - 1].end if sentences else 0
    single = {
        kind: max((_together(sentence, kind, lexicon) for sentence in sentences), default=0)
        for kind in (KILLED, INJURED)
    }
    killed, injured = (
        _standing(tuple(_sums(document, [q for q in found if q.kinds == (kind,)])), lead) for kind in (KILLED, INJURED)
    )
    killed = killed or single[KILLED]
    return Standing(killed, injured or (0 if killed else single[INJURED]))


def _together(sentence: Sentence, kind: QuantityKind, lexicon: Quantities) -> int:
    """How many single people one sentence says it of together: "his wife and her son"."""
    heads = [noun for noun, _, kinds in harmed(sentence, lexicon) if kinds == (kind,)]
    chains = [1 + sum(other.dep == "conj" and noun in sentence.ancestors(other) for other in heads) for noun in heads]
    return max(chains, default=0)


def _standing(sums: Sequence[tuple[int, int]], lead: int) -> int:
    """The largest count of the lead, else of the article; 0 where there is none."""
    return max([n for at, n in sums if at < lead] or [n for _, n in sums], default=0)


def _sums(document: Document, found: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """The figures with their places in the text, those that a list joins added up. A lone "a man" is no figure."""
    for members in _lists(document, found):
        total = sum(int(_value(q)) for q in members)
        if total > 1 or _FIGURE.match(members[0].text):
            yield members[0].span.start, total


def _lists(document: Document, found: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    members: list[Quantity] = []
    for quantity in found:
        between = document.text[members[-1].span.end : quantity.span.start] if members else ""
        if members and (quantity.part_of is not None or not _LISTED.fullmatch(between)):
            yield members
            members = []
        members.append(quantity)
    if members:
        yield members


def _value(quantity: Quantity) -> float:
    return next((v for v in (quantity.best, quantity.low, quantity.high) if v is not None), 0)
