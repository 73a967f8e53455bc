"""What a content says happened: the act, who did it to whom, and whether it happened."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.frame.event import event
from whosays.lexicon.actions import load_actions
from whosays.model import (
    Attribution,
    Certainty,
    Document,
    Event,
    EventType,
    Mention,
    Polarity,
    Sentence,
    Span,
    Stance,
    Status,
)

ACTIONS = load_actions()
E, S = EventType, Status


def attributed(
    content: Span, stance: Stance = Stance.ASSERTS, source: Mention | None = None, cue: tuple[Span, ...] = ()
) -> Attribution:
    return Attribution(None, 0, source, (), cue, (content,), stance, Certainty.CERTAIN, Polarity.PLUS)


def read(document: Document, sentences: tuple[Sentence, ...], stance: Stance = Stance.ASSERTS) -> Event:
    """The event of the words in brackets, or of the whole text."""
    found = event(document, sentences, attributed(Span(0, len(document.text)), stance), ACTIONS)
    assert found is not None
    return found


@dataclass(frozen=True)
class Case:
    """`actor` and `recipient` are words of the party; None where there must be none."""

    text: str
    type: EventType | None
    status: Status
    actor: str | None
    recipient: str | None


CASES = [
    # deployment
    Case(
        "Orlan is preparing to send a new group of soldiers to Port Sarda.",
        E.MOBILIZE,
        S.PLANNED,
        "Orlan",
        "Port Sarda",
    ),
    Case("The kingdom has deployed two brigades to the border.", E.MOBILIZE, S.OCCURRED, "The kingdom", "border"),
    # whose harm it is, who did it, and what is only the paper or the place of it
    Case("The envoy's murder shocked the town.", E.ASSAULT, S.OCCURRED, None, "The envoy"),
    Case("Orlan's killing of two guards shocked the town.", E.ASSAULT, S.OCCURRED, "Orlan", "two guards"),
    Case("The raids show the cruelty of the Orlanian army.", E.ASSAULT, S.OCCURRED, "the Orlanian army", None),
    Case(
        "The herders were instrumental in our fight against the raiders.",
        E.ASSAULT,
        S.OCCURRED,
        "The herders",
        "the raiders",
    ),
    Case("The president signed a decree banning the party.", E.COERCE, S.OCCURRED, "The president", "the party"),
    Case("The bomb was placed on a motorcycle.", E.ASSAULT, S.OCCURRED, None, None),
    Case("A withdrawal from the valley has begun.", E.RETREAT, S.OCCURRED, None, None),
    Case("The talks went on for hours.", E.CONSULT, S.OCCURRED, None, None),
    Case("Orlan and Sarda failed to reach agreement.", E.REJECT, S.OCCURRED, "Orlan", "Sarda"),
    Case("The court refused to lift the ban imposed on the union.", E.REJECT, S.OCCURRED, "The court", "the union"),
    Case("Miners began a hunger strike protesting the ministry.", E.PROTEST, S.OCCURRED, "Miners", "the ministry"),
    Case("The minister called for Orlan to stay.", E.REQUEST, S.OCCURRED, "The minister", "Orlan"),
    Case("Orlan has no reason to send its troops to the north.", E.MOBILIZE, S.PLANNED, "Orlan", "the north"),
    Case("They shot the soldier and former singer Jan Holm.", E.ASSAULT, S.OCCURRED, "They", "the soldier"),
    Case("The cooperation within the two councils went on.", E.COOPERATE, S.OCCURRED, "the two councils", None),
    Case(
        "The union would not allow any Orlanian attack on the port.", E.ASSAULT, S.HYPOTHETICAL, "Orlanian", "the port"
    ),
    # supply of arms
    Case("Orlan supplies rockets to the rebels.", E.AID, S.ONGOING, "Orlan", "the rebels"),
    Case("Orlan is one of the arms suppliers to the junta.", E.AID, S.ONGOING, "Orlan", "the junta"),
    # incursion and capture
    Case("Orlanian forces crossed the border in August.", E.ASSAULT, S.OCCURRED, "Orlanian forces", None),
    Case("The village was recaptured from the rebels in 2017.", E.ASSAULT, S.OCCURRED, None, "the rebels"),
    # withdrawal
    Case("Soldiers are currently being withdrawn from the front.", E.RETREAT, S.ONGOING, "Soldiers", None),
    Case("The garrison was forced to retreat.", E.RETREAT, S.OCCURRED, "The garrison", None),
    # casualties: the killed are the recipient, the killer the actor if told
    Case("Nine soldiers died in the hills.", E.ASSAULT, S.OCCURRED, None, "Nine soldiers"),
    Case("Two medics were killed in an Orlanian airstrike.", E.ASSAULT, S.OCCURRED, "Orlanian", "Two medics"),
    Case("About 40% of the recruits either died or were captured.", E.ASSAULT, S.OCCURRED, None, "the recruits"),
    # shelling and strikes
    Case("The town came under fire from rebel gunners on Monday.", E.ASSAULT, S.OCCURRED, "rebel gunners", "The town"),
    Case("The port was under attack from drones.", E.ASSAULT, S.OCCURRED, None, "The port"),
    Case("The air force has been bombing the harbour since May.", E.ASSAULT, S.ONGOING, "The air force", "the harbour"),
    Case("The army carried out a series of strikes on the depot.", E.ASSAULT, S.OCCURRED, "The army", "the depot"),
    # sanctions, prisoners, ceasefire
    Case("The union will impose sanctions on the junta.", E.SANCTION, S.PLANNED, "The union", "the junta"),
    Case("The militia freed forty prisoners.", E.RETREAT, S.OCCURRED, "The militia", "forty prisoners"),
    Case("The rebels announced a truce on Friday.", E.RETREAT, S.OCCURRED, "The rebels", None),
    # protest, arrest
    Case(
        "Thousands of miners were protesting against the junta.",
        E.PROTEST,
        S.OCCURRED,
        "Thousands of miners",
        "the junta",
    ),
    Case("Police detained two students.", E.COERCE, S.OCCURRED, "Police", "two students"),
    # threat, accusation, denial, agreement, talks
    Case("The general threatened the islanders with war.", E.THREATEN, S.OCCURRED, "The general", "the islanders"),
    Case("The ministry accuses Orlan of shelling the town.", E.ACCUSE, S.OCCURRED, "The ministry", "Orlan"),
    Case("The rebels rejected the kingdom's offer.", E.REJECT, S.OCCURRED, "The rebels", "kingdom"),
    Case("Orlan and the kingdom agreed on a line of control.", E.AGREE, S.OCCURRED, "Orlan", "kingdom"),
    Case("The ministers met the envoy in Port Sarda.", E.CONSULT, S.OCCURRED, "The ministers", "the envoy"),
    # mood and time
    Case("The army would attack if the truce failed.", E.ASSAULT, S.HYPOTHETICAL, "The army", None),
    Case("The army may attack the port.", E.ASSAULT, S.HYPOTHETICAL, "The army", "the port"),
    Case("Recruits usually attack in large groups.", E.ASSAULT, S.HABITUAL, "Recruits", None),
    Case("Most soldiers attack the convoys in large groups.", E.ASSAULT, S.HABITUAL, "Most soldiers", "convoys"),
    # a state and an opinion
    Case("The recruits lack experience.", None, S.ONGOING, None, None),
    # whom an attack was aimed at, and who is behind it
    Case(
        "The army carried out a strike on the site to kill the gunmen.", E.ASSAULT, S.OCCURRED, "The army", "the gunmen"
    ),
    Case("The militia is responsible for the bombing.", E.ASSAULT, S.OCCURRED, "The militia", None),
    Case("Orlan has done much, including the capture of the port.", E.ASSAULT, S.OCCURRED, "Orlan", "the port"),
    Case(
        "The parliament voted on a resolution to expel the envoys.",
        E.SANCTION,
        S.PLANNED,
        "The parliament",
        "the envoys",
    ),
    # with whom an agreement was made, in the same breath
    Case("Orlan agreed to a truce after a call with the envoy.", E.AGREE, S.OCCURRED, "Orlan", "the envoy"),
    Case("The union was given assurances from the ministry.", E.AGREE, S.OCCURRED, "the ministry", "The union"),
    Case("Troops remained on alert to deter Orlan.", E.MOBILIZE, S.OCCURRED, "Troops", "Orlan"),
    Case("The casualties were low.", E.ASSAULT, S.OCCURRED, None, None),
    Case("Destroying the port is an aim of the council.", E.ASSAULT, S.PLANNED, "the council", "the port"),
    Case("The front subsequently claimed responsibility.", E.ASSAULT, S.OCCURRED, "The front", None),
    Case("A commission is engaged to study the draft.", None, S.ONGOING, None, None),
    # who fights beside is no enemy
    Case("Orlanian soldiers fought alongside the militia.", E.ASSAULT, S.OCCURRED, "Orlanian soldiers", None),
    # against whom a strike is, what a truce is with, what a preposition of the act itself brings
    Case(
        "Farmers began a hunger strike in protest against the ministry.", E.PROTEST, S.OCCURRED, "Farmers", "ministry"
    ),
    Case("The ministry announced a cease-fire with Orlan.", E.RETREAT, S.OCCURRED, "The ministry", "Orlan"),
    Case("Orlan agreed to a proposal.", E.AGREE, S.OCCURRED, "Orlan", None),
    Case("The militia is responsible for mass killings.", E.ASSAULT, S.OCCURRED, "The militia", None),
    # what only sounds like an act
    Case("The party won a majority in the House of Assembly.", None, S.OCCURRED, "The party", None),
    Case("The ministry spoke of anti-terrorism.", None, S.OCCURRED, "The ministry", None),
    Case("The ministry has sought to clarify its position.", None, S.OCCURRED, "The ministry", None),
    Case("Inflation rocketed.", None, S.OCCURRED, "Inflation", None),
    Case("The union is ready to impose sanctions on Orlan.", E.SANCTION, S.PLANNED, "The union", "Orlan"),
    # a subject that is not there, and one that undergoes
    Case("The ministry said there had been no sign of fighting.", E.ASSAULT, S.OCCURRED, None, None),
    Case("Some nine of them killed.", E.ASSAULT, S.OCCURRED, None, "Some nine of them"),
    Case("Orlan shipped soldiers to the port.", E.MOBILIZE, S.OCCURRED, "Orlan", "the port"),
    # whose a law is by who imposed it, what an army is raised for, whom help is for
    Case(
        "Farmers went on strike to protest a policy imposed by the ministry.",
        E.PROTEST,
        S.OCCURRED,
        "Farmers",
        "ministry",
    ),
    Case("Orlan lifted its ban on the union.", E.CONCEDE, S.OCCURRED, "Orlan", "union"),
    Case("Orlan mobilized the army for an assault against the port.", E.MOBILIZE, S.OCCURRED, "Orlan", "the port"),
    Case("The navy sent troops to help the garrison.", E.MOBILIZE, S.OCCURRED, "The navy", "the garrison"),
    Case("Fayez al-Sarraj rejected the offer.", E.REJECT, S.OCCURRED, "Fayez al-Sarraj", None),
    Case("The kingdom announced 2 billion dollars in military aid to Sarda.", E.AID, S.PLANNED, "The kingdom", "Sarda"),
    Case("Orlan has offered to send troops to help the garrison.", E.AGREE, S.OCCURRED, "Orlan", "the garrison"),
    Case(
        "The drivers called off a strike after an agreement with the ministry.",
        E.CONCEDE,
        S.OCCURRED,
        "The drivers",
        "ministry",
    ),
    Case("The minister promised support for the council's efforts.", E.AGREE, S.OCCURRED, "The minister", "council"),
    # what two do with each other
    Case("The deal between Orlan and Sarda was signed.", E.AGREE, S.OCCURRED, "Orlan", "Sarda"),
    Case("Orlan and Sarda exchanged forty prisoners.", E.RETREAT, S.OCCURRED, "Orlan", "Sarda"),
    Case("The ceasefire between the army and the rebels collapsed.", E.RETREAT, S.OCCURRED, "the army", "the rebels"),
    Case("The navy seized a tanker.", E.COERCE, S.OCCURRED, "The navy", "tanker"),
    Case("The threat of an attack on the port has grown.", E.ASSAULT, S.HYPOTHETICAL, None, "the port"),
    Case(
        "The air force carried out a raid, targeting rebel commanders.",
        E.ASSAULT,
        S.OCCURRED,
        "The air force",
        "rebel commanders",
    ),
    # what goes on, what a death leaves behind, what is for later
    Case("The council continues to hold talks with the junta.", E.CONSULT, S.ONGOING, "The council", "the junta"),
    Case("The confirmed deaths are nine farmers.", E.ASSAULT, S.OCCURRED, None, None),
    Case("The union has abandoned any of its objectives.", E.CONCEDE, S.OCCURRED, "The union", None),
    # the party behind the noun of an act
    Case("Orlan has agreed to lift a ban on imports of Sardan beef.", E.AGREE, S.OCCURRED, "Orlan", "Sardan beef"),
    Case(
        "The court rejected an extradition request for the rebel leader on a charge of arson.",
        E.REJECT,
        S.OCCURRED,
        "The court",
        "the rebel leader",
    ),
    Case("Kenya provided $2 million in aid to the miners.", E.AID, S.OCCURRED, "Kenya", "the miners"),
    # what is one's own is no other party
    Case("The militias agreed to lay down their weapons.", E.AGREE, S.OCCURRED, "The militias", None),
    Case("The court rejected their plan.", E.REJECT, S.OCCURRED, "The court", "their"),
    # of two who act with each other each is a side, whatever it is about
    Case("Kenya and Sudan signed an agreement on customs.", E.AGREE, S.OCCURRED, "Kenya", "Sudan"),
    Case("Kenya and Sudan agreed with Ghana on a truce.", E.AGREE, S.OCCURRED, "Kenya", "Ghana"),
    Case(
        "The armies of Kenya and Sudan held a joint exercise.", E.COOPERATE, S.OCCURRED, "The armies of Kenya", "Sudan"
    ),
    # who has an attack suffers it, who has talks holds them; who bears arms deals the blow named after them
    Case("The town had two bombings.", E.ASSAULT, S.OCCURRED, None, "The town"),
    Case("The ministers had talks with the rebels.", E.CONSULT, S.OCCURRED, "The ministers", "the rebels"),
    Case("A police raid on the flat followed.", E.ASSAULT, S.OCCURRED, "police", "the flat"),
    # at whom it is launched, and who only announces it
    Case("The airstrikes launched against the rebels will continue.", E.ASSAULT, S.PLANNED, None, "the rebels"),
    Case("The death of the singer was announced by the union.", E.ASSAULT, S.OCCURRED, None, "the singer"),
    # a drill against somebody is no cooperation
    Case("Kenya launched drills against Sudan.", E.MOBILIZE, S.OCCURRED, "Kenya", "Sudan"),
    Case("The decree bars anyone with a mask from the office.", E.COERCE, S.ONGOING, None, "anyone"),
    # a particle makes another verb, a year is no particle
    Case("The council gave up its system.", None, S.OCCURRED, None, None),
    Case("He was given a discharge in 2007.", None, S.OCCURRED, None, None),
    Case("The app advances the aims of the party.", None, S.ONGOING, None, None),
    Case("The candidate received 4 percent of the vote.", None, S.OCCURRED, None, None),
    # what carries an act out, and what only follows or measures it
    Case("An attack carried out by the rebels shook the port.", E.ASSAULT, S.OCCURRED, "the rebels", "the port"),
    Case("The explosion, followed by a fire, shook the port.", E.ASSAULT, S.OCCURRED, None, "the port"),
    Case("Kenya and Sudan held four hours of talks.", E.CONSULT, S.OCCURRED, "Kenya", "Sudan"),
    # what was good to do was done
    Case("It was good to meet the envoy.", E.CONSULT, S.OCCURRED, None, "the envoy"),
    Case("Kenya was to blame for the war.", E.ACCUSE, S.OCCURRED, "Kenya", None),
]


@pytest.mark.parametrize("case", CASES, ids=[c.text for c in CASES])
def test_event(case: Case, parse: Parse) -> None:
    found = read(*parse(case.text))
    assert (found.type, found.status) == (case.type, case.status)
    for party, want in ((found.actor, case.actor), (found.recipient, case.recipient)) if case.type else ():
        text = party.text if party else None
        assert (want is None and text is None) or (want is not None and text is not None and want in text)


def joined(found: Event) -> tuple[list[str | None], list[str | None]]:
    """The words of the parties joined to actor and recipient."""
    actor, recipient = (p.joined if p is not None else () for p in (found.actor, found.recipient))
    return [p.text for p in actor], [p.text for p in recipient]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Ghana imposed sanctions on Kenya, Sudan and Chad.", [], ["Sudan", "Chad"]),
        ("Kenya and Sudan attacked the port.", ["Sudan"], []),
        # of two who act with each other the second is the other side, a third stands beside it
        ("Kenya and Sudan exchanged forty prisoners.", [], []),
        # a name makes parties of what is joined, common nouns are one phrase
        ("Police arrested Jan Holm and two other activists.", [], ["two other activists"]),
        ("Police arrested two students and a worker.", [], []),
        # what one is accused of is no party
        ("The council accused Kenya of murder and other crimes.", [], []),
    ],
)
def test_parties_joined_by_name_are_each_kept(
    text: str, actors: list[str], recipients: list[str], parse: Parse
) -> None:
    assert joined(read(*parse(text))) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The council accused the army of murder.", "the army"),
        ("The council accused the government of Sierra Leone of murder.", "the government of Sierra Leone"),
        ("The union accused the Kenyan army of the murder of two nurses.", "the Kenyan army"),
    ],
)
def test_what_one_is_charged_with_is_no_part_of_who_one_is(text: str, recipient: str, parse: Parse) -> None:
    found = read(*parse(text)).recipient
    assert found is not None
    assert found.text == recipient


def test_a_title_is_told_with_the_name_beside_it(parse: Parse) -> None:
    found = read(*parse("The British Prime Minister Theresa Holm met the rebels.")).actor
    assert found is not None
    assert found.text == "The British Prime Minister Theresa Holm"


@pytest.mark.parametrize(
    ("stance", "status"),
    [
        (Stance.DEMANDS, S.HYPOTHETICAL),
        (Stance.FEARS, S.HYPOTHETICAL),
        (Stance.HOPES, S.HYPOTHETICAL),
        (Stance.INTENDS, S.PLANNED),
        (Stance.CONFIRMS, S.OCCURRED),
    ],
)
def test_a_noun_alone_happens_as_the_stance_has_it(stance: Stance, status: Status, parse: Parse) -> None:
    assert read(*parse("a full withdrawal of troops"), stance).status is status


@pytest.mark.parametrize(
    ("stance", "text", "status"),
    [
        # an adjective or a noun over the act puts it ahead, or makes it one that is thought of
        (Stance.ASSERTS, "The army is about to withdraw from the port.", S.PLANNED),
        (Stance.ASSERTS, "The ministers are due to meet the envoy on Friday.", S.PLANNED),
        (Stance.ASSERTS, "The rebels are unlikely to attack the port.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "The rebels are unlikely to have attacked the port.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "The army is likely to have attacked the port.", S.OCCURRED),
        (Stance.ASSERTS, "The army appears to have attacked the port.", S.OCCURRED),
        (Stance.ASSERTS, "It is possible that the army attacks the port.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "It is possible that the army attacked the port.", S.OCCURRED),
        (Stance.ASSERTS, "The risk of an attack on the port remains.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "The deal still awaits approval by the parliament.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "Any attack on the port would be a mistake.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "Orlan needs to withdraw its troops.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "Orlan announced 2 billion dollars in aid to Sarda.", S.PLANNED),
        (Stance.ASSERTS, "The army is poised to attack the port.", S.PLANNED),
        (Stance.ASSERTS, "The army is capable of attacking the port.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "The army is able to attack the port.", S.HYPOTHETICAL),
        (Stance.ASSERTS, "The army was able to take the port.", S.OCCURRED),
        (Stance.ASSERTS, "Had the army attacked, the port would have fallen.", S.HYPOTHETICAL),
        # what is expected or wanted has not happened, whichever mood it is told in
        (Stance.EXPECTS, "The offer will encourage the rebels to surrender.", S.HYPOTHETICAL),
        (Stance.DEMANDS, "that Orlan withdraw its troops", S.HYPOTHETICAL),
        (Stance.HOPES, "that the army withdraws from the port", S.HYPOTHETICAL),
        (Stance.FEARS, "The army attacked the port.", S.OCCURRED),
        # what a party does of whom the present speaks goes on, and so does what has only grown
        (Stance.ASSERTS, "The valley is home to a coalition fighting the rebels.", S.ONGOING),
        (Stance.ASSERTS, "The valley was home to a coalition fighting the rebels.", S.OCCURRED),
        (Stance.ASSERTS, "Orlan has deepened its cooperation with the kingdom.", S.ONGOING),
        (Stance.ASSERTS, "Orlan has ended its cooperation with the kingdom.", S.OCCURRED),
        (Stance.ASSERTS, "Troops are deployed along the border.", S.ONGOING),
        (Stance.ASSERTS, "Clashes continue near the port.", S.ONGOING),
        (Stance.ASSERTS, "The war has continued since May.", S.ONGOING),
        # again and again
        (Stance.ASSERTS, "almost daily attacks on the port", S.HABITUAL),
        (Stance.ASSERTS, "The port is shelled every day.", S.HABITUAL),
        (Stance.ASSERTS, "The port was shelled every day.", S.OCCURRED),
        (Stance.ASSERTS, "Convoys are frequent targets of raids.", S.HABITUAL),
        (Stance.ASSERTS, "Gunmen routinely attack villagers.", S.HABITUAL),
    ],
)
def test_the_words_around_an_act_say_whether_it_has_happened(
    stance: Stance, text: str, status: Status, parse: Parse
) -> None:
    assert read(*parse(text), stance).status is status


def test_a_denied_act_keeps_its_own_status(parse: Parse) -> None:
    assert read(*parse("soldiers from Orlan are fighting alongside the rebels"), Stance.DENIES).status is S.ONGOING


def test_the_trigger_is_the_words_of_the_act(parse: Parse) -> None:
    document, sentences = parse("The army carried out strikes on the depot.")
    assert [s.of(document.text) for s in read(document, sentences).trigger] == ["carried out strikes"]


def test_we_stands_for_the_source(parse: Parse) -> None:
    document, sentences = parse("We will strike the depot, General Orlan said.")
    source = Mention("General Orlan", Span(26, 39), 0)
    found = event(document, sentences, attributed(Span(0, 24), source=source), ACTIONS)
    assert found is not None
    assert found.actor is not None
    assert found.actor.antecedent == Span(26, 39)


def test_who_rejects_an_objection_does_not_say_there_was_none(parse: Parse) -> None:
    text = "The objections of the council."
    document, sentences = parse(text)
    found = event(document, sentences, attributed(Span(0, len(text)), Stance.DENIES), ACTIONS)
    assert found is not None
    assert found.trigger == ()


def test_who_claims_an_attack_did_it(parse: Parse) -> None:
    text = "The raid was claimed by the front."
    document, sentences = parse(text)
    source = Mention("the front", Span(24, 33), 0)
    found = event(document, sentences, attributed(Span(0, 8), source=source, cue=(Span(13, 23),)), ACTIONS)
    assert found is not None
    assert found.actor is not None
    assert found.actor.text == "the front"


@pytest.mark.parametrize(
    ("before", "content", "recipient"),
    [
        ("Orlanian troops left the port.", "The council opposed the withdrawal.", "Orlanian troops"),
        ("The minister met the envoy.", "She raised the situation.", "the envoy"),
        ("Rebels attacked the port.", "The ministry confirmed Orlanian involvement.", "the port"),
    ],
)
def test_what_the_text_told_before_fills_a_recipient(before: str, content: str, recipient: str, parse: Parse) -> None:
    text = f"{before} {content}"
    document, sentences = parse(text)
    found = event(document, sentences, attributed(Span(len(before) + 1, len(text))), ACTIONS)
    assert found is not None
    assert found.recipient is not None
    assert found.recipient.text == recipient


def test_us_in_capitals_is_a_country(parse: Parse) -> None:
    text = "Two men were killed in a US strike."
    document, sentences = parse(text)
    source = Mention("the minister", Span(0, 3), 0)
    found = event(document, sentences, attributed(Span(0, len(text)), source=source), ACTIONS)
    assert found is not None
    assert found.actor is not None
    assert (found.actor.text, found.actor.antecedent) == ("US", None)


def test_who_claims_responsibility_is_the_actor(parse: Parse) -> None:
    document, sentences = parse("The rebels claimed responsibility.")
    source = Mention("The rebels", Span(0, 10), 0)
    found = event(document, sentences, attributed(Span(19, 33), source=source, cue=(Span(11, 18),)), ACTIONS)
    assert found is not None
    assert found.actor is not None
    assert found.actor.text == "The rebels"


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("We call on Orlan to withdraw its troops.", E.RETREAT, "Orlan"),
        ("We urge the rebels to attack the port.", E.ASSAULT, "the rebels"),
        ("We urge Orlan to reconsider.", E.REQUEST, "We"),
    ],
)
def test_what_is_demanded_is_the_act(parse: Parse, text: str, type_: EventType, actor: str) -> None:
    """Where the content holds the demanding too, the event is what is wanted, and it has not happened."""
    found = read(*parse(text), stance=Stance.DEMANDS)
    assert (found.type, found.actor.text if found.actor else None) == (type_, actor)
    assert found.status is S.HYPOTHETICAL


def test_an_act_is_done_to_whom_its_other_name_tells(parse: Parse) -> None:
    found = read(*parse("He called the death a killing of a singer."))
    assert found.recipient is not None
    assert found.recipient.text == "a singer"


@pytest.mark.parametrize(
    "text",
    [
        "The union expressed doubts about the council.",
        "The union expressed optimism that the council would act.",
        "The union is skeptical of the council.",
        "The union denied charges by the council that it had lied.",
    ],
)
def test_a_comment_is_about_somebody(text: str, parse: Parse) -> None:
    found = read(*parse(text))
    assert found.type is None
    assert found.recipient is not None
    assert found.recipient.text == "the council"


@pytest.mark.parametrize("told", ["The chief said", "The chief, Jan Holm, announced on Monday"])
def test_what_was_so_when_it_was_told_goes_on(told: str, parse: Parse) -> None:
    text = f"{told} there were suspects in custody."
    document, sentences = parse(text)
    found = event(document, sentences, attributed(Span(len(told) + 1, len(text))), ACTIONS)
    assert found is not None
    assert found.status is S.ONGOING


def test_two_titles_of_one_person_are_his(parse: Parse) -> None:
    text = "They mourn soldier and former singer Jan Holm, who was killed on the border."
    document, sentences = parse(text)
    found = event(document, sentences, attributed(Span(text.index("who"), len(text))), ACTIONS)
    assert found is not None
    assert found.recipient is not None
    assert found.recipient.text == "soldier and former singer Jan Holm"


def test_content_without_words_has_no_event(parse: Parse) -> None:
    document, sentences = parse("The army withdrew.")
    assert event(document, sentences, attributed(Span(100, 120)), ACTIONS) is None


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200), start=st.integers(0, 100), length=st.integers(0, 100))
def test_no_text_raises_and_every_span_is_its_words(text: str, start: int, length: int, parse: Parse) -> None:
    document, sentences = parse(text)
    found = event(document, sentences, attributed(Span(start, start + length)), ACTIONS)
    for party in (found.actor, found.recipient) if found else ():
        assert party is None or (party.span is not None and party.span.of(text) == party.text)
