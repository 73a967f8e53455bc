"""Bare actor phrases against their authors' codes: country and sector, apart.

The gold's codes are PLOVER's longer list; `OURS` maps them onto the contract's sectors, and is what `docs/measures/actors.md`
prints. What has no counterpart (an unrecognised state, an unknown) is left out of the sector figure. A phrase that its
authors gave several fair codes on different lines counts once a line, right where the line's own code is met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from whosays.evaluate.report import Report
from whosays.lexicon.actors import KINDS, Actors
from whosays.lexicon.terms import Sort
from whosays.resolve.agents import reading

OURS: Mapping[str, frozenset[str]] = {
    "GOV": frozenset({"GOV"}),
    "MIL": frozenset({"MIL"}),
    "SPY": frozenset({"SPY"}),
    "COP": frozenset({"COP"}),
    "JUD": frozenset({"JUD"}),
    "LEG": frozenset({"LEG"}),
    "PTY": frozenset({"PTY"}),
    "OPP": frozenset({"OPP"}),
    "REB": frozenset({"REB"}),
    "CVL": frozenset({"CVL"}),
    "EDU": frozenset({"EDU"}),
    "BUS": frozenset({"BUS"}),
    "NGO": frozenset({"NGO"}),
    "ELI": frozenset({"GOV"}),
    "PRM": frozenset({"REB"}),
    "UAF": frozenset({"REB"}),
    "CRM": frozenset({"REB"}),
    "REL": frozenset({"CVL"}),
    "MED": frozenset({"CVL", "NGO"}),
    "JRN": frozenset({"MED"}),
    "LAB": frozenset({"NGO"}),
    "AGR": frozenset({"CVL"}),
    "REF": frozenset({"CVL"}),
    "SET": frozenset({"CVL"}),
    "ENV": frozenset({"NGO"}),
    "HRI": frozenset({"NGO"}),
}
"""Their sector codes and the contract's that stand for them. Without a counterpart: PRE (an unrecognised state), UNK."""

_BODIES = {"UNO": "IGO", "EUR": "IGO", "IGO": "IGO"}


class Knowing(Protocol):
    """What the measure needs of the kit."""

    @property
    def actors(self) -> Actors: ...


class Kit(Protocol):
    @property
    def lexicon(self) -> Knowing: ...


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """Country over all phrases and over those that are no bare person's name, and sector; each as a share that is right."""
    lexicon = kit.lexicon.actors
    marks = [mark for row in rows for mark in _marks(row, lexicon)]
    metrics = []
    for name in ("country", "country_without_names", "sector"):
        of = [ok for kind, ok, _ in marks if kind == name]
        metrics.append((name, sum(of) / len(of) if of else 0.0))
    errors = tuple(dict.fromkeys(error for _, ok, error in marks if not ok))
    return Report("actors", len(rows), tuple(metrics), errors)


def _marks(row: Mapping[str, object], lexicon: Actors) -> Iterator[tuple[str, bool, str]]:
    """(figure, right?, what went wrong) for a row."""
    phrase, expected = str(row["phrase"]), row.get("expected")
    options = row.get("options")
    if not isinstance(expected, Mapping):
        return
    read = reading(phrase, lexicon, _day(options.get("query_date") if isinstance(options, Mapping) else None))
    country, sectors = _parts(read.code)
    said = f"{phrase!r}: got {read.code}, expected {dict(expected)}"
    if (wanted := _country(expected)) is not None:
        ok = country == wanted
        yield "country", ok, said
        if read.person is None or read.sort is Sort.AGENT:
            yield "country_without_names", ok, said
    wanted_sector = expected.get("code_1")
    if isinstance(wanted_sector, str) and wanted_sector in OURS:
        second = OURS.get(str(expected.get("code_2")), frozenset())
        yield "sector", bool(sectors & (OURS[wanted_sector] | second)), said


def _country(expected: Mapping[str, object]) -> str | None:
    """The country asked for: "" for none; None where the row asks nothing."""
    if "code" in expected and expected["code"] is None:
        return ""
    wanted = expected.get("country", expected.get("cc"))
    return _BODIES.get(str(wanted), str(wanted)) if wanted is not None else None


def _parts(code: str | None) -> tuple[str, frozenset[str]]:
    """The country (or IGO) and the sectors of one of our codes."""
    parts = (code or "").split()
    country = parts[0] if parts and (parts[0] == "IGO" or parts[0] not in KINDS) else ""
    return country, frozenset(p for p in parts if p in KINDS)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return _spelled(str(value))


def _spelled(value: str) -> date | None:
    """A day as "12 April 2022"."""
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    parts = value.split()
    if len(parts) != 3 or not (parts[0].isdigit() and parts[2].isdigit()) or parts[1][:3].lower() not in months:
        return None
    return date(int(parts[2]), months.index(parts[1][:3].lower()) + 1, int(parts[0]))
