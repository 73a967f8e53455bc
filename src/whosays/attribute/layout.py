"""Speakers told by the layout: a name and a colon before what is said, or a dash and a name after it.

Transcripts print each turn after its speaker's name ("ORLAN: The road is open."), and pull quotes are signed
on the line's end or on the next line ("... is open.” — Mira Orlan). No verb says that somebody speaks, so no parse and no tagger
trained on prose finds it. Names in capitals that head a note, not a turn, are data ("CORRECTION:"). A turn runs over the
lines that follow it where most of the text is turns, or where each opens with a quotation mark, as in a transcript that is
quoted; what stands in brackets ("(Crosstalk.)") is no speech. Who asks as "Q" or "QUESTION" has no name: those turns only
end the one before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.lexicon.constructions import Constructions
from whosays.model import Document, Span, Tagged

LEAST = 3
"""Turns from which on a text holds a transcript; one named speaker at least has two of them."""
MOSTLY = 0.3
"""The share of a transcript's lines that open a turn, from which on the lines between are the speaker's too."""
SENTENCES = 0.6
"""The share of the labelled lines that end as a sentence does, from which on they are turns."""
_ENDS = tuple(".!?…\"”’'—–-)")
_LABEL = re.compile(r"[ \t]*(?P<mark>[\"“”])?[ \t]*(?P<name>[^\W\d_][^:\n\"“”]{0,38}?)[ \t]*(?P<colon>:)[\s]*")
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?: (?:(?:de|del|da|di|van|von|al|el|bin|ibn|la|le|the|of) ){0,2}[A-ZÀ-Þ][\w.’'-]*){0,4}"
_SIGNED = re.compile(
    rf"[ \t\xa0]*(?P<dash>[―—–-]{{1,2}})[ \t\xa0]*(?P<name>{_NAME})(?:, [^\n.”\"]{{1,80}})?[.,]?[ \t\xa0]*"
)
_OPENS, _CLOSES = "\"“”'‘", "\"“”'’"
_ASIDE = re.compile(r"[\s\"“”]*[(\[][^()\[\]\n]*[)\]][\s\"“”.]*")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A line of a transcript: its words, and the label before them if it has one; ``quoted`` where a mark opens it."""

    words: Span
    label: Span | None
    colon: Span | None
    quoted: bool


def layout(document: Document, built: Constructions) -> tuple[Tagged, ...]:
    """The attributions that the layout makes, in text order; their contents are whole lines, which no other shares."""
    lines = tuple(_lines(document.text))
    return tuple(
        sorted((*_turns(document.text, lines, built), *_signed(document.text, lines)), key=lambda t: t.content)
    )


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold anything, without white space at their ends."""
    for found in re.finditer(r"[^\n]+", text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + found[0].index(stripped)
            yield Span(start, start + len(stripped))


def _turns(text: str, lines: Sequence[Span], built: Constructions) -> Iterator[Tagged]:
    read = _known([_turn(text, line, built) for line in lines], text, built)
    opening = [n for n, turn in enumerate(read) if turn.label]
    if not opening:
        return
    held = read[opening[0] : opening[-1] + 1]
    mostly = len(opening) >= MOSTLY * sum(not _ASIDE.fullmatch(t.words.of(text)) for t in held)
    for n, after in zip(opening, [*opening[1:], None], strict=True):
        turn, rest = read[n], read[n + 1 : after] if after else []
        goes_on = [t for t in rest if (t.quoted if turn.quoted else mostly)]
        said = [t.words for t in (turn, *goes_on) if len(t.words) and not _ASIDE.fullmatch(t.words.of(text))]
        if said and turn.label and turn.colon and not _asks(text, turn, built):
            yield Tagged((turn.label,), (turn.colon,), tuple(said), "rules/layout")


def _known(read: Sequence[_Turn], text: str, built: Constructions) -> list[_Turn]:
    """The lines with the labels that stand for speakers: none where there are too few; a name that is not in capitals only
    where it comes twice."""
    names = Counter(t.label.of(text) for t in read if t.label and not _asks(text, t, built))
    speakers = {name for name, times in names.items() if times > 1 or name.isupper()}
    turns = sum(times for name, times in names.items() if name in speakers) + sum(_asks(text, t, built) for t in read)
    enough = turns >= LEAST and max(names.values(), default=0) > 1 and _is_talk(read, text)
    keep = [enough and t.label is not None and (t.label.of(text) in speakers or _asks(text, t, built)) for t in read]
    return [t if kept else replace(t, label=None, colon=None) for t, kept in zip(read, keep, strict=True)]


def _is_talk(read: Sequence[_Turn], text: str) -> bool:
    """Whether what follows the labels are sentences, as the lines of a list of names or numbers are not."""
    labelled = [t.words.of(text) for t in read if t.label is not None]
    ended = sum(w[-1:] in _ENDS for w in labelled)
    return ended >= SENTENCES * len(labelled)


def _asks(text: str, turn: _Turn, built: Constructions) -> bool:
    return turn.label is not None and turn.label.of(text).lower() in built.asks_unnamed


def _turn(text: str, line: Span, built: Constructions) -> _Turn:
    quoted = text[line.start] in _OPENS
    found = _LABEL.match(text, line.start, line.end)
    if found is None or not _is_speaker(found["name"], built):
        return _Turn(_unmarked(text, line), None, None, quoted)
    words = _unmarked(text, Span(found.end(), line.end))
    return _Turn(words, Span(*found.span("name")), Span(*found.span("colon")), quoted)


def _is_speaker(name: str, built: Constructions) -> bool:
    """A name of at most five words, one in capitals or several that begin with one, none of them a note's."""
    words = name.split()
    if len(words) == 1 and name.lower() in built.asks_unnamed:
        return True
    capitals = name.isupper() and sum(c.isalpha() for c in name) > 2
    full = len(words) > 1 and re.fullmatch(_NAME, name) is not None
    return (
        (capitals or full) and len(words) <= 5 and not any(w.lower().strip(".,") in built.heads_a_note for w in words)
    )


def _unmarked(text: str, line: Span) -> Span:
    """The line without quotation marks that it opens or ends with and that pair with none in it."""
    start, end = line.start, line.end
    if start < end and text[start] in '"“”' and not any(c in '"“”' for c in text[start + 1 : end - 1]):
        start += 1
    if start < end and text[end - 1] in '"“”' and not any(c in '"“”' for c in text[start : end - 1]):
        end -= 1
    return Span(start, end)


def _signed(text: str, lines: Sequence[Span]) -> Iterator[Tagged]:
    """Lines that are one quotation, with a dash and a name after them, or alone on the next line."""
    for n, line in enumerate(lines):
        if text[line.start] not in _OPENS:
            continue
        close = max(text.rfind(c, line.start + 1, line.end) for c in _CLOSES)
        alone = close == line.end - 1
        after = lines[n + 1] if alone and n + 1 < len(lines) else Span(close + 1, line.end)
        found = _SIGNED.fullmatch(text, after.start, after.end) if close > line.start else None
        if found is not None:
            name = Span(found.start("name"), found.start("name") + len(found["name"].rstrip(".")))
            yield Tagged(
                (name,),
                (Span(*found.span("dash")),),
                (Span(line.start, close + 1),),
                "rules/layout",
            )
