"""An article's standing count of killed and injured against the Gun Violence Archive's for the incident it reports.

A row is one incident: ``{"incident": {"num_killed": int, "num_injured": int}, "articles": [{"title", "content", "dct"}, ...]}``. What an
article says stands is concluded from its text alone, by `standing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    incident, articles = row.get("incident"), row.get("articles")
    if not isinstance(incident, Mapping) or not isinstance(articles, Sequence):
        return
    gold = Standing(int(incident["num_killed"]), int(incident["num_injured"]))
    for article in articles:
        if article and (article.get("content") or "").strip():
            yield gold, f"{article.get('title') or ''}\n\n{article['content']}"


def standing(document: Document, sentences: Sequence[Sentence], lexicon: Quantities) -> Standing:
    """The counts that the article leaves standing.

    News tells the outcome first: for each of killed and injured, the largest figure of the title and lead (`LEAD` sentences) stands; where
    they give none, the largest of the article. Figures that a list joins ("two men and a woman") are added up. Where no figure is given, a
    single person to whom it happened ("the boy died") counts one; of a single person who was hurt and died, the death alone counts.
    """
    found = [q for q in quantities(document, sentences, lexicon) if q.unit != "percent"]
    lead = sentences[min(LEAD, len(sentences)) - 1].end if sentences else 0
    one = {kind for sentence in sentences for _, _, kinds in harmed(sentence, lexicon) for kind in kinds}
    sums = {kind: tuple(_sums(document, [q for q in found if q.kinds == (kind,)])) for kind in (KILLED, INJURED)}
    told = {
        kind: max([n for at, n in sums[kind] if at < lead] or [n for _, n in sums[kind]], default=0) for kind in sums
    }
    killed = told[KILLED] or int(KILLED in one)
    return Standing(
        killed,
        told[INJURED]
        if told[INJURED] > 1
        else 0
        if killed == 1 and INJURED not in one
        else told[INJURED] or int(INJURED in one and not killed),
    )


def _sums(document: Document, found: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """The figures with their places in the text, those that a list joins added up."""
    total, begin, last = 0, 0, None
    for quantity in found:
        value = next((v for v in (quantity.best, quantity.low, quantity.high) if v is not None), 0)
        between = document.text[last.span.end : quantity.span.start] if last else ""
        joined = last is not None and quantity.part_of is None and _LISTED.fullmatch(between)
        if last is not None and not joined:
            yield begin, total
        begin = begin if joined else quantity.span.start
        total = (total if joined else 0) + int(value)
        last = quantity
    if last is not None:
        yield begin, total
