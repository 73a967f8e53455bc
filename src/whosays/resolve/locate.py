"""Which of the document's places is where a claim's event happened: told by the parse, not by the nearest word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from whosays.lexicon.grounds import load_grounds
from whosays.lexicon.placenames import wordset
from whosays.model import Claim, PlacePrecision, Sentence, Token, Where, sentences_at

_AT = wordset(
    "in at on near around outside inside within across throughout over through off along by between beyond above "
    "to into onto toward towards from against amid behind beside past upon under opposite"
)
_SOURCE = frozenset({"from", "against", "by"})
_GRAIN = {
    PlacePrecision.EXACT: 0, PlacePrecision.NEAR: 1, PlacePrecision.ADM2: 2, PlacePrecision.FEATURE: 3, PlacePrecision.ADM1: 4,
    PlacePrecision.PART_OF_COUNTRY: 5, PlacePrecision.COUNTRY: 6, PlacePrecision.NONE: 7,
}  # fmt: skip


def locate(sentences: Sequence[Sentence], claim: Claim, wheres: Sequence[Where]) -> Where | None:
    """The place of the claim's event among the document's `wheres` (in text order), None where the claim's own clause names none.

    Of the places in the content, or beside it in the same clause, it is the one whose words hang as a place ("in", "at",
    "near", "to") on the trigger or nearest to it in the tree; of nested ones ("in Bakhmut, in the Donetsk region") the
    narrowest. A name that only says whose an actor is ("forces from North Korea") is no place of the event.
    """
    found = [f for sentence in _sentences(sentences, claim) for f in _found(sentence, claim, wheres)]
    if not found:
        return None
    best = min(found, key=lambda f: f.tie)
    near = [
        f.where for f in found if f.tie[0] == best.tie[0] and f.tie[1] <= best.tie[1] + 2 and f.clause == best.clause
    ]
    return min(near, key=lambda w: (_GRAIN[w.precision], w.geonameid is not None and _held(w, near), w.span))


@dataclass(frozen=True, slots=True)
class _Found:
    """A place that may be the event's: how loosely it is tied to the trigger (tier, edges), and the verb of its clause."""

    where: Where
    tie: tuple[int, int]
    clause: tuple[int, int]


def _found(sentence: Sentence, claim: Claim, wheres: Sequence[Where]) -> list[_Found]:
    """The places of one sentence that may be the event's."""
    spans = (claim.event.trigger if claim.event else ()) or claim.content
    top = sentence.top(*spans) or sentence.top(*claim.content)
    found = []
    first = bisect_left(wheres, sentence.start, key=lambda w: w.span.start)
    last = bisect_left(wheres, sentence.end, key=lambda w: w.span.start)
    for where in wheres[first:last]:
        head = sentence.top(where.span)
        tie = _tie(sentence, claim, top, head, where) if top and head and not _dateline(sentence, where) else None
        if head and tie:
            found.append(_Found(where, tie, (sentence.index, _clause(sentence, head))))
    return found


def _dateline(sentence: Sentence, where: Where) -> bool:
    """Whether the place stands before the text proper: "KYIV, Ukraine (Agency) — ", "(Islamabad) "."""
    tokens = sentence.tokens
    first = next((t.index for t in tokens if t.end > where.span.start), 0)
    if any(t.text != "(" for t in tokens[:first]) and not _dashed(tokens[first:]):
        return False
    after = next((t for t in tokens if t.start >= where.span.end), None)
    if first and tokens[0].text == "(" and after is not None and after.text == ")":
        return True
    return first <= 3 and _dashed(tokens[first:])


def _dashed(tokens: Sequence[Token]) -> bool:
    """Whether a dash follows within a dozen tokens, with no verb before it."""
    for token in tokens[:12]:
        if token.text in ("—", "--", "–", "-") and token.start > tokens[0].start:
            return token.text != "-"
        if token.pos in ("VERB", "AUX") and token.text.islower():
            return False
    return False


def _sentences(sentences: Sequence[Sentence], claim: Claim) -> tuple[Sentence, ...]:
    """The sentences that the content stands in; the parser may cut one too many."""
    return tuple(s for s in sentences_at(sentences, *claim.content) if s.tokens)


def _clause(sentence: Sentence, token: Token) -> int:
    """The verb that the token stands under; the root where there is none."""
    return next((up.index for up in sentence.ancestors(token) if up.pos in ("VERB", "AUX")), sentence.root.index)


def _held(where: Where, near: Sequence[Where]) -> bool:
    """Whether a place of our own list (a quarter, a base, a camp: it has no gazetteer number) is named in the same breath, close by."""
    return any(w.geonameid is None and w is not where and _close(w, where) for w in near)


def _close(a: Where, b: Where) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return abs(a.lat - b.lat) < 0.3 and abs(a.lon - b.lon) < 0.4


def _tie(sentence: Sentence, claim: Claim, top: Token, head: Token, where: Where) -> tuple[int, int] | None:
    """How loosely the place hangs on the trigger (tier, edges), None for one that is not the event's."""
    inside = any(where.span.overlaps(s) for s in claim.content)
    role = _role(sentence, head, where)
    if role is None or (not inside and (role > 0 or not _beside(sentence, top, head))):
        return None
    return (role + (0 if inside else 2), sentence.path(head, top))


def _beside(sentence: Sentence, top: Token, head: Token) -> bool:
    """Outside the content's words yet of its clause: fronted or cut off ("In Derna, ...")."""
    for up in sentence.ancestors(head):
        if up.index == top.index:
            return True
        if up.pos in ("VERB", "AUX"):
            return False
    return False


def _role(sentence: Sentence, head: Token, where: Where) -> int | None:
    """0 for an adjunct of place or what is struck, 1 for a looser tie, None for a name that only tells who acts, or whose something is."""
    words, above = load_grounds(), sentence.head(head)
    state = where.precision is PlacePrecision.COUNTRY or (
        where.precision is PlacePrecision.NONE and where.name is not None
    )
    fixed = 0 if _GRAIN[where.precision] <= _GRAIN[PlacePrecision.ADM2] else 1
    if head.dep in ("conj", "appos") and above.index != head.index:
        return _role(sentence, above, where)
    if head.pos == "ADP" or head.dep in ("prep", "advmod", "npadvmod"):
        return _prepositional(sentence, head, state, fixed)
    if head.dep == "pobj":
        return _prepositional(sentence, above, state, fixed)
    if head.dep in ("nsubj", "agent", "dative"):
        return (1 if above.lemma in words.undergo else None) if state else fixed
    if head.dep in ("dobj", "nsubjpass"):
        return fixed if not state or above.lemma in words.entered else None
    if head.dep in ("compound", "poss", "nmod", "amod"):
        return 1 if above.lemma in words.grounds or not (state or above.lemma in words.parties) else None
    return 1


def _prepositional(sentence: Sentence, prep: Token, state: bool, fixed: int) -> int | None:
    """The role of what hangs on a preposition."""
    words, word, above = load_grounds(), prep.text.lower(), sentence.head(prep)
    if word in _SOURCE and above.pos in ("NOUN", "PROPN"):
        return None
    if word == "of":
        return fixed if above.lemma in words.grounds or not (state or above.lemma in words.parties) else None
    if word == "to" and state:
        return 1 if above.lemma in words.moved else None
    if word in ("with", "for", "against", "by", "than", "as", "like", "about") and state:
        return None
    return 0 if word in _AT else 1
