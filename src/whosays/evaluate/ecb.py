"""The same event across news documents, on ECB+ (Cybulska and Vossen 2014): gold mentions of events, grouped by the engine.

A row is a document: ``{"doc", "topic", "sentences": [[token]], "mentions": [{"sent", "toks", "type", "chain"}]}``. Of the mentions only
where the words of an event stand is shown to the engine: each becomes a claim, read by `frame` and `resolve` like any other. Who, where and
when are the engine's own reading, not gold. All documents of the file are linked as one case, whatever their topic; groups of one count.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from whosays.evaluate.cases import linked
from whosays.evaluate.coreference import b_cubed, ceaf_e, conll, muc
from whosays.evaluate.report import Report
from whosays.findings import Posting
from whosays.frame.frame import frame
from whosays.link.embed import load_embedder
from whosays.link.propositions import propositions
from whosays.model import (
    Attribution,
    Certainty,
    Claim,
    Document,
    Polarity,
    Sentence,
    Span,
    Stance,
    Tagged,
    Token,
)
from whosays.post import post
from whosays.resolve.resolve import resolve

if TYPE_CHECKING:
    from whosays.pipeline import Kit

SHORT = 4
"""Words of an event's own phrase under which the clause around it is its content."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A document, its claims (one for each gold mention of an event), and the chain of each."""

    document: str
    topic: str
    postings: tuple[Posting, ...]
    chains: tuple[str, ...]


def evaluate(rows: Sequence[Row], kit: Kit) -> Report:
    """CoNLL F1 over all documents as one case, its three parts, and CoNLL F1 with the topics known."""
    read = [mentioned(row, kit) for row in rows]
    gold = _groups([(p.id, chain) for m in read for p, chain in zip(m.postings, m.chains, strict=True)])
    found = _found(read)
    by_topic = [
        group for topic in sorted({m.topic for m in read}) for group in _found([m for m in read if m.topic == topic])
    ]
    parts = tuple((name, score(gold, found).f1) for name, score in (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf_e)))
    metrics = (("conll_f1", conll(gold, found)), *parts, ("conll_f1_topics_known", conll(gold, by_topic)))
    return Report("ecb", sum(len(m.postings) for m in read), metrics, tuple(_errors(read, gold, found)))


def _found(read: Sequence[Mentioned]) -> list[tuple[str, ...]]:
    postings = [p for m in read for p in m.postings]
    links = linked([m.postings for m in read], load_embedder())
    return [p.claims for p in propositions(postings, links)]


def _groups(pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id_, chain in pairs:
        groups[chain].append(id_)
    return list(groups.values())


def _errors(read: Sequence[Mentioned], gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Iterator[str]:
    """Groups that hold several events, the largest first."""
    text = {p.id: f"[{p.trigger}] {p.text}" for m in read for p in m.postings}
    of = {id_: n for n, group in enumerate(gold) for id_ in group}
    for group in sorted(found, key=len, reverse=True):
        if len({of[id_] for id_ in group}) > 1:
            yield " || ".join(f"{of[id_]}: {text[id_]}" for id_ in group)


def mentioned(row: Row, kit: Kit) -> Mentioned:
    """The row's document and its claims. Gold sentences are lines of the text; the engine cuts and parses it itself."""
    text, spans = _text(row["sentences"])
    id_ = str(row["doc"])
    document = Document(id=hashlib.sha256(id_.encode()).hexdigest()[:20], key=id_, text=text)
    sentences = kit.parser(document)
    acts = [m for m in row["mentions"] if m["type"] == "ACT"]
    words = [Span(spans[m["sent"]][m["toks"][0]].start, spans[m["sent"]][m["toks"][-1]].end) for m in acts]
    heads = [_head(sentences, span) for span in words]
    claims = _claims(document, sentences, [narrow for _, narrow, _ in heads], kit)
    postings = tuple(
        _posting(claim, document, n, span, wide)
        for n, (claim, span, (_, _, wide)) in enumerate(zip(claims, words, heads, strict=True))
    )
    return Mentioned(id_, str(row["topic"]), postings, tuple(str(m["chain"]) for m in acts))


def _text(tokens: Sequence[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    lines, spans, at = [], [], 0
    for sentence in tokens:
        inside, start = [], at
        for token in sentence:
            inside.append(Span(start, start + len(token)))
            start += len(token) + 1
        line = " ".join(sentence)
        lines.append(line)
        spans.append(inside)
        at += len(line) + 1
    return "\n".join(lines), spans


def _head(sentences: Sequence[Sentence], span: Span) -> tuple[Token | None, Span, Span]:
    """The mention's head, the words that hang on it, and the clause that it stands in."""
    sentence = next((s for s in sentences if s.span.overlaps(span)), None)
    head = sentence.top(span) if sentence else None
    if sentence is None or head is None:
        return None, span, span
    narrow = sentence.subtree_span(head)
    clause = next((t for t in (head, *sentence.ancestors(head)) if t.pos in ("VERB", "AUX")), sentence.root)
    wide = narrow if head is clause and len(sentence.within(narrow)) >= SHORT else sentence.subtree_span(clause)
    return head, narrow, wide


def _claims(document: Document, sentences: Sequence[Sentence], contents: Sequence[Span], kit: Kit) -> tuple[Claim, ...]:
    attributions = [
        Attribution(
            tagged=Tagged((), (), (content,), "gold"),
            sentence=next((s.index for s in sentences if s.span.overlaps(content)), 0),
            source=None,
            via=(),
            cue=(),
            content=(content,),
            stance=Stance.ASSERTS,
            certainty=Certainty.CERTAIN,
            polarity=Polarity.PLUS,
        )
        for content in contents
    ]
    return resolve(
        document, sentences, frame(document, sentences, attributions, kit.lexicon), kit.gazetteer, kit.lexicon
    )


def _posting(claim: Claim, document: Document, order: int, trigger: Span, content: Span) -> Posting:
    """As the case enters a claim, with gold's words of the event for its trigger and the clause for its text."""
    posting = post(claim, f"{document.key}#{order}", order)
    return replace(posting, trigger=trigger.of(document.text), text=content.of(document.text))
