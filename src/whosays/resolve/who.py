"""Words at their place in a text -> who they mean there: short forms, surnames, bare nouns and pronouns resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whosays.lexicon.actors import Actors
from whosays.lexicon.terms import Sort, bag, words
from whosays.model import Sentence, Span, Token, sentences_at
from whosays.resolve.agents import reading
from whosays.resolve.cast import Cast, Entity, own_country, span_phrase
from whosays.resolve.phrase import HONORIFICS
from whosays.resolve.pronouns import PRONOUNS, among, candidates, fits, is_empty, is_person, pair
from whosays.resolve.reading import Reading

_BREATH = 120
"""Characters within which "the army" is the army just spoken of under another noun."""
_POSSESSED = re.compile(
    r"\s*(?:\w+\s+of\s+|some\s+|all\s+|both\s+)?(his|her|its|their|our|my|your)\s+(?=\w)", re.IGNORECASE
)
_SOME_OF = re.compile(r".*\bof (them|whom|these|those)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(
    r"(?:about |some |around |nearly |over |at least |up to |more than |another |a further )*[\d.,]+", re.IGNORECASE
)
_NOBODY = bag("you your this one")
_FIRST = bag("we us our i me my")
_LAST = re.compile(r"(?:the )?(latter|former)(?:['’]s)?", re.IGNORECASE)
_SAYINGS = bag("statement communique communiqué announcement readout release letter tweet")
_INQUIRIES = bag("report investigation inquiry probe study assessment findings")
_DEFINITE = bag("the this that these those")
_VAGUE: Mapping[str, tuple[str, ...]] = {
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


def who(
    text: str, span: Span | None, at: int, sentences: Sequence[Sentence], cast: Cast, lexicon: Actors
) -> Reading | None:
    """Who the words mean at their place in the text, and in ``why`` how that was told; None for a pronoun that can't be."""
    keys = [w.key for w in words(text)]
    sentence = next(iter(sentences_at(sentences, Span(at, at + 1))), None)
    if len(keys) == 1 and keys[0] in PRONOUNS and (keys[0] == "i" or not text.strip(".,").isupper()):
        return _pronoun(keys[0], span, sentence, cast, lexicon, sentences)
    if (some := _SOME_OF.fullmatch(text)) is not None and span is not None:
        inner = Span(span.start + some.start(1), span.start + some.end(1))
        return _pronoun(some.group(1).casefold(), inner, sentence, cast, lexicon, sentences)
    if _NUMBER.fullmatch(text) is not None and sentence is not None and span is not None:
        counted = among(span, sentence)
        read = _told(sentence, counted, cast, lexicon) if counted is not None else None
        return (
            replace(read, why=f"a number of the {counted.text}") if read is not None and counted is not None else None
        )
    if (possessed := _POSSESSED.match(text)) is not None:
        word = possessed.group(1).casefold()
        return _possessed(word, text[possessed.end() :], span, sentence, sentences, cast, lexicon)
    if (which := _LAST.fullmatch(text)) is not None and sentence is not None and span is not None:
        two = pair(span, sentence, sentences)
        text = two[which.group(1).casefold() == "latter"] if two else text
    wider = _with_noun(text, span, sentence, cast)
    if wider != text and reading(wider, lexicon, cast.on, cast.near).sector == "MIL":
        text = wider
    return _named(text, span, at, sentence, cast, lexicon)


def _named(text: str, span: Span | None, at: int, sentence: Sentence | None, cast: Cast, lexicon: Actors) -> Reading:
    """Who words that are no pronoun mean: by themselves, by whose soldiers are sent, by what the text said before."""
    plain = reading(text, lexicon, cast.on, cast.near)
    if plain.sort is Sort.CAPITAL and plain.bare and text in cast.surnames:
        person = replace(plain, name=text, country=None, sector=None, sort=Sort.PERSON, person=text)
        return _bare_name(text, at, cast) or replace(person, why="the surname of a person whom the text names in full")
    if plain.head == "men" and plain.sector == "MIL" and plain.country is None and plain.body is None:
        plain = replace(plain, sector="CVL")  # nobody's men are no soldiers
    head = sentence.top(span) if sentence is not None and span is not None else None
    nobodys = plain.sector == "MIL" and plain.country is None and plain.body is None
    if nobodys and sentence is not None and head is not None:
        sent = own_country(cast, sentence, head, lexicon)
        plain = replace(plain, country=sent, why=f"of {sent}, who sends them" if sent else "")
    read = _resolved(plain, text, at, sentence, cast)
    unknown = read.code is None or (read.sort is Sort.TOWN and read.bare)
    if unknown and (short := _bare_name(text, at, cast)) is not None:
        return short
    return read


def _with_noun(text: str, span: Span | None, sentence: Sentence | None, cast: Cast) -> str:
    """A lone modifier with the noun it stands before: the doer of "Russian shelling" is read as those words."""
    top = sentence.top(span) if sentence is not None and span is not None else None
    if sentence is None or top is None or span is None or top.dep not in ("amod", "compound", "nmod", "npadvmod"):
        return text
    noun = next((t for t in sentence.ancestors(top) if t.pos == "NOUN" or t.tag == "VBG"), top)
    between = sentence.tokens[top.index : noun.index + 1]
    if noun.index <= top.index or any(t.dep in ("conj", "cc") or t.text == "," for t in between):
        return text
    return " ".join(Span(span.start, noun.end).of(cast.document.text).split())


def _bare_name(text: str, at: int, cast: Cast) -> Reading | None:
    """A surname behind an honorific ("Mr Holm"): the person already introduced."""
    known = cast.person(" ".join(w.text for w in words(text) if w.key not in HONORIFICS), at) or cast.first_name(text)
    if known is None:
        return None
    return replace(known.reading, name=known.name, person=known.name, why=_before_as(known))


def _before_as(known: Entity) -> str:
    return f"introduced in the text at {known.at} as {known.name} ({known.reading.code})"


def _resolved(read: Reading, text: str, at: int, sentence: Sentence | None, cast: Cast) -> Reading:
    bare = " ".join(w.text for w in words(text) if w.key not in ("the", "a", "an"))
    if (short := cast.abbreviation(bare)) is not None:
        return replace(short.reading, name=short.reading.name, why=f"spelled out in the text at {short.at}")
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
    full = replace(known.reading, name=known.name, person=known.name, why=_before_as(known))
    same = read.sector is None or read.sort is Sort.PERSON or full.body is not None or full.country is None
    return full if same else replace(full, sector=read.sector)


def _filled(read: Reading, text: str, at: int, sentence: Sentence | None, cast: Cast) -> Reading:
    """An office or a noun without a country: the last of the same noun, else the country that the text speaks of."""
    before = _meant(read, text, at, cast) if read.head not in ("country", "nation") else None
    if before is not None and before.reading.code is not None:
        why = f"the {read.head} named last, at {before.at}"
        return replace(before.reading, name=before.reading.name, person=read.person or before.reading.person, why=why)
    around = "the country that the text speaks of there"
    if read.head in ("country", "nation") and read.bare:
        land = cast.country(at, sentence.index if sentence else 0)
        return replace(read, country=land, sector="GOV", alone="context", why=around)
    if read.alone != "context":
        return read
    if read.sector is None:
        return read
    land = cast.country(at, sentence.index if sentence else 0, read.sector, not read.strange)
    return replace(read, country=land, why=around if land else "")


def _meant(read: Reading, text: str, at: int, cast: Cast) -> Entity | None:
    """Whom a bare noun points back to: one of the same noun, one it can mean, or one of its sector in the same breath."""
    definite = text.split(None, 1)[0].casefold() in _DEFINITE if text.split() else False
    if not read.bare or not read.head or (read.sector == "UNSPEC" and not definite):
        return None
    noun = read.head.split()[-1]
    kinds = _VAGUE.get(noun, ())
    if noun in _SAYINGS:
        return next((n for n in reversed(cast.nouns) if n.at < at and _speaks(n.reading)), None)
    found = (
        cast.noun(noun, at)
        or (_inquiry(at, cast) if noun in _INQUIRIES and definite else None)
        or next((n for n in reversed(cast.nouns) if n.at < at and n.reading.kind in kinds), None)
    )
    if found is not None or kinds:
        return found
    if not definite:
        return None
    near = (
        n
        for n in reversed(cast.nouns)
        if 0 < at - n.at < _BREATH and n.reading.country and n.reading.sector == read.sector
    )
    return next(near, None)


def _inquiry(at: int, cast: Cast) -> Entity | None:
    """The inquiry named last, by whatever noun: "this investigation" after "the UN report"."""
    return next((n for n in reversed(cast.nouns) if n.at < at and n.key in _INQUIRIES and n.reading.told), None)


_OTHERS = bag(
    "ally allies partner partners neighbour neighbours neighbor neighbors counterpart counterparts enemy enemies",
    "rival rivals foe foes opponent opponents adversary adversaries",
)


def _speaks(read: Reading) -> bool:
    """Whether somebody issues statements: a government, its head or its forces, a body of states."""
    return (read.code or "").split()[-1:] in (["GOV"], ["MIL"], ["SPY"]) or (read.body or "").startswith("IGO")


def _possessed(
    word: str,
    rest: str,
    span: Span | None,
    sentence: Sentence | None,
    sentences: Sequence[Sentence],
    cast: Cast,
    lexicon: Actors,
) -> Reading | None:
    """For "its soldiers": the noun's sector with the country of whose they are."""
    read = reading(rest, lexicon, cast.on, cast.near)
    if read.country is not None or read.body is not None:
        return read
    if is_other(rest):
        return None
    owner = _pronoun(word, span, sentence, cast, lexicon, sentences)
    if owner is None or owner.code is None:
        return replace(read, alone="none") if read.sector else None
    return replace(owned(read, owner), why=f"whose “{word}” is: {owner.why}")


def is_other(noun: str) -> bool:
    """Whether the noun tells of another by what they are to the owner: "its allies" are not its own people."""
    return not _OTHERS.isdisjoint(noun.casefold().split()[-1:])


def owned(read: Reading, owner: Reading) -> Reading:
    """The noun's sector with the owner's country; an armed group's and a body's people are its own."""
    country, _, sector = (owner.code or "").partition(" ")
    if owner.body is None and owner.country and not sector:
        return replace(read, country=owner.country)
    if len(country) != 3 or not sector or country == "IGO" or read.sector in (None, "UNSPEC"):
        return replace(read, body=owner.code)
    keeps = sector in ("REB", "MIL", "COP") and read.sector in ("MIL", "GOV")
    return replace(read, country=country, sector=sector if keeps else read.sector)


def _pronoun(
    word: str, span: Span | None, sentence: Sentence | None, cast: Cast, lexicon: Actors, sentences: Sequence[Sentence]
) -> Reading | None:
    """Whom a pronoun stands for: the first candidate that fits and tells who it is; "we" of a state's own text is the state,
    of any other text nobody that it names: `told` knows who speaks.

    The first person named that "he" fits decides, though nothing be known of him.
    """
    if sentence is None or span is None or word in _NOBODY or is_empty(word, span, sentence):
        return None
    if word in _FIRST and cast.home is not None:
        return replace(
            reading(cast.document.publisher or "", lexicon, cast.on, cast.near), why=f"“{word}” is the publisher"
        )
    if word in _FIRST:
        return None
    for where, token in candidates(word, span, sentence, sentences):
        read = _told(where, token, cast, lexicon)
        if read is not None and fits(word, where, token, read):
            return replace(read, why=f"“{word}” stands for “{read.person or token.text}” in sentence {where.index}")
        if read is None and is_person(word, where, token):
            return None
    return None


def _told(sentence: Sentence, token: Token, cast: Cast, lexicon: Actors) -> Reading | None:
    if token.pos == "PRON":
        return None
    text = span_phrase(cast.document, sentence.subtree_span(token))
    read = _resolved(reading(text, lexicon, cast.on, cast.near), text, token.start, sentence, cast)
    return read if read.code is not None and read.code != "UNSPEC" else None
