"""Folders, patterns and archives are read as the documents in them; nothing of a bomb is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from whosays.plugins import plugins
from whosays.read.input import Input, Reading, Stated, Unread
from whosays.read.paths import files
from whosays.read.plain import PlainReader
from whosays.read.read import read

TEXT = "The ministry said on Thursday that the bridge had fallen in the night."
PAGE = f"<!doctype html><html><head><title>T</title></head><body><article><p>{TEXT}</p></article></body></html>"


def readings(*paths: Path | str) -> list[Reading | Unread]:
    return list(read([str(path) for path in paths], plugins().readers, Stated()))


def whys(*paths: Path | str) -> list[str]:
    return [found.why for found in readings(*paths) if isinstance(found, Unread)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "news" / "inner"
    inner.mkdir(parents=True)
    (inner / "c.htm").write_text(PAGE)
    (inner.parent / "b.txt").write_text(TEXT)
    (inner.parent / "a.html").write_text(PAGE)
    (inner.parent / "a.css").write_text(".a{}")
    (inner.parent / ".hidden").write_text(TEXT)
    (inner.parent / "p.PNG").write_bytes(b"\x89PNG")
    return tmp_path / "news"


def packed(path: Path, *members: tuple[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


# --- folders and patterns


def test_a_folder_is_walked_in_the_order_of_names_without_what_is_no_document(folder: Path) -> None:
    assert [Path(f).relative_to(folder).as_posix() for f in files(str(folder))] == ["a.html", "b.txt", "inner/c.htm"]
    assert [isinstance(found, Reading) for found in readings(folder)] == [True] * 3


def test_a_pattern_is_spread_out_unless_a_file_is_called_so(folder: Path) -> None:
    assert [Path(f).name for f in files(f"{folder}/**/*.htm*")] == ["a.html", "c.htm"]
    (folder / "[1].txt").write_text(TEXT)
    assert list(files(f"{folder}/[1].txt")) == [f"{folder}/[1].txt"]


def test_a_folder_or_pattern_without_documents_says_so(tmp_path: Path) -> None:
    assert ["no document there" in why for why in whys(tmp_path, f"{tmp_path}/*.txt")] == [True, True]


def test_a_folder_in_itself_is_not_walked_forever(folder: Path) -> None:
    (folder / "inner" / "again").symlink_to(folder)
    assert len(list(files(str(folder)))) == 3


# --- archives


def test_the_documents_of_an_archive_are_read_by_their_content(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip", ("x/a.html", PAGE), ("b.txt", TEXT), ("rows.jsonl", '{"id": "r1", "text": "He said no."}\n'),
        ("p.png", b"\x89PNG"), ("__MACOSX/x/._a.html", b"\0"),
    )  # fmt: skip
    found = readings(path)
    assert [f.document.key for f in found if isinstance(f, Reading)] == [f"{path}/x/a.html", f"{path}/b.txt", "r1"]


def test_an_archive_comes_through_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(tmp_path / "a.zip", ("b.txt", TEXT)).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    (found,) = readings("-")
    assert isinstance(found, Reading)
    assert found.document.text == TEXT


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ([], "without a document"),
        ([("bomb.txt", b"0" * 50_000_000)], "as a bomb does"),
        ([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")], "an office file"),
    ],
)
def test_an_archive_that_is_not_read_says_why(tmp_path: Path, members: list[tuple[str, bytes]], why: str) -> None:
    assert [why in said for said in whys(packed(tmp_path / "a.zip", *members))] == [True]


def test_an_archive_within_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = packed(tmp_path / "b.zip", ("b.txt", TEXT)).read_bytes()
    bad, good = readings(packed(tmp_path / "a.zip", ("b.zip", inner), ("c.txt", TEXT)))
    assert isinstance(bad, Unread)
    assert "within a zip" in bad.why
    assert not bad.whole
    assert isinstance(good, Reading)


@pytest.mark.parametrize("cut", [5, 60, 200])
def test_a_broken_archive_is_unread(tmp_path: Path, cut: int) -> None:
    path = packed(tmp_path / "a.zip", ("b.txt", TEXT * 3), ("c.txt", TEXT))
    path.write_bytes(path.read_bytes()[:cut])
    assert [("broken zip" in why) for why in whys(path)] == [True]


def test_a_damaged_member_costs_no_other(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("b.txt", TEXT), ("c.txt", TEXT))
    data = bytearray(path.read_bytes())
    data[40:50] = bytes(10)
    path.write_bytes(data)
    bad, good = readings(path)
    assert isinstance(bad, Unread)
    assert "damaged" in bad.why
    assert isinstance(good, Reading)


# --- readers that fail


def test_a_reader_that_raises_costs_its_document_alone(tmp_path: Path) -> None:
    class Fax:
        name = "fax"
        rank = 1

        def accepts(self, item: Input) -> bool:
            return item.head.startswith(b"FAX")

        def read(self, item: Input) -> None:
            raise KeyError("page")

    (tmp_path / "a").write_bytes(b"FAX")
    (tmp_path / "b").write_text(TEXT)
    bad, good = read([str(tmp_path / "a"), str(tmp_path / "b")], (Fax(), PlainReader()), Stated())  # type: ignore[arg-type]
    assert isinstance(bad, Unread)
    assert "fault of the reader 'fax'" in bad.why
    assert isinstance(good, Reading)
