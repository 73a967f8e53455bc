"""Two taggers at once: the learned one leads, and the rules add what it passes over.

The model knows where a content ends and what hangs together over sentences; the rules are precise about words they
know, in domains that the model has not seen. An attribution that both find is the model's, with the surer score. One
that only the rules find is added where it denies, doubts or leaves open, where its verb is a plain verb of
saying, where it asks another to do a thing, where nobody in person speaks ("it is reported", "by most accounts"), and
where a statement is a report within what the model found: the model's training data has no nesting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues, Found
from whosays.lexicon.persons import load_persons
from whosays.model import Document, Sentence, Span, Stance, Tagged, Tagger, sentences_at

OWN_GROUND = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NOT_CONFIRMED})
"""Stances that must not be passed over: a missed denial leaves its content standing as if nobody denied it."""


@dataclass(frozen=True, slots=True)
class JointTagger:
    """The `Tagger` that asks `learned` first and `rules` for a second opinion."""

    learned: Tagger
    rules: Tagger
    cues: Cues
    built: Constructions

    @property
    def name(self) -> str:
        return self.learned.name

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        learned, ruled = self.learned.tag(document, sentences), self.rules.tag(document, sentences)
        return joint(sentences, learned, ruled, self.cues, self.built)


def joint(
    sentences: Sequence[Sentence],
    learned: Sequence[Tagged],
    ruled: Sequence[Tagged],
    cues: Cues,
    built: Constructions,
) -> tuple[Tagged, ...]:
    """The learned attributions, and those of the rules that the learned ones lack, in the order of their cues."""
    accounts = [r for r in ruled if r.by == "rules/account"]
    learned = [_owned(sentences, t, built) for t in learned if not any(_is_by(t, r) for r in accounts)]
    taken = [span for t in learned for span in t.cue]
    agreed = tuple(_agreed(sentences, t, ruled, built) for t in learned)
    lacking = [t for t in ruled if not any(c.overlaps(span) for c in t.cue for span in taken)]
    added = [t for t in lacking if _is_added(sentences, t, learned, cues, built)]
    return tuple(sorted((*agreed, *added), key=lambda t: min((*t.cue, *t.content))))


def _is_by(tagged: Tagged, account: Tagged) -> bool:
    """Whether the learned attribution is what a rule reads better: "by the ministry's own admission", taken for "by" somebody."""
    return _touch(tagged.content, account.content) and _touch(tagged.source, (*account.source, *account.cue))


def _owned(sentences: Sequence[Sentence], tagged: Tagged, built: Constructions) -> Tagged:
    """The learned attribution without a source that cannot be its own: one of a later sentence where the cue has a subject,
    or one who speaks "on the allegation" of somebody else."""
    sentence = next(iter(sentences_at(sentences, tagged.cue[0])), None) if tagged.cue else None
    if sentence is None or not tagged.source:
        return tagged
    words = sentence.within(*tagged.cue)
    if tagged.source[0].start >= sentence.end and any(sentence.children(t, "nsubj") for t in words):
        return replace(tagged, source=())
    if len(words) > 1 and words[0].lemma in built.on_account and not any(t.pos in ("VERB", "AUX") for t in words):
        return replace(tagged, source=(), cue=(Span(words[1].start, words[-1].end),))
    return tagged


def _is_added(
    sentences: Sequence[Sentence],
    tagged: Tagged,
    learned: Sequence[Tagged],
    cues: Cues,
    built: Constructions,
) -> bool:
    if not tagged.content or tagged.by == "rules/account":
        return True
    if tagged.by == "rules/noun" and any(c in s for t in learned for c in t.cue for s in tagged.content):
        return False
    if not tagged.source:
        apart = not any(_touch(tagged.content, t.content) for t in learned)
        return tagged.by == "rules/phrase" and (apart or _is_within(tagged, learned))
    sentence = next(iter(sentences_at(sentences, tagged.cue[0])), None)
    if sentence is None:
        return False
    found = cues.find(sentence, *tagged.cue)
    if any(t.lemma in built.owned for t in sentence.within(*tagged.content[:1])[:1]):
        return True
    states = _states(sentence, tagged)
    if states and tagged.by == "rules/noun" and any(f.head.dep == "pobj" for f in found):
        return True
    if any(f.cue.stance in OWN_GROUND for f in found) and not _of_a_party(sentence, tagged):
        return True
    if states and any(f.head.lemma in built.speaks for f in found):
        return True
    if states and tagged.by == "rules/verb" and _says_that(sentence, tagged):
        return True
    if any(f.cue.stance is Stance.DEMANDS and _asks_to_do(sentence, f, tagged) for f in found):
        return True
    if states and any(f.cue.stance is Stance.BELIEVES and f.head.dep == "relcl" for f in found):
        return True
    speaker = sentence.top(*tagged.source)
    named = speaker is not None and speaker.pos == "PROPN"
    deed = tagged.by == "rules/noun" and _is_deed(sentence, tagged)
    return (states or named) and not deed and tagged.by != "rules/phrase" and _is_within(tagged, learned)


def _is_deed(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the content is what one means to do: "the decision [to leave the league]", which reports nothing."""
    top = sentence.top(*tagged.content)
    return top is not None and any(t.tag == "TO" for t in sentence.children(top, "aux"))


def _of_a_party(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the content is only a name or a person, which nobody can deny: "contested Sarda", "rejected two candidates"."""
    top = sentence.top(*tagged.content)
    named = top is not None and (top.pos == "PROPN" or top.entity in ("PERSON", "GPE", "ORG"))
    return named or (top is not None and top.pos == "NOUN" and load_persons().role(top))


def _states(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the content is a finite clause: its top has a subject."""
    top = sentence.top(*tagged.content)
    return top is not None and bool(sentence.children(top, "nsubj", "nsubjpass", "expl", "csubj"))


def _asks_to_do(sentence: Sentence, found: Found, tagged: Tagged) -> bool:
    """Whether another is asked to do a thing: "invited [both sides to send delegates]"."""
    inside = sentence.within(*tagged.content)
    asked = any(t in inside for t in sentence.children(found.head, "dobj"))
    wanted = (c for c in sentence.children(found.head, "xcomp") if c in inside)
    return asked and any(t.tag == "TO" for c in wanted for t in sentence.children(c, "aux"))


def _says_that(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the content hangs on its cue by "that": "confirmed on Monday that the port was closed"."""
    top, cue = sentence.top(*tagged.content), sentence.top(*tagged.cue)
    if top is None or cue is None or top.dep != "ccomp" or top.head != cue.index:
        return False
    return any(t.lemma == "that" for t in sentence.children(top, "mark"))


def _is_within(tagged: Tagged, learned: Sequence[Tagged]) -> bool:
    return any(all(any(s in o for o in outer.content) for s in (*tagged.cue, *tagged.content[:1])) for outer in learned)


def _agreed(sentences: Sequence[Sentence], tagged: Tagged, ruled: Sequence[Tagged], built: Constructions) -> Tagged:
    """The attribution with the surer score where a rule finds it too, and with the rule's source where that is the whole.

    So too with all that a rule says an adverb like "reportedly" is of.
    """
    same = next((r for r in ruled if _touch(tagged.cue, r.cue) and _touch(tagged.content, r.content)), None)
    if same is None:
        return _with_clause(sentences, tagged, ruled)
    if (same.by == "rules/phrase" and not (tagged.source or same.source)) or _breaks_off(sentences, tagged, same):
        tagged = replace(tagged, content=same.content)
    return replace(tagged, score=1.0, source=_whole(sentences, tagged.source, same.source, built))


def _breaks_off(sentences: Sequence[Sentence], tagged: Tagged, ruled: Tagged) -> bool:
    """Whether the content ends in a relative pronoun whose clause the rule has: "the troops which, he said, [have left]"."""
    last = [t for s in sentences_at(sentences, *tagged.content) for t in s.within(*tagged.content)][-1:]
    return any(t.tag in ("WDT", "WP") for t in last) and ruled.content[-1].start > tagged.content[-1].end


def _with_clause(sentences: Sequence[Sentence], tagged: Tagged, ruled: Sequence[Tagged]) -> Tagged:
    """The attribution with the rule's that-clause for a thing that stands between: "wrote on [his page] that [it was so]"."""
    sentence = next(iter(sentences_at(sentences, tagged.cue[0])), None)
    if sentence is None or not tagged.content or _states(sentence, tagged):
        return tagged
    said = (r for r in ruled if _touch(tagged.cue, r.cue) and r.content and _opened_by_that(sentence, r.content[0]))
    better = next((r for r in said if _states(sentence, r)), None)
    return replace(tagged, content=better.content) if better else tagged


def _opened_by_that(sentence: Sentence, content: Span) -> bool:
    first = next(iter(sentence.within(content)), None)
    return first is not None and first.index > 0 and sentence.tokens[first.index - 1].lemma == "that"


def _whole(
    sentences: Sequence[Sentence], source: tuple[Span, ...], ruled: tuple[Span, ...], built: Constructions
) -> tuple[Span, ...]:
    """The rule's source where the model has none, only the end of its phrase ("Oslo" of "the doctors in Oslo"), or the text
    that somebody gave instead of him ("statements from the mayor").
    """
    if not source or not ruled or len(source) > 1 or source[0] == ruled[0]:
        return source or ruled
    sentence = next(iter(sentences_at(sentences, *source)), None)
    top = sentence.top(*source) if sentence else None
    if top is None:
        return source
    part, text = source[0] in ruled[0] and top.dep == "pobj", ruled[0] in source[0] and top.lemma in built.a_text
    return ruled if part or text else source


def _touch(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)
