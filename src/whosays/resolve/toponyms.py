"""Finds the words that name places. What the gazetteer and the list of features know is tried first; the parser's entities are a hint.

Every run of capitalised words is looked up, the longest first. A hit is weighed: how well known its bearers are, what stands
before and after it, what the parser thinks of it. A name is a place's name if the evidence is not against it; a small town's name
has to have evidence for it ("in Reading" is a place, "Reading the report" is not). The weights are few and were set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.lexicon.features import Features, Site, Words
from whosays.model import Sentence, Span, Token
from whosays.resolve.gazetteer import Gazetteer, Kind, Place
from whosays.lexicon.placenames import CLASS_WORDS, key, without_class

LONGEST = 7
"""Tokens in a name, its joints counted ("San José del Guaviare", "Deir ez - Zor")."""

_JOINTS = frozenset("of the and de del della di da do dos das la le les el al du des y e ez az as es ash esh ar er an en on upon sur am in im - ' ’ 's ’s . / zur bin".split())
_STARTS = frozenset("al el as ash an ar at ad az es esh ez le la les los las d' l'".split())


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


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the names that one document uses: places by key, short forms, and words that it also writes small."""

    places: Mapping[str, tuple[Place, ...]]
    small: frozenset[str]
    people: frozenset[str]


def toponyms(sentences: Sequence[Sentence], gazetteer: Gazetteer, lexicon: Features) -> tuple[Toponym, ...]:
    """All toponyms of the document in the order of the text; none overlap."""
    runs = [tuple(_runs(sentence, lexicon)) for sentence in sentences]
    known = Known(
        places=lookup({k for found in runs for _, _, k in found}, gazetteer, lexicon),
        small=frozenset(t.text for s in sentences for t in s.tokens if t.text.islower()),
        people=_people(sentences),
    )
    return tuple(t for sentence, found in zip(sentences, runs, strict=True) for t in _longest(sentence, found, known, lexicon))


def lookup(keys: set[str], gazetteer: Gazetteer, lexicon: Features) -> dict[str, tuple[Place, ...]]:
    """The places of each key, those of the feature list first."""
    ours = {k: tuple(_place(site) for site in lexicon.sites[k]) for k in keys if k in lexicon.sites}
    found = gazetteer.find(keys)
    return {k: (*ours.get(k, ()), *found.get(k, ())) for k in keys if k in ours or k in found}


def _place(site: Site) -> Place:
    """A feature as a place; its number is below zero, so that it is none of the index's."""
    return Place(
        id=-site.number, geonameid=None, name=site.name, kind=Kind.FEATURE, country=site.country, adm1=None,
        region=None, lat=site.lat, lon=site.lon, population=0, precision=site.precision,
    )  # fmt: skip


def given(sentences: Sequence[Sentence], spans: Sequence[Span], gazetteer: Gazetteer, lexicon: Features) -> tuple[Toponym | None, ...]:
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
        hint = _hint(sentence.tokens, i, j)
        toponyms_.append(Toponym(sentence=sentence.index, first=i, last=j, span=span, key=k, places=known[k], hint=hint, weight=1.0))
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
    words = _written(sentence.tokens[i : j + 1])
    words = words[max(span.start - sentence.tokens[i].start, 0) :][: len(span)]
    people = lexicon.countries.by_people.get(words, ())
    full = lexicon.short.get(words)
    return tuple(
        k for k in (key(full) if full else "", *(f"people {c}" for c in people), key(words), without_class(words), key(words.removeprefix("the ")))
        if k
    )  # fmt: skip


def _runs(sentence: Sentence, lexicon: Features) -> Iterator[tuple[int, int, str]]:
    """First token, last token and key of every run of words that could be a name."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.text in lexicon.short and ((i and tokens[i - 1].text == ",") or "." in token.text):
            yield i, i, key(lexicon.short[token.text])
        if _opens(tokens, i):
            yield from _run(tokens, i, lexicon)
        elif token.text.islower() and key(token.text) in lexicon.openings:
            yield from (run for run in _run(tokens, i, lexicon) if run[2] in lexicon.small)


def _run(tokens: Sequence[Token], i: int, lexicon: Features) -> Iterator[tuple[int, int, str]]:
    """The runs that begin at a token. A word written small may go on a name only where the list of features has it so."""
    for j in range(i, min(i + LONGEST, len(tokens))):
        word = tokens[j].text.lower()
        name = _capital(tokens[j]) or (j > i and word in CLASS_WORDS)
        k = key(_written(tokens[i : j + 1]))
        listed = k in lexicon.openings
        if not (name or listed or (j > i and (word in _JOINTS or _open_joint(tokens[j])))):
            return
        if k and any(c.isalnum() for c in word) and (name or (listed and k in lexicon.sites)):
            yield i, j, k


def _written(tokens: Sequence[Token]) -> str:
    text, end = [], tokens[0].start
    for token in tokens:
        text.append((" " if token.start > end else "") + token.text)
        end = token.end
    return "".join(text)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if _capital(token):
        return True
    return token.text.lower() in _STARTS and i + 2 < len(tokens) and tokens[i + 1].text in "-’'" and _capital(tokens[i + 2])


def _capital(token: Token) -> bool:
    text = token.text
    return text[0].isupper() or (len(text) > 2 and text[0] in "'’‘`ʻʿ" and text[1].isupper()) or (len(text) > 3 and text[2] in "-'’" and text[3].isupper()) or (len(text) > 2 and text[1] in "'’" and text[2].isupper())


def _open_joint(token: Token) -> bool:
    return not token.text[0].isalnum() and token.text in "-–'’.`"


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


def _longest(sentence: Sentence, runs: Sequence[tuple[int, int, str]], known: Known, lexicon: Features) -> Iterator[Toponym]:
    taken = -1
    for i, j, k in sorted(runs, key=lambda r: (r[0], -r[1])):
        if i <= taken or k not in known.places:
            continue
        found = _weigh(sentence, i, j, k, known, lexicon)
        if found is None:
            continue
        taken = found.last
        if found.weight > 0:
            yield found


def _weigh(sentence: Sentence, i: int, j: int, k: str, known: Known, lexicon: Features) -> Toponym | None:
    """The toponym with its evidence; None where a shorter run should be tried instead."""
    tokens, words = sentence.tokens, lexicon.words
    places = known.places[k]
    name = tokens[i : j + 1]
    before = tokens[i - 1] if i else None
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    hint = _hint(tokens, i, j)
    weight = _fame(places)
    if _no_name(name, places, lexicon):
        return None
    if i == j and k in words.common and not any(p.kind in (Kind.COUNTRY, Kind.FEATURE) for p in places):
        weight -= 3.0
    if all(t.text.lower() in words.common or not _capital(t) for t in name) and len(name) > 1 and not any(p.kind in (Kind.COUNTRY, Kind.FEATURE) for p in places):
        weight -= 1.0
    weight += 0.7 * (sum(_capital(t) for t in name) > 1)
    if i == j and name[0].text.lower() in known.small:
        weight -= 2.0
    if i == j and name[0].text.lower() in words.forenames and not _known(places):
        weight -= 2.0
    weight += _labels(name)
    if hint is not None:
        weight += 2.5
    if before is not None:
        weight += _preceded(tokens, i, words)
    if after is not None:
        weight += _followed(tokens, j, words.organs, name)
    if i == j and k in known.people and not _located(tokens, i, words.locative):
        weight -= 2.5
    if not any(t.pos in ("PROPN", "NOUN", "ADJ") for t in name):
        weight -= 2.0
    if _bordered(tokens, j):
        weight += 1.5
    if _classed(tokens, j + 1) and _capital(tokens[j + 1]):
        j += 1
    return Toponym(
        sentence=sentence.index, first=i, last=j, span=Span(name[0].start, tokens[j].end), key=k, places=places,
        hint=hint, actor=_acts(sentence, i, j, places, lexicon), weight=weight,
    )  # fmt: skip


def _no_name(name: Sequence[Token], places: Sequence[Place], lexicon: Features) -> bool:
    """Words for peoples, initials and very short names of small places."""
    if len(name) > 1 or any(p.kind is Kind.COUNTRY for p in places) or name[0].text in lexicon.short:
        return False
    text = name[0].text.replace(".", "")
    return text in lexicon.countries.by_people or (text.isupper() and len(text) < 4) or (len(text) < 3 and not _known(places))


def _known(places: Sequence[Place]) -> bool:
    return any(p.kind is Kind.FEATURE or p.population >= 50_000 for p in places)


def _fame(places: Sequence[Place]) -> float:
    """How well known the best bearer of the name is, from about -1 for hamlets to 2 for countries."""
    return max(_fame_of(place) for place in places)


def _fame_of(place: Place) -> float:
    penalty = 1.0 * (place.grade > 0)
    if place.kind is Kind.COUNTRY or place.kind is Kind.FEATURE:
        return 2.0
    if place.kind is Kind.ADM1:
        return (1.2 if place.population >= 100_000 else 0.3) - penalty / 2
    if place.kind is Kind.ADM2:
        return -0.3 - penalty
    if place.population >= 500_000:
        return 1.6 - penalty
    if place.population >= 100_000:
        return 1.0 - penalty
    return (0.3 if place.population >= 15_000 else -0.3) - penalty


def _labels(name: Sequence[Token]) -> float:
    labels = {t.entity for t in name}
    if labels & {"GPE", "LOC", "FAC"}:
        return 1.3
    if labels & {"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "LANGUAGE", "QUANTITY", "WORK_OF_ART", "LAW", "EVENT"}:
        return -1.5
    if "PERSON" in labels:
        return -1.0 if len(name) == 1 else -1.5
    return -0.7 if labels & {"ORG", "NORP", "PRODUCT"} else 0.0


def _located(tokens: Sequence[Token], i: int, locative: frozenset[str]) -> bool:
    return i > 0 and tokens[i - 1].text.lower() in locative


def _preceded(tokens: Sequence[Token], i: int, words: Words) -> float:
    before = tokens[i - 1]
    word = before.text.lower().rstrip(".")
    if word in words.directions:
        return 0.8
    if word in words.titles:
        return -4.0
    if word in words.locative or word in words.near:
        return _placed(tokens, i, words) if word in ("of", "to", "from", "on", "against", "over") else 1.3
    if word == "the" and i > 1 and tokens[i - 2].text.lower() in words.locative:
        return 0.3
    if before.pos != "PROPN" or not _capital(before):
        return 0.0
    if before.entity == "PERSON":
        return -3.0
    return -1.8 if before.dep == "compound" and before.entity not in ("GPE", "NORP", "LOC") else 0.0


def _placed(tokens: Sequence[Token], i: int, words: Words) -> float:
    """"of" and "to" tell less by themselves than after "15 km west", "close" or "outskirts"."""
    if i < 2:
        return 0.6
    word = tokens[i - 2].text.lower()
    return 2.0 if word in words.near or word in words.directions or word in words.units else 0.6


def _followed(tokens: Sequence[Token], j: int, organs: frozenset[str], name: Sequence[Token]) -> float:
    after = tokens[j + 1]
    word = after.text.lower().rstrip(".")
    if word in _TREATIES or word in _WEAPONS:
        return -4.0
    if not _capital(after) or after.start > name[-1].end + 1:
        return 0.0
    if _classed(tokens, j + 1):
        return 0.5
    ahead = [t.text.lower().rstrip(".") for t in _capitals(tokens, j + 1)]
    if any(w in organs for w in ahead):
        return -3.5
    if after.entity == "PERSON" and name[-1].entity == "PERSON":
        return -3.0
    if after.pos == "PROPN" and after.entity == name[-1].entity == "ORG":
        return -2.0
    return -1.2 if after.pos == "PROPN" and name[-1].dep == "compound" and name[-1].entity not in ("GPE", "LOC") else 0.0


_TREATIES = frozenset("treaty treaties accord accords agreement agreements convention protocol declaration deal syndrome virus fever flu disease".split())
_WEAPONS = frozenset("rocket rockets missile missiles tank tanks launcher launchers rifle rifles pistol gun guns howitzer howitzers mortar mortars".split())


def _capitals(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    for token in tokens[start : start + 6]:
        if not _capital(token) and token.text.lower() not in ("of", "for", "and", "&", "the"):
            return
        yield token


def _bordered(tokens: Sequence[Token], j: int) -> bool:
    """"Town, State" or "Town, Country": a comma, then another name."""
    return j + 2 < len(tokens) and tokens[j + 1].text == "," and _capital(tokens[j + 2]) and tokens[j + 2].entity == "GPE"


def _hint(tokens: Sequence[Token], i: int, j: int) -> Kind | None:
    """The kind told by a class word inside, after or before the name."""
    if j > i and tokens[j].text.lower() in CLASS_WORDS:
        return _KINDS[CLASS_WORDS[tokens[j].text.lower()]]
    if _classed(tokens, j + 1):
        return _KINDS[CLASS_WORDS[tokens[j + 1].text.lower()]]
    back = i - 1
    if back >= 1 and tokens[back].text.lower() == "of" and tokens[back - 1].text.lower() in CLASS_WORDS:
        return _KINDS[CLASS_WORDS[tokens[back - 1].text.lower()]]
    return None


_KINDS = {"adm1": Kind.ADM1, "adm2": Kind.ADM2, "town": Kind.TOWN}
_OFFICES = frozenset("department city state capital port district territory region republic town village municipality".split())


def _classed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a class word stands there, and is not the head of an office's name ("Texas Department of Health", "Boulder City Council")."""
    if at >= len(tokens) or tokens[at].text.lower() not in CLASS_WORDS:
        return False
    if tokens[at].text.islower() or tokens[at].text.lower() not in _OFFICES or at + 1 == len(tokens):
        return True
    return not _capital(tokens[at + 1]) and tokens[at + 1].text.lower() not in ("of", "for")


def _acts(sentence: Sentence, i: int, j: int, places: Sequence[Place], lexicon: Features) -> bool:
    """Whether the name stands for those who live or govern there: the subject of an act, or whose forces they are."""
    if not any(p.kind is Kind.COUNTRY or p.capital for p in places):
        return False
    inside = sentence.tokens[i : j + 1]
    head = next((t for t in reversed(inside) if not i <= t.head <= j), inside[-1])
    above = sentence.head(head)
    if head.dep == "poss":
        return above.lemma in _OWNED
    dep, verb = (above.dep, sentence.head(above)) if head.dep == "conj" else (head.dep, above)
    if dep == "nsubj":
        return verb.lemma in lexicon.words.speech
    return dep in ("dobj", "dative") and verb.lemma in lexicon.words.addressed


_OWNED = frozenset(
    "force army troop soldier government president minister ministry official authority spokesman military navy parliament leader general ambassador "
    "position claim denial response decision policy ally invasion attack offensive war".split()
)
