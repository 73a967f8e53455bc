"""Figures that leave out their noun or verb: what they take over from the figure or the words beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.frame.figure import Figure, Measure
from whosays.frame.numerals import Form
from whosays.frame.outcome_words import HARM, Kinds, is_materiel, tables
from whosays.lexicon.quantities import Quantities
from whosays.model import Quantity, QuantityKind, Sentence, Span, Token

NEAR = 80
"""Code points within which a figure may lean on the one before it."""
_TOTAL = re.compile(
    r"\b(?:figure|number|toll|total|tally|count)s?\s+(?:is|was|stands|stood|rose|fell|reached)(?:\s+(?:at|to))?\s+$",
    re.IGNORECASE,
)


_LEANING = re.compile(
    r"(?:^|[,;(—–-]|\b(?:and|or|as\s+(?:were|was|did|have)|plus|to|from|than|of|by|down|up|least|against|killed|wounded|injured|said|says|is|was|are|were))\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity with what its neighbours may inherit from."""

    quantity: Quantity
    noun: Token | None
    form: Form
    measure: Measure


def leans(sentence: Sentence, text: str, figure: Figure, last: Token, before: tuple[Read, ...]) -> bool:
    """Whether a figure without a noun goes on counting what the figure before it counts, or counts those "who" did something."""
    after = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    rest = text[last.end - sentence.start :]
    if after is not None and (after.tag == "WP" or re.match(r"\s*(?:aboard|onboard|on board)\b", rest)):
        return True
    if figure.plain and (figure.best or 0) >= 1000:
        return False
    top = sentence.top(Span(sentence.start + figure.core.start, sentence.start + figure.core.end))
    if top is not None and top.dep in ("nsubj", "nsubjpass") and figure.best != 1:
        return True
    if not before:
        return False
    if after is not None and after.pos in ("NOUN", "PROPN", "ADJ") and after.text.lower() not in ("more", "others"):
        return False
    between = text[before[-1].quantity.span.end - sentence.start : figure.span.start]
    return bool(_TOTAL.search(between)) or (len(between) < NEAR and bool(_LEANING.search(between)))


def inherited(sentence: Sentence, read: Sequence[Read], lexicon: Quantities) -> tuple[Read, ...]:
    """The figures with the kinds that they lack: of the figure beside them in a list; in a headline, of the nearest word that tells."""
    out: list[Read] = []
    for each in read:
        kinds = each.quantity.kinds or _kinds(sentence, each, out[-1] if out else None, lexicon)
        unit = each.quantity.unit or _unit(each, out[-1] if out else None, kinds)
        kinds = tuple(kind for kind in QuantityKind if kind in kinds)
        out.append(replace(each, quantity=replace(each.quantity, kinds=kinds or (QuantityKind.OTHER,), unit=unit)))
    return tuple(out)


def _unit(read: Read, before: Read | None, kinds: Kinds) -> str | None:
    """What an elliptical figure is counted in: a part in what its whole is."""
    if before is not None and read.quantity.part_of == before.quantity.span:
        return before.quantity.unit
    return "people" if set(kinds) & HARM else None


def _kinds(sentence: Sentence, read: Read, before: Read | None, lexicon: Quantities) -> Kinds:
    span, noun = read.quantity.span, read.noun
    if read.measure in (Measure.AREA, Measure.SIZE):
        return ()
    if before is not None and span in before.quantity.span:  # the whole of "2,000 of its 5,000 troops"
        return ()
    if before is not None and read.quantity.part_of == before.quantity.span:  # "15 missiles, three of which hit"
        return before.quantity.kinds
    if noun is None and _has_own_verb(sentence, span):
        return ()
    people = noun is None or noun.lemma in lexicon.people
    kinds = (
        following(sentence, span.end, noun, lexicon)
        if noun is None or (people and _has_passive(sentence, span.end))
        else ()
    )
    if kinds or (noun is not None and is_materiel(noun, lexicon)):
        return kinds
    fragment = _fragment(sentence)
    if (
        before is not None
        and span.start - before.quantity.span.end < NEAR
        and QuantityKind.MATERIEL not in before.quantity.kinds
    ) and (read.quantity.part_of is not None or noun is None or fragment):
        return before.quantity.kinds
    return (
        _nearest(sentence, span, lexicon) if fragment and (people or (noun is not None and noun.tag == "NNPS")) else ()
    )


def _has_own_verb(sentence: Sentence, span: Span) -> bool:
    """Whether the figure is the subject of a verb that says something else of it: "17 died and 35 were rescued"."""
    top = sentence.top(span)
    return (
        top is not None and top.dep in ("nsubj", "nsubjpass") and sentence.head(top).lemma not in ("be", "have", "do")
    )


def is_followed_by_passive(sentence: Sentence, last: Token) -> bool:
    """Whether "were", or "more were", comes right after the figure."""
    following = [
        t for t in sentence.tokens[last.index + 1 : last.index + 3] if t.text.lower() not in ("more", "others")
    ]
    return bool(following) and following[0].pos == "AUX" and following[0].lemma in ("be", "have")


def _has_passive(sentence: Sentence, end: int) -> bool:
    """Whether "were", "have been" comes right after: "between 3,000 and 4,000 men were sent", where the parse may lose the subject."""
    after = next(iter(sentence.within(Span(end, min(end + NEAR, sentence.end)))), None)
    return after is not None and after.pos == "AUX" and after.lemma in ("be", "have")


def telling(sentence: Sentence, start: int, lexicon: Quantities) -> Kinds:
    """What the outcome noun before the figure says, in the same clause and with no other figure between: "The dead number 40"."""
    table = tables(lexicon)
    if (
        sentence.tokens[0].text.lower() in ("of", "among") and start - sentence.start < NEAR
    ):  # "Of the dead, 14 were women"
        whole = (t for t in sentence.tokens[1:8] if t.start < start)
        told = [
            table.strong.get(t.lemma) or table.strong.get(t.text.lower()) or table.states.get(t.text.lower())
            for t in whole
        ]
        if any(told):
            return next(kinds for kinds in told if kinds)
    for token in reversed(sentence.within(Span(max(sentence.start, start - NEAR), start))):
        if token.pos in ("NUM", "PUNCT"):
            break
        kinds = table.strong.get(token.lemma) or table.strong.get(token.text.lower())
        if kinds and token.pos != "PROPN":
            return kinds
    return ()


def following(sentence: Sentence, end: int, noun: Token | None, lexicon: Quantities) -> Kinds:
    """What the next verb says where the parse has lost it: "around twenty more, including a colleague, were injured"."""
    table, before = tables(lexicon), sentence.tokens[0]
    for token in sentence.within(Span(end, min(end + 4 * NEAR, sentence.end))):
        if token.text in (";", ":", "and", "but") or (token.pos == "NUM" and before.text.lower() != "not"):
            break
        before = token
        if token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBN") and token.lemma not in ("be", "have"):
            if token.tag == "VBN" and any(c.lemma == "be" for c in sentence.children(token)):
                kinds = table.done.get(token.lemma, ())
                armed = noun is not None and noun.lemma in lexicon.armed
                return kinds if armed or set(kinds) <= HARM else ()
            return () if sentence.children(token, "dobj") else table.undergone.get(token.lemma, ())
    return ()


def _nearest(sentence: Sentence, span: Span, lexicon: Quantities) -> Kinds:
    """What the word nearest to the quantity that tells an outcome says."""
    table = tables(lexicon)
    told: list[tuple[int, Kinds]] = []
    for token in sentence.within(
        Span(max(sentence.start, span.start - 4 * NEAR), min(sentence.end, span.end + 4 * NEAR))
    ):
        kinds = table.states.get(token.text.lower()) or table.strong.get(token.lemma)
        if not kinds and (token.pos == "VERB" or _is_headline_verb(token, lexicon)):
            kinds = table.done.get(token.lemma) or table.undergone.get(token.lemma)
        if token.lemma in lexicon.loses:
            kinds = (QuantityKind.KILLED,)
        if kinds and not (span.start <= token.start < span.end):
            told.append((abs(token.start - span.start), kinds))
    return min(told, default=(0, ()))[1]


def _is_headline_verb(token: Token, lexicon: Quantities) -> bool:
    """ "Shelling kills five": a verb that the parser takes for a noun. Nouns as common ("strike") are none."""
    table = tables(lexicon)
    return token.lemma not in table.hits and table.done.get(token.lemma) in (
        (QuantityKind.KILLED,),
        (QuantityKind.INJURED,),
    )


def _fragment(sentence: Sentence) -> bool:
    """Whether the sentence has no finite verb at its root: a headline, a caption."""
    return sentence.root.tag not in ("VBD", "VBZ", "VBP", "MD") and not any(
        c.tag in ("MD", "VBD", "VBZ", "VBP") for c in sentence.children(sentence.root, "aux", "auxpass")
    )
