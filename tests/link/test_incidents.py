"""Documents that tell of the same thing that happened are one incident; those that tell of another like it are not."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whosays.findings import Profile
from whosays.lexicon.incidents import Incidents, load_incidents
from whosays.link.alike import alike
from whosays.link.incidents import incidents
from whosays.link.profile import profile
from whosays.link.rarity import Rarity, rarities, weigh
from whosays.link.ties import ties

BRIDGE = (
    "Two guards were wounded when the bridge at Torvald Crossing was shelled on Monday night, the ministry said. "
    "Lena Harrow, 34, and Piotr Vance, 51, were taken to the hospital in Eastmere."
)
AGAIN = (
    "The shelling of Torvald Crossing wounded two guards, Lena Harrow, 34, and Piotr Vance, 51. "
    "Both are in hospital in Eastmere. Traffic over the bridge has stopped."
)
MARKET = (
    "Three people were wounded when a market in Southwick was shelled on Friday, the ministry said. "
    "Oskar Lind, 19, was taken to the hospital in Southwick with two others."
)
HARVEST = (
    "The harvest in the Lower Valley was the best in ten years, the chamber of farmers said on Sunday. "
    "Its head, Mara Quill, 62, spoke of luck with the weather."
)
CASE = (
    ("bridge", BRIDGE, date(2025, 3, 4)),
    ("again", AGAIN, date(2025, 3, 5)),
    ("market", MARKET, date(2025, 3, 8)),
    ("harvest", HARVEST, date(2025, 3, 9)),
)


def profiles() -> list[Profile]:
    return [profile(name, text, (), day) for name, text, day in CASE]


def test_two_reports_of_one_shelling_are_one_incident() -> None:
    assert [i.documents for i in incidents(profiles(), load_incidents())] == [
        ("bridge", "again"),
        ("market",),
        ("harvest",),
    ]


def test_why_is_told_in_parts_that_add_up_and_in_names() -> None:
    (tie,) = incidents(profiles(), load_incidents())[0].ties
    assert {tie.left, tie.right} == {"bridge", "again"}
    assert "lena harrow" in tie.shared
    assert sum(value for _, value in tie.parts) > 0
    assert dict(tie.parts)["ages"] > 0


@given(st.permutations(range(len(CASE))))
def test_the_order_changes_no_group(order: list[int]) -> None:
    made = profiles()
    groups = {frozenset(i.documents) for i in incidents([made[n] for n in order], load_incidents())}
    assert groups == {frozenset({"bridge", "again"}), frozenset({"market"}), frozenset({"harvest"})}


def test_an_incident_keeps_its_name_when_a_later_report_comes() -> None:
    first = incidents(profiles()[:1], load_incidents())[0]
    assert incidents(profiles(), load_incidents())[0].id == first.id


def test_a_chain_of_likenesses_is_not_one_incident() -> None:
    """a is tied to b and b to c; a and c have nothing in common. The mean over all pairs keeps them apart."""
    shared = Incidents(bias=-1.0, weights={"full names in number": 1.1})
    texts = {"a": "Nora Vey fell. ", "b": "Nora Vey fell. Ivo Marr rose.", "c": "Ivo Marr rose."}
    made = [profile(name, text, (), None) for name, text in texts.items()]
    found = ties(made, shared)
    assert {(t.left, t.right) for t in found} == {("a", "b"), ("b", "c")}
    assert all(t.score > 0.5 for t in found)
    assert sorted(len(i.documents) for i in incidents(made, shared)) == [1, 2]


def test_what_everybody_has_weighs_less_than_what_two_have() -> None:
    rare = Rarity([{"Kalden", "Orme"}, {"Kalden", "Orme"}, {"Kalden"}, {"Kalden"}, {"Kalden"}], 5)
    assert rare("Kalden") < rare("Orme") < rare("unheard of") <= 1


def test_comparing_is_the_same_both_ways() -> None:
    made = profiles()
    rare = rarities(made)
    one, other = (weigh(p, rare) for p in made[:2])
    there, back = dict(alike(one, other, rare)), dict(alike(other, one, rare))
    assert there.keys() == back.keys()
    assert all(abs(there[name] - back[name]) < 1e-12 for name in there)


def test_no_documents_are_no_incidents() -> None:
    assert incidents([], load_incidents()) == ()
    assert [i.documents for i in incidents(profiles()[:1], load_incidents())] == [("bridge",)]
