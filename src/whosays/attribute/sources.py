"""The parties that a tagged source names: one mention each, coordinated ones parted.

"Moscow and Pyongyang" are two, "the Ministry of Defence and Interior", "Smith and Sons" and "the president and
commander-in-chief" are one. Coordination is read off the parse; where the source is no constituent, off its commas and
conjunctions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.lexicon.persons import Persons, load_persons
from whosays.model import Document, Mention, Sentence, Span, Tagged, Token, sentences_at

_JOINTS = frozenset({"and", "or", "nor", "&", ",", ";", "plus", "both", "either", "neither", "along", "with", "also"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X")
_INNER = ("pobj", "amod", "compound", "nmod", "poss", "det", "nummod", "quantmod", "acl", "relcl", "dobj")
_PARTNERS = frozenset(
    {"sons", "son", "co", "co.", "company", "brothers", "bros", "partners", "associates", "daughters", "young"}
)
_NOBODY = frozenset(
    {"it", "there", "that", "this", "what", "which", "who", "one", "you", "i", "we", "these", "those", "all"}
)
_LENGTHS = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter", "yard", "foot", "league"})
_TRIMMED = " \t\n,;:.–—-"


def sources(document: Document, sentences: Sequence[Sentence], tagged: Tagged) -> tuple[Mention, ...]:
    """One mention for each party in the tagged source, in text order; none where the text names none.

    Where the tagger found no source, the subject of the cue's verb is one.
    """
    persons = load_persons()
    found: list[Mention] = []
    for span in tagged.source or implied(sentences, tagged):
        sentence = next(iter(sentences_at(sentences, span)), None)
        if sentence is None:
            continue
        own = _without_neighbour(sentence, _without_distance(sentence, span))
        for part in _parts(sentence, own, persons):
            trimmed = _trimmed(document.text, part)
            if trimmed is not None:
                found.append(Mention(trimmed.of(document.text), trimmed, sentence.index))
    return tuple(found)


def _without_distance(sentence: Sentence, span: Span) -> Span:
    """The span up to a distance that follows a name: of "according to the Daily about 100 miles from Sarda", "the Daily"."""
    words = sentence.within(span)
    unit = next((n for n, t in enumerate(words) if t.lemma in _LENGTHS), 0)
    first = unit
    while first > 0 and (words[first - 1].pos in ("NUM", "ADV", "ADP") or words[first - 1].tag == "CD"):
        first -= 1
    named = 0 < first < unit and words[first - 1].pos == "PROPN"
    return Span(span.start, words[first - 1].end) if named else span


def _without_neighbour(sentence: Sentence, span: Span) -> Span:
    """The span from its second name on where the first is part of what stands before: "with the mayor, A, [B, the envoy]"."""
    top = sentence.top(span)
    before = sentence.head(top) if top else None
    if top is None or before is None or top.dep != "appos" or before.dep != "pobj" or before.start >= span.start:
        return span
    named = [t for t in sentence.children(top, "conj", "appos") if t.pos == "PROPN" and t.span in span]
    firsts = (sentence.subtree(t)[0] for t in named)
    first = next((t for t in firsts if t.index and sentence.tokens[t.index - 1].text == ","), None)
    return Span(first.start, span.end) if first else span


def implied(sentences: Sequence[Sentence], tagged: Tagged) -> tuple[Span, ...]:
    """The subject of the cue's verb, its own or that of the verb it goes on from ("said ..., adding ...").

    Empty where the verb is passive or impersonal, or where its subject belongs to what is said.
    """
    sentence = next(iter(sentences_at(sentences, *tagged.cue)), None)
    verb = sentence.top(*tagged.cue) if sentence else None
    if sentence is None or verb is None or verb.lemma in ("seem", "appear", "be") or _participle(sentence, verb):
        return ()
    for _ in range(4):
        if verb is None or verb.pos not in ("VERB", "AUX"):
            return ()
        subject = next(iter(sentence.children(verb, "nsubj", "nsubjpass", "expl", "csubj")), None)
        if subject is not None:
            span = sentence.subtree_span(subject)
            free = not any(span.overlaps(x) for x in (*tagged.cue, *tagged.content))
            return (span,) if subject.dep == "nsubj" and subject.text.lower() not in _NOBODY and free else ()
        goes_on = verb.dep in ("conj", "xcomp") or (verb.dep == "advcl" and verb.tag == "VBG")
        verb = sentence.head(verb) if goes_on and verb.head != verb.index else None
    return ()


def _participle(sentence: Sentence, verb: Token) -> bool:
    """Whether the form is passive: "expected" without "has"."""
    return verb.tag == "VBN" and not any(t.lemma == "have" for t in sentence.children(verb, "aux"))


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without the marks and blanks around it; a full stop of an abbreviation stays."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED and not text[end - 2 : end].replace(".", "").isupper():
        end -= 1
    return Span(start, end) if start < end else None


def _parts(sentence: Sentence, span: Span, persons: Persons) -> Iterator[Span]:
    """The span, or its coordinated parts."""
    words = sentence.within(span)
    heads = _heads(sentence, words, persons) if any(t.lemma in ("and", "or", "nor", "&") for t in words) else []
    if len(heads) < 2:
        yield span
        return
    starts = [_start(sentence, words, head, heads) for head in heads]
    for n, first in enumerate(starts):
        last = starts[n + 1] if n + 1 < len(starts) else words[-1].index + 1
        part = _without_joints(sentence, sentence.tokens[first:last])
        if part:
            yield Span(part[0].start, part[-1].end)


def _heads(sentence: Sentence, words: Sequence[Token], persons: Persons) -> list[Token]:
    """The heads of the top coordination, in text order; fewer than two where there is none."""
    inside = {t.index for t in words}
    tops = [t for t in words if (t.head not in inside or t.head == t.index) and t.pos in _NOMINAL]
    if not tops:
        return []
    found = [tops[0]]
    for head in found:
        names = (t for t in sentence.children(head, "appos") if t.index == head.index + 1)
        for child in (
            *sentence.children(head, "conj", "appos"),
            *(c for t in names for c in sentence.children(t, "conj")),
        ):
            if child.index in inside and _listed(sentence, head, child):
                found.append(child)
    found += [t for t in tops[1:] if _separate(sentence, t)]
    heads = sorted(set(found), key=lambda t: t.index)
    return heads if _several(sentence, heads, persons) else []


def _listed(sentence: Sentence, head: Token, child: Token) -> bool:
    """Whether the dependent is the next of a list: a conjunct, or an apposition that the parse made of a comma."""
    if child.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    if child.dep == "conj":
        return not _of_one_name(sentence, head, child)
    names = all(t.pos == "PROPN" for t in (head, child, *sentence.children(child, "conj")))
    return names and bool(sentence.children(child, "conj")) and head.entity != "PERSON"


def _of_one_name(sentence: Sentence, head: Token, child: Token) -> bool:
    """Whether the conjunct ends the head's own name: "the Islamic State of Iraq and the Levant"."""
    before = [t for t in sentence.tokens[head.index + 1 : child.index] if t.lemma not in ("and", "the")]
    of = len(before) > 1 and before[-1].dep == "pobj" and before[-1].pos == "PROPN" and before[0].lemma == "of"
    return of and child.pos == "PROPN" and not sentence.children(child, "compound", "prep", "appos")


def _separate(sentence: Sentence, top: Token) -> bool:
    """Whether a second top of the span is a party of its own: right after a conjunction."""
    first = min(t.index for t in sentence.subtree(top))
    return top.dep not in _INNER and first > 0 and sentence.tokens[first - 1].lemma in ("and", "or", "nor")


def _several(sentence: Sentence, heads: Sequence[Token], persons: Persons) -> bool:
    """Whether the conjuncts are parties of their own, not one firm's name or one person's offices."""
    if len(heads) < 2 or any(t.text.lower() in _PARTNERS for t in heads[1:]):
        return False
    if any(t.text == "&" for t in sentence.tokens[heads[0].index : heads[-1].index]):
        return False
    if persons.gender(heads[0].text) and heads[0].index and heads[-1].lemma in persons.bodies:
        return not sentence.children(heads[0], "det")
    bare = [t for t in heads[1:] if not sentence.children(t, "det", "poss", "amod", "compound", "nummod")]
    offices = [t for t in heads if t.tag == "NN" and persons.role(t)]
    return not (len(offices) == len(heads) and len(bare) == len(heads) - 1)


def _start(sentence: Sentence, words: Sequence[Token], head: Token, heads: Sequence[Token]) -> int:
    """Index of the first word of the conjunct that `head` heads."""
    if head == heads[0]:
        return words[0].index
    others = {t.index for t in heads if t != head}
    own = [t for t in sentence.subtree(head) if t.index not in others and t.index <= head.index]
    before = max(t.index for t in heads if t.index < head.index)
    return min((t.index for t in own if t.index > before), default=head.index)


def _without_joints(sentence: Sentence, part: Sequence[Token]) -> Sequence[Token]:
    first, last = 0, len(part)
    while first < last and part[first].text.lower() in _JOINTS:
        first += 1
    while last > first and part[last - 1].text.lower() in _JOINTS:
        last -= 1
    return part[first:last]
