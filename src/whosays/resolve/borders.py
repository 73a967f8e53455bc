"""Expressions that have no name of their own: "the border with Russia", "Cypriot waters", "Russian territory", "the front line"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.lexicon.features import Features
from whosays.lexicon.placenames import wordset
from whosays.model import PlacePrecision, Sentence, Span, Token, Where
from whosays.resolve.disambiguate import Reading
from whosays.resolve.gazetteer import Gazetteer, Kind

_REACH = 7


@dataclass(frozen=True, slots=True)
class _Side:
    """A country that is said to be on a side of a border, and the token that says it."""

    country: str
    token: int


def borders(
    text: str,
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    said: Mapping[str, float],
    gazetteer: Gazetteer,
    lexicon: Features,
) -> tuple[Where, ...]:
    """The borders, grounds and fronts of the document.

    `said` is how much each country is spoken of: it tells the other side of a border where only one is named.
    """
    found: list[Where] = []
    spoken: dict[int, list[Reading]] = {}
    for reading in readings:
        spoken.setdefault(reading.toponym.sentence, []).append(reading)
    for sentence in sentences:
        sides = _sides(sentence, spoken.get(sentence.index, ()), lexicon)
        for token in sentence.tokens:
            if token.text.lower() in lexicon.words.borders and token.pos in ("NOUN", "PROPN", "ADJ"):
                where = _border(text, sentence, token, sides, said, gazetteer)
                if where:
                    found.append(where)
        found.extend(_grounds(text, sentence, sides, gazetteer))
        found.extend(_fronts(text, sentence, lexicon))
    return tuple(found)


def _sides(sentence: Sentence, readings: Sequence[Reading], lexicon: Features) -> tuple[_Side, ...]:
    """Countries of the sentence, by name or by the word for their people, in text order."""
    named = {
        _Side(r.place.country, index)
        for r in readings if r.place.country and r.place.kind is Kind.COUNTRY for index in (r.toponym.last,)
    }  # fmt: skip
    people = {
        _Side(codes[0], t.index)
        for t in sentence.tokens
        if (codes := lexicon.countries.by_people.get(t.text)) and len(codes) == 1
    }
    return tuple(sorted(named | people, key=lambda s: (s.token, s.country)))


def _border(
    text: str, sentence: Sentence, token: Token, sides: Sequence[_Side], said: Mapping[str, float], gazetteer: Gazetteer
) -> Where | None:
    tokens = sentence.tokens
    before = [s for s in sides if _leads(tokens, s.token, token.index)]
    after = _follows(tokens, sides, token.index)
    near = list(dict.fromkeys(s.country for s in (*before, *after)))[:2]
    if not near:
        return None
    first = min((_start(tokens, s.token) for s in before), default=token.index)
    last = max((s.token for s in after), default=token.index)
    if first and tokens[first - 1].text.lower() == "the":
        first -= 1
    if len(near) == 1:
        others = [s.country for s in sides if s.country != near[0]] + sorted(said, key=lambda c: (-said[c], c))
        near += [c for c in others if c != near[0] and gazetteer.border(near[0], c)][:1]
    span = Span(tokens[first].start, tokens[last].end)
    point = gazetteer.border(*near) if len(near) == 2 else None
    names = sorted(gazetteer.country(code) or code for code in near)
    name = "–".join(names) + " border" if len(names) == 2 else f"border of {names[0]}"
    return Where(
        text=span.of(text), span=span, name=name, country=None, adm1=None,
        lat=point[0] if point else None, lon=point[1] if point else None, precision=PlacePrecision.FEATURE, geonameid=None,
    )  # fmt: skip


def _start(tokens: Sequence[Token], at: int) -> int:
    """The first token of a name that ends at `at`."""
    while at and tokens[at - 1].dep == "compound" and tokens[at - 1].head == at:
        at -= 1
    return at


def _leads(tokens: Sequence[Token], side: int, border: int) -> bool:
    """ "the Polish-Belarusian border", "Gaza's border": nothing but names and joints between."""
    return side < border and all(
        t.text.lower() in ("-", "–", "'s", "’s", "and", "/") or t.text[0].isupper() for t in tokens[side + 1 : border]
    )


def _follows(tokens: Sequence[Token], sides: Sequence[_Side], border: int) -> list[_Side]:
    """ "the border with Russia", "the frontier between X and Y"."""
    if border + 1 >= len(tokens) or tokens[border + 1].text.lower() not in ("with", "between", "to", "of"):
        return []
    two = tokens[border + 1].text.lower() == "between"
    near = [s for s in sides if border < s.token <= border + _REACH]
    return near[: 2 if two else 1]


_GROUNDS = {
    **dict.fromkeys(("territory", "territories", "soil"), PlacePrecision.COUNTRY),
    **dict.fromkeys(wordset("waters airspace coast coastline shore shores eez zone"), PlacePrecision.FEATURE),
}


def _grounds(text: str, sentence: Sentence, sides: Sequence[_Side], gazetteer: Gazetteer) -> Iterator[Where]:
    """A country's ground, water and air: "Russian territory", "Ukraine's airspace", "the waters of Yemen"."""
    tokens = sentence.tokens
    for token in tokens:
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if after is not None and after.pos in ("NOUN", "PROPN"):
            continue
        precision = _GROUNDS.get(token.text.lower())
        if (
            precision is None
            or (token.text[0].isupper() and not token.text.isupper())
            or (
                token.text.lower() == "zone"
                and not (token.index and tokens[token.index - 1].text.lower() == "economic")
            )
        ):
            continue
        side, first, last = _owner(tokens, sides, token.index)
        if side is None:
            continue
        span = Span(tokens[first].start, tokens[last].end)
        name = gazetteer.country(side.country)
        label = name if precision is PlacePrecision.COUNTRY else f"{token.text.lower()} of {name}"
        yield Where(
            text=span.of(text),
            span=span,
            name=label,
            country=side.country,
            adm1=None,
            lat=None,
            lon=None,
            precision=precision,
            geonameid=None,
        )


def _owner(tokens: Sequence[Token], sides: Sequence[_Side], at: int) -> tuple[_Side | None, int, int]:
    """Whose ground it is, and the expression's first and last token."""
    before = next((s for s in reversed(sides) if s.token < at and _plain(tokens[s.token + 1 : at])), None)
    if before:
        return before, before.token, at
    after = next(
        (s for s in sides if at + 2 <= s.token <= at + 3 and tokens[at + 1].text.lower() in ("of", "off")), None
    )
    if after and not (at and tokens[at - 1].pos == "PROPN"):
        first = at
        while first and tokens[first - 1].text.lower() in (
            "the",
            "territorial",
            "economic",
            "exclusive",
            "international",
        ):
            first -= 1
        return after, first, after.token
    return None, at, at


def _plain(between: Sequence[Token]) -> bool:
    return len(between) <= 3 and all(
        t.text.lower() in ("'s", "’s", "territorial", "exclusive", "economic", "coastal", "sovereign", "-")
        for t in between
    )


def _fronts(text: str, sentence: Sentence, lexicon: Features) -> Iterator[Where]:
    """The front and the like: a place that nobody says where."""
    tokens = sentence.tokens
    for token in tokens:
        phrase = _front(tokens, token.index, lexicon.words.fronts)
        if phrase is None:
            continue
        first, last = phrase
        while first and tokens[first - 1].text.lower() in lexicon.words.directions:
            first -= 1
        if not first or tokens[first - 1].text.lower() not in ("the", "this", "that"):
            continue
        span = Span(tokens[first - 1].start, tokens[last].end)
        yield Where(
            text=span.of(text),
            span=span,
            name=None,
            country=None,
            adm1=None,
            lat=None,
            lon=None,
            precision=PlacePrecision.NONE,
            geonameid=None,
        )


def _front(tokens: Sequence[Token], at: int, fronts: frozenset[str]) -> tuple[int, int] | None:
    """The longest front word that starts at the token, unless it is a part of another phrase ("in front of", "Popular Front")."""
    if tokens[at].text[0] not in "flbc":
        return None
    for length in (3, 2, 1):
        words = tokens[at : at + length]
        if len(words) == length and " ".join(t.text.lower() for t in words).replace(" - ", "-") in fronts:
            last = words[-1]
            after = tokens[last.index + 1] if last.index + 1 < len(tokens) else None
            if (
                last.pos != "NOUN"
                or words[0].text[0].isupper()
                or (after and (after.pos == "NOUN" or after.text.lower() in ("of", "-")))
            ):
                return None
            return at, last.index
    return None
