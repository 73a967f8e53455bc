"""Which news articles report the same incident, on articles collected for incidents of the Gun Violence Archive.

A row is one incident: ``{"incident_id", "articles": [{"title", "content", "dct"}, ...]}``. All articles of the file that have a text, of
whatever incident, are one case, in which each is grouped with others by the engine; the engine sees title, text and day. What is
scored are pairs of articles: one is right if both are of one row. Articles are read by rules alone: of their claims only places and
figures are looked at, and the attribution model would take twice the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from whosays.attribute.rules import RuleTagger
from whosays.evaluate import gold
from whosays.evaluate.coreference import Score, b_cubed, shared
from whosays.evaluate.report import Report
from whosays.findings import Profile
from whosays.lexicon.incidents import load_incidents
from whosays.link.incidents import incidents
from whosays.link.profile import profile
from whosays.pipeline import analyse
from whosays.post import post

if TYPE_CHECKING:
    from whosays.pipeline import Kit


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the engine knows it, and the incident that it was collected for."""

    profile: Profile
    incident: str
    title: str


def evaluate(rows: Sequence[gold.Row], kit: Kit) -> Report:
    """Precision, recall and F1 over pairs of articles, and B-cubed F1 over articles; errors are groups of several incidents."""
    read = tuple(articles(rows, kit))
    found = [i.documents for i in incidents([a.profile for a in read], load_incidents())]
    sought = groups((a.profile.document, a.incident) for a in read)
    score = paired(sought, found)
    metrics = (
        ("pair_f1", score.f1),
        ("pair_precision", score.precision),
        ("pair_recall", score.recall),
        ("b3_f1", b_cubed(sought, found).f1),
    )
    by_id = {a.profile.document: a for a in read}
    mixed = ([by_id[d] for d in group] for group in sorted(found, key=len, reverse=True))
    errors = (" || ".join(f"{a.incident}: {a.title}" for a in group) for group in mixed if _is_mixed(group))
    return Report("incidents", len(read), metrics, tuple(errors))


def articles(rows: Sequence[gold.Row], kit: Kit) -> Iterator[Article]:
    """The articles that have a text, read by the engine; numbered through, so that an id tells nothing of the incident."""
    kit = replace(kit, tagger=RuleTagger(kit.lexicon.cues, kit.lexicon.constructions))
    told = ((str(row["incident_id"]), news) for row in rows for news in gold.news(row))
    for number, (incident, news) in enumerate(told, 1):
        document = gold.document({"text": news.text, "title": news.title, "published": news.published})
        key = f"{number:06d}"
        claims = [post(c, f"{key}#{n}", n) for n, c in enumerate(analyse(document, kit).claims)]
        yield Article(profile(key, document.text, claims, document.published, news.title), incident, news.title)


def groups(members: Iterator[tuple[str, str]]) -> list[list[str]]:
    """Ids by what each is said to belong to."""
    found: dict[str, list[str]] = {}
    for id_, of in members:
        found.setdefault(of, []).append(id_)
    return list(found.values())


def paired(gold_: Sequence[Collection[str]], found: Sequence[Collection[str]]) -> Score:
    """How many of the pairs within found groups are within a gold group, and the reverse."""
    return shared(_pairs(gold_), _pairs(found))


def _pairs(several: Sequence[Collection[str]]) -> set[tuple[str, str]]:
    return {pair for group in several for pair in combinations(sorted(group), 2)}


def _is_mixed(group: Sequence[Article]) -> bool:
    return len({a.incident for a in group}) > 1
