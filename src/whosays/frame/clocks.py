"""Which time belongs to which event: when it happened, and when it was said. The third clock is the document's date.

Decided by the parse, not by the nearest word. A time expression stands in the clause of the verb that governs it. Of the
event is the time in the clause of its trigger (or in one that the trigger completes: "began to withdraw on Friday"), and
one fronted over the whole report ("In early December, it was noted that ..."). Of the report is the time in the cue's
clause, outside the content. Times in a relative clause of some argument, or in another clause beside, belong to neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.model import Attribution, Sentence, Span, Token, When, sentences_at

_CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "dep"}
)
_OPENED = frozenset({"xcomp", "conj", "pcomp"})
_CLOSED = frozenset({"relcl", "acl", "advcl"})
_VERBS = frozenset({"VERB", "AUX"})
_PREMODIFIERS = frozenset({"nummod", "compound", "amod", "nmod"})
_TIMELESS = re.compile(r"P[\dXT]|XXXX-(WXX-\dT?|SU|SP|FA|WI)|FUTURE_REF$|PAST_REF$")
_STRETCH = re.compile(r"\b(past|last|recent|coming|next)\b")
_SEES = frozenset({"see", "witness", "bring"})
"""Verbs whose subject may be a time: "Thursday saw ten soldiers killed"."""
_WHEN = frozenset({"in", "at", "during", "after", "before", "since", "by", "on", "until", "following"})
_ISSUED = frozenset(
    {"issue", "publish", "release", "post", "broadcast", "air", "deliver", "give", "hold", "launch", "stage"}
)
"""Verbs that say when what stands around the main clause came about: "in a statement issued on Friday", "at a vote held Sunday"."""
_MEANWHILE = frozenset({"when", "while", "as"})
_BACKDROP = frozenset({"after", "amid", "amidst", "following", "despite", "over", "before"})
_RANGE = re.compile(r"\b(through|until|till|tomorrow)\b")
"""Words of a stretch, over which nobody says a thing, and of a day to come, on which nobody yet has."""
_FAR = 9


@dataclass(frozen=True, slots=True)
class Clocks:
    """When the event happened and when it was reported, where the text tells."""

    event: When | None
    reported: When | None


def clocks(
    sentences: Sequence[Sentence], attribution: Attribution, trigger: tuple[Span, ...], times: Sequence[When]
) -> Clocks:
    """The times of the attribution's event and report among the document's `times`, which are in text order.

    Without a `trigger` the content's top word stands for it.
    """
    reported = _reported(sentences, attribution, trigger, times)
    event = _event(sentences, attribution, trigger, [t for t in times if t is not reported])
    return Clocks(event, reported)


def _holding(sentences: Sequence[Sentence], spans: Sequence[Span]) -> Sentence | None:
    return next((s for span in spans for s in sentences_at(sentences, Span(span.start, span.start + 1))), None)


def _in(sentence: Sentence, times: Sequence[When]) -> Sequence[When]:
    """Of the document's times, in text order, those of the sentence."""
    first = bisect_left(times, sentence.start, key=lambda w: w.span.start)
    last = bisect_left(times, sentence.end, key=lambda w: w.span.start)
    return [w for w in times[first:last] if w.span in sentence.span]


def _trigger(sentence: Sentence, attribution: Attribution, trigger: tuple[Span, ...]) -> Token | None:
    return sentence.top(*(trigger or attribution.content))


def _event(
    sentences: Sequence[Sentence], attribution: Attribution, trigger: tuple[Span, ...], times: Sequence[When]
) -> When | None:
    sentence = _holding(sentences, trigger or attribution.content)
    token = _trigger(sentence, attribution, trigger) if sentence else None
    if sentence is None or token is None:
        return None
    said = sentence.top(*attribution.cue) if attribution.cue else None
    ranked = [
        (rank, not (when.start or when.end), sentence.path(token, top), when.span.start, when)
        for when in _in(sentence, times)
        if not _is_timeless(when)
        for top in [_top(sentence, when)]
        for cue in [None if _is_open(when) else said]
        if top is not None and (rank := _rank(sentence, token, top, cue, _inside(when, attribution.content))) < _FAR
    ]
    return min(ranked, key=lambda r: r[:4])[4] if ranked else _since(sentence, token, times)


def _since(sentence: Sentence, trigger: Token, times: Sequence[When]) -> When | None:
    """ "At war since the capital fell in 2014": from that year on."""
    opened = [c.index for c in sentence.children(trigger, "advcl") if _mark(sentence, c) == "since"]
    inside = ((w, _top(sentence, w)) for w in _in(sentence, times) if w.start)
    found = next((w for w, top in inside if top and _clause(sentence, top).index in opened), None)
    return replace(found, end=None) if found else None


def _top(sentence: Sentence, when: When) -> Token | None:
    """The word that ties the expression to its clause; an article ties it to nothing."""
    words = [t for t in sentence.within(when.span) if t.dep != "det"]
    top = sentence.top(*(t.span for t in words)) if words else None
    if top is not None and top.dep == "prep" and top is words[0] and len(words) > 1:
        governed = sentence.children(top, "pobj")
        if governed and not any(t in words for t in governed):  # "for the 2020 election": the date is the noun's
            return sentence.top(*(t.span for t in words[1:]))
    return top


def _inside(when: When, content: Sequence[Span]) -> bool:
    return any(when.span.overlaps(span) for span in content)


def _is_timeless(when: When) -> bool:
    """A mere length or recurrence of time dates nothing; nor does "recently"."""
    if when.start or when.end or _STRETCH.search(when.text):
        return False
    return _TIMELESS.match(when.timex or "") is not None


def _is_open(when: When) -> bool:
    """ "Since 1953", "by Friday": no one says a thing that long."""
    return (when.start is None) != (when.end is None)


def _rank(sentence: Sentence, trigger: Token, top: Token, cue: Token | None, inside: bool) -> int:
    """How firmly the time is the trigger's, 0 the firmest, `_FAR` not at all."""
    clause, own = _clause(sentence, top), _clause(sentence, trigger)
    if _names_a_thing(sentence, top, trigger) or (not inside and cue is not None and _is_told(sentence, cue, clause)):
        return _FAR
    penalty = 0 if inside else 2
    if clause.index == own.index:
        return penalty
    above = _steps(sentence, own, clause)
    if above is not None:
        if all(dep in _OPENED for dep in above):
            return penalty + 1
        if clause.lemma in _SEES and top.index < clause.index and clause.index == sentence.head(top).index:
            return penalty + 1
        purpose = above in (("advcl",), ("acl",)) and any(t.lemma == "to" for t in sentence.children(own, "aux"))
        first = above == ("relcl",) and sentence.head(own).lemma == "time"
        goes_on = above == ("advcl",) and (_goes_on(sentence, own) or _mark(sentence, own) in _MEANWHILE)
        return penalty + 3 if purpose or first or goes_on or not _CLOSED & set(above) else _FAR
    if _is_occasion(sentence, clause, own):
        return penalty + 3
    below = _steps(sentence, clause, own) if inside else None
    if below is None:
        return _FAR
    if all(dep in ("xcomp", "pcomp", "ccomp") for dep in below):
        return penalty + 2
    return penalty + 4 if len(below) == 1 and _shares_time(sentence, clause, trigger) else _FAR


def _goes_on(sentence: Sentence, clause: Token) -> bool:
    """A participle that tells what came of the main clause or with it: "advanced last month, taking two towns"."""
    return clause.tag == "VBG" and not sentence.children(clause, "mark", "nsubj", "nsubjpass", "aux")


def _shares_time(sentence: Sentence, clause: Token, trigger: Token) -> bool:
    """Whether a clause right below the trigger happens with it: "when it fell", "and fled", "a plan to be unveiled"."""
    if clause.dep == "advcl":
        return _mark(sentence, clause) in _MEANWHILE
    if clause.dep == "conj":
        return bool(sentence.children(trigger, "cc")) and not sentence.children(clause, "nsubj", "nsubjpass")
    return clause.dep in ("acl", "relcl") and clause.head == trigger.index and trigger.pos == "NOUN"


def _is_occasion(sentence: Sentence, clause: Token, main: Token) -> bool:
    """Whether the clause dates what the main one happened in: "in a letter published on Friday, the ministry denounced ..."."""
    if clause.lemma not in _ISSUED or clause.tag not in ("VBN", "VBD") or clause.dep not in ("acl", "advcl"):
        return False
    over = next((t for t in sentence.ancestors(clause) if t.pos in _VERBS), None)
    if over is None or over.index != main.index:
        return False
    noun = sentence.tokens[clause.index - 1]
    return noun.pos == "NOUN" and (clause.dep == "acl" or clause.index < main.index)


def _is_told(sentence: Sentence, cue: Token, clause: Token) -> bool:
    """Whether the clause is the one that the verb of saying stands in, or one above it: its time is the report's."""
    return _is_verb(cue) and (
        cue.index == clause.index or any(t.index == clause.index for t in sentence.ancestors(cue))
    )


def _is_verb(cue: Token) -> bool:
    """Whether the cue says in a clause of its own ("said"), unlike "according to"."""
    return cue.pos in _VERBS and cue.dep != "prep"


def _mark(sentence: Sentence, clause: Token) -> str:
    """The conjunction of a subordinate clause."""
    return next((t.text.lower() for t in sentence.children(clause, "mark", "advmod")), "")


def _clause(sentence: Sentence, token: Token) -> Token:
    """The head of the clause that the token stands in."""
    for up in (token, *sentence.ancestors(token)):
        if up.dep in _CLAUSES and up.pos in _VERBS and not (up is token and up.dep == "pcomp"):
            return up
    return sentence.root


def _steps(sentence: Sentence, lower: Token, upper: Token) -> tuple[str, ...] | None:
    """The labels of the clauses from `lower` up to below `upper`; None where `upper` is not above."""
    labels: list[str] = []
    token = lower
    while token.index != upper.index:
        if token.head == token.index:
            return None
        if token.dep in _CLAUSES:
            labels.append(token.dep)
        token = sentence.head(token)
    return tuple(labels)


def _names_a_thing(sentence: Sentence, top: Token, trigger: Token) -> bool:
    """ "The 2015 agreement was broken", "the Act of 1867": a date beside a noun tells which; "in the 7 October attacks" tells when."""
    if top.dep not in _PREMODIFIERS:
        over = sentence.head(sentence.head(top))
        return top.dep == "pobj" and sentence.head(top).text == "of" and over.pos == "PROPN" and over.text[:1].isupper()
    noun = sentence.head(top)
    if noun.pos not in ("NOUN", "PROPN") or noun.index == trigger.index or noun.start < top.start:
        return False
    return top.dep == "amod" or noun.dep != "pobj" or sentence.head(noun).text.lower() not in _WHEN


def _reported(
    sentences: Sequence[Sentence], attribution: Attribution, trigger: tuple[Span, ...], times: Sequence[When]
) -> When | None:
    sentence = _holding(sentences, attribution.cue) if attribution.source or attribution.tagged else None
    if sentence is None:
        return None
    cue = sentence.top(*attribution.cue)
    told = _trigger(sentence, attribution, trigger)
    if cue is None:
        return None
    ranked = [
        (rank, not (when.start or when.end), abs(when.span.start - cue.end), when)
        for when in _in(sentence, times)
        if not _is_timeless(when) and not _is_open(when) and not _RANGE.search(when.text)
        for top in [_top(sentence, when)]
        if top is not None and (rank := _report_rank(sentence, cue, top, told, when, attribution)) < _FAR
    ]
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _is_backdrop(sentence: Sentence, cue: Token) -> bool:
    """Whether the report only stands behind the clause, whose time then is not its own: "Orlan left on Friday after reports that"."""
    return cue.dep == "pobj" and cue.pos == "NOUN" and sentence.head(cue).lemma in _BACKDROP


def _is_of_a_thing_cited(sentence: Sentence, top: Token, clause: Token) -> bool:
    """Whether the time is that of what somebody points to as he speaks: "he said, citing the riots of 2014"."""
    if clause.tag != "VBG":
        return False
    chain = [top, *sentence.ancestors(top)]
    below = chain[: next((n for n, t in enumerate(chain) if t.index == clause.index), 0)]
    return any(t.dep == "dobj" for t in below) or clause.lemma == "cite"


def _is_nominal(sentence: Sentence, cue: Token, told: Token | None) -> bool:
    """Whether the content is no clause but what the verb of saying speaks of: "described him in March as a liar"."""
    return _is_verb(cue) and told is not None and told.dep == "dobj" and told.head == cue.index


def _report_rank(
    sentence: Sentence, cue: Token, top: Token, told: Token | None, when: When, attribution: Attribution
) -> int:
    """How firmly the time is the report's; "the current president said" tells none."""
    if top.dep == "amod":
        return _FAR
    if _inside(when, attribution.content):
        follows = any(0 <= when.span.start - span.end <= 1 for span in attribution.cue)
        return (
            1 if (follows or _is_nominal(sentence, cue, told)) and _clause(sentence, top).index == cue.index else _FAR
        )
    if any(up.index == cue.index for up in sentence.ancestors(top)) and (
        not _is_verb(cue) or _clause(sentence, top).index == cue.index
    ):
        return 0
    clause, report = _clause(sentence, top), _clause(sentence, cue)
    if told is not None and clause.index == _clause(sentence, told).index:
        return _FAR
    if cue.dep == "prep" or _is_backdrop(sentence, cue):
        return _FAR
    if clause.index == report.index:
        return 1
    if _is_occasion(sentence, clause, report):
        return 2
    if _is_of_a_thing_cited(sentence, top, clause):
        return _FAR
    over = sentence.head(cue)
    if cue.dep == "advcl" and cue.tag == "VBG" and (clause.index == over.index or _is_occasion(sentence, clause, over)):
        return 2
    return 2 if clause.dep in ("advcl", "acl") and clause.head == report.index else _FAR
