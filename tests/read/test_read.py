"""Paths become documents; what cannot be read is said in one line and costs no other document."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import Dated
from whosays.read.compose import compose
from whosays.read.input import LONGEST, Reader, Reading, Stated, Unread
from whosays.read.plain import PlainReader
from whosays.read.read import read
from whosays.read.table import LONGEST_LINE, TableReader

READERS: Sequence[Reader] = (PlainReader(), TableReader())


def readings(*paths: Path | str, stated: Stated | None = None) -> list[Reading | Unread]:
    return list(read([str(path) for path in paths], READERS, stated or Stated()))


def one(path: Path, stated: Stated | None = None) -> Reading:
    (found,) = readings(path, stated=stated)
    assert isinstance(found, Reading), found
    return found


def table(folder: Path, *rows: object) -> Path:
    path = folder / "rows.jsonl"
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return path


# --- plain text


def test_text_is_kept_exactly_with_its_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfHe said no.\r\nShe said yes.\rThey left.\n")
    with path.open(encoding="utf-8", newline="") as file:
        assert one(path).document.text == file.read()


def test_metadata_is_what_the_user_states(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("He said no.")
    stated = Stated(title=" T ", publisher="The Wire", published=date(2025, 2, 1), url="https://example.org/a")
    document = one(path, stated).document
    assert (document.key, document.title, document.publisher, document.url) == (
        str(path),
        "T",
        "The Wire",
        "https://example.org/a",
    )
    assert (document.published, document.dated) == (date(2025, 2, 1), Dated.GIVEN)


@pytest.mark.parametrize(
    ("stated", "published", "dated"),
    [
        (Stated(), None, Dated.UNKNOWN),
        (Stated(assumed=date(2025, 2, 1)), date(2025, 2, 1), Dated.ASSUMED),
        (Stated(published=date(2025, 3, 1), assumed=date(2025, 2, 1)), date(2025, 3, 1), Dated.GIVEN),
    ],
)
def test_an_assumed_date_is_marked_and_yields_to_a_given_one(
    tmp_path: Path, stated: Stated, published: date | None, dated: Dated
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("He said no.")
    document = one(path, stated).document
    assert (document.published, document.dated) == (published, dated)


def test_the_id_is_of_text_and_metadata_not_of_the_path(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("He said no.")
    (tmp_path / "c.txt").write_text("He said yes.")
    a, b, c = (one(tmp_path / name).document.id for name in ("a.txt", "b.txt", "c.txt"))
    titled = one(tmp_path / "a.txt", Stated(title="T")).document.id
    assert a == b
    assert len({a, c, titled}) == 3
    assert a == "d744b6671049e86b965d"  # the same on every machine


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("long.txt", b"He said no. " * (LONGEST // 12 + 1), "too long: 1,000,"),
        ("huge.txt", b"He said no. " * (20_000_000 // 12), "too long: over 4,000,000 bytes"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("empty.jsonl", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_costs_no_other(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("He said no.")
    bad, good = readings(tmp_path / name, tmp_path / "good.txt")
    assert isinstance(bad, Unread)
    assert bad.key == str(tmp_path / name)
    assert why in bad.why
    assert bad.whole
    assert isinstance(good, Reading)


def test_a_missing_path_and_a_path_with_nul(tmp_path: Path) -> None:
    whys = [r.why for r in readings(tmp_path / "none.txt", "a\0b") if isinstance(r, Unread)]
    assert ["not found" in whys[0], "NUL" in whys[1]] == [True] * 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("He said “no”.".encode())))
    (found,) = readings("-")
    assert isinstance(found, Reading)
    assert (found.document.key, found.document.text) == ("-", "He said “no”.")


def test_a_table_on_standard_input_is_known_by_its_first_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b'{"id": "r1", "text": "He said no."}\n{"text": "She said yes."}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows)))
    assert [cast("Reading", r).document.key for r in readings("-")] == ["r1", "-#2"]


# --- tables


def test_rows_become_documents_with_their_own_metadata(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        {
            "id": "r1",
            "text": "He said no.",
            "title": "T",
            "publisher": "P",
            "published": "2025-02-01T08:30:00Z",
            "url": "u",
            "language": "en",
            "mood": 3,
        },
        {"text": "She said yes."},
    )
    first, second = (cast("Reading", r).document for r in readings(path))
    assert (first.key, first.title, first.publisher, first.url, first.language) == ("r1", "T", "P", "u", "en")
    assert (first.published, first.dated) == (date(2025, 2, 1), Dated.GIVEN)
    assert second.key == f"{path}#2"


def test_two_rows_with_the_same_text_are_two_documents(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "r1", "text": "He said no."}, {"id": "r2", "text": "He said no."})
    first, second = (cast("Reading", r).document for r in readings(path))
    assert first.id != second.id


def test_what_the_user_states_wins_and_an_assumed_date_fills(tmp_path: Path) -> None:
    path = table(
        tmp_path, {"text": "He said no.", "published": "2025-02-01", "publisher": "P"}, {"text": "She said yes."}
    )
    stated = Stated(publisher="Q", assumed=date(2024, 1, 1))
    first, second = (cast("Reading", r).document for r in readings(path, stated=stated))
    assert (first.publisher, first.published, first.dated) == ("Q", date(2025, 2, 1), Dated.GIVEN)
    assert (second.published, second.dated) == (date(2024, 1, 1), Dated.ASSUMED)


@pytest.mark.parametrize(
    ("row", "key", "why"),
    [
        ({"id": "r7"}, "r7", "no text"),
        ({"id": 7, "text": None}, "7", "no text"),
        ({"text": ""}, "rows.jsonl#1", "empty"),
        ("not json", "rows.jsonl#1", "not JSON"),
        ("[1, 2]", "rows.jsonl#1", "not a JSON object"),
        ('"words"', "rows.jsonl#1", "not a JSON object"),
        ("[" * 100_000, "rows.jsonl#1", "not JSON"),
        ('{"text": "' + "no " * (LONGEST_LINE // 3 + 10) + '"}', "rows.jsonl#1", "line longer"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_costs_no_other(tmp_path: Path, row: object, key: str, why: str) -> None:
    bad, good = readings(table(tmp_path, row, {"id": "good", "text": "He said no."}))
    assert isinstance(bad, Unread)
    assert bad.key.endswith(key)
    assert why in bad.why
    assert not bad.whole
    assert isinstance(good, Reading)
    assert good.document.key == "good"


def test_odd_metadata_is_left_out_and_said(tmp_path: Path) -> None:
    (found,) = readings(table(tmp_path, {"text": "He said no.", "published": "31.2.2025", "title": 5}))
    assert isinstance(found, Reading)
    assert (found.document.published, found.document.title) == (None, None)
    assert ["published '31.2.2025' is not a date" in i.message for i in found.issues] == [True, False]


def test_half_a_character_becomes_one_that_can_be_written_and_moves_nothing(tmp_path: Path) -> None:
    (found,) = readings(
        table(tmp_path, '{"text": "He \\ud83d said \\ud83d\\ude00 no.", "id": "\\ud800", "title": "\\udfff"}')
    )
    assert isinstance(found, Reading)
    assert found.document.text == "He \ufffd said 😀 no."
    assert found.document.key == "\ufffd"
    assert "lone surrogate) at character 3" in found.issues[0].message


# --- any text


@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_composes_to_a_document_of_the_same_length(text: str) -> None:
    found = compose(text, "k", Stated(title=text))
    if isinstance(found, Reading):
        assert len(found.document.text) == len(text)
        json.dumps(found.document.text, ensure_ascii=False).encode("utf-8")
