"""What a text says of who is in it: persons by title and apposition, abbreviations, bodies named before, its country."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.lexicon.actors import load_actors
from whosays.model import Document
from whosays.resolve.cast import Cast, cast
from whosays.segment import load_parser

ACTORS = load_actors()
Casting = Callable[[str], Cast]


@pytest.fixture(scope="module")
def casting(parse: Parse) -> Casting:
    def of(text: str) -> Cast:
        document, sentences = parse(text, published="2015-06-01")
        return cast(document, sentences, ACTORS)

    return of


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Ruritanian troops left. The Dutch foreign minister, Hanna Vroom, said so.", "Vroom", "NLD GOV"),
        ("Hanna Vroom, the Dutch foreign minister, spoke at noon.", "Hanna Vroom", "NLD GOV"),
        ("Kenyan army spokesman Peter Odhol declined to comment.", "Odhol", "KEN MIL"),
        ("Minho Baek, a senior researcher at the University of Busan, was not convinced.", "Baek", "KOR EDU"),
        ("Police chief Arvid Lindell of Sweden resigned.", "Lindell", "SWE COP"),
        ("FBI agent and terrorism specialist Carl Umber gave evidence.", "Umber", "USA CVL"),
        ("US ambassador to the United Nations Lena Hartz left the room.", "Hartz", "USA GOV"),
        ("Ivan Pehar, who is mayor of Mostar, was shot.", "Pehar", "BIH GOV"),
        ("Ivan Pehar is a Bosnian judge.", "Pehar", "BIH JUD"),
        ("The chairman of the Arab League, Omar Sabri, spoke.", "Sabri", "IGO AL"),
        ("Tomas Ruhl, director of the Red Cross, arrived.", "Ruhl", "NGO ICRC"),
    ],
)
def test_a_title_or_an_apposition_tells_who_a_person_is(casting: Casting, text: str, name: str, code: str) -> None:
    found = casting(text).person(name, len(text))
    assert found is not None
    assert found.reading.code == code


def test_names_in_a_list_do_not_describe_each_other(casting: Casting) -> None:
    assert casting("Condemned by Omar Sabri, Pope Francis and others.").person("Sabri", 60) is None


def test_one_person_keeps_one_id(casting: Casting) -> None:
    found = casting("Kenyan minister Peter Odhol spoke. Later Kenyan minister Peter Odhol left.").people
    assert len({p.id for p in found}) == 1


@pytest.mark.parametrize(
    ("text", "short", "code"),
    [
        ("Thailand's Internal Peace Operations Command (IPOC) met.", "IPOC", "THA MIL"),
        ("The Orlan Liberation Army of Peru, or OLA, attacked.", "OLA", None),
        ("NPRC, the Norwegian Peace Research College, disagreed.", "NPRC", "NOR EDU"),
        ("The meeting (MIT) was short.", "MIT", None),
    ],
)
def test_an_abbreviation_is_what_the_text_spells_out(casting: Casting, text: str, short: str, code: str | None) -> None:
    found = casting(text).abbreviation(short)
    assert (found.reading.code if found and code else None) == code


def test_a_shared_abbreviation_means_the_body_that_the_text_names(casting: Casting) -> None:
    from whosays.resolve.agents import reading

    sudan = casting("The Rapid Support Forces hold the town, which is in Sudan.")
    press = casting("Reporters Without Borders published its index.")
    assert reading("RSF", ACTORS, near=sudan.near).code == "SDN REB"
    assert reading("RSF", ACTORS, near=press.near).code == "FRA NGO"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two villages near Omdurman burned. The army kept silent.", "SDN"),
        ("Norway and Sweden and Denmark and Finland met. The army kept silent.", None),
        ("The army kept silent.", None),
    ],
)
def test_the_country_that_a_text_speaks_of(casting: Casting, text: str, country: str | None) -> None:
    known = casting(text)
    assert known.country(text.index("army"), len(known.document.text.split(".")) - 2) == country


def test_a_states_own_statement_speaks_of_its_own_offices(parse: Parse) -> None:
    document, sentences = parse("Troops in Syria were visited by the Foreign Secretary.")
    known = cast(Document("d", "d", document.text, publisher="UK Government"), sentences, ACTORS)
    assert known.home == "GBR"
    assert known.country(40, 0, "GOV") == "GBR"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    document = Document("d", "d", text)
    cast(document, load_parser()(document), ACTORS)
