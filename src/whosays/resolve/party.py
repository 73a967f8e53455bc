"""A party's words -> who it is: name, code and kind, from its own words, then the text, then the lexicon's lists.

In order: what the words themselves say ("the Dutch foreign minister"), what the text has said of the name or the noun before,
what the lexicon knows of the name as of the document's day, and, for an office without a country ("the army"), the
country that the text speaks of. A state or capital that speaks or acts is its government; one that something happens to
is the state. Nothing is guessed: without any of these the code stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from whosays.lexicon.actors import Actors
from whosays.lexicon.terms import Sort, words
from whosays.model import Party, Sentence, SourceKind, Span, Token
from whosays.resolve.agents import Reading, reading
from whosays.resolve.cast import Cast, Entity, span_phrase
from whosays.resolve.phrase import HONORIFICS


class Role(StrEnum):
    """What a party is to its claim."""

    SOURCE = "source"
    VIA = "via"
    ACTOR = "actor"
    RECIPIENT = "recipient"


_BREATH = 120
"""Characters within which "the army" is the army just spoken of under another noun."""
_OURS = re.compile(r"\s*(?:[Ww]e|us|[Oo]urs?|I|[Mm]y|[Mm]e)(?!\w)")
_FIGHTS = frozenset(
    "fight attack fire shoot advance retreat withdraw storm shell bomb bombard raid invade occupy capture seize recapture retake "
    "ambush besiege clash battle deploy repel repulse fighting battle clash quit".split()
)
PRONOUNS = frozenset("he she it they we i you him her them us me himself herself itself themselves who which that this one those these his its their our my your".split())
_POSSESSED = re.compile(r"\s*(?:\w+\s+of\s+|some\s+|all\s+|both\s+)?(his|her|its|their|our|my|your)\s+(?=\w)", re.IGNORECASE)
_SAYINGS = frozenset("statement communique communiqué announcement readout release letter tweet".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_VAGUE = {
    "group": ("ngo", "armed_group", "party"),
    "organisation": ("ngo", "armed_group", "body_of_states"),
    "organization": ("ngo", "armed_group", "body_of_states"),
    "movement": ("armed_group", "party"),
    "charity": ("ngo",),
    "agency": ("medium", "body_of_states", "ngo"),
    "bloc": ("body_of_states",),
    "alliance": ("body_of_states", "armed_group", "party"),
    "newspaper": ("medium",),
    "paper": ("medium",),
    "broadcaster": ("medium",),
    "network": ("medium", "armed_group"),
    "company": ("company",),
    "militants": ("armed_group",),
    "party": ("party",),
    "watchdog": ("ngo", "body_of_states"),
}
"""Bare nouns that point back to a body already named, and the kinds that they can mean."""


def party(
    party: Party,
    sentences: Sequence[Sentence],
    cast: Cast,
    lexicon: Actors,
    role: Role = Role.SOURCE,
    speaker: Party | None = None,
) -> Party:
    """The party with its name, code and kind filled in where the words, the text or the lexicon tell. Pure; never raises.

    `speaker` is the source of the claim that an actor or recipient stands in, already resolved: who "we" and "our" are.
    """
    if party.kind is SourceKind.PUBLISHER or party.text is None:
        return party
    span = party.antecedent or party.span
    text = span_phrase(cast.document, span) if party.antecedent is not None and span else party.text
    at = span.start if span else 0
    own = _OURS.match(text) if speaker is not None and speaker.code not in (None, "UNSPEC", "publisher") else None
    if own is not None and speaker is not None:
        read = _ours(text[own.end() :].strip(), speaker, cast, lexicon)
    else:
        read = who(text, span, at, sentences, cast, lexicon)
    if read is None:
        return party
    read = _acting(_fighting(read, span, at, sentences), role)
    kind = SourceKind(read.kind) if read.kind else None
    return replace(party, name=read.name or party.text, code=read.code, kind=kind)


def _ours(rest: str, speaker: Party, cast: Cast, lexicon: Actors) -> Reading:
    """The reading of "we", or of "our forces" as the speaker's."""
    owner = Reading(speaker.name, body=speaker.code, person=speaker.name if speaker.kind is SourceKind.PERSON else None)
    return _owned(reading(rest, lexicon, cast.on, cast.near), owner) if rest else owner


def _fighting(read: Reading, span: Span | None, at: int, sentences: Sequence[Sentence]) -> Reading:
    """A people that fights is its army: "the Iranians fired first", "a fight against Koreans"."""
    sentence = _sentence(at, sentences)
    if sentence is None or span is None or read.sort is not Sort.PEOPLE:
        return read
    top = sentence.top(span)
    verb = next((t for t in sentence.ancestors(top) if t.pos in ("VERB", "NOUN")), None) if top else None
    return replace(read, sector="MIL") if verb is not None and verb.lemma in _FIGHTS else read


def code_of(phrase: str, lexicon: Actors, cast: Cast | None = None) -> Party:
    """A bare phrase, outside any text, as a party: for measuring, and for a user who asks what a name is coded as."""
    read = reading(phrase, lexicon, cast.on if cast else None, cast.near if cast else ())
    return Party(read.name, read.code, SourceKind(read.kind) if read.kind else None, phrase, None)


def who(text: str, span: Span | None, at: int, sentences: Sequence[Sentence], cast: Cast, lexicon: Actors) -> Reading | None:
    """Who the words mean at their place in the text; None for a pronoun that can't be told."""
    keys = [w.key for w in words(text)]
    sentence = _sentence(at, sentences)
    if len(keys) == 1 and keys[0] in PRONOUNS and not text.strip(".,").isupper():
        return _pronoun(keys[0], span, sentence, cast, lexicon, sentences)
    if (possessed := _POSSESSED.match(text)) is not None:
        word = possessed.group(1).casefold()
        return _possessed(word, text[possessed.end() :], span, sentence, sentences, cast, lexicon)
    wider = _with_noun(text, span, sentence, cast)
    if wider != text and reading(wider, lexicon, cast.on, cast.near).sector == "MIL":
        text = wider
    read = _resolved(reading(text, lexicon, cast.on, cast.near), text, at, sentence, cast)
    named = read.code is None or (read.sort is Sort.TOWN and read.bare)
    if named and (short := _bare_name(text, at, cast)) is not None:
        return short
    return read


def _with_noun(text: str, span: Span | None, sentence: Sentence | None, cast: Cast) -> str:
    """A lone modifier with the noun it stands before: the doer of "Russian shelling" is read as those words."""
    top = sentence.top(span) if sentence is not None and span is not None else None
    if sentence is None or top is None or span is None or top.dep not in ("amod", "compound", "nmod", "npadvmod"):
        return text
    noun = next((t for t in sentence.ancestors(top) if t.pos == "NOUN"), top)
    between = sentence.tokens[top.index : noun.index + 1]
    if noun.index <= top.index or any(t.dep in ("conj", "cc") or t.text == "," for t in between):
        return text
    return " ".join(Span(span.start, noun.end).of(cast.document.text).split())


def _bare_name(text: str, at: int, cast: Cast) -> Reading | None:
    """A surname behind an honorific ("Mr Holm"): the person already introduced."""
    known = cast.person(" ".join(w.text for w in words(text) if w.key not in HONORIFICS), at) or cast.first_name(text)
    return replace(known.reading, name=known.name, person=known.name) if known else None


def _resolved(read: Reading, text: str, at: int, sentence: Sentence | None, cast: Cast) -> Reading:
    bare = " ".join(w.text for w in words(text) if w.key not in ("the", "a", "an"))
    if (short := cast.abbreviation(bare)) is not None:
        return replace(short.reading, name=short.reading.name)
    if read.person is not None or (read.sort is None and read.code is None):
        known = cast.person(read.person or bare, at)
        told = read.sort is Sort.AGENT and (read.body or (read.country and read.sector))
        if known is not None and not told:
            return _filled_from(known, read)
    if read.sort is Sort.AGENT and read.body is None and read.country is None:
        return _filled(read, text, at, sentence, cast)
    return read


def _filled_from(known: Entity, read: Reading) -> Reading:
    """A person already introduced, with the sector that the title at hand gives him."""
    full = replace(known.reading, name=known.name, person=known.name)
    same = read.sector is None or read.sort is Sort.PERSON or full.body is not None or full.country is None
    return full if same else replace(full, sector=read.sector)


def _filled(read: Reading, text: str, at: int, sentence: Sentence | None, cast: Cast) -> Reading:
    """An office or a noun without a country: the last of the same noun, else the country that the text speaks of."""
    before = _meant(read, text, at, cast)
    if before is not None and before.reading.code is not None:
        return replace(before.reading, name=before.reading.name, person=read.person or before.reading.person)
    if read.alone != "context":
        return read
    if read.sector is None:
        return read
    return replace(read, country=cast.country(at, sentence.index if sentence else 0, read.sector, not read.strange))


def _meant(read: Reading, text: str, at: int, cast: Cast) -> Entity | None:
    """Whom a bare noun points back to: one of the same noun, one it can mean, or one of its sector in the same breath."""
    definite = text.split(None, 1)[0].casefold() in _DEFINITE if text.split() else False
    if not read.bare or not read.head or (read.sector == "UNSPEC" and not definite):
        return None
    noun = read.head.split()[-1]
    kinds = _VAGUE.get(noun, ())
    if noun in _SAYINGS:
        return next((n for n in reversed(cast.nouns) if n.at < at and _speaks(n.reading)), None)
    found = cast.noun(noun, at) or next((n for n in reversed(cast.nouns) if n.at < at and n.reading.kind in kinds), None)
    if found is not None or kinds:
        return found
    if not definite:
        return None
    near = (n for n in reversed(cast.nouns) if 0 < at - n.at < _BREATH and n.reading.country and n.reading.sector == read.sector)
    return next(near, None)


def _speaks(read: Reading) -> bool:
    """Whether somebody issues statements: a government, its head or its forces, a body of states."""
    return (read.code or "").split()[-1:] in (["GOV"], ["MIL"], ["SPY"]) or (read.body or "").startswith("IGO")


def _acting(read: Reading, role: Role) -> Reading:
    """A state that speaks or acts is its government; one that something is done to is the state."""
    if read.sort is Sort.STATE and read.sector is None and role is not Role.RECIPIENT:
        return replace(read, sector="GOV", name=f"Government of {read.name}")
    return read


def _sentence(at: int, sentences: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in sentences if s.start <= at < s.end), None)


def _possessed(
    word: str, rest: str, span: Span | None, sentence: Sentence | None, sentences: Sequence[Sentence], cast: Cast, lexicon: Actors
) -> Reading | None:
    """For "its soldiers": the noun's sector with the country of whose they are."""
    read = reading(rest, lexicon, cast.on, cast.near)
    if read.country is not None or read.body is not None:
        return read
    owner = _pronoun(word, span, sentence, cast, lexicon, sentences)
    if owner is None or owner.code is None:
        return replace(read, alone="none") if read.sector else None
    return _owned(read, owner)


def _owned(read: Reading, owner: Reading) -> Reading:
    """The noun's sector with the owner's country; an armed group's and a body's people are its own."""
    country, _, sector = (owner.code or "").partition(" ")
    if len(country) != 3 or not sector or country == "IGO" or read.sector is None:
        return replace(read, body=owner.code)
    keeps = sector in ("REB", "MIL", "COP") and read.sector in ("MIL", "GOV")
    return replace(read, country=country, sector=sector if keeps else read.sector)


_HUMAN = frozenset("he she him her his himself herself i me my".split())
_THINGS = frozenset("it its itself which".split())
_MANY = frozenset({"they", "them", "their", "themselves"})
_RELATIVE = frozenset("who which that whom".split())


def _pronoun(
    word: str, span: Span | None, sentence: Sentence | None, cast: Cast, lexicon: Actors, sentences: Sequence[Sentence]
) -> Reading | None:
    """Whom a pronoun stands for, where it fits: "he" is a person, "it" is none; a relative stands for its noun."""
    if sentence is not None and span is not None and word in _RELATIVE:
        top = sentence.top(span)
        clause = next((t for t in sentence.ancestors(top) if t.dep == "relcl"), None) if top else None
        if clause is not None:
            return _told(sentence, sentence.head(clause), cast, lexicon)
    owner = _subject(span, sentence, cast, lexicon, sentences, word)
    if owner is None and word in ("we", "us", "our") and cast.home is not None:
        return reading(cast.document.publisher or "", lexicon, cast.on, cast.near)
    return owner


def _fits(word: str, token: Token, read: Reading) -> bool:
    """Whether a noun and its reading can be what the pronoun stands for."""
    many = token.tag in ("NNS", "NNPS")
    if many and word in _HUMAN | _THINGS:
        return False
    if word in _MANY and read.person is not None:
        return False
    if word in _HUMAN:
        return read.person is not None or read.sort is Sort.AGENT
    return not (word in _THINGS and read.person is not None)


def _subject(
    span: Span | None,
    sentence: Sentence | None,
    cast: Cast,
    lexicon: Actors,
    sentences: Sequence[Sentence],
    word: str = "",
) -> Reading | None:
    """Whom a pronoun stands for: the subject of a clause above it, else the last sentence's, where it tells who it is."""
    if sentence is None or span is None:
        return None
    for token in _subjects(sentence, span):
        if (read := _told(sentence, token, cast, lexicon)) is not None and _fits(word, token, read):
            return read
    for before in reversed(sentences[max(0, sentence.index - 2) : sentence.index]):
        for token in (c for c in before.children(before.root, "nsubj", "nsubjpass")):
            if (read := _told(before, token, cast, lexicon)) is not None and _fits(word, token, read):
                return read
    return None


def _subjects(sentence: Sentence, span: Span) -> list[Token]:
    """The subjects of the clauses that stand above the words, nearest first."""
    top = sentence.top(span)
    if top is None:
        return []
    found: list[Token] = []
    for verb in (top, *sentence.ancestors(top)):
        found += [c for c in sentence.children(verb, "nsubj", "nsubjpass") if not c.span.overlaps(span) and c.index != top.index]
    others = (t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and not t.span.overlaps(span))
    return [*found, *(t for t in others if t not in found and t.index != top.index)]


def _told(sentence: Sentence, token: Token, cast: Cast, lexicon: Actors) -> Reading | None:
    if token.pos == "PRON":
        return None
    text = span_phrase(cast.document, sentence.subtree_span(token))
    read = _resolved(reading(text, lexicon, cast.on, cast.near), text, token.start, sentence, cast)
    return read if read.code is not None and read.code != "UNSPEC" else None
