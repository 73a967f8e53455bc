"""The smallest pieces that numbers are made of."""

from __future__ import annotations

import re

import pytest

from whosays.frame.atoms import Kind, atoms, may_have_atom
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty-two", [(Kind.TENS, 40), (Kind.UNIT, 2)]),
        ("two hundred", [(Kind.UNIT, 2), (Kind.SCALE, 100)]),
        ("a hundred", [(Kind.ARTICLE, 1), (Kind.SCALE, 100)]),
        ("1,500", [(Kind.DIGITS, 1500)]),
        ("2.5m", [(Kind.DIGITS, 2.5), (Kind.SCALE, 1_000_000)]),
        ("dozens", [(Kind.INDEFINITE, 12)]),
        ("several", [(Kind.SEVERAL, 3)]),
        ("both", [(Kind.PAIR, 2)]),
        ("half", [(Kind.FRACTION, 50)]),
        ("one in three", [(Kind.RATIO, pytest.approx(33.33, abs=0.01))]),
        ("four out of six men", [(Kind.UNIT, 4), (Kind.UNIT, 6)]),
        ("no civilians", [(Kind.NONE, 0)]),
        ("a man", []),
        ("no longer", []),
        ("the 22nd", []),
        ("at 9:22", []),
    ],
)
def test_the_atoms_of_a_text(text: str, expected: list[tuple[Kind, float]]) -> None:
    assert [(a.kind, a.value) for a in atoms(text, LEXICON)] == expected


def test_an_atom_stands_where_its_words_do() -> None:
    text = "It has 1500 men."
    (atom,) = atoms(text, LEXICON)
    assert (text[atom.start : atom.end], atom.plain) == ("1500", True)


@pytest.mark.parametrize(
    "text", ["It has 9 men", "dozens died", "no man", "two-thirds", "a handful of men", "most of them"]
)
def test_the_cheap_test_lets_every_text_with_a_number_pass(text: str) -> None:
    assert next(atoms(text, LEXICON), None) is not None
    assert may_have_atom(text, re.split(r"[\s-]", text), LEXICON)


def test_and_spares_most_others() -> None:
    text = "The envoy left the town"
    assert not may_have_atom(text, text.split(), LEXICON)
