"""What was known on a day does not change by what is added later, nor by the order in which documents were added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.made import AGENCY, ARMY, MINISTRY, RUN, full, held, link, posting
from tests.store.made import entry as made
from whosays.case.case import OpenCase
from whosays.findings import Balance, Posting
from whosays.model import Stance
from whosays.store.memory import MemoryStore
from whosays.store.store import Entry

WORDS = ("the bridge fell", "the town was taken", "40 soldiers died")
days = st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 9))
said = st.tuples(
    st.sampled_from(WORDS), st.sampled_from([MINISTRY, ARMY, AGENCY]), st.sampled_from([Stance.ASSERTS, Stance.DENIES])
)
reports = st.lists(st.tuples(days, st.lists(said, min_size=1, max_size=3)), min_size=1, max_size=6)


def claims(number: int, told: list[tuple[object, object, object]]) -> list[Posting]:
    """Claims of one document; those of soldiers have figures."""
    found = []
    for order, (text, source, stance) in enumerate(told):
        plain = (
            full(f"c{number}{order}", order=order) if text == WORDS[2] else posting(f"c{number}{order}", order=order)
        )
        found.append(replace(plain, text=text, source=source, stance=stance, reported=None))  # type: ignore[arg-type]
    return found


def case_of(given_: list[tuple[int, date | None, list[Posting]]]) -> OpenCase:
    """The documents entered in that order, each linked to all before it that say the same."""
    store = MemoryStore()
    entries: list[Entry] = []
    for number, published, postings in given_:
        before = [p for e in entries for p in e.postings]
        entry = made(held(f"d{number}", published=published), *postings)
        links = [
            link(p.id, other.id)
            for i, p in enumerate(entry.postings)
            for other in (*before, *entry.postings[:i])
            if p.text == other.text
        ]
        entries.append(replace(entry, links=tuple(links)))
        with store.writing() as case:
            case.enter(entries[-1], case.begin_run(RUN))
    return OpenCase(store)


def what_follows(balance: Balance) -> tuple[object, ...]:
    known = [d.id for d in balance.documents]
    return known, balance.findings, balance.figures, balance.bounds, balance.tensions, balance.origins


@settings(max_examples=80)
@given(reports, st.dates(date(2025, 1, 1), date(2025, 1, 9)), st.randoms(use_true_random=False))
def test_a_day_stays_as_it_was(found: list[tuple[date | None, list[object]]], day: date, chance: object) -> None:
    numbered = [(n, published, claims(n, told)) for n, (published, told) in enumerate(found)]  # type: ignore[arg-type]
    known = [report for report in numbered if report[1] is not None and report[1] <= day]
    shuffled = list(numbered)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    then, later, otherwise = (case_of(one).balance(day) for one in (known, numbered, shuffled))
    assert what_follows(then) == what_follows(later) == what_follows(otherwise)
    assert len(later.undated) == sum(published is None for published, _ in found)
    assert what_follows(case_of(numbered).balance()) == what_follows(case_of(shuffled).balance())
