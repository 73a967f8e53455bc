"""Whether what is said of somebody's word is that it is false: "called the claims lies".

Then what is rejected is the claims, and calling them lies is the denial: the label is moved from the content to the cue.
Where the thing that is called names is no word of somebody's ("called the trial a farce"), the content states something and
stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.attribute.contents import trimmed
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Sentence, Stance, Tagged, Token, sentences_at

_BEFORE = frozenset({"DET", "ADJ", "PRON", "NUM", "PROPN", "PART", "ADV"})
"""What may stand between the content's beginning and the noun: "such", "Arnland's", "all these repeated"."""


def label(sentences: Sequence[Sentence], tagged: Tagged, lexicon: Lexicon) -> Tagged:
    """The attribution with the label of falsehood as part of its cue; any other as it is."""
    here = sentences_at(sentences, *tagged.cue, *tagged.content) if tagged.content else ()
    if len(here) != 1 or not any(t.lemma in lexicon.constructions.says_of_a_thing for t in here[0].within(*tagged.cue)):
        return tagged
    source = here[0].within(*tagged.source)
    words = [t for t in here[0].within(*tagged.content) if t.pos != "PUNCT" and t not in source]
    while words and words[-1].dep == "agent":
        words.pop()
    said = _label(words, lexicon)
    thing = words[: len(words) - len(said)]
    if not said or not _worded(thing, lexicon):
        return tagged
    content, moved = trimmed(here[0], thing), trimmed(here[0], said)
    return replace(tagged, cue=tuple(sorted((*tagged.cue, *moved))), content=content, whole=tagged.as_tagged)


def _label(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words at the end that call something false, from the last backwards; none where no word does."""
    borne = (
        len(words) > 1 and words[-1].lemma in lexicon.constructions.labels and lexicon.hedges.has("false", words[-2])
    )
    first, between = len(words) - borne, lexicon.constructions.leads_to_a_label
    while first > 0 and (words[first - 1].lemma in between or lexicon.hedges.has("false", words[first - 1])):
        first -= 1
    said = words[first:]
    return said if any(lexicon.hedges.has("false", t) for t in said) else ()


def _worded(thing: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the thing is what somebody said: its first noun is one that reports ("claims", "the report of a raid")."""
    first = next((t for t in thing if t.pos not in _BEFORE), None)
    named = lexicon.cues.by_lemma.get(first.lemma, ()) if first is not None else ()
    return any(cue.pos == "noun" and cue.stance is Stance.ASSERTS for cue in named)
