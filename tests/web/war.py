"""A second case for tests, made by hand: invented reports with figures, places and days, as if the engine had read them.

The ministry says that 1,200 soldiers were sent to a town, later that there are at least 2,000; an agency says about 3,000 in the
region, and a daily prints it again; estimates give a share of them; the army denies 500 near another town; more are planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from tests.store.made import AGENCY, MINISTRY, TOWN, held, near
from tests.web.cases import ARMY, EVIL, Said, alike, told
from whosays.findings import Count, Holder, Spot
from whosays.model import EventType, PlacePrecision, QuantityKind, SourceKind, Stance, Status, TimePrecision
from whosays.store.store import Entry

ESTIMATES = Holder(None, "UNSPEC", SourceKind.UNNAMED, "Estimates")
REGION = Spot("Kursk Oblast", "RUS", "Kursk Oblast", 51.651, 36.138, PlacePrecision.ADM1, 538555)
BELGOROD = Spot("Belgorod", "RUS", "Belgorod Oblast", 50.61, 36.58, PlacePrecision.EXACT, 578072)
SUMY = Spot("Sumy Oblast", "UKR", "Sumy Oblast", 50.9, 34.4, PlacePrecision.ADM1, 692196)
NORTH = Spot("Ukraine", "UKR", None, None, None, PlacePrecision.PART_OF_COUNTRY, 690791)
RUSSIA = Spot("Russia", "RUS", None, None, None, PlacePrecision.COUNTRY, 2017370)
BORDER = Spot("Russia–Ukraine border", None, None, 51.2, 35.1, PlacePrecision.FEATURE, None)
NOWHERE = Spot(None, None, None, None, None, PlacePrecision.NONE, None)
FAR = Spot("Korean Demilitarized Zone", None, None, 38.3, 127.5, PlacePrecision.FEATURE, None)

ELSEWHERE = (
    ("northern Ukraine", NORTH),
    ("Russia", RUSSIA),
    ("the border with Russia", BORDER),
    ("the front", NOWHERE),
    ("the demilitarized zone", FAR),
)
"""Words for places of every sort, and what they are read as."""


def sent(text: str, low: float | None, best: float | None, **more: Any) -> dict[str, Any]:
    """What a claim has that counts soldiers who were sent."""
    kinds = more.pop("kinds", (QuantityKind.DEPLOYED,))
    unit = more.pop("unit", "soldiers")
    count = Count(0, text, low, best, None, unit, text.startswith("about"), None, kinds, None, "PRK MIL")
    return {"type": EventType.MOBILIZE, "status": Status.OCCURRED, "counts": (count,), **more}


def war() -> Iterator[Entry]:
    """The reports, in the order of their days."""
    friday = {"start": date(2025, 1, 2), "end": date(2025, 1, 2), "grain": TimePrecision.DAY}
    december = {"start": date(2024, 12, 1), "end": date(2024, 12, 31), "grain": TimePrecision.MONTH}
    first = sent("1,200 soldiers", None, 1200, place=TOWN, **friday)
    yield _told(1, "The ministry said that 1,200 soldiers were sent to Rylsk.", MINISTRY, first, "Rylsk")
    text = "The agency said that about 3,000 soldiers were sent to the Kursk region."
    three = sent("about 3,000 soldiers", None, 3000, place=REGION)
    yield _told(2, text, AGENCY, three, "the Kursk region", day=10)
    copy = _told(3, text, AGENCY, {**three, "reported": date(2025, 1, 10)}, "the Kursk region", day=11)
    yield replace(copy, links=(alike("c-w2", "c-w3"),), nears=(near("w2", "w3"),))
    least = sent("at least 2,000 soldiers", 2000, None)
    yield _told(4, "The ministry said that at least 2,000 soldiers were sent.", MINISTRY, least, day=20)
    later = sent("2,500 soldiers", None, 2500)
    yield _told(5, "The ministry said that 2,500 soldiers were sent.", MINISTRY, later, day=22)
    share = sent("about 40% of soldiers", None, 40, kinds=(QuantityKind.KILLED, QuantityKind.INJURED), unit="percent")
    yield _told(6, "Estimates say that about 40% of soldiers died or were hurt.", ESTIMATES, share, day=24)
    denied = sent("500 soldiers", None, 500, place=BELGOROD)
    text = "The army denied that 500 soldiers were sent to Belgorod."
    yield _told(7, text, ARMY, denied, "Belgorod", day=26, stance=Stance.DENIES)
    planned = {**sent("4,000 soldiers", None, 4000, place=SUMY), "status": Status.PLANNED}
    text = "The ministry said that 4,000 soldiers will be sent to the Sumy region."
    yield _told(8, text, MINISTRY, planned, "the Sumy region", day=27)
    for n, (words, spot) in enumerate(ELSEWHERE, start=9):
        heard = {"type": EventType.ASSAULT, "status": Status.OCCURRED, "place": spot}
        yield _told(n, f"The agency said that guns were heard in {words}.", AGENCY, heard, words, day=28)
    text = f"The ministry said that {EVIL} was seen in December."
    yield _told(14, text, MINISTRY, {"type": EventType.ASSAULT, "status": Status.OCCURRED, **december}, day=31)


def _told(
    n: int,
    text: str,
    source: Holder,
    more: dict[str, Any],
    words: str | None = None,
    *,
    day: int = 3,
    stance: Stance = Stance.ASSERTS,
) -> Entry:
    """A report with one claim: all after its "that"; `words` are those of its place."""
    cue = next(word for word in ("said", "denied", "say") if f" {word} that" in text)
    content = text.partition(" that ")[2].rstrip(".")
    document = held(f"w{n}", title=f"Report {n}", publisher=f"Paper {n}", published=date(2025, 1, day))
    return told(document, text, Said(f"c-w{n}", source, cue, content, stance, place=words, more=more))
