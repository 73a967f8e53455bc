"""A party's words at their place in a text -> name, code and kind. The party stands in [brackets]."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.lexicon.actors import load_actors
from whosays.model import Document, EventType, Party, SourceKind, Span
from whosays.resolve.agents import reading
from whosays.resolve.cast import cast
from whosays.resolve.party import party
from whosays.resolve.told import Part, Role
from whosays.segment import load_parser

ACTORS = load_actors()


def resolved(
    parse: Parse, marked: str, role: Role = Role.SOURCE, speaker: Party | None = None, published: str = "2015-06-01"
) -> Party:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    span = Span(start, marked.index("]") - 1)
    document, sentences = parse(text, published=published)
    asked = Party(None, None, None, span.of(text), span)
    return party(asked, sentences, cast(document, sentences, ACTORS), ACTORS, Part(role, speaker))


METONYMS = [
    ("[Oslo] denied the report.", "NOR GOV"),
    ("[The Kremlin] denied the report.", "RUS GOV"),
    ("[Whitehall] expects a vote.", "GBR GOV"),
    ("[The Pentagon] confirmed it.", "USA MIL"),
    ("[Langley] had its doubts.", "USA SPY"),
    ("[Brussels] wants talks.", "IGO EU"),
    ("[Lima's warplanes] hit the camp.", "PER MIL"),
    ("In Lima, [diplomats from Sweden] shrugged.", "SWE GOV"),
]
COMPOSED = [
    ("[Bulgarian soldier and former actor Ivan Petrov] fell.", "BGR MIL"),
    ("[Bulgarian army leaders] hope so.", "BGR MIL"),
    ("[soldiers from Nepal] arrived.", "NPL MIL"),
    ("[Chile's defence ministry] said so.", "CHL MIL"),
    ("[the Danish foreign ministry] said so.", "DNK GOV"),
    ("[the Moroccan rebel commander] said so.", "MAR REB"),
    ("[a spokesman for the Lord's Resistance Army] said so.", "UGA REB"),
    ("[UN deminers in Battambang] said so.", "IGO UNO"),
    ("[a volunteer with the Syrian Arab Red Crescent] said so.", "SYR NGO"),
    ("[Russian-backed fighters] said so.", "REB"),
    ("[unidentified gunmen] opened fire.", "UNSPEC"),
    ("[three sources familiar with the matter] said so.", "UNSPEC"),
    ("[Western diplomats] said so.", "UNSPEC"),
    ("[estimates] suggest so.", "UNSPEC"),
    ("[the president of the Spanish parliament] said so.", "ESP LEG"),
    ("[the Nigerian Congress] said so.", "NGA LEG"),
]
IN_THE_TEXT = [
    ("Kenyan minister Peter Odhol spoke. Later [Odhol] left.", "KEN GOV"),
    ("Kenyan minister Peter Odhol spoke. Later [Mr Odhol] left.", "KEN GOV"),
    ("Two shops burned in Omdurman, [officials] say.", "SDN GOV"),
    ("Bulgaria's foreign ministry summoned the Greek envoy. [The ministry] was angry.", "BGR GOV"),
    ("The Palestinian Red Crescent lost a crew. Shots were fired, [the group] said.", "PSE NGO"),
    ("Serbian and Croatian generals met. [The latter] left.", "HRV MIL"),
    ("Lebanon's army chief met Syria's defence minister. [The former] left.", "LBN MIL"),
    ("Two shops burned in Aleppo. [The Kurds] withdrew.", "SYR REB"),
    ("Two shops burned near Oslo. [The country] mourned.", "NOR GOV"),
    ("Soldiers from North Korea came. [Koreans] were seen.", "PRK CVL"),
    ("Ugandan battalions, [the army] said, were in Congo.", "UGA MIL"),
    ("[Chad's Central Military Commission] said so.", "TCD MIL"),
    ("[Norway's representative in a United Nations committee] said so.", "NOR GOV"),
    ("[an anti-Houthi, pro-government coalition] left.", "IGO COALITION"),
    ("Norway spoke to [you].", None),
    ("[Two men] met in Oslo.", "NOR CVL"),
    ("Norway can defend [itself] without Peru.", "NOR GOV"),
    ("Norway spoke. [One] struck a house.", None),
    ("Norway spoke. [It] is time for others to protect Peru.", None),
    ("Western officials spoke. [The officials] left.", "UNSPEC"),
    ("Norway has sent 3,000 soldiers to Peru. [The soldiers] dug in.", "NOR MIL"),
    ("Ten Danish soldiers were killed and [twelve] wounded.", None),
    ("Ten Danish soldiers were killed and [12] wounded.", "DNK MIL"),
    ("Danish soldiers came. [Some 30 of them] were killed.", "DNK MIL"),
    ("Danish soldiers came. [They] have been withdrawn, Peru's armed forces said.", "DNK MIL"),
]
PRONOUNS = [
    ("Oslo denies that [its soldiers] were there.", "NOR MIL"),
    ("NATO confirmed that [its jets] had hit a bridge.", "IGO NATO"),
    ("Kenya's coastguard says [it] fired into the air.", "KEN MIL"),
    ("Hezbollah said [it] had fired rockets.", "LBN REB"),
    ("[His men], the Sudanese colonel claimed, had held the bridge.", "SDN MIL"),
    ("Soldiers of Peru, [who] had dug in, fired.", "PER MIL"),
    ("[It] had rained.", None),
    ("Oslo said [its allies] would help.", None),
    ("Oslo said [its enemies] had struck.", None),
]


@pytest.mark.parametrize(("text", "code"), [*METONYMS, *COMPOSED, *IN_THE_TEXT, *PRONOUNS])
def test_who_the_words_mean(parse: Parse, text: str, code: str | None) -> None:
    assert resolved(parse, text).code == code


@pytest.mark.parametrize(("role", "code"), [(Role.SOURCE, "NOR GOV"), (Role.ACTOR, "NOR GOV"), (Role.RECIPIENT, "NOR")])
def test_a_state_that_speaks_or_acts_is_its_government(parse: Parse, role: Role, code: str) -> None:
    assert resolved(parse, "The plan of [Norway] was read.", role).code == code


def test_who_we_are_is_the_speaker(parse: Parse) -> None:
    speaker = Party("Government of Norway", "NOR GOV", SourceKind.GOVERNMENT, "Oslo", Span(0, 4))
    assert resolved(parse, "[We] have left.", Role.ACTOR, speaker).code == "NOR GOV"
    assert resolved(parse, "[our soldiers] have left.", Role.ACTOR, speaker).code == "NOR MIL"
    assert resolved(parse, "[US troops] have left.", Role.ACTOR, speaker).code == "USA MIL"


def test_an_adjective_before_an_armys_act_is_read_with_it(parse: Parse) -> None:
    assert resolved(parse, "[Norwegian] strikes hit the port.", Role.ACTOR).code == "NOR MIL"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[the Norwegians] fired first.", "NOR MIL"),
        ("[Norwegians] grieve.", "NOR CVL"),
        ("[the Norwegians] think so.", "NOR"),
    ],
)
def test_a_people_is_its_army_where_it_fights(parse: Parse, text: str, code: str) -> None:
    assert resolved(parse, text, Role.ACTOR).code == code


def test_an_antecedent_chosen_before_is_what_is_read(parse: Parse) -> None:
    document, sentences = parse("The Danish police came. They left.")
    asked = Party(None, None, None, "They", Span(24, 28), antecedent=Span(0, 17))
    found = party(asked, sentences, cast(document, sentences, ACTORS), ACTORS)
    assert (found.code, found.text, found.span) == ("DNK COP", "They", Span(24, 28))


@pytest.mark.parametrize(
    ("phrase", "name", "code", "kind"),
    [
        ("Moscow", "Government of Russia", "RUS GOV", SourceKind.GOVERNMENT),
        ("Angela Merkel", "Angela Merkel", "DEU GOV", SourceKind.PERSON),
        ("Hezbollah", "Hezbollah", "LBN REB", SourceKind.ARMED_GROUP),
        ("the BBC", "BBC", "GBR MED", SourceKind.MEDIUM),
        ("NATO", "NATO", "IGO NATO", SourceKind.BODY_OF_STATES),
        ("the Danish navy", "Danish navy", "DNK MIL", SourceKind.ARMED_FORCES),
        ("Danish intelligence", "Danish intelligence", "DNK SPY", SourceKind.INTELLIGENCE),
        ("some analysts", "analysts", "UNSPEC", SourceKind.UNNAMED),
        ("Danish villagers", "Danish villagers", "DNK CVL", SourceKind.PUBLIC),
        ("Oxfam", "Oxfam", "GBR NGO", SourceKind.NGO),
        ("a Danish shipping company", "Danish shipping company", "DNK BUS", SourceKind.COMPANY),
        ("the Danish opposition", "Danish opposition", "DNK OPP", SourceKind.PARTY),
        ("the Arab League (LAS) head Omar Sabri", "Omar Sabri", "IGO AL", SourceKind.PERSON),
        ("coronavirus", "coronavirus", None, None),
        ("", None, None, None),
    ],
)
def test_a_bare_phrase_has_name_code_and_kind(
    phrase: str, name: str | None, code: str | None, kind: SourceKind | None
) -> None:
    found = reading(phrase, ACTORS)
    assert (found.name, found.code, found.kind and SourceKind(found.kind)) == (name, code, kind)


def test_the_publisher_is_left_as_it_is(parse: Parse) -> None:
    document, sentences = parse("Rain fell.")
    asked = Party(None, "publisher", SourceKind.PUBLISHER, None, None)
    assert party(asked, sentences, cast(document, sentences, ACTORS), ACTORS) == asked


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_phrase_raises(phrase: str) -> None:
    reading(phrase, ACTORS)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=120), st.data())
def test_no_span_of_any_text_raises(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document("d", "d", text)
    sentences = load_parser()(document)
    asked = Party(None, None, None, text[start:end], Span(start, end))
    for role in Role:
        party(asked, sentences, cast(document, sentences, ACTORS), ACTORS, Part(role))


def test_an_object_is_never_its_own_clauses_subject(parse: Parse) -> None:
    found = resolved(parse, "The Norwegian army waited, and the Kenyan army attacked [it].", Role.RECIPIENT)
    assert found.code == "NOR MIL"


def test_a_person_that_nothing_is_known_of_stays_without_a_code(parse: Parse) -> None:
    text = "Norway's army attacked on Sunday. Jan Dahl wept. [He] was wounded."
    assert resolved(parse, text, Role.RECIPIENT).code is None


def test_an_empty_it_is_nobody(parse: Parse) -> None:
    assert resolved(parse, "Norway spoke. [It] is too early to say more.", Role.ACTOR).code is None


def test_they_are_the_many_before_the_one(parse: Parse) -> None:
    text = "The Danish minister met rebels from Peru. [They] fired first."
    assert resolved(parse, text, Role.ACTOR).code == "PER REB"


def speaker(name: str, code: str, kind: SourceKind, text: str, start: int = 0) -> Party:
    return Party(name, code, kind, text, Span(start, start + len(text)))


def test_who_speaks_of_himself_is_the_speaker_outside_quotation_marks(parse: Parse) -> None:
    ministry = speaker("Danish foreign ministry", "DNK GOV", SourceKind.GOVERNMENT, "The Danish foreign ministry")
    indirect = "The Danish foreign ministry said after a call to Peru that [it] had sent a team."
    assert resolved(parse, indirect, Role.ACTOR, ministry).code == "DNK GOV"


def test_the_president_is_the_speakers_own_in_his_own_words(parse: Parse) -> None:
    text = 'Senator Lind spoke after Turkey\'s president left Oslo. "I thank [the president]," he said.'
    senator = Party("Lind", "SWE LEG", SourceKind.PERSON, "he", Span(86, 88))
    assert resolved(parse, text, Role.RECIPIENT, senator).code == "SWE GOV"


def test_a_states_strike_is_its_army_and_a_states_expulsion_its_government(parse: Parse) -> None:
    document, sentences = parse("Norway's killing of two guards")
    asked = Party(None, None, None, "Norway", Span(0, 6))
    known = cast(document, sentences, ACTORS)
    found = [
        party(asked, sentences, known, ACTORS, Part(Role.ACTOR, deed=deed)).code
        for deed in (EventType.ASSAULT, EventType.SANCTION)
    ]
    assert found == ["NOR MIL", "NOR GOV"]


def test_whom_soldiers_shoot_at_are_the_other_sides(parse: Parse) -> None:
    text = "Peruvian and Chilean envoys met. Peru's army shelled the soldiers."
    document, sentences = parse(text)
    at = text.index("the soldiers")
    asked = Party(None, None, None, "the soldiers", Span(at, at + 12))
    foe = Party("army", "PER MIL", SourceKind.ARMED_FORCES, "Peru's army", Span(33, 44))
    known = cast(document, sentences, ACTORS)
    assert party(asked, sentences, known, ACTORS, Part(Role.RECIPIENT, foe=foe)).code == "CHL MIL"
