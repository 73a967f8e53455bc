"""A document and its claims -> its profile: the words, names, ages, places and tolls by which its incident is known again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from whosays.findings import Posting, Profile
from whosays.link.report import report
from whosays.link.words import stems
from whosays.model import PlacePrecision, QuantityKind

READ = 2_500
"""Characters that are read: news tells the incident first, and what other incidents it recalls, last."""
_CAPITAL = r"[A-Z][\w'’-]+"
_NAME = re.compile(rf"\b{_CAPITAL}")
_FULL = re.compile(rf"\b({_CAPITAL})(?=[ \n]({_CAPITAL}))")
_AGE = re.compile(r"\b(\d{1,2})-(?:year|month)s?-old|,\s(\d{1,2}),|\baged? (\d{1,2})\b")
_TOWN = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADM2})


def profile(
    document: str, text: str, postings: Sequence[Posting], published: date | None, title: str | None = None
) -> Profile:
    """The profile of the document with that id: by its title alone where its page holds no report (`report.report`)."""
    read = "\n".join(dict.fromkeys((title or "", *report(text, title))))[:READ]
    spots = [p.place for p in postings if p.place]
    counts = [c for p in postings for c in p.counts if QuantityKind.KILLED in c.kinds and c.unit != "percent"]
    killed = (next((v for v in (c.best, c.low, c.high) if v is not None), None) for c in counts)
    return Profile(
        document=document,
        day=published.toordinal() if published else None,
        words=tuple(sorted(Counter(stems(read)).items())),
        title=frozenset(stems(title or read.strip().partition("\n")[0])),
        names=frozenset(stem for match in _NAME.finditer(read) for stem in stems(match.group())),
        full=frozenset(f"{m.group(1)} {m.group(2)}".casefold() for m in _FULL.finditer(read)),
        ages=frozenset(next(age for age in match.groups() if age) for match in _AGE.finditer(read)),
        towns=frozenset(s.geonameid for s in spots if s.geonameid is not None and s.precision in _TOWN),
        regions=frozenset(f"{s.country} {s.adm1}" for s in spots if s.adm1),
        killed=frozenset(value for value in killed if value is not None),
    )
