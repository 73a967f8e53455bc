"""A document and its records -> what the page shows of them: words, labels and links, ready for the template."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from whosays.export.figure import counted, interval, place, relay, speaker, unhappened
from whosays.export.html.pieces import Piece, paragraphs
from whosays.export.marks import Mark, mark
from whosays.export.record import EventRecord, Pair, PartyRecord, Record, TimeRecord
from whosays.model import Analysis, Dated, Stance

OPENING = 72
"""Characters of the text that stand for a title."""

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_PRECISION = {"adm1": "region", "adm2": "district", "part-of-country": "part of a country", "none": "not placed"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the text with their offsets, in the colour of a `role`."""

    role: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a claim's details: evidence, what was read from it, a caution; or what is `absent` from the text."""

    label: str
    evidence: tuple[Evidence, ...] = ()
    reading: tuple[str, ...] = ()
    caution: str | None = None
    absent: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in the list. `anchor` is its element id, wherever it is shown; `token` ties it to its pieces."""

    number: int
    anchor: str
    token: str
    speaker: str
    via: str
    mark: Mark
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document's section of the page."""

    number: int
    anchor: str
    title: str
    key: str
    publisher: str | None
    url: str | None
    published: str | None
    dated: str
    length: str
    digest: str
    sources: int
    legend: tuple[Mark, ...]
    remarks: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


def view(analysis: Analysis, records: Sequence[Record], number: int, taken: Counter[str]) -> DocumentView:
    """The document's view. `taken` counts the anchors used on the page so far: a document given twice stands twice."""
    document = analysis.document
    text = document.text
    return DocumentView(
        number=number,
        anchor=_anchor("d", document.id, taken),
        title=document.title or opening(text) or document.key,
        key=document.key,
        publisher=document.publisher,
        url=document.url,
        published=str(document.published) if document.published else None,
        dated=document.dated,
        length=f"{len(text):,} characters",
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        sources=len({speaker(r.source) for r in records}),
        legend=legend(records),
        remarks=tuple(issue.message for issue in analysis.issues),
        claims=tuple(_claim(text, record, number, n, document.dated, taken) for n, record in enumerate(records)),
        paragraphs=paragraphs(text, records),
    )


def legend(records: Sequence[Record]) -> tuple[Mark, ...]:
    """The marks of the stances that the document holds; the commonest four where it holds none."""
    held = {record.stance for record in records} or {"asserts", "denies", "not_confirmed", "hopes"}
    return tuple(mark(stance) for stance in Stance if stance in held)


def opening(text: str) -> str:
    """The first words of a text without a title, enough to know it by."""
    words = " ".join(text[: 4 * OPENING].split())
    return words if len(words) <= OPENING else words[:OPENING].rsplit(" ", 1)[0] + " …"


def _anchor(kind: str, id_: str, taken: Counter[str]) -> str:
    name = f"{kind}-{id_}"
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def _claim(text: str, record: Record, document: int, n: int, dated: str, taken: Counter[str]) -> ClaimView:
    return ClaimView(
        number=n + 1,
        anchor=_anchor("c", record.id, taken),
        token=f"{document}-{n}",
        speaker=speaker(record.source),
        via=relay(record.via),
        mark=mark(record.stance, record.certainty, record.polarity),
        text=record.text,
        rows=rows(text, record, dated),
    )


def rows(text: str, record: Record, dated: str) -> tuple[Row, ...]:
    """A claim's details, line by line: what each field was read as, and from which words."""
    event = record.event
    found = [_source(text, record)]
    if record.via:
        found.append(
            Row("Via", tuple(_evidence(text, "source", v.span) for v in record.via if v.span), (relay(record.via),))
        )
    found.append(_spans_row("Cue", text, "cue", record.evidence.cue, "none"))
    found.append(_content(text, record))
    found.append(_event(record))
    found.append(_time("When", event.time if event else None, dated))
    if record.reported:
        found.append(_time("Said", record.reported, dated))
    found.append(_place(event))
    found.append(_quantities(event))
    found.append(Row("Reading", reading=(_reading(record),)))
    found.append(Row("Made by", reading=(_made_by(record),)))
    return tuple(found)


def _evidence(text: str, role: str, span: Pair) -> Evidence:
    return Evidence(role, text[span[0] : span[1]], *span)


def _spans_row(label: str, text: str, role: str, spans: Sequence[Pair], absent: str) -> Row:
    evidence = tuple(_evidence(text, role, span) for span in spans)
    return Row(label, evidence, absent=None if evidence else absent)


def _source(text: str, record: Record) -> Row:
    source = record.source
    evidence = [_evidence(text, "source", span) for span in record.evidence.source]
    if source.antecedent:
        evidence.append(_evidence(text, "source", source.antecedent))
    kind = source.kind.replace("_", " ") if source.kind else None
    if source.code == "publisher":
        return Row("Source", reading=(f"{record.document.publisher or 'The publisher'}; no one is quoted",))
    reading = " · ".join(filter(None, (source.name, source.code, kind)))
    caution = None if source.code or source.name else "Who this is could not be told from the text."
    return Row("Source", tuple(evidence), (reading,) if reading else (), caution)


def _content(text: str, record: Record) -> Row:
    row = _spans_row("Claim", text, "content", record.evidence.content, "none")
    stands = tuple(f"stands for “{text[a:b]}” {a}–{b}" for a, b in record.resolved)
    return Row(row.label, row.evidence, stands, absent=row.absent)


def _event(record: Record) -> Row:
    event = record.event
    if event is None or not (event.type or event.status):
        return Row("Event", absent="a state or an opinion")
    kind = " ".join(filter(None, (event.type or "a state", event.mode and f"({event.mode})")))
    parties = " → ".join(filter(None, (_party(event.actor), _party(event.recipient))))
    reading = (" · ".join(filter(None, (kind, event.status))), parties)
    why = unhappened(record)
    caution = f"Not counted as having happened: {why}." if why else None
    return Row("Event", reading=tuple(filter(None, reading)), caution=caution)


def _party(party: PartyRecord | None) -> str | None:
    if party is None:
        return None
    return f"{party.name or party.text} ({party.code})" if party.code else party.name or party.text


def _time(label: str, time: TimeRecord | None, dated: str) -> Row:
    if time is None:
        return Row(label, absent="no time read")
    precision = f" ({time.precision.replace('-', ' ')})" if time.precision else ""
    relative = not _YEAR.search(time.text)
    caution = None
    if relative and dated == Dated.ASSUMED:
        caution = "Read from the assumed date: the document gives none."
    elif dated == Dated.UNKNOWN and not (time.start or time.end):
        caution = "Not dated: the document’s own date is not known."
    return Row(label, (Evidence("time", time.text, *time.span),), (interval(time) + precision,), caution)


def _place(event: EventRecord | None) -> Row:
    where = event.place if event else None
    if where is None:
        return Row("Where", absent="no place read")
    precision = _PRECISION.get(where.precision, where.precision)
    return Row("Where", (Evidence("place", where.text, *where.span),), (f"{place(where)} ({precision})",))


def _quantities(event: EventRecord | None) -> Row:
    found = event.quantities if event else ()
    if not found:
        return Row("How many", absent="no figure read")
    reading = tuple(" · ".join(filter(None, (counted(q), ", ".join(q.kinds).replace("_", " ")))) for q in found)
    return Row("How many", tuple(Evidence("quantity", q.text, *q.span) for q in found), reading)


def _reading(record: Record) -> str:
    return f"{record.position}, {record.certainty}; factuality {record.factuality}"


def _made_by(record: Record) -> str:
    made = record.made_by
    rule = made.rule if made.rule and made.rule not in made.model else None
    read_by = f"vague numbers: {made.conventions.vague}, disputed areas: {made.conventions.view}"
    return ", ".join(filter(None, (rule, made.model, f"whosays {made.version}", read_by)))
