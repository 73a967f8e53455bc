"""Words -> time expressions: the grammar of ``lexicon/times.yaml``, longest match first.

A pattern is written over word classes. Each set of classes that a word can have is one private-use character, so a
sentence becomes a short string and a pattern a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whosays.frame.time_words import Word, vocabulary_of
from whosays.lexicon.times import Rule, Times, Value
from whosays.model import Span

_READER = ("NUMBER", "NUMBER DAY", "NUMBER YEAR", "ORDINAL", "DECADE", "ISO", "FIGURES", "CLOCK", "QUARTER", "AM")
_ITEM = re.compile(r"\{(\w+)\}|([()|?])|([^\s()|?{}]+)")
_FIRST = 0xE000
_OTHER = chr(_FIRST)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of an expression give, unresolved. ``kind`` is the rule's; a field that the words do not give is absent."""

    kind: str
    fields: tuple[tuple[str, Value], ...]

    def get(self, name: str) -> Value:
        return next((v for k, v in self.fields if k == name), None)

    def has(self, *names: str) -> bool:
        return any(k in names for k, _ in self.fields)

    def number(self, name: str) -> int | None:
        """The field as a whole number; None where it is absent or vague ("several")."""
        value = self.get(name)
        return int(value) if isinstance(value, int | float) else None

    def code(self, name: str) -> str | None:
        """The field as a code ("SU", "START"); None where it is absent or a number."""
        value = self.get(name)
        return value if isinstance(value, str) else None

    def with_fields(self, **values: Value) -> Meaning:
        """The same meaning with some fields set anew."""
        kept = tuple((k, v) for k, v in self.fields if k not in values)
        return Meaning(self.kind, kept + tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in the text: its words without the preposition before them, and what they give."""

    span: Span
    first: int
    last: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Grammar:
    letters: Mapping[frozenset[str], str]
    literals: frozenset[str]
    rules: tuple[_Compiled, ...]


def expressions(words: Sequence[Word], lexicon: Times) -> Iterator[tuple[Expression, ...]]:
    """At each place where the grammar matches, the candidate expressions, longest first; overlapping places included."""
    grammar = _grammar(lexicon)
    letters = "".join(_letter(word, grammar) for word in words)
    for at, letter in enumerate(letters):
        if letter != _OTHER:
            found = tuple(_matches(words, letters, at, grammar))
            if found:
                yield tuple(sorted(found, key=lambda e: -e.last))


def _matches(words: Sequence[Word], letters: str, at: int, grammar: _Grammar) -> Iterator[Expression]:
    for compiled in grammar.rules:
        match = compiled.pattern.match(letters, at)
        if match and match.end() > at:
            fields = dict(_captures(match, words)) | compiled.rule.set
            span = Span(words[at].start, words[match.end() - 1].end)
            yield Expression(span, at, match.end(), Meaning(compiled.rule.kind, tuple(fields.items())))


def _captures(match: re.Match[str], words: Sequence[Word]) -> Iterator[tuple[str, Value]]:
    for name, letter in match.groupdict().items():
        if letter is not None:
            field, class_, _ = name.split("__")
            word = words[match.start(name)]
            yield field, word.readings.get(class_, word.lower)


def _letter(word: Word, grammar: _Grammar) -> str:
    return grammar.letters.get(_signature(word.lower, word.readings, grammar.literals), _OTHER)


def _signature(lower: str, classes: Iterable[str], literals: frozenset[str]) -> frozenset[str]:
    return frozenset((*classes, f"={lower}")) if lower in literals else frozenset(classes)


@lru_cache(maxsize=4)
def _grammar(lexicon: Times) -> _Grammar:
    patterns = [_expand(rule.pattern, lexicon.macros) for rule in lexicon.rules]
    literals = frozenset(
        item.split(":")[0]
        for p in patterns
        for _, _, item in _ITEM.findall(p)
        if item and not item.split(":")[0].isupper() and "_" not in item.split(":")[0]
    )
    signatures = {frozenset(s.split()) for s in _READER} | {frozenset((f"={literal}",)) for literal in literals}
    for pieces, classes in vocabulary_of(lexicon).readings.items():
        signatures.add(_signature(" ".join(pieces), classes, literals))
    ordered = sorted(signatures, key=sorted)
    letters = {signature: chr(_FIRST + 1 + n) for n, signature in enumerate(s for s in ordered if s)}
    rules = tuple(
        _Compiled(rule, _compile(pattern, letters)) for rule, pattern in zip(lexicon.rules, patterns, strict=True)
    )
    return _Grammar(letters, literals, rules)


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda m: macros[m.group(1)], pattern)
    return pattern


def _compile(pattern: str, letters: Mapping[frozenset[str], str]) -> re.Pattern[str]:
    out: list[str] = []
    for _, mark, item in _ITEM.findall(pattern):
        if mark:
            out.append("(?:" if mark == "(" else mark)
            continue
        name, _, field = item.partition(":")
        class_ = name if name.replace("_", "").isupper() else f"={name}"
        chars = "".join(letter for signature, letter in letters.items() if class_ in signature)
        if not chars:
            raise ValueError(f"no word of class {name!r}, used in {pattern!r}")
        if field or not class_.startswith("="):
            group = f"{field or name.lower()}__{class_.lstrip('=') if class_[0] != '=' else 'word'}__{len(out)}"
            out.append(f"(?P<{group}>[{chars}])")
        else:
            out.append(f"[{chars}]")
    return re.compile("".join(out))
