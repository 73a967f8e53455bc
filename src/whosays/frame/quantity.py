"""Document -> Quantities: every figure that counts people, things or ground, in the order of the text.

Numbers are read by `numerals`, their bounds and units by `figures`; `references` leaves out dates, ages and names; `counted`
tells what they count and `outcome` what happened to it. Sums of money, lengths of time and sizes are no quantities of a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from whosays.frame.counted import Counted, counted
from whosays.frame.figures import Figure, Measure
from whosays.frame.measured import measured
from whosays.frame.numerals import Form
from whosays.frame.outcome import TALLIES, Kinds, is_materiel, outcome, tables
from whosays.frame.singles import singles
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence, Span, Token

_TOTAL = re.compile(
    r"\b(?:figure|number|toll|total|tally|count)s?\s+(?:is|was|stands|stood|rose|fell|reached)(?:\s+(?:at|to))?\s+$",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:^|[,;(—–-]|\b(?:and|or|as\s+(?:were|was|did|have)|plus|to|from|than|of|by|down|up|least|against|killed|wounded|injured))\s+$",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|them|which|those|these))\s*,?\s*(?:\w+\s+){0,2}$")
_PRONOUNS = frozenset({"them", "whom", "those", "these", "which"})
_HARM = frozenset(
    {QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.CAPTURED, QuantityKind.DISPLACED}
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A quantity with what its neighbours may inherit from."""

    quantity: Quantity
    noun: Token | None
    form: Form
    measure: Measure


def quantities(
    document: Document, sentences: Sequence[Sentence], lexicon: Quantities, policy: str = "contract"
) -> tuple[Quantity, ...]:
    """All quantities of the document in text order. `policy` names how "dozens" and the like are read (see the lexicon)."""
    chosen = lexicon.policy(policy)
    return tuple(q for sentence in sentences for q in _of_sentence(document, sentence, lexicon, chosen))


def _of_sentence(document: Document, sentence: Sentence, lexicon: Quantities, policy: Policy) -> tuple[Quantity, ...]:
    text = document.text[sentence.start : sentence.end]
    read: list[_Read] = []
    for figure, _ in measured(document, sentence, lexicon, policy):
        one = _read(document, sentence, text, figure, lexicon, tuple(read))
        if one is not None:
            if read and one.quantity.span in read[-1].quantity.span:
                read[-1] = replace(read[-1], quantity=replace(read[-1].quantity, part_of=one.quantity.span))
            read.append(one)
    found = [r.quantity for r in _inherited(document, sentence, read, lexicon)]
    found.extend(q for q in singles(document, sentence, lexicon) if not any(q.span.overlaps(f.span) for f in found))
    return tuple(sorted(found, key=lambda q: q.span))


def _read(
    document: Document, sentence: Sentence, text: str, figure: Figure, lexicon: Quantities, before: tuple[_Read, ...]
) -> _Read | None:
    """The quantity of one figure, None where it is not one."""
    words = Span(sentence.start + figure.span.start, sentence.start + figure.span.end)
    if figure.compound or figure.corrected or figure.measure in (Measure.MONEY, Measure.DURATION):
        return None
    share = figure.measure is Measure.SHARE
    last = sentence.within(words)[-1]
    found = counted(sentence, last, lexicon, frozenset(tables(lexicon).states), share=share)
    weighed = (figure.unit or "").lower() in lexicon.masses and found.whole is not None and found.noun is not None
    if figure.measure is Measure.SIZE and not weighed:
        return None
    kinds, stands_for = outcome(sentence, Span(words.start, max(found.end, words.end)), found, lexicon)
    inside = bool(before) and words in before[-1].quantity.span  # "2,000 of its 5,000 troops"
    if figure.measure is Measure.AREA or (inside and QuantityKind.MATERIEL not in kinds):
        kinds = ()
    kinds = kinds or (() if found.noun or stands_for or found.whole else _following(sentence, words.end, lexicon))
    leans = found.noun is None and not kinds and _leans(sentence, text, figure, last, before)
    if not _counts(figure, found, kinds, stands_for, lexicon, leans=leans):
        return None
    span = Span(words.start, max(words.end, found.end if found.noun or found.states or found.whole else words.end))
    period = _period(lexicon).match(document.text, span.end)
    span = Span(span.start, period.end()) if period and period.end() <= sentence.end else span
    quantity = Quantity(
        text=span.of(document.text),
        span=span,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        unit=_unit(figure, found.noun or stands_for, kinds),
        approximate=figure.approximate,
        of=_of(document, sentence, figure, found, stands_for),
        kinds=kinds,
        part_of=_part_of(document, words, found, before),
    )
    tally = stands_for is not None and stands_for.lemma in TALLIES
    return _Read(quantity, found.noun or (None if tally else stands_for), figure.form, figure.measure)


@lru_cache(maxsize=8)
def _period(lexicon: Quantities) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(lexicon.periods)})\b")


def _counts(
    figure: Figure, found: Counted, kinds: Kinds, stands_for: Token | None, lexicon: Quantities, *, leans: bool
) -> bool:
    """Whether the figure is a quantity of a claim: of people, things or ground, or a share."""
    noun = found.noun
    if figure.best == 1 and (found.whole is not None or noun is None) and not kinds:
        return False
    if figure.form is Form.FEW and figure.best == 2 and figure.span.end - figure.span.start == 4 and not kinds:  # "both"
        return False
    if noun is not None and _is_measure(noun, lexicon):
        return False
    if figure.form is Form.NONE:
        return bool(set(kinds) & _HARM) and (
            noun is None
            or noun.lemma in lexicon.people
            or noun.tag == "NNPS"
            or noun.lemma in tables(lexicon).strong
            or noun.lemma in lexicon.lives
        )
    if figure.measure is not Measure.NUMBER or kinds:
        return True
    if noun is None:
        return stands_for is not None or bool(found.whole) or leans
    if noun.lemma in lexicon.uncounted or noun.text.lower() in lexicon.uncounted:
        return False
    if noun.lemma in lexicon.people or noun.lemma in lexicon.armed or noun.entity == "NORP" or noun.tag == "NNPS":
        return True
    if figure.best == 1 or figure.form is Form.FEW and figure.best == 2:
        return False
    return noun.tag in ("NNS", "NNPS") or noun.lemma in (
        "personnel",
        "staff",
        "police",
        "cattle",
        "livestock",
        "crew",
        "infantry",
    )


def _is_measure(noun: Token, lexicon: Quantities) -> bool:
    """Whether the noun is a unit that words stand before ("US dollars", "cubic metres")."""
    return any(noun.text.lower() in units for units in (lexicon.currencies, lexicon.measures, lexicon.durations)) or noun.text == "°"


def _leans(sentence: Sentence, text: str, figure: Figure, last: Token, before: tuple[_Read, ...]) -> bool:
    """Whether a figure without a noun goes on counting what the figure before it counts, or counts those "who" did something."""
    following = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    if following is not None and (
        following.tag == "WP"
        or following.text.lower() in ("aboard", "onboard")
        or text[last.end - sentence.start :].startswith(" on board")
    ):
        return True
    if (
        not before
        or figure.plain
        and (figure.best or 0) >= 1000
        or following is not None
        and following.pos in ("NOUN", "PROPN", "ADJ")
        and following.text.lower() not in ("more", "others")
    ):
        return False
    between = text[before[-1].quantity.span.end - sentence.start : figure.span.start]
    return bool(_TOTAL.search(between)) or (len(between) < 80 and bool(_LEANING.search(between)))


def _unit(figure: Figure, noun: Token | None, kinds: Kinds) -> str | None:
    if figure.unit is not None:
        return figure.unit
    if noun is not None and noun.lemma not in (*TALLIES, "dead"):
        return noun.text
    return "people" if set(kinds) & _HARM else None


def _of(document: Document, sentence: Sentence, figure: Figure, found: Counted, stands_for: Token | None) -> str | None:
    """The words of what is counted; of a share, of the whole, with what hangs on it ("soldiers from North Korea")."""
    if found.whole is not None:
        head = found.noun
        end = found.whole.end
        if head is not None and head.end == end:
            for child in sentence.children(head, "prep"):
                span = sentence.subtree_span(child)
                if child.text.lower() in ("of", "from") and child.start - end <= 1 and span.end - span.start < 60:
                    end = span.end
        return document.text[found.whole.start : end]
    if found.phrase is not None:
        return found.phrase.of(document.text)
    return stands_for.text if stands_for is not None else None


def _part_of(document: Document, words: Span, found: Counted, before: tuple[_Read, ...]) -> Span | None:
    """The larger figure before it, where "including", "of them" or "among them" says so."""
    if not before:
        return None
    larger = before[-1].quantity
    between = document.text[larger.span.end : words.start].lower()
    after = found.whole.of(document.text).lower() if found.whole else ""
    if not _PART.search(between) and after not in _PRONOUNS:
        return None
    nested = larger.part_of is not None and "including" not in between
    return larger.part_of if nested else larger.span


def _inherited(document: Document, sentence: Sentence, read: list[_Read], lexicon: Quantities) -> list[_Read]:
    """Figures without a verb of their own take the kinds of the one beside them in a list; in a headline, those of the nearest word that tells."""
    out: list[_Read] = []
    for each in read:
        quantity = each.quantity
        kinds, unit = quantity.kinds, quantity.unit
        if out and quantity.span in out[-1].quantity.span:
            out.append(replace(each, quantity=replace(quantity, kinds=kinds or (QuantityKind.OTHER,))))
            continue
        if not kinds and (each.noun is None or each.noun.lemma in lexicon.people):
            kinds = _following(sentence, quantity.span.end, lexicon)
        if not kinds and out and not is_materiel(each.noun, lexicon) if each.noun else not kinds and out:
            previous = out[-1].quantity
            near = quantity.span.start - previous.span.end < 80
            if (
                near
                and (quantity.part_of is not None or each.noun is None or _fragment(sentence))
                and QuantityKind.MATERIEL not in previous.kinds
            ):
                kinds = previous.kinds
        if (
            not kinds
            and _fragment(sentence)
            and (each.noun is None or each.noun.lemma in lexicon.people or each.noun.tag == "NNPS")
        ):
            kinds = _nearest(sentence, quantity.span, lexicon)
        if unit is None and set(kinds) & _HARM:
            unit = "people"
        out.append(replace(each, quantity=replace(quantity, kinds=kinds or (QuantityKind.OTHER,), unit=unit)))
    return out


def _following(sentence: Sentence, end: int, lexicon: Quantities) -> Kinds:
    """What the next verb says where the parse has lost it: "around twenty more, including a colleague, were injured"."""
    table, before = tables(lexicon), sentence.tokens[0]
    for token in sentence.tokens:
        if token.start < end:
            continue
        if token.text in (";", ":", "and", "but") or (token.pos == "NUM" and before.text.lower() != "not"):
            break
        before = token
        if token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBN") and token.lemma not in ("be", "have"):
            passive = token.tag == "VBN" and any(c.lemma == "be" for c in sentence.children(token))
            return (
                table.done.get(token.lemma, ())
                if passive
                else table.undergone.get(token.lemma, ())
                if not sentence.children(token, "dobj")
                else ()
            )
    return ()


def _nearest(sentence: Sentence, span: Span, lexicon: Quantities) -> Kinds:
    """What the word nearest to the quantity that tells an outcome says."""
    table = tables(lexicon)
    told: list[tuple[int, Kinds]] = []
    for token in sentence.tokens:
        kinds = (
            table.states.get(token.text.lower())
            or table.strong.get(token.lemma)
            or table.done.get(token.lemma)
            or table.undergone.get(token.lemma)
        )
        if token.lemma in lexicon.loses:
            kinds = (QuantityKind.KILLED,)
        if kinds and not (span.start <= token.start < span.end):
            told.append((abs(token.start - span.start), kinds))
    return min(told, default=(0, ()))[1]


def _fragment(sentence: Sentence) -> bool:
    """Whether the sentence has no finite verb at its root: a headline, a caption."""
    return sentence.root.tag not in ("VBD", "VBZ", "VBP", "MD") and not any(
        c.tag in ("MD", "VBD", "VBZ", "VBP") for c in sentence.children(sentence.root, "aux", "auxpass")
    )
