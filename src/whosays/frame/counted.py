"""A figure -> what it counts: the noun, its words, and the whole that it is a share or a part of."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.frame.outcome_words import is_materiel
from whosays.lexicon.quantities import Quantities
from whosays.lexicon.terms import bag
from whosays.model import Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Counted:
    """``noun`` is the counted noun ("soldiers"), None where the text leaves it out; ``phrase`` its words with modifiers but
    without the number; ``whole`` the words after "of"; ``end`` where the words of the quantity end; ``states`` the words
    beside the noun that say what became of it ("dead").
    """

    noun: Token | None
    phrase: Span | None
    whole: Span | None
    end: int
    states: tuple[Token, ...] = ()


_MODIFIERS = bag("JJ JJR JJS NN NNS NNP NNPS HYPH VBN VBG POS RB RBS RBR FW XX ADD LS")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "XX", "ADD"})
_PRONOUNS = frozenset({"whom", "which", "them"})
_REACH = 120
"""Code points in which states are looked for after a noun."""
_ADVERBS = 12
"""Code points after a noun within which an adverb does not part it from its states."""
_BESIDE = 40
"""The same of the words of `_BETWEEN`."""
_BETWEEN = bag(", and or / and/or either confirmed reported presumed feared left found listed as still taken")
"""What may stand between a noun and its states, or between two states: "people reported dead or missing"."""
_PARTICLES = bag("down up off back out")
_ACTIVE = frozenset({"held", "shot", "struck", "hit", "lost", "vanished", "disappeared", "evacuated"})
"""States that are as likely a verb of what the counted did: "30 defenders held out"."""
_STARTS = frozenset({"DT", "PRP$", "CD", "PDT", "WDT"})


def counted(
    sentence: Sentence, last: Token, lexicon: Quantities, states: frozenset[str], *, share: bool = False
) -> Counted:
    """What the figure that ends with token `last` counts, read from the words after it.

    `states` are the words that tell a state ("dead", "wounded"): alone after the number they stand for people.
    """
    at = last.index + 1
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].text.lower() == "of" and at + 1 < len(tokens):
        return _of(sentence, at + 1, last, states)
    if share and at < len(tokens) and tokens[at].tag in _STARTS:
        return _of(sentence, at, last, states)
    if at >= len(tokens) or (
        (share and tokens[last.index].tag not in ("CD", "NN", "NNS"))
        or (share and tokens[at].tag not in ("NNS", "NNPS"))
    ):
        return Counted(None, None, None, last.end)
    if at + 2 < len(tokens) and [t.text.lower() for t in tokens[at : at + 2]] == [
        "out",
        "of",
    ]:  # "four out of six missiles"
        return _of(sentence, at + 2, last, states)
    strong = next((t for t in tokens[at : at + 2] if t.text.lower() == "strong"), None)
    if strong is not None and (strong.index > at or strong.index + 1 == len(tokens) or tokens[at + 1].pos == "PUNCT"):
        return Counted(None, None, None, strong.end, (strong,))  # "a 9,000-strong force", "1,300 strong"
    if (
        at + 1 < len(tokens) and tokens[at].text.lower() == "to" and tokens[at + 1].pos == "NUM"
    ):  # "from 5,000 to 8,000 soldiers"
        ahead = counted(sentence, tokens[at + 1], lexicon, states)
        return Counted(ahead.noun, ahead.phrase, None, last.end)
    run = _run(sentence, at, states)
    noun = next((t for t in reversed(run) if t.tag in _NOUNS and t.text.lower() not in states), None)
    if noun is None:
        alone = tuple(t for t in run[:1] if t.text.lower() in states)
        return _with_states(sentence, Counted(None, None, None, alone[-1].end if alone else last.end, alone), states)
    inside = tuple(t for t in run if t.index < noun.index and t.text.lower() in states)
    states = frozenset() if is_materiel(noun, lexicon) else states
    return _with_states(sentence, Counted(noun, Span(run[0].start, noun.end), None, noun.end, inside), states)


def listed(sentence: Sentence, first: Token, found: Counted, lexicon: Quantities) -> Counted:
    """What a table-like list counts, where the noun stands before: "tanks - 2,435", "tanks (12)"."""
    if first.index < 2 or sentence.tokens[first.index - 1].text not in ("-", "–", "—", ":", "("):
        return found
    noun = sentence.tokens[first.index - 2]
    known = is_materiel(noun, lexicon) or noun.lemma in lexicon.people or noun.lemma in lexicon.armed
    return Counted(noun, noun.span, None, found.end) if noun.tag in _NOUNS and known else found


def _of(sentence: Sentence, at: int, last: Token, states: frozenset[str]) -> Counted:
    """ "of the garrison", "of them", "of Chad's recruits", "of the dead"."""
    tokens = sentence.tokens
    begin = at
    while at < len(tokens) and tokens[at].tag in _STARTS and tokens[at].text.lower() not in _PRONOUNS:
        at += 1
    if at >= len(tokens):
        return Counted(None, None, None, last.end)
    if tokens[at].tag in ("PRP", "WP") or tokens[at].text.lower() in _PRONOUNS:
        following = _run(sentence, at + 1, states)
        noun = next((t for t in reversed(following) if t.tag in ("NNS", "NN")), None)
        end = noun.end if noun else tokens[at].end
        return Counted(
            noun, Span(following[0].start, noun.end) if noun else None, Span(tokens[at].start, tokens[at].end), end
        )
    run = _run(sentence, at, states)
    noun = next((t for t in reversed(run) if t.tag in _NOUNS), None)
    if noun is None:
        nominal = run[0] if run and run[0].text.lower() in states else None
        whole = Span(tokens[begin].start, nominal.end) if nominal else None
        return Counted(None, None, whole, nominal.end if nominal else last.end, (nominal,) if nominal else ())
    phrase = Span(run[0].start, noun.end)
    inside = tuple(t for t in run if t.index < noun.index and t.text.lower() in states)
    return _with_states(
        sentence, Counted(noun, phrase, Span(tokens[begin].start, _hanging(sentence, noun)), noun.end, inside), states
    )


def _hanging(sentence: Sentence, noun: Token) -> int:
    """Where the words end that say of which ones a whole is: "soldiers from North Korea"."""
    at = noun.index + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].text.lower() not in ("from", "of"):
        return noun.end
    at += 1
    while at < len(sentence.tokens) and sentence.tokens[at].tag in _STARTS:
        at += 1
    named = [t for t in _run(sentence, at, frozenset()) if t.tag in _NOUNS]
    return named[-1].end if named else noun.end


def _run(sentence: Sentence, at: int, states: frozenset[str]) -> tuple[Token, ...]:
    """The words of a noun phrase without its determiner, up to its head noun."""
    run: list[Token] = []
    for token in sentence.tokens[at : at + 12]:
        if token.tag == "CD" and run and run[-1].tag == "NNP" and token.text[0].isdigit():  # "12 Leopard 2 tanks"
            run.append(token)
            continue
        after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else token
        if token.tag == "CD" and after.tag == "HYPH" and after.start == token.end:  # "two three-year-old girls"
            run.append(token)
            continue
        if token.tag == "HYPH" and run and token.start > run[-1].end:  # a dash between words
            break
        if token.tag not in _MODIFIERS or (
            token.tag == "RB"
            and token.text.lower() in ("not", "also", "then", "now", "later", "alone", "there", "here")
        ):
            break
        if run and run[-1].tag in ("NNS", "NNPS") and not _compound(sentence, run[-1], token):
            break
        if token.tag in ("VBN", "VBG", "RB", "JJ") and run and run[-1].tag in _NOUNS and not _modifies(sentence, token):
            break
        if (
            run
            and run[-1].tag in ("NN", "NNP")
            and token.entity in ("DATE", "TIME")
            and run[-1].entity not in ("DATE", "TIME")
        ):
            break
        run.append(token)
    while run and (
        (run[-1].tag == "CD" and run[-1].text.isdigit())
        or run[-1].tag in ("HYPH", "POS", "RB")
        or (run[-1].tag in ("VBG",) and run[-1].text.lower() not in states)
    ):
        run.pop()
    return tuple(run)


def _compound(sentence: Sentence, noun: Token, following: Token) -> bool:
    """Whether a plural goes on into a longer noun ("arms depots", "soldiers' coffins")."""
    if following.tag in ("POS", "HYPH"):
        return following.tag == "HYPH" or (noun.head != noun.index and sentence.head(noun).index > following.index)
    return noun.dep in ("compound", "nmod", "poss") and noun.head >= following.index and following.tag in _NOUNS


def _modifies(sentence: Sentence, token: Token) -> bool:
    """Whether a word after a noun still belongs to a noun that follows."""
    head = sentence.head(token)
    return head.index > token.index and head.tag in _NOUNS and token.dep in ("amod", "compound", "advmod", "nmod")


def _with_states(sentence: Sentence, found: Counted, states: frozenset[str]) -> Counted:
    """The states that follow right after: "soldiers killed or missing", "people dead"."""
    ends = found.end
    after: list[Token] = []
    for token in sentence.within(Span(ends, min(ends + _REACH, sentence.end))):
        word, following = token.text.lower(), sentence.tokens[token.index + 1 : token.index + 2]
        if token.tag == "RB" and token.start - ends < _ADVERBS:
            continue
        goes_on = any(t.text.lower() in _PARTICLES for t in following)  # "struck down": a verb of its own
        if word in states and not goes_on and not _finite(sentence, token, after):
            after.append(token)
        elif word not in _BETWEEN or token.start - ends >= _BESIDE:
            break
    last = after[-1].end if after else found.end
    return Counted(found.noun, found.phrase, found.whole, last, (*found.states, *after))


def _finite(sentence: Sentence, token: Token, after: list[Token]) -> bool:
    """Whether the state is really a verb that governs something else ("20 soldiers wounded and 30 killed": the second counts 30)."""
    if any(c.dep in ("dobj",) and c.index > token.index for c in sentence.children(token)):
        return True
    if token.tag == "VBD" and token.dep not in ("acl", "amod", "conj", "ccomp", "advcl", "relcl", "ROOT"):
        return True
    if token.tag == "VBD" and token.text.lower() in _ACTIVE and sentence.children(token, "nsubj"):
        return True
    before = sentence.tokens[token.index - 1] if token.index else None
    return bool(after) and before is not None and before.pos == "NUM"
