"""PDFs of a given article, in several layouts: headers, footers, columns of justified or ragged lines, hyphens, indents."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF

from bench.page_layouts import Article, Made


@dataclass(frozen=True, slots=True)
class Style:
    """How a paper is set. `header` and `footer` may hold {title}, {publisher}, {day}, {page}."""

    font: str
    size: float
    width: float
    align: str
    gap: float
    indent: float
    hyphens: bool
    header: str
    footer: str
    byline: str
    metadata: bool


STYLES: Sequence[Style] = (
    Style("times", 11, 170, "J", 3, 0, False, "{publisher} | {day}", "Page {page}", "By A. Writer", True),
    Style("helvetica", 10, 120, "L", 3, 0, True, "{publisher}", "{page}", "{day}", False),
    Style("times", 12, 150, "L", 0, 6, True, "{title}", "{publisher} - {day} - {page}", "", True),
    Style(
        "helvetica", 9, 90, "L", 2, 0, True, "", "© 2020 {publisher}. All rights reserved.", "Published: {day}", False
    ),
    Style(
        "courier",
        10,
        165,
        "L",
        4,
        0,
        False,
        "{day}    {title}",
        "https://www.news.example/a/1    {page}/9",
        "{publisher} | {day}",
        True,
    ),
)


class _Paper(FPDF):
    def __init__(self, article: Article, style: Style) -> None:
        super().__init__()
        self.article, self.style = article, style
        self.set_auto_page_break(True, 25)

    def words(self, form: str) -> str:
        day = f"{self.article.published:%d %B %Y}"
        return form.format(title=self.article.title, publisher=self.article.publisher, day=day, page=self.page_no())

    def header(self) -> None:
        self.set_font(self.style.font, size=8)
        if self.style.header:
            self.cell(0, 8, _latin(self.words(self.style.header)), new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font(self.style.font, size=8)
        self.cell(0, 8, _latin(self.words(self.style.footer)), align="C")


def make_paper(article: Article) -> Made:
    """The article in the style that its number falls on."""
    style = STYLES[article.number % len(STYLES)]
    paragraphs = tuple(_latin(p) for p in article.paragraphs)
    paper = _Paper(article, style)
    if style.metadata:
        paper.set_title(_latin(article.title))
    paper.add_page()
    paper.set_font(style.font, "B", style.size * 1.8)
    paper.multi_cell(style.width, style.size * 0.8, _latin(article.title), align="L", new_x="LMARGIN", new_y="NEXT")
    paper.set_font(style.font, size=style.size)
    if style.byline:
        paper.cell(0, 8, _latin(paper.words(style.byline)), new_x="LMARGIN", new_y="NEXT")
    paper.ln(3)
    for paragraph in paragraphs:
        _set(paper, paragraph, style)
    return Made(bytes(paper.output()), "\n\n".join(paragraphs), article.published, article.publisher)


def _set(paper: FPDF, paragraph: str, style: Style) -> None:
    """One paragraph: by the library where nothing is hyphenated, else line by line with words cut as printers do."""
    height = style.size * 0.5
    if not style.hyphens:
        paper.multi_cell(style.width, height, paragraph, align=style.align, new_x="LMARGIN", new_y="NEXT")
    else:
        left = paper.l_margin
        for n, line in enumerate(_lines(paper, paragraph, style.width - 2, style.indent)):
            paper.set_x(left + (style.indent if n == 0 else 0))
            paper.cell(style.width, height, line, new_x="LMARGIN", new_y="NEXT")
    paper.ln(style.gap)


def _lines(paper: FPDF, paragraph: str, width: float, indent: float) -> list[str]:
    """Lines no wider than `width`, a long plain word that does not fit cut with a hyphen now and then."""
    lines, line = [], ""
    for word in paragraph.split():
        room = width - (indent if not lines else 0)
        if paper.get_string_width(f"{line} {word}".strip()) <= room:
            line = f"{line} {word}".strip()
            continue
        cut = len(word) // 2
        plain = re.fullmatch(r"[a-z]{8,}", word) is not None and zlib.crc32(word.encode()) % 2 == 0
        if plain and paper.get_string_width(f"{line} {word[:cut]}-") <= room:
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _latin(words: str) -> str:
    """The words in the letters that the standard fonts of PDF have."""
    plain = words.translate(str.maketrans("“”‘’–—…\u00a0", "\"\"''--. "))
    return " ".join(plain.encode("latin-1", "replace").decode("latin-1").split())
