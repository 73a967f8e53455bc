"""`import whosays` gives a file's claims as values that show themselves well in a shell and in a notebook."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import whosays
from tests.seed import ARTICLE, seed_analysis
from whosays import api
from whosays.model import Analysis, Dated, Document


class FakeEngine:
    name = "parser rules"

    def __call__(self, document: Document) -> Analysis:
        return seed_analysis(document) if document.text.startswith("North Korea") else Analysis(document, ())


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_engine", lambda model, vague, view, actors: FakeEngine())


def test_a_file_is_read() -> None:
    doc = whosays.read(ARTICLE, assume_published="2025-02-01")
    assert (doc.document.published, doc.document.dated) == (date(2025, 2, 1), Dated.ASSUMED)
    assert doc.claims[5].source.name == "Volodymyr Zelenskyy"
    assert doc.text[774:848] == doc.claims[5].text


def test_the_package_of_readers_and_the_function_are_both_there() -> None:
    from whosays.read.plain import PlainReader

    assert PlainReader.name == "plain"
    assert whosays.read(str(ARTICLE)).claims


def test_a_text_is_analysed() -> None:
    doc = whosays.analyse("The ministry said no.", title="T", published=date(2025, 2, 1))
    assert repr(doc) == "<Article 'T', 2025-02-01 (given), 21 characters, 0 claims>"
    assert repr(doc.claims) == "0 claims"


def test_claims_show_themselves_one_a_line() -> None:
    shown = repr(whosays.read(ARTICLE).claims).splitlines()
    assert shown[0] == "10 claims"
    assert (
        "Government of Russia (RUS GOV) denies: “soldiers from North Korea are fighting alongside Russians”" in shown[4]
    )
    assert max(map(len, shown)) < 200


def test_claims_become_json_csv_and_a_frame() -> None:
    claims = whosays.read(ARTICLE).claims
    assert len(claims[:3]) == 3
    assert json.loads(claims.to_json().splitlines()[0])["id"] == claims[0].id
    assert claims.to_csv().startswith("id,document,")
    pytest.importorskip("pandas")
    frame = claims.to_frame()
    assert len(frame) == len(claims)
    assert frame.loc[5, "place_lat"] == 51.7
    assert list(frame.stance[3:5]) == ["denies", "denies"]


def test_a_notebook_shows_the_text_with_its_claims() -> None:
    shown = whosays.read(ARTICLE)._repr_html_()
    assert "North Korea is preparing" in shown
    assert "text-decoration:underline double" in shown


def test_a_report_is_written(tmp_path: Path) -> None:
    whosays.read(ARTICLE).report(tmp_path / "r.html")
    assert "<!doctype html>" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["none.txt", "empty.txt"])
def test_what_cannot_be_read_says_which_and_why(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(whosays.UnreadError, match=name):
        whosays.read(tmp_path / name)


def test_an_empty_text_and_a_bad_date_raise() -> None:
    with pytest.raises(whosays.UnreadError, match="empty"):
        whosays.analyse(" ")
    with pytest.raises(ValueError, match="'soon' is not a date"):
        whosays.analyse("He said no.", published="soon")


def test_a_table_is_read_document_by_document_and_its_failures_are_warnings(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "He said no."}\n{"id": "b"}\n{"id": "c", "text": "She said yes."}\n')
    with pytest.raises(whosays.UnreadError, match="read_all"):
        whosays.read(path)
    with pytest.warns(whosays.UnreadWarning, match="b: the row has no text"):
        assert [doc.document.key for doc in whosays.read_all(path)] == ["a", "c"]


def test_names_are_listed_and_others_are_not_there() -> None:
    assert {"read", "read_all", "analyse", "Article"} <= set(dir(whosays))
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        whosays.reed  # noqa: B018
