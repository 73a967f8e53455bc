"""Measures actor and recipient on sentences with S(ource) and T(arget) tags: in our words actor and recipient.

A row has ``tokens`` and ``tags`` (BIO with S and T, and R for those who act on each other). The tokens are put together as
a text is written, and the whole is the content. Per role, over all rows, micro:

- ``actor_exact``, ``recipient_exact``: F1 of spans that are the same but for a determiner, a preposition or a mark at the
  ends, cut as these coders cut them (`as_coded`).
- ``actor_overlap``, ``recipient_overlap``: F1 of spans that share a word. A gold span counts once.

The place where an act without a named recipient was done is taken for the recipient, as these coders do. Where gold has
one span for those who act on each other ("the minister and her guest agreed"), each of them is right for either role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whosays.evaluate.coded import coded
from whosays.evaluate.report import Report
from whosays.evaluate.written import written
from whosays.frame.phrase import is_charge, noun_phrase
from whosays.frame.trigger import Trigger
from whosays.model import Party, Sentence, Span, Token

if TYPE_CHECKING:
    from whosays.pipeline import Kit

_LOOSE = frozenset(
    {
        *(
            "the",
            "a",
            "an",
            "any",
            "some",
            "both",
            "all",
            "this",
            "that",
            "these",
            "those",
            "on",
            "to",
            "in",
            "at",
            "of",
            "for",
            "with",
            "against",
            "by",
            "its",
            "his",
            "her",
            "their",
        ),
        *("'", '"', ",", ".", "(", ")", "“", "”", "’", "s", "'s"),
    }
)


@dataclass(slots=True)
class _Tally:
    right: int = 0
    said: int = 0
    gold: int = 0

    def f1(self) -> float:
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """F1 of actors and recipients, exact and by overlap; see the module."""
    tallies = {f"{role}_{how}": _Tally() for role in ("actor", "recipient") for how in ("exact", "overlap")}
    errors: list[str] = []
    for row in rows:
        tokens = [str(t) for t in _list(row["tokens"])]
        tags = [str(t) for t in _list(row["tags"])]
        text, places = written(tokens)
        found, _, actor, recipient = coded(text, kit)
        if recipient is None and found is not None:
            recipient = _place(found)
        mutual = tuple(member for span in _spans(tags, "R") for member in (*_members(tokens, span), span))
        for role, letter, party in (("actor", "S", actor), ("recipient", "T", recipient)):
            gold, n = (mutual, 1) if mutual else (named := tuple(_spans(tags, letter)), len(named))
            own = _own(party)[:1] if mutual else _own(party)
            cut = own if mutual or found is None else tuple(as_coded(found, span) for span in own)
            _count(tallies[f"{role}_exact"], tokens, gold, n, _words(places, cut), exact=True)
            if not _count(tallies[f"{role}_overlap"], tokens, gold, n, _words(places, own), exact=False):
                errors.append(f"{role}: {party.text if party else None!r} for {_texts(tokens, gold)}: {text}")
    return Report("roles", len(rows), tuple((name, tally.f1()) for name, tally in tallies.items()), tuple(errors))


def as_coded(found: Trigger, span: Span) -> Span:
    """A party's span as these coders cut it: what it is of with it ("the ministry's offer"), and what stands in or near it
    ("a base in the north"); not what is beside it by "and", nor what a clause says of it."""
    sentence = found.sentence
    head = sentence.top(span)
    if head is None:
        return span
    own = {t.index for t in (*found.words, found.head)}
    owned = False
    while (above := _wider(sentence, head, own)) is not None:
        owned = head.dep not in ("pobj", "appos")
        head = above
    kept, open_ = [head], [head]
    while open_:
        above = open_.pop()
        for child in sentence.children(above):
            if (
                child.index not in own
                and not (owned and above is head and child.index > head.index and child.dep != "case")
                and not _is_beside(sentence, above, child)
                and not _says_more(sentence, head, child)
            ):
                kept.append(child)
                open_.append(child)
    last = max(t.index for t in kept if t.pos != "PUNCT" or t.text in (")", "]") or t is head)
    kept = [t for t in kept if t.index <= last]
    return Span(min(t.start for t in kept), max(t.end for t in kept))


def _is_beside(sentence: Sentence, above: Token, child: Token) -> bool:
    """What stands beside a phrase and is not in it: a clause, a second name, a time ("troops on Sunday"), an example."""
    if child.dep == "conj":
        return not (above.pos == "NOUN" and child.pos == "NOUN")
    when = any(c.entity in ("DATE", "TIME") for c in sentence.children(child, "pobj"))
    behind = child.index > above.index
    doing = bool(sentence.children(child, "pcomp"))  # "banned the member from holding office"
    told = when or doing or child.text.lower() in _ASIDE or is_charge(sentence, above, child)
    aside = child.dep == "prep" and told
    aside = aside or child.dep == "npadvmod" or (child.dep == "appos" and _is_told(sentence, above, child))
    return child.dep in ("relcl", "acl", "cc") or (behind and aside)


_ASIDE = frozenset({"including", "over", "following", "during", "after", "before", "against", "as", "amid", "despite"})
"""Prepositions that say when or why, not where a party stands or whose it is."""


def _is_told(sentence: Sentence, above: Token, child: Token) -> bool:
    """Whether a phrase beside a noun only says more of it: "the fund, a pooled fund", "Idlib, the last city"."""
    if above.entity == "PERSON":
        return False
    if above.pos == "PROPN" and any(
        c.pos == "PROPN" for c in sentence.children(child, "conj")
    ):  # "Orlan, Sarda and Tovia"
        return True
    new = any(c.text.lower() in ("a", "an") for c in sentence.children(child, "det"))
    place = above.entity in ("GPE", "LOC") and bool(sentence.children(child, "det"))
    return new or place or bool(above.pos == "PROPN" and sentence.children(child, "poss"))


def _says_more(sentence: Sentence, head: Token, child: Token) -> bool:
    """Whether a word behind a person's name says where they are: "the envoy Jan Holm in the capital"."""
    if head.pos != "PROPN" or child.index < head.index or child.head != head.index:
        return False
    return child.dep == "prep" and head.entity == "PERSON" and child.text.lower() != "of"


def _wider(sentence: Sentence, head: Token, own: set[int]) -> Token | None:
    """The noun that the phrase belongs to, as long as it is no word of the act itself: the envoy in "the envoy, Jan Holm"."""
    above = sentence.head(head)
    named = head.dep == "appos" and above.pos == "NOUN" and not sentence.children(head, "det")
    if named and above.index not in own:
        return above
    if head.dep == "pobj" and above.text.lower() == "of":
        above = sentence.head(above)
        if above.lemma not in _AREAS:  # "parts of Sarda", but of "imports of Sardan beef" the beef
            return None
        if sentence.head(above).text.lower() == "as":  # "resigned as president of Sarda"
            return None
    elif head.dep not in ("poss", "compound", "amod", "nmod"):
        return None
    return above if above.pos in ("NOUN", "PROPN") and above.index not in own and above.index != head.index else None


def _members(tokens: Sequence[str], span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of a span that "and" or a comma joins."""
    start = span[0]
    for i in range(*span):
        if tokens[i].lower() in ("and", ",", "&"):
            if i > start:
                yield start, i
            start = i + 1
    if start < span[1]:
        yield start, span[1]


def _texts(tokens: Sequence[str], gold: Sequence[tuple[int, int]]) -> list[str]:
    return [" ".join(tokens[a:b]) for a, b in gold]


def _place(found: Trigger) -> Party | None:
    """The place of an act without a recipient, which these coders take as the target: Peru in "resigned after protests in Peru".

    What stands behind the act comes first, then a country or an area that stands before it.
    """
    sentence, at = found.sentence, found.head.index
    objects = [t for t in sentence.tokens if t.dep == "pobj"]
    behind = (t for t in objects if t.index > at and (t.entity in _LANDS or _is_area(sentence, t)))
    before = (t for t in objects if t.index < at and (t.entity in _LANDS or t.lemma in _AREAS))
    token = next(behind, None) or next(before, None)
    return Party(None, None, None, token.text, noun_phrase(sentence, token)) if token is not None else None


def _is_area(sentence: Sentence, token: Token) -> bool:
    """Whether the act was done in what a preposition names: "in the north region", "in Port Sarda", "in the Sardan dispute"."""
    inside = sentence.head(token).text.lower() in ("in", "at", "near", "throughout", "across")
    if not inside or token.entity in ("DATE", "TIME") or sentence.head(sentence.head(token)).entity == "MONEY":
        return False
    named = token.pos == "PROPN" and token.entity in ("", "FAC", "ORG")
    by_nation = any(
        t.entity in ("GPE", "NORP", "LOC", "FAC", "ORG")
        for t in sentence.children(token, "amod", "compound", "nmod", "poss")
    )
    return token.lemma in _AREAS or named or by_nation


_LANDS = ("GPE", "LOC")
_AREAS = frozenset(
    {"part", "region", "province", "countryside", "area", "district", "territory", "city", "town", "village"}
)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _spans(tags: Sequence[str], letter: str) -> Iterator[tuple[int, int]]:
    start = None
    for i, tag in enumerate((*tags, "O")):
        if start is not None and tag != f"I-{letter}":
            yield start, i
            start = None
        if start is None and tag in (f"B-{letter}", f"I-{letter}"):
            start = i


def _own(party: Party | None) -> tuple[Span, ...]:
    """The spans of a party and of those that are joined to it."""
    parties = (party, *party.joined) if party is not None else ()
    return tuple(p.span for p in parties if p.span is not None)


def _words(places: Sequence[Span], spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """The tokens that each of the spans covers."""
    covered = ([i for i, place in enumerate(places) if place.overlaps(span)] for span in spans)
    return tuple((found[0], found[-1] + 1) for found in covered if found)


def _count(
    tally: _Tally,
    tokens: Sequence[str],
    gold: Sequence[tuple[int, int]],
    n: int,
    said: Sequence[tuple[int, int]],
    exact: bool,
) -> bool:
    """Adds one row to the tally; whether all of it is right. `n` is how many spans of gold there are to find."""
    tally.gold += n
    tally.said += len(said)
    left = list(gold)
    for span in said:
        found = next((g for g in left if _agree(tokens, g, span, exact)), None)
        if found is not None:
            left.remove(found)
            tally.right += 1
    right = len(gold) - len(left)
    return right == n == len(said)


def _agree(tokens: Sequence[str], gold: tuple[int, int], said: tuple[int, int], exact: bool) -> bool:
    if exact:
        return _core(tokens, gold) == _core(tokens, said)
    return gold[0] < said[1] and said[0] < gold[1]


def _core(tokens: Sequence[str], span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and tokens[start].lower() in _LOOSE:
        start += 1
    while end > start and tokens[end - 1].lower() in _LOOSE:
        end -= 1
    return start, end
