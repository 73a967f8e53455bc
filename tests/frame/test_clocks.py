"""When it happened and when it was said: the source in ( ), the cue in < >, the content in { }, then both times."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from whosays.frame.clocks import clocks
from whosays.frame.time import times
from whosays.lexicon.times import load_times
from whosays.model import Attribution, Certainty, Mention, Polarity, Span, Stance, Tagged

TIMES = load_times()

# marked text | words of the event's time | words of the report's time
CASES = """
(The governor) <said> on Thursday that {the convoy was hit on Monday}. | on Monday | on Thursday
(The governor) <told> lawmakers on Wednesday that {the guards had been warned on 31 October}. | on 31 October | on Wednesday
(The ministry) <claimed> on Thursday {to have downed five jets the day before}. | the day before | on Thursday
(The ministry) <denied> on Wednesday that {its men had been in Port Sarda on Tuesday}. | on Tuesday | on Wednesday
On Saturday, (the minister) <said> {the commander has been killed}. | - | On Saturday
In a statement on Friday, (the ministry) <said> {the commander was killed}. | - | on Friday
{Ferries will carry civilians out of the city from Thursday}, (the officials) <said>. | from Thursday | -
In early December of last year, {soldiers were seen near the border}, <according to> (the general). | In early December of last year | -
(The observers) <say> {the blockade tightened in the spring of 2021}. | in the spring of 2021 | -
(The soldiers) <claim> that {the attackers resort to strategies used during World War II}. | - | -
(The mayor) <said> {the bridge that was built in 1984 collapsed on Friday}. | on Friday | -
(The mayor) <said> {the 2015 agreement was broken}. | - | -
(The mayor) <said> {at least twelve people died in last night's attack}. | in last night | -
(The mayor) <said> {troops began to withdraw on Friday}. | on Friday | -
(The mayor) <said> {the crews crossed the ditch and fled on Friday}. | on Friday | -
(The mayor) <presented> {a plan to be unveiled on Friday}. | on Friday | -
(The mayor) <said> {the city has been at war since the gate fell in 2014}. | in 2014 | -
(The mayor) <said> {the council voted yesterday on a plan to expel the guards}. | yesterday | -
Last week, it was noted for the first time that {soldiers were seen near the border}, <according to> (the general). | Last week | -
Since 1953, (the council) <has placed importance on> {keeping a large guard}. | Since 1953 | -
(The mayor) <said> {Thursday saw ten soldiers killed}. | Thursday | -
In a letter published on Friday, (the ministry) <said> {the bridge was blown up on Monday}. | on Monday | on Friday
(The ministry) <said> in a letter published on Friday that {the bridge was blown up}. | - | on Friday
(The ministry) dismissed the report on Friday, <calling> {it a fabrication}. | - | on Friday
(The ministry) <described> {the guards in March as heroes}. | - | in March
(The mayor) <said> {the army made gains last month, taking two towns}. | last month | -
(The mayor) <said> {the general is a candidate for the 2020 election}. | - | -
(The mayor) <said> {the council broke the Militia Act of 1867}. | - | -
(The mayor) <said> {the country voted in the 2016 referendum}. | in the 2016 | -
(The mayor) <said> {the garrison had food for ten days}. | - | -
The current mayor (Orlan) <said> {the bridge is open}. | - | -
{People pour into the streets}, (he) <said>, citing the riots in 2004. | - | -
(The palace) <announced> {three days of mourning}, Wednesday through Friday. | - | -
The governor cut the tax on Friday after <reports> by (the doctors) that {the guards were leaving}. | - | -
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_each_clock_has_its_own_time(case: str, parse: Parse) -> None:
    marked, event, reported = (cell.strip() for cell in case.split("|"))
    text = re.sub(r"[(){}<>]", "", marked)
    document, sentences = parse(text, published="2024-05-17")
    found = clocks(sentences, attribution(marked), (), times(document, sentences, TIMES))
    assert (found.event.text if found.event else "-") == event
    assert (found.reported.text if found.reported else "-") == reported


@pytest.mark.parametrize(
    ("text", "clause", "when"),
    [
        ("The envoy left on Friday when the mob stormed the gate.", "the mob stormed the gate", "on Friday"),
        ("The envoy left on Friday because the mob stormed the gate.", "the mob stormed the gate", None),
    ],
)
def test_what_happened_when_something_else_did_has_its_time(
    text: str, clause: str, when: str | None, parse: Parse
) -> None:
    document, sentences = parse(text, published="2024-05-17")
    own = made(None, (), (Span(text.index(clause), text.index(clause) + len(clause)),))
    found = clocks(sentences, own, (), times(document, sentences, TIMES))
    assert (found.event.text if found.event else None) == when


def test_what_the_publisher_says_has_no_time_of_report(parse: Parse) -> None:
    text = "The town was shelled on Monday."
    document, sentences = parse(text, published="2024-05-17")
    own = made(None, (), (Span(0, len(text) - 1),))
    found = clocks(sentences, own, (), times(document, sentences, TIMES))
    assert found.event is not None
    assert (found.event.text, found.reported) == ("on Monday", None)


def attribution(marked: str) -> Attribution:
    (source,), cue, content = spans(marked, "()"), spans(marked, "<>"), spans(marked, "{}")
    return made(Mention("", source, 0), cue, content)


def made(source: Mention | None, cue: tuple[Span, ...], content: tuple[Span, ...], sentence: int = 0) -> Attribution:
    tagged = Tagged((source.span,), cue, content, "test") if source else None
    return Attribution(
        tagged=tagged,
        sentence=sentence,
        source=source,
        via=(),
        cue=cue,
        content=content,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.PLUS,
    )


def spans(marked: str, brackets: str) -> tuple[Span, ...]:
    """Where the brackets' words stand once all brackets are gone."""
    opened, closed = (re.escape(b) for b in brackets)
    found = []
    for match in re.finditer(f"{opened}(.*?){closed}", marked):
        before = re.sub(r"[(){}<>]", "", marked[: match.start()])
        inner = re.sub(r"[(){}<>]", "", match.group(1))
        found.append(Span(len(before), len(before) + len(inner)))
    return tuple(found)
