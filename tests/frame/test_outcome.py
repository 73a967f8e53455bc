"""What happened to what is counted, by the parse: the [quantity], and its kinds."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.quantity import quantities
from whosays.lexicon.quantities import load_quantities

CASES = {
    "the noun itself": ("The strike caused [480 deaths].", ["killed"]),
    "things": ("The army lost [12 tanks].", ["materiel"]),
    "a state beside it": ("They found [20 dead civilians].", ["killed"]),
    "two states": ("They lost [20 soldiers killed or missing].", ["killed", "missing"]),
    "the verb that it is the object of": ("Gunmen killed [five guards].", ["killed"]),
    "the verb that it is the subject of": ("[Five guards] died.", ["killed"]),
    "the subject of a passive": ("[Five guards] were captured.", ["captured"]),
    "verbs that are joined": ("[Five guards] were killed or wounded.", ["killed", "injured"]),
    "who is hit and dead is dead": ("[Five guards] were shot dead.", ["killed"]),
    "a relative clause": ("They named [five guards] who were killed.", ["killed"]),
    "the noun that governs it": ("The killing of [five guards] was denied.", ["killed"]),
    "whose deed it is": ("They mourned [five guards]' death.", ["killed"]),
    "an ellipsis": ("The dead rose to [18].", ["killed"]),
    "fighters who are sent": ("The council sent [500 soldiers].", ["deployed"]),
    "people who move": ("[900 villagers] fled.", ["displaced"]),
    "nothing": ("They thanked [five guards].", ["other"]),
}


@pytest.mark.parametrize(("marked", "kinds"), CASES.values(), ids=CASES.keys())
def test_the_kinds_of_a_quantity(parse: Parse, marked: str, kinds: list[str]) -> None:
    start = marked.index("[")
    found = quantities(*parse(marked.replace("[", "").replace("]", "")), load_quantities())
    assert [list(q.kinds) for q in found if q.span.start == start] == [kinds]
