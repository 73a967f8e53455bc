"""Events, reports and the crosswalk between them: tables that join, in which nothing that was denied has happened."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from tests.store.made import ARMY, MINISTRY, full, held, link, posting
from whosays.conclude import conclude
from whosays.export.tabular import Table, tabular
from whosays.findings import Balance
from whosays.model import Status

YES = posting("c1", "d1", published=date(2025, 1, 1), status=Status.OCCURRED)
NO = replace(full("c2", "d2"), published=date(2025, 1, 2), status=Status.OCCURRED)
FORMULA = posting("c3", "d2", order=1, text="=SUM(A1)", source=ARMY, published=date(2025, 1, 2))


def balance() -> Balance:
    documents = (held("d1"), held("d2", published=date(2025, 1, 2), url="https://example.org/x", publisher=None))
    return conclude((YES, NO, FORMULA), documents, (link("c1", "c2", 0.99),), ())


def rows(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.csv())))


def test_the_tables_join() -> None:
    events, reports, crosswalk = map(rows, tabular(balance()))
    assert {r["event"] for r in crosswalk} == {r["event"] for r in events}
    assert {r["report"] for r in crosswalk} == {r["report"] for r in reports}
    assert {r["origin"] for r in crosswalk} == {r["origin"] for r in reports}
    assert sorted(r["claim"] for r in crosswalk) == ["c1", "c2", "c3"]
    assert sum(int(r["claims"]) for r in events) == 3


def test_what_is_denied_has_not_happened() -> None:
    happened = {r["claim"]: r["happened"] for r in rows(tabular(balance())[2])}
    assert happened["c1"] == "yes"
    assert replace(NO, polarity=YES.polarity).happened is False
    assert {r["claim"]: r["position"] for r in rows(tabular(balance())[2])}["c1"] == "affirms"


def test_every_event_says_who_holds_what_and_how_many_were_checked() -> None:
    for event in rows(tabular(balance())[0]):
        assert event["made_by"] == "machine"
        assert event["claims_checked"] == "0"
        assert event["affirmed_by"] or event["rejected_by"] or event["left_open_by"]


def test_cells_are_safe_in_a_spreadsheet_and_what_is_unknown_is_empty() -> None:
    _, reports, crosswalk = map(rows, tabular(balance()))
    assert "'=SUM(A1)" in {r["text"] for r in crosswalk}
    assert {r["publisher"] for r in reports} == {"The Wire", ""}


def test_a_mask_is_put_over_words_and_names_but_not_over_ids_and_codes() -> None:
    for table in tabular(balance()):
        masked = list(csv.DictReader(io.StringIO(table.csv(lambda _: "X"))))
        plain = rows(table)
        for before, after in zip(plain, masked, strict=True):
            assert {n for n in before if after[n] == "X"} == {n for n in before if before[n] and _written(n)}


def _written(name: str) -> bool:
    codes = ("event", "claim", "report", "origin", "first_claim", "actor_code", "recipient_code", "source_code")
    words = ("label", "title", "key", "publisher", "url", "text", "source", "source_text", "via", "place", "actor")
    return name in (*words, "recipient", "affirmed_by", "rejected_by", "left_open_by") and name not in codes


def test_parties_are_named_as_the_case_names_them() -> None:
    names = {r["source"] for r in rows(tabular(balance())[2])}
    assert names == {MINISTRY.name, ARMY.name}
