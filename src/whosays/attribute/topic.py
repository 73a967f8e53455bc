"""What a question and a refusal to answer are about.

"Asked the governor about the raid" puts the raid in question, not the governor; who "declined to comment" leaves open
what he was asked about, if his sentence says that, and else what he names ("declined to comment on the raid").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.attribute.contents import trimmed
from whosays.lexicon.constructions import Constructions
from whosays.model import Sentence, Span, Tagged, Token, sentences_at


def topics(sentences: Sequence[Sentence], tagged: Sequence[Tagged], constructions: Constructions) -> tuple[Tagged, ...]:
    """The attributions, those of asking and of not answering with what they are about as content, in the order given."""
    found: list[Tagged] = []
    for t in tagged:
        here = sentences_at(sentences, *t.cue, *t.content) if t.content else ()
        about = _about(here[0], t, found, constructions) if len(here) == 1 else ()
        found.append(replace(t, content=about, whole=t.as_tagged) if about else t)
    return tuple(found)


def _about(
    sentence: Sentence, tagged: Tagged, before: Sequence[Tagged], constructions: Constructions
) -> tuple[Span, ...]:
    inside = sentence.within(*tagged.content)
    for verb in sentence.within(*tagged.cue):
        if verb.lemma in constructions.asks and any(t in inside for t in sentence.children(verb, "dobj", "dative")):
            return _object(sentence, verb, ("about", "on", "over"))
        if verb.lemma in constructions.asks and inside and inside[0].lemma == "about" and verb.index == inside[0].head:
            return _object(sentence, verb, ("about",))
    answer = next((t for t in inside if t.tag == "VB" and t.lemma in constructions.replies), None)
    if answer is None or len([t for t in inside if t.index < answer.index]) > 1:
        return ()
    named = _object(sentence, answer, ("on", "about", "to"))
    asked = (t.content for t in reversed(before) if _asks(sentence, t, constructions))
    return named or next(asked, ())


def _object(sentence: Sentence, verb: Token, prepositions: Sequence[str]) -> tuple[Span, ...]:
    for prep in sentence.children(verb, "prep"):
        for noun in sentence.children(prep, "pobj", "pcomp") if prep.lemma in prepositions else ():
            return trimmed(sentence, [t for t in sentence.subtree(noun) if not _dated(sentence, t, noun)])
    return ()


def _dated(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Whether the token belongs to a time that only hangs on the noun by mistake ("it that same day")."""
    above = [token, *sentence.ancestors(token)]
    own = above[: above.index(noun)] if noun in above else above
    return any(t.dep == "npadvmod" for t in own)


def _asks(sentence: Sentence, tagged: Tagged, constructions: Constructions) -> bool:
    return any(t.lemma in constructions.asks for t in sentence.within(*tagged.cue))
