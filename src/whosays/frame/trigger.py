"""The word that names the main act of a piece of content.

From the top of the content the search goes down the tree, cheapest step first: at no cost through verbs that only carry, phase or
report another ("carried out strikes", "began shelling", "is preparing to send"), at a price through objects, conjuncts and
side clauses. The first word that the lexicon knows is the trigger.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.frame.clause import VERBAL
from whosays.frame.reading import OBJECTS, known, matching
from whosays.lexicon.actions import Action, Actions
from whosays.model import EventType, Sentence, Span, Token

FARTHEST = 3.0
"""The price beyond which a word no longer is the main act of the content."""

_ASIDE = frozenset({"advcl", "prep", "advmod", "npadvmod", "mark", "cc", "intj"})
_MOVING = frozenset({"be", "appear", "seem", "need", "go", "come", "get", "remain", "keep", "use"})

_FROM_VERB = {
    "xcomp": 0.5, "ccomp": 1.0, "conj": 1.0, "dobj": 1.2, "attr": 0.6, "prep": 1.3, "agent": 1.3, "acomp": 0.8, "oprd": 1.0,
    "nsubj": 1.7, "nsubjpass": 1.5, "csubj": 1.6, "advcl": 1.8, "dative": 1.5, "parataxis": 1.5, "dep": 1.0, "npadvmod": 2.0,
    "pcomp": 0.4, "pobj": 0.7, "auxpass": 9.0, "aux": 9.0, "prt": 9.0,
}  # fmt: skip
_FROM_NOUN = {
    "prep": 0.8, "pobj": 0.7, "acl": 0.7, "relcl": 1.5, "conj": 1.0, "amod": 3.2, "compound": 3.0, "poss": 3.0, "appos": 1.5,
    "nmod": 2.5, "pcomp": 0.4, "ccomp": 1.0, "xcomp": 0.5, "advcl": 2.0, "dobj": 1.2, "nsubj": 1.7, "dep": 1.5, "attr": 0.6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word (`head`) with the entry that knows it, the words that name the act together, and the carrier verb if it
    has one; `cost` is the price of the way to it from `above`, the top word of the content.

    `action` is None where the content names no act of the sixteen types: `head` then is the top word of the content.
    """

    sentence: Sentence
    head: Token
    words: tuple[Token, ...]
    action: Action | None
    carrier: Token | None = None
    undergone: bool = False
    cost: float = 0.0
    above: Token | None = None

    def top(self) -> Trigger:
        """The content's top word as a trigger that names no act."""
        return Trigger(self.sentence, self.above or self.head, (self.above or self.head,), None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of the trigger, neighbours joined."""
        found: list[Span] = []
        for token in sorted(set(self.words), key=lambda t: t.index):
            if found and token.start - found[-1].end <= 1:
                found[-1] = Span(found[-1].start, token.end)
            else:
                found.append(token.span)
        return tuple(found)


def trigger(sentence: Sentence, spans: Sequence[Span], lexicon: Actions) -> Trigger | None:
    """The main act within the spans; with `action` None where no word there is known; None where the spans hold no word."""
    inside, highest, heap = _start(sentence, spans)
    if highest is None:
        return None
    best: Trigger | None = None
    for cost, found in _search(sentence, heap, inside, lexicon):
        if best is not None and best.cost <= cost:
            break
        if found is not None and (best is None or found.cost < best.cost):
            best = found
    return replace(best or Trigger(sentence, highest, (highest,), None), above=highest)


def rivals(sentence: Sentence, spans: Sequence[Span], lexicon: Actions) -> tuple[Trigger, ...]:
    """Every act within the spans that could have been the main one, the cheapest first: `trigger` is the first of them."""
    inside, highest, heap = _start(sentence, spans)
    found = [t for _, t in _search(sentence, heap, inside, lexicon) if t is not None]
    return tuple(replace(t, above=highest) for t in sorted(found, key=lambda t: t.cost))


def _start(sentence: Sentence, spans: Sequence[Span]) -> tuple[set[int], Token | None, list[tuple[float, int, int]]]:
    """The words within the spans, the highest of them, and the tops that the search starts from with their prices."""
    inside = {t.index for t in sentence.within(*spans) if not _is_mark(t)}
    tops = [
        sentence.tokens[i]
        for i in sorted(inside)
        if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i
    ]
    highest = min(tops, key=lambda t: (t.dep in _ASIDE, sum(1 for _ in sentence.ancestors(t)), t.index), default=None)
    heap: list[tuple[float, int, int]] = []
    for top in tops:
        aside = 0.8 if top.dep in _ASIDE else 0.0
        heapq.heappush(heap, (aside + (0.0 if top is highest or aside else 0.3), top.index, top.index))
    return inside, highest, heap


def _search(
    sentence: Sentence, heap: list[tuple[float, int, int]], inside: set[int], lexicon: Actions
) -> Iterator[tuple[float, Trigger | None]]:
    """Each word that is reached, cheapest first: the price of the way to it, and the act that it names, if it does."""
    seen: set[int] = set()
    while heap and heap[0][0] <= FARTHEST:
        cost, _, index = heapq.heappop(heap)
        if index in seen:
            continue
        seen.add(index)
        token = sentence.tokens[index]
        reading = known(sentence, token, lexicon)
        if reading is not None and reading[0].type is None:
            yield cost, Trigger(sentence, token, reading[1], None, cost=cost)
            continue
        found = None
        if reading is not None:
            carrier, words, undergone = _carrier(sentence, token, lexicon)
            undergone = undergone or _is_had(carrier, reading[0])
            weak, bare = reading[0].weak, token.pos not in VERBAL and carrier is None
            price = cost + (1.0 if weak else 0.0) + (0.3 if bare else 0.0)
            found = Trigger(sentence, token, (*words, *reading[1]), reading[0], carrier, undergone, price)
        yield cost, found
        for child in sentence.children(token):
            if child.index in inside:
                heapq.heappush(
                    heap, (max(0.0, cost + _step(sentence, token, child, lexicon)), child.index, child.index)
                )


def _step(sentence: Sentence, token: Token, child: Token, lexicon: Actions) -> float:
    """What it costs to go from a word to its dependent."""
    if token.pos in VERBAL:
        free = _free(sentence, token, child, lexicon)
        return free if free is not None else _FROM_VERB.get(child.dep, 2.5)
    if token.pos == "ADJ" and child.dep in ("xcomp", "ccomp", "prep"):
        return 0.4
    if child.dep == "prep" and token.lemma in lexicon.partitive:
        return -0.6
    if token.pos in ("ADP", "SCONJ"):
        return _FROM_VERB.get(child.dep, 2.5)
    return _FROM_NOUN.get(child.dep, 2.5)


def _free(sentence: Sentence, verb: Token, child: Token, lexicon: Actions) -> float | None:
    """The price out of a verb that is looked through; None for a verb with a meaning of its own."""
    lemma, dep = verb.lemma, child.dep
    if lemma == "be" and dep in ("nsubj", "csubj") and child.lemma in lexicon.classes["result"]:
        return 0.6
    if (
        lemma == "be"
        and dep == "csubj"
        and any(t.lemma in lexicon.classes["goal"] for t in sentence.children(verb, "attr"))
    ):
        return 0.3
    if lemma == "be" and dep in ("nsubj", "csubj"):
        return 4.0 if sentence.children(verb, "acomp") else 1.7
    if lemma == "be" and dep == "acomp" and child.lemma in lexicon.plan:
        return 0.1
    if dep in ("nsubj", "nsubjpass") and lemma in lexicon.happen:
        return 0.6 if lemma in ("come", "go") else 0.1
    if dep in ("ccomp", "xcomp") and (lemma in lexicon.report or lemma in lexicon.make):
        return 0.1
    if dep in ("xcomp", "dobj", "prep", "advcl") and (lemma in lexicon.phase or lemma in lexicon.plan):
        if dep == "prep" and lemma in _MOVING:
            return None
        return 0.1 if dep != "advcl" else 0.6
    if lemma in lexicon.carriers and dep in ("dobj", "nsubjpass", "prep", "attr"):
        carried = _carries(sentence, verb, lexicon)
        return 0.0 if carried is not None and (dep != "prep" or child in carried[0]) else None
    return None


def _carries(sentence: Sentence, verb: Token, lexicon: Actions) -> tuple[tuple[Token, ...], bool] | None:
    """The further words of a carrier verb, and whether its subject undergoes the act; None where they are missing."""
    for others, undergoes in lexicon.carriers.get(verb.lemma, ()):
        words = matching(sentence, verb, others, OBJECTS, lexicon)
        if words is not None:
            return words, undergoes
    return None


def carried(sentence: Sentence, head: Token, words: tuple[Token, ...], action: Action, lexicon: Actions) -> Trigger:
    """A word that names an act as a trigger, with the verb that carries it ("completed an exchange") where there is one."""
    carrier, more, undergone = _carrier(sentence, head, lexicon)
    return Trigger(sentence, head, (*more, *words), action, carrier, undergone or _is_had(carrier, action))


def _is_had(carrier: Token | None, action: Action) -> bool:
    """Whether the subject of "have" suffers the act: "the town has had two bombings", but "the ministers had talks"."""
    return carrier is not None and carrier.lemma == "have" and action.type is EventType.ASSAULT


def _carrier(sentence: Sentence, noun: Token, lexicon: Actions) -> tuple[Token | None, tuple[Token, ...], bool]:
    """The carrier verb of a noun that names an act, with its words ("carried out" of "carried out a series of strikes")."""
    base = outermost(sentence, noun, lexicon)
    above = sentence.head(base)
    adposition = above if above.pos == "ADP" else None
    if adposition is not None:
        above = sentence.head(adposition)
    if noun.pos in VERBAL or above.pos not in VERBAL or base.dep not in ("dobj", "pobj", "nsubjpass", "attr"):
        return None, (), False
    for others, undergoes in lexicon.carriers.get(above.lemma, ()):
        words = matching(sentence, above, others, OBJECTS, lexicon)
        if words is not None and (adposition is None or adposition in words):
            return above, (above, *words), undergoes
    return None, (), False


def outermost(sentence: Sentence, noun: Token, lexicon: Actions) -> Token:
    """The noun that stands for this one in the clause: the first of its coordination, the "series" of "a series of strikes"."""
    while True:
        above = sentence.head(noun)
        if noun.dep == "conj" and above.index != noun.index and above.pos in ("NOUN", "PROPN"):
            noun = above
        elif noun.dep == "pobj" and _is_part(sentence.head(above), above, lexicon):
            noun = sentence.head(above)
        else:
            return noun


def _is_part(of: Token, joint: Token, lexicon: Actions) -> bool:
    """Whether a noun only measures the one after it: "a series of strikes", "two billion dollars in aid"."""
    if joint.text.lower() == "in":
        return of.entity in ("MONEY", "CARDINAL")
    return joint.text.lower() == "of" and of.lemma in lexicon.partitive


def _is_mark(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE")
