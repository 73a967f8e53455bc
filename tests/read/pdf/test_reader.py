"""A PDF becomes its article: lines and pages joined, hyphens undone, what stands around the text left out."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from whosays.model import Dated, Span
from whosays.read.input import Reading, Stated, Unread
from whosays.read.pdf.reader import PdfFileReader, paper
from whosays.read.plain import PlainReader
from whosays.read.read import read

FIRST = (
    "The ministry said on Thursday that the bridge had fallen after a strike in the night, that twelve soldiers were killed, "
    "and that nobody could cross the river until the army had built another bridge at the same place."
)
SECOND = (
    "A spokesman for the army denied that any soldier had been on the bridge when it fell, and called the report false."
)
TITLE = "Bridge falls near the border"


class Paper(FPDF):
    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 8, "The Wire | 1 February 2025", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def printed(*paragraphs: str, paper: FPDF | None = None, title: str = TITLE, width: float = 120) -> bytes:
    made = paper or Paper()
    made.add_page()
    made.set_font("times", "B", 20)
    made.multi_cell(width, 9, title, new_x="LMARGIN", new_y="NEXT")
    made.set_font("times", size=11)
    made.cell(0, 8, "By A. Writer", new_x="LMARGIN", new_y="NEXT")
    for paragraph in paragraphs:
        made.multi_cell(width, 5.5, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
        made.ln(3)
    return bytes(made.output())


def article(data: bytes) -> Reading:
    found = paper(data, "paper", Stated())
    assert isinstance(found, Reading), found
    return found


def test_lines_are_joined_to_paragraphs_and_the_title_stands_apart() -> None:
    document = article(printed(FIRST, SECOND)).document
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.title, document.author, document.publisher) == (TITLE, "A. Writer", "The Wire")
    assert (document.published, document.dated) == (date(2025, 2, 1), Dated.TEXT)


def test_a_paragraph_runs_on_over_the_page_and_headers_are_left_out() -> None:
    paragraphs = [f"{'Again and ' * (n % 7)}{FIRST} {n}" for n in range(1, 26)]
    document = article(printed(*paragraphs)).document
    assert document.origin
    assert {s.page for s in document.origin.stretches} >= {1, 2}
    assert document.text == "\n\n".join(paragraphs)


def test_every_word_is_found_on_its_page() -> None:
    data = printed(*[f"{FIRST} {n}" for n in range(1, 26)])
    document = article(data).document
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    assert document.origin
    for word in re.finditer(r"\S+", document.text):
        (place,) = document.origin.find(Span(*word.span()))
        assert texts[(place.page or 0) - 1][place.start : place.end] == word[0]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("The ministry said that the sol-", "diers had left the place."), "the soldiers had left"),
        (("The ministry said that the long-", "range missile had hit it."), "the long-range missile had"),
        (("An air-to-air fight. The air-to-", "air missile had hit the place."), "The air-to-air missile had"),
        (("The ministry said that the North-", "South road had been closed."), "the North-South road had"),
        (("The dead were four to six -", "the ministry did not know."), "six - the ministry"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_undone_where_it_parts_a_word(lines: tuple[str, str], words: str) -> None:
    made = Paper()
    made.add_page()
    made.set_font("times", size=11)
    for line in lines:
        made.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")
    assert words in article(bytes(made.output())).document.text


def test_a_hyphen_that_was_undone_leads_to_both_parts() -> None:
    made = Paper()
    made.add_page()
    made.set_font("times", size=11)
    for line in ("The ministry said that the sol-", "diers had left the place."):
        made.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")
    data = bytes(made.output())
    document = article(data).document
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert document.origin
    start = document.text.index("soldiers")
    assert [text[s.start : s.end] for s in document.origin.find(Span(start, start + 8))] == ["sol", "diers"]


def test_a_file_without_a_text_layer_is_sent_to_ocr() -> None:
    made = FPDF()
    made.add_page()
    made.image(io.BytesIO(_picture()), w=50)
    found = paper(bytes(made.output()), "k", Stated())
    assert isinstance(found, Unread)
    assert "run OCR first" in found.why


def test_a_locked_file_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed(FIRST))))
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    found = paper(data.getvalue(), "k", Stated())
    assert isinstance(found, Unread)
    assert "password" in found.why


LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 %%EOF", LOOP, b"%PDF-" + b"<<" * 100_000])
def test_a_broken_file_or_one_in_a_loop_is_unread(data: bytes) -> None:
    found = paper(data, "k", Stated())
    assert isinstance(found, Unread)
    assert "PDF" in found.why


def test_a_bomb_is_refused() -> None:
    made = FPDF()
    made.set_compression(True)
    made.add_page()
    made.set_font("times", size=11)
    made._out("0 0 m " * 20_000_000)
    found = paper(bytes(made.output()), "k", Stated())
    assert isinstance(found, Unread)


def test_a_pdf_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(printed(FIRST))
    (found,) = read([str(tmp_path / "a.txt")], (PdfFileReader(), PlainReader()))
    assert isinstance(found, Reading)
    assert found.document.text == FIRST


def test_the_day_on_which_the_file_was_made_is_weak_evidence() -> None:
    made = FPDF()
    made.set_creation_date(datetime(2025, 2, 3))
    made.add_page()
    made.set_font("times", size=11)
    made.multi_cell(120, 5.5, FIRST)
    document = article(bytes(made.output())).document
    assert (document.published, document.dated) == (date(2025, 2, 3), Dated.FILE)


def _picture() -> bytes:
    """A picture of one point, as a PNG."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    )
