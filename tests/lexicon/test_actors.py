"""Every entry of the actor lexicon is found by its names, and every example reads as it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from whosays.lexicon.actors import KINDS, Actors, Body, kind_of, load_actors
from whosays.lexicon.terms import fold, key, plural, words
from whosays.model import SourceKind
from whosays.resolve.agents import reading

ACTORS = load_actors()
CODE = r"(?:[A-Z]{3} )?(?:" + "|".join(KINDS) + r")|[A-Z]{3}|IGO [A-Z0-9]+|NGO [A-Z]+"


def codes_of(name: str) -> set[str | None]:
    return {t.code for t in ACTORS.index[key(name)]}


def test_there_is_what_is_promised() -> None:
    assert len({s.code for s in ACTORS.states}) == len(ACTORS.states) >= 249
    assert len(ACTORS.groups) >= 150
    assert len(ACTORS.media) >= 300
    assert len(ACTORS.people) >= 500


@pytest.mark.parametrize("state", ACTORS.states, ids=lambda s: s.code)
def test_every_state_is_found_by_all_its_names(state) -> None:  # type: ignore[no-untyped-def]
    for name in (state.name, *state.names, *state.adjectives, *state.people, *state.capitals, *state.short):
        assert state.code in codes_of(name)


@pytest.mark.parametrize("state", [s for s in ACTORS.states if s.adjectives], ids=lambda s: s.code)
@pytest.mark.parametrize(
    ("noun", "sector"), [("government", "GOV"), ("army", "MIL"), ("intelligence service", "SPY"), ("police", "COP")]
)
def test_every_state_has_a_government_an_army_a_service_and_police(state, noun, sector) -> None:  # type: ignore[no-untyped-def]
    near = (state.code,)
    assert reading(f"the {state.adjectives[0]} {noun}", ACTORS, near=near).code == f"{state.code} {sector}"
    assert reading(f"{state.name}'s {noun}", ACTORS, near=near).code == f"{state.code} {sector}"


def test_every_body_group_and_medium_is_found_by_all_its_names() -> None:
    for body in (*ACTORS.bodies, *ACTORS.groups, *ACTORS.media):
        for name in (body.name, *body.names):
            assert body.code in codes_of(name), name


@pytest.mark.parametrize("entries", [ACTORS.bodies, ACTORS.groups, ACTORS.media], ids=["bodies", "groups", "media"])
def test_the_examples_of_bodies_read_as_their_code(entries: tuple[Body, ...]) -> None:
    wrong = []
    for body in entries:
        assert body.example, body.name
        near = (body.name, body.code.split()[0])
        got = reading(body.example, ACTORS, on=body.until or body.since, near=near).code
        if got != body.code:
            wrong.append((body.example, got, body.code))
    assert not wrong


def test_every_person_is_found_by_all_names() -> None:
    for person in ACTORS.people:
        for name in (person.name, *person.names):
            assert {o.code for o in person.offices} <= codes_of(name), name


@pytest.mark.parametrize("group", ACTORS.agents, ids=lambda g: f"{g.sector}: {g.heads[0]}")
def test_the_examples_of_agent_nouns(group) -> None:  # type: ignore[no-untyped-def]
    for phrase, code in {**group.examples, **group.counter}.items():
        assert reading(phrase, ACTORS).code == code, phrase


def test_every_code_has_the_form_of_the_contract_and_every_kind_is_one_of_the_model() -> None:
    import re

    bodies = [b.code for b in (*ACTORS.bodies, *ACTORS.groups, *ACTORS.media)]
    offices = [o.code for p in ACTORS.people for o in p.offices]
    assert [c for c in (*bodies, *offices) if not re.fullmatch(CODE, c)] == []
    assert {SourceKind(k) for k in KINDS.values()} <= set(SourceKind)
    assert kind_of("RUS") is None


@pytest.mark.parametrize(
    ("phrase", "day", "code"),
    [
        ("Taliban", date(2002, 5, 1), "AFG REB"),
        ("Taliban", date(2022, 5, 1), "AFG GOV"),
        ("UNITA", date(1990, 1, 1), "AGO REB"),
        ("UNITA", date(2010, 1, 1), "AGO PTY"),
        ("Rwandan Patriotic Front", date(1993, 1, 1), "RWA REB"),
        ("Rwandan Patriotic Front", date(2001, 1, 1), "RWA PTY"),
    ],
)
def test_a_movement_that_came_to_power_is_what_it_was_on_the_day(phrase: str, day: date, code: str) -> None:
    assert reading(phrase, ACTORS, day).code == code


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("soldier", "soldiers"),
        ("policeman", "policemen"),
        ("agency", "agencies"),
        ("church", "churches"),
        ("boy", "boys"),
    ],
)
def test_plurals_are_made_by_rule(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Erdoğan", "Erdogan"),
        ("al-Shabaab", "Al Shabaab"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Sana'a", "Sanaa"),
        ("Tormod Ødegård", "Tormod Odegard"),
    ],
)
def test_one_name_written_two_ways_has_one_key(a: str, b: str) -> None:
    assert key(a) == key(b)


def test_a_possessive_is_a_word_of_its_own() -> None:
    assert [w.key for w in words("the People's Army, the doctors' union")] == [
        "the", "people", "'s", "army", ",", "the", "doctors", "'s", "union",
    ]  # fmt: skip
    assert fold("Ł.Ó.") == "lo"


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("us", None), ("who", None), ("the US", "USA"), ("WHO", "IGO UNO"), ("Ngo Dinh", None), ("a NGO", "NGO")],
)
def test_an_acronym_is_written_in_capitals(phrase: str, code: str | None) -> None:
    assert reading(phrase, ACTORS).code == code


def test_a_users_file_is_laid_over_what_is_shipped(tmp_path: Path) -> None:
    own = tmp_path / "actors.yaml"
    own.write_text(
        "groups:\n- {name: Orlan Front, code: FRA REB, names: [OFR]}\n- {name: Hamas, code: PSE PTY}\n",
        encoding="utf-8",
    )
    actors = load_actors(own)
    assert reading("the Orlan Front's fighters", actors).code == "FRA REB"
    assert reading("Hamas", actors).code == "PSE PTY"
    assert reading("Hamas", ACTORS).code == "PSE REB"


def test_a_users_file_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "actors.yaml"
    own.write_text("groups:\n- {title: Orlan Front}\n", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        load_actors(own)


@pytest.mark.parametrize(
    ("given", "said"),
    [("groups: [", "not YAML"), ("groups:\n- {title: Orlan Front}\n", "title"), ("groups: 3\n", "groups")],
)
def test_what_does_not_fit_is_named_with_its_file(tmp_path: Path, given: str, said: str) -> None:
    own = tmp_path / "actors.yaml"
    own.write_text(given, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"actors\.yaml.*{said}"):
        load_actors(own)


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    own = tmp_path / "actors.yaml"
    own.write_text(page.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    actors = load_actors(own)
    assert reading("the SRF", actors).code == "FRA REB"
    assert reading("Anna Lind", actors).code == "SWE MIL"


def test_an_empty_lexicon_reads_nothing() -> None:
    assert reading("the French army", Actors()).code is None
