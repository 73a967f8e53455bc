"""Who passes a statement on without a verb of his own: "according to the agency, the mayor said", "the mayor, via the agency".

There the agency is the relay and the mayor the source, also where the tagger took both for one source.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from whosays.lexicon.constructions import Constructions
from whosays.model import Sentence, Span, Tagged, Token

_TELLS = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True, slots=True)
class ByWay:
    """The attribution with its source put right, and the words of the relay, if there is one."""

    tagged: Tagged
    relay: Span | None = None


def by_way(sentence: Sentence, tagged: Tagged, built: Constructions) -> ByWay:
    """The attribution whose cue stands in the sentence, less the relay that its source holds or that stands before it."""
    if len(tagged.source) != 1 or tagged.source[0] not in sentence.span:
        return ByWay(tagged)
    words = sentence.within(*tagged.source)
    at = next((n for n, t in enumerate(words) if t.lemma == "via" and 0 < n < len(words) - 1), None)
    if at is not None:
        return ByWay(_with_source(tagged, words[:at]), _span(words[at + 1 :]))
    front = _according(sentence)
    if not front or not words:
        return ByWay(tagged)
    verb = _verb(sentence, tagged, words, built)
    if verb is None:
        return ByWay(tagged)
    if words[0].index == front[0].index:
        return _parted(tagged, words, verb)
    ahead = words[0].index > front[-1].index and sentence.head(sentence.tokens[front[0].index - 2]).index == verb.index
    return ByWay(tagged, _span(front)) if ahead else ByWay(tagged)


def _according(sentence: Sentence) -> tuple[Token, ...]:
    """The party of an "according to" that opens the sentence; empty without one."""
    opening = sentence.tokens[:2]
    if [t.text.lower() for t in opening] != ["according", "to"]:
        return ()
    comma = next((t.index for t in sentence.tokens if t.text == ","), 0)
    return sentence.tokens[2:comma]


def _verb(sentence: Sentence, tagged: Tagged, source: tuple[Token, ...], built: Constructions) -> Token | None:
    """The verb of saying right after the source, if its cue is that verb or the "according to" before them."""
    after = [t for t in sentence.tokens[source[-1].index + 1 : source[-1].index + 3] if t.text != ","][:1]
    verb = after[0] if after and after[0].tag in _TELLS and after[0].lemma in built.speaks else None
    cue = sentence.within(*tagged.cue)
    governs = verb is not None and (verb in cue or (bool(cue) and cue[0].index == 0))
    return verb if governs else None


def _parted(tagged: Tagged, words: tuple[Token, ...], verb: Token) -> ByWay:
    """The relay up to the first comma, the source after it; the whole as it is where no comma parts them."""
    comma = next((n for n, t in enumerate(words) if t.text == ","), 0)
    if not 0 < comma < len(words) - 1:
        return ByWay(tagged)
    right = _with_source(tagged, words[comma + 1 :])
    spoken = any(verb.span in s for s in tagged.cue)
    return ByWay(right if spoken else replace(right, cue=(verb.span,)), _span(words[:comma]))


def _with_source(tagged: Tagged, words: tuple[Token, ...]) -> Tagged:
    return replace(tagged, source=(_span(words),), whole=tagged.as_tagged)


def _span(words: tuple[Token, ...]) -> Span:
    return Span(words[0].start, words[-1].end)
