"""Finds the words that name places. What the gazetteer and the list of features know is tried first; the parser's entities are a hint.

Every run of capitalised words is looked up, the longest first, and a hit is weighed (see `evidence`): a name is a place's name if the
evidence is not against it; a small town's name has to have evidence for it ("in Reading" is a place, "Reading the report" is not).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whosays.lexicon.features import Features, Site
from whosays.lexicon.placenames import key, without_class
from whosays.model import Sentence, Span
from whosays.resolve.classes import class_hint, classed
from whosays.resolve.evidence import Hit, Known, weigh
from whosays.resolve.gazetteer import Gazetteer, Kind, Place
from whosays.resolve.metonym import acts
from whosays.resolve.runs import capital, runs, written

WEAK = -1.6
"""Evidence above which a name counts as a place's beside one that is."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, not yet told which. ``first`` and ``last`` are the tokens of the name itself.

    ``hint`` is the kind that a class word beside the name says; ``actor`` tells that the name stands for a government or a
    team here ("Moscow denies"); ``weight`` is the evidence that it names a place at all.
    """

    sentence: int
    first: int
    last: int
    span: Span
    key: str
    places: tuple[Place, ...]
    hint: Kind | None = None
    actor: bool = False
    weight: float = 0.0


def toponyms(sentences: Sequence[Sentence], gazetteer: Gazetteer, lexicon: Features) -> tuple[Toponym, ...]:
    """All toponyms of the document in the order of the text; none overlap."""
    found = [tuple(runs(sentence, lexicon)) for sentence in sentences]
    places = lookup({k for each in found for _, _, k in each}, gazetteer, lexicon)
    short = _abbreviations(sentences, found, places)
    found = [(*each, *_shortened(sentence, short)) for sentence, each in zip(sentences, found, strict=True)]
    known = Known(
        places=places | {k: places[full] for k, full in short.items()},
        small=frozenset(t.text for s in sentences for t in s.tokens if t.text.islower()),
        people=_people(sentences),
    )
    weighed = [tuple(_longest(sentence, each, known, lexicon)) for sentence, each in zip(sentences, found, strict=True)]
    firm = frozenset(t.key for each in weighed for t in each if t.weight > 0)
    return tuple(t for s, each in zip(sentences, weighed, strict=True) for t in _kept(s, each, firm))


def lookup(keys: set[str], gazetteer: Gazetteer, lexicon: Features) -> dict[str, tuple[Place, ...]]:
    """The places of each key, those of the feature list first."""
    ours = {k: tuple(_place(site) for site in lexicon.sites[k]) for k in keys if k in lexicon.sites}
    found = {
        k: tuple(replace(p, country=lexicon.seen(p.country, p.name, p.adm1)) for p in each)
        for k, each in gazetteer.find(keys).items()
    }
    return {k: (*ours.get(k, ()), *found.get(k, ())) for k in keys if k in ours or k in found}


def _place(site: Site) -> Place:
    """A feature as a place; its number is below zero, so that it is none of the index's."""
    return Place(
        id=-site.number, geonameid=None, name=site.name, kind=Kind.FEATURE, country=site.country, adm1=None,
        region=None, lat=site.lat, lon=site.lon, population=0, precision=site.precision,
    )  # fmt: skip


def given(
    sentences: Sequence[Sentence], spans: Sequence[Span], gazetteer: Gazetteer, lexicon: Features
) -> tuple[Toponym | None, ...]:
    """The toponyms at spans that are known to name places (also by the word for a people); None where nothing bears the name."""
    placed = [_tokens_at(sentences, span) for span in spans]
    keys = [_keys_of(found, span, lexicon) if found else () for found, span in zip(placed, spans, strict=True)]
    known = lookup({k for ks in keys for k in ks}, gazetteer, lexicon)
    toponyms_: list[Toponym | None] = []
    for found, span, ks in zip(placed, spans, keys, strict=True):
        k = next((k for k in ks if k in known), None)
        if found is None or k is None:
            toponyms_.append(None)
            continue
        sentence, i, j = found
        hint = class_hint(sentence.tokens, i, j)
        toponyms_.append(
            Toponym(sentence=sentence.index, first=i, last=j, span=span, key=k, places=known[k], hint=hint, weight=1.0)
        )
    return tuple(toponyms_)


def _tokens_at(sentences: Sequence[Sentence], span: Span) -> tuple[Sentence, int, int] | None:
    for sentence in sentences:
        inside = sentence.within(span)
        if inside:
            return sentence, inside[0].index, inside[-1].index
    return None


def _keys_of(found: tuple[Sentence, int, int], span: Span, lexicon: Features) -> tuple[str, ...]:
    """The keys to try for given words, best first."""
    sentence, i, j = found
    words = written(sentence.tokens[i : j + 1])
    words = words[max(span.start - sentence.tokens[i].start, 0) :][: len(span)]
    people = lexicon.countries.by_people.get(words, ())
    full = lexicon.short.get(words)
    own = (key(words), without_class(words), key(words.removeprefix("the ")))
    return tuple(k for k in (key(full) if full else "", *(f"people {c}" for c in people), *own) if k)


def _people(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Keys of the last words of people's names of two words or more, as the parser saw them."""
    found: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            ends = i + 1 == len(tokens) or tokens[i + 1].entity != "PERSON"
            if token.entity == "PERSON" and ends and i and tokens[i - 1].entity == "PERSON" and token.pos == "PROPN":
                found.add(key(token.text))
    return frozenset(found)


def _abbreviations(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[tuple[int, int, str]]],
    places: Mapping[str, tuple[Place, ...]],
) -> dict[str, str]:
    """The keys of abbreviations that the document introduces in brackets ("Euphrates River Valley (ERV)") -> of what they stand for."""
    short: dict[str, str] = {}
    for sentence, each in zip(sentences, found, strict=True):
        tokens = sentence.tokens
        for _, j, k in each:
            if k in places and j + 3 < len(tokens) and tokens[j + 1].text == "(" and tokens[j + 3].text == ")":
                text = tokens[j + 2].text
                if text.isupper() and text.isalpha() and 2 < len(text) < 6 and text[0].lower() == k[0]:
                    short.setdefault(_short(text), k)
    return short


def _shortened(sentence: Sentence, short: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for token in sentence.tokens if short else ():
        if token.text.isupper() and _short(token.text) in short:
            yield token.index, token.index, _short(token.text)


def _short(text: str) -> str:
    """The key of an abbreviation: one that no name has."""
    return f"short {text.lower()}"


def _kept(sentence: Sentence, found: Sequence[Toponym], firm: frozenset[str]) -> Iterator[Toponym]:
    """Those with the evidence on their side, and weak ones that stand in a list beside one ("Idlib and Hama").

    What the document names firmly elsewhere (`firm`: the keys) needs less.
    """
    strong = [t.weight > (WEAK if t.key in firm else 0) for t in found]
    for _ in found[:1]:
        for n in (*range(len(found)), *reversed(range(len(found)))):
            beside = (m for m in (n - 1, n + 1) if 0 <= m < len(found))
            strong[n] = strong[n] or (
                found[n].weight > WEAK and any(strong[m] and _listed(sentence, found, n, m) for m in beside)
            )
    yield from (t for t, kept in zip(found, strong, strict=True) if kept)


def _listed(sentence: Sentence, found: Sequence[Toponym], n: int, m: int) -> bool:
    """Whether nothing but a comma or an "and" stands between two neighbours."""
    first, second = found[min(n, m)], found[max(n, m)]
    between = [t.text.lower() for t in sentence.tokens[first.last + 1 : second.first]]
    return between in ([","], ["and"], [",", "and"], ["or"], ["to"])


def _longest(
    sentence: Sentence, found: Sequence[tuple[int, int, str]], known: Known, lexicon: Features
) -> Iterator[Toponym]:
    taken = -1
    for i, j, k in sorted(found, key=lambda r: (r[0], -r[1])):
        if i <= taken:
            continue
        if k in lexicon.words.others:
            taken = j
        if i <= taken or k not in known.places or _misclassed(sentence, i, j, known):
            continue
        weight = weigh(Hit(sentence, i, j, k, known.places[k]), known, lexicon)
        if weight is None:
            continue
        toponym = _toponym(sentence, i, j, k, known.places[k], weight, lexicon)
        taken = toponym.last
        yield toponym


def _misclassed(sentence: Sentence, i: int, j: int, known: Known) -> bool:
    """Whether a name with its class word is only that of something of another class, and the name without it is better ("Marib city")."""
    kind = class_hint(sentence.tokens, i, j) if j > i and sentence.tokens[j].text.islower() else None
    if kind is None:
        return False
    places, plain = (
        known.places[key(written(sentence.tokens[i : j + 1]))],
        known.places.get(key(written(sentence.tokens[i:j])), ()),
    )
    return not any(p.kind in (kind, Kind.FEATURE) for p in places) and any(p.kind is kind for p in plain)


def _toponym(
    sentence: Sentence, i: int, j: int, k: str, places: tuple[Place, ...], weight: float, lexicon: Features
) -> Toponym:
    """The toponym, with a class word that is written as a part of the name ("Nyanza Province")."""
    tokens = sentence.tokens
    hint, actor = class_hint(tokens, i, j), acts(sentence, i, j, places, lexicon)
    last = j + 1 if classed(tokens, j + 1) and capital(tokens[j + 1]) else j
    span = Span(tokens[i].start, tokens[last].end)
    return Toponym(
        sentence=sentence.index,
        first=i,
        last=last,
        span=span,
        key=k,
        places=places,
        hint=hint,
        actor=actor,
        weight=weight,
    )
