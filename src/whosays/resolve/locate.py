"""Which of the document's places is where a claim's event happened: told by the parse, not by the nearest word."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.model import Claim, PlacePrecision, Sentence, Span, Token, Where

_AT = frozenset(
    "in at on near around outside inside within across throughout over through off along by between beyond above to into onto toward towards from against "
    "amid behind beside past upon under opposite".split()
)
_SOURCE = frozenset({"from", "against", "by"})
_GRAIN = {
    PlacePrecision.EXACT: 0, PlacePrecision.NEAR: 1, PlacePrecision.ADM2: 2, PlacePrecision.FEATURE: 3, PlacePrecision.ADM1: 4,
    PlacePrecision.PART_OF_COUNTRY: 5, PlacePrecision.COUNTRY: 6, PlacePrecision.NONE: 7,
}  # fmt: skip


def locate(sentences: Sequence[Sentence], claim: Claim, wheres: Sequence[Where]) -> Where | None:
    """The place of the claim's event, None where the claim's own clause names none.

    Of the places in the content, or beside it in the same clause, the one whose words hang as a place ("in", "at", "near", "to") on the trigger
    or nearest to it in the tree; of nested ones ("in Bakhmut, in the Donetsk region") the narrowest. A name that only says whose an actor is
    ("forces from North Korea") is no place of the event.
    """
    sentence = _sentence(sentences, claim)
    if sentence is None or not sentence.tokens:
        return None
    top = _trigger(sentence, claim)
    scored = [(s, w) for w in wheres if (s := _score(sentence, claim, top, w)) is not None]
    if not scored:
        return None
    best = min(s for s, _ in scored)
    near = [w for s, w in scored if s[0] == best[0] and s[1] <= best[1] + 2]
    return min(near, key=lambda w: (_GRAIN[w.precision], w.geonameid is not None and _held(w, near), w.span))


def _held(where: Where, near: Sequence[Where]) -> bool:
    """Whether a place of our own list (a quarter, a base, a camp: it has no gazetteer number) is named in the same breath, close by."""
    return any(
        w.geonameid is None and None not in (w.lat, w.lon, where.lat, where.lon) and abs(w.lat - where.lat) < 0.3 and abs(w.lon - where.lon) < 0.4  # type: ignore[operator]
        for w in near if w is not where
    )  # fmt: skip


def _sentence(sentences: Sequence[Sentence], claim: Claim) -> Sentence | None:
    starts = [s.start for s in claim.content] or [0]
    return next((s for s in sentences if s.start <= starts[0] < s.end), None) or next((s for s in sentences if s.index == claim.sentence), None)


def _trigger(sentence: Sentence, claim: Claim) -> Token | None:
    spans = (claim.event.trigger if claim.event else ()) or claim.content
    return sentence.top(*spans)


def _score(sentence: Sentence, claim: Claim, top: Token | None, where: Where) -> tuple[int, int] | None:
    """How loosely the place hangs on the trigger (tier, edges), None for one that is not the event's."""
    if not (sentence.start <= where.span.start < sentence.end):
        return None
    inside = any(where.span.overlaps(s) for s in claim.content)
    head = sentence.top(where.span)
    if head is None or top is None:
        return None
    if not inside and not _beside(sentence, claim, top, head):
        return None
    role = _role(sentence, head, top)
    if role is None:
        return None
    return (role + (0 if inside else 2), sentence.path(head, top))


def _beside(sentence: Sentence, claim: Claim, top: Token, head: Token) -> bool:
    """Outside the content's words yet of its clause: fronted or cut off ("In Derna, ...")."""
    for up in (head, *sentence.ancestors(head)):
        if up.index == top.index:
            return True
        if up.pos in ("VERB", "AUX") and up.index != head.index:
            return False
    return False


def _role(sentence: Sentence, head: Token, top: Token) -> int | None:
    """0 for an adjunct of place, 1 for a place that is the object or the modifier of what happens, None for one that only tells whose."""
    above = head if head.index == top.index else sentence.head(head)
    if head.dep == "pobj" and above.text.lower() in _AT or head.dep in ("prep", "advmod", "npadvmod") or head.pos == "ADP":
        prep = above if head.dep == "pobj" else head
        if prep.text.lower() in _SOURCE and sentence.head(prep).pos in ("NOUN", "PROPN"):
            return None
        return 0
    if head.dep == "pobj" and above.text.lower() == "of":
        return 1 if not _party(sentence.head(above)) else None
    if head.dep in ("dobj", "nsubjpass", "nsubj", "appos", "conj", "attr", "ROOT"):
        return _role_of_conj(sentence, head, top) if head.dep in ("conj", "appos") else 1
    if head.dep in ("compound", "poss", "nmod"):
        return 1 if not _party(above) else None
    return 2


def _role_of_conj(sentence: Sentence, head: Token, top: Token) -> int | None:
    up = sentence.head(head)
    return _role(sentence, up, top) if up.index != head.index else 1


def _party(noun: Token) -> bool:
    """Whether the noun stands for people who act, so that a place's name beside it says whose they are."""
    return noun.lemma in _PARTIES


_PARTIES = frozenset(
    "force army troop soldier government president minister ministry official authority spokesman spokeswoman spokesperson military navy parliament leader "
    "general ambassador fighter militia rebel police people citizen national civilian resident king envoy diplomat delegation regime administration state "
    "company group ally missile weapon arm shell drone jet plane warplane aircraft tank rocket".split()
)
