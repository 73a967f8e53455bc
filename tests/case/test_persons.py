"""Persons are found in whole texts by the parse; places and bodies that the case knows are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.made import MINISTRY, TOWN, posting
from whosays.case.persons import persons
from whosays.findings import Holder
from whosays.model import Parser, SourceKind
from whosays.segment import load_parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


TEXT = "Maria Kovacs, 12, was killed when shells fell on Rylsk, her father John Kovacs told Reuters on Monday."


def test_each_name_comes_once_in_the_order_of_the_texts(parser: Parser) -> None:
    assert persons([TEXT, TEXT], (), parser, lambda _: False)[:2] == ("Maria Kovacs", "John Kovacs")


def test_what_is_a_place_or_a_body_is_no_person(parser: Parser) -> None:
    wire = Holder("Kovacs Wire", "MED", SourceKind.MEDIUM, "Maria Kovacs")
    claims = [posting("c1", source=wire, place=replace(TOWN, name="John Kovacs"))]
    assert not {"Maria Kovacs", "John Kovacs"} & set(persons([TEXT], claims, parser, lambda _: False))
    assert persons([TEXT], (), parser, lambda name: "kovacs" in name) == ()


def test_a_person_who_is_a_party_stays_a_person(parser: Parser) -> None:
    claims = [
        posting("c1", source=Holder("Maria Kovacs", None, SourceKind.PERSON, "Maria Kovacs")),
        posting("c2", source=MINISTRY),
    ]
    assert "Maria Kovacs" in persons([TEXT], claims, parser, lambda _: False)
