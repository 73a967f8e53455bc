"""What a party does is the publisher's to tell; what it says is its own. Source in {}, cue in <>, content in []."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from whosays.attribute.spoken import spoken
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.model import Span, Tagged

SAID = [
    "{The ministry} <said> [the port was closed].",
    "{The council} <agreed> that [the road was unsafe].",
    "{The envoy} <welcomed> “[a good start]”.".replace("“[", "[“").replace("]”", "”]"),
    "{Arnland} <denied> [any part in the raid].",
    "{Arnland} <rejected> [the charge of arson].",
    "<It is reported> that [the garrison has left].",
    "“Had {the council} <said> that [the dam was safe]?”",
    "{The envoy} <declined to say> [who had fired].",
    "{Arnland} <accepted> that [the council had not been asked].",
    "{The envoy} <stopped short of saying> that [the army had fled].",
    "{Satellite images} <show> [the damage to the depot].",
    "[Two deaths] <were reported>.",
    "[The army] <was criticised for> [its losses].",
    "{The mayor} <gave approval> of [the plan].",
    "{This} <suggests> that [the dam was mined].",
    "{Arnland} <was firmer in blaming> [the rebels for the raid].",
    "<It became known> that [the bridge had fallen].",
    "<There are reports that> [the bridge was blown up].",
    "<There was a consensus> that [the pact had failed].",
    "{The crowd} <continued to call for> [an inquiry into the raid].",
    "{The governor} <started off by stressing> [the cost of the dam].",
    "{The islanders} <see> [the treaty as a threat].",
    "[The minister] <has faced criticism for> [leaving the villagers without help].",
    "There have been <calls> [to close the border].",
    "{The ministry} <issued a statement> that [the port was closed].",
    "{The envoy} <made it clear> that [the road was open].",
    "{The governor} <made the case> that [the dam was safe].",
    "{Polling averages} <show> [Varga ahead by three points].",
]
DONE = [
    "{Arnland} <has agreed to> [a truce].",
    "{The assembly} <voted on> [the budget].",
    "{The brigade} <continued to> [hold the ridge].",
    "{The two armies} <continue to work side by side to address> [a range of threats].",
    "{The rebels} <rejected> [the government's offer of safe passage].",
    "<It seems> that [the garrison has left].",
    "{The attacks} <demonstrate> [the cruelty of the regime].",
    "The shelling of {Lima} <shows> [a disregard for the law].",
    "[The law] <was passed>.",
    "[The model] <was published>.",
    "{The officials} <did not want> [to be named].",
    "[No claims of responsibility] <were reported>.",
    "<There was no sign> that [the garrison had left].",
    "<There was little evidence> that [the garrison had left].",
    "{The islanders} <saw> [the fleet].",
    "<Statements of> [regret] came from the mayors.",
    "{This} <revised downwards> [an earlier toll of 27].",
    "[The sect] <is described> as a charity.",
    "[The two provinces] <were called> to join the league.",
    "{The ministers} <gathered in Lima to discuss> [the dam].",
    "{The province} <was among those that voted against> [the measure].",
    "{The council} <is in conflict with> [it].",
    "{Residents} <turned out for> [them].",
    "<Statements of> [regret] came from {the mayors}.",
    "{The port} <welcomed> [sailors visiting from the north].",
    "{Its own site}, <according to> [''].",
    "<It remains unclear> [who fired].",
    "<It was not immediately clear> whether [the bridge had fallen].",
    "<It is worth noting> that [the dam was built in May].",
    "<Note> that [the army lost two tanks].",
    "{The police} <thwarted> [an attack on the bridge].",
    "{The senator} <introduced> [a resolution on the dam].",
    "{Arnland} <accepted> [the council's request for a crossing].",
    "{The brigade} <rehearsed> [a landing on the island].",
    "If {the ministry} <says> that [the town fell], the market will close.",
    "Unless {the council} <confirms> that [the road is safe], the convoy will stay.",
    "Had {the council} <said> that [the dam was safe], people would have stayed.",
    "{The league} <must condemn> [the raid].",
    "{The chamber} <passed a resolution> [to seal the border].",
    "{The police} <have opened a criminal case against> [the driver].",
    "{The orator} <made> [his threat].",
    "{The coming weeks} <will tell> if [the truce holds].",
    "[The sailor] <was briefly listed> in critical condition.",
    "{The west} <should move away from> [its plan].",
]


def _tagged(marked: str) -> tuple[str, Tagged]:
    """The text without marks, and the attribution that they mark."""
    text = ""
    spans: dict[str, tuple[Span, ...]] = {"{": (), "<": (), "[": ()}
    start, opener = 0, ""
    for character in marked:
        if character in spans:
            start, opener = len(text), character
        elif character in "}>]":
            spans[opener] = (Span(start, len(text)),)
        else:
            text += character
    return text, Tagged(spans["{"], spans["<"], spans["["], "test")


@pytest.mark.parametrize(("marked", "expected"), [*((m, True) for m in SAID), *((m, False) for m in DONE)])
def test_saying_and_doing(parse: Parse, marked: str, expected: bool) -> None:
    text, tagged = _tagged(marked)
    assert text == re.sub(r"[{}<>\[\]]", "", marked)
    _, sentences = parse(text)
    assert spoken(sentences, tagged, load_constructions(), load_cues()) is expected
