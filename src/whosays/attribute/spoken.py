"""Whether somebody says something, or the text tells what somebody does.

"Arnland agreed to a truce" and "the assembly voted on the budget" are acts that the publisher reports; "agreed that the
road was unsafe" is a statement. The difference is in what the verb governs: a clause or words in quotation marks are
said, a plain object of a verb of acting is not. "There was no sign that X" has no speaker but the text itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues
from whosays.model import Sentence, Stance, Tagged, Token, sentences_at

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_SEEMING = frozenset({"seem", "appear"})
_REFUSING = frozenset({"reject", "deny", "refuse", "dismiss", "decline", "spurn"})
_SPEAKING = frozenset(
    {"say", "comment", "answer", "respond", "specify", "name", "identify", "give", "disclose", "confirm", "elaborate"}
)


def spoken(sentences: Sequence[Sentence], tagged: Tagged, built: Constructions, cues: Cues) -> bool:
    """Whether the attribution has a speaker: false for a party's act and for words that stand for nobody's speech."""
    cue = tuple(t for s in sentences_at(sentences, tagged.cue[0]) for t in s.within(*tagged.cue))
    content = tuple(t for s in sentences_at(sentences, tagged.content[0]) for t in s.within(*tagged.content))
    if not cue:
        return True
    if _refuses(sentences, cue, content, cues):
        return False
    if not tagged.source or tagged.source[0].overlaps(tagged.cue[0]):
        return not _nobodys(cue) and not _is_absent(content)
    return not _is_act(cue, content, tagged, built) or _says_something(content, tagged, sentences)


def _nobodys(cue: tuple[Token, ...]) -> bool:
    """ "There was no indication", "it seems", "to clarify": no verb of saying in the passive, no "reportedly"."""
    existential = any(t.dep == "expl" and t.lemma == "there" for t in cue)
    seeming = any(t.lemma in _SEEMING for t in cue)
    purpose = cue[0].tag == "TO"
    return existential or seeming or purpose


def _is_absent(content: tuple[Token, ...]) -> bool:
    """ "No casualties were reported": that nobody says it is the text's own word."""
    inside = {t.index for t in content}
    return (
        bool(content) and content[0].lemma == "no" and not any(t.dep in _SUBJECTS and t.head in inside for t in content)
    )


def _refuses(sentences: Sequence[Sentence], cue: tuple[Token, ...], content: tuple[Token, ...], cues: Cues) -> bool:
    """Whether what is rejected is an offer or a demand, not a statement; or somebody "was denied" a thing."""
    for sentence in sentences_at(sentences, cue[0].span):
        for verb in (t for t in cue if t.end <= sentence.end and t.lemma in _REFUSING):
            things = [t for t in sentence.children(verb, "dobj") if t in content]
            if verb.lemma == "deny" and any(t.dep in ("auxpass", "dative") for t in sentence.children(verb)):
                return bool(sentence.children(verb, "dobj", "oprd"))
            inner = [cues.at(sentence, t) for t in things]
            return any(f is not None and f.cue.stance in (Stance.INTENDS, Stance.DEMANDS) for f in inner)
    return False


def _is_act(cue: tuple[Token, ...], content: tuple[Token, ...], tagged: Tagged, built: Constructions) -> bool:
    verb = next((t for t in cue if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")), None)
    if verb is None or verb.lemma not in built.acts:
        return False
    return not any(t.lemma in _SPEAKING for t in (*cue, *content[:2]))


def _says_something(content: tuple[Token, ...], tagged: Tagged, sentences: Sequence[Sentence]) -> bool:
    """Whether the content is a finite clause of its own or stands in quotation marks."""
    if any(t.text in _MARKS for t in content):
        return True
    return any(_has_clause(s, tagged) for s in sentences_at(sentences, tagged.content[0]))


def _has_clause(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether a top verb of the content has its subject in it."""
    inside = {t.index for t in sentence.within(*tagged.content)}
    tops = [t for i in inside if (t := sentence.tokens[i]).head not in inside or t.head == i]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX")]
    return any(c.index in inside for t in verbs for c in sentence.children(t, *_SUBJECTS))
