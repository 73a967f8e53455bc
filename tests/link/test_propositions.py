"""Claims that say the same are one proposition: the same ones in any order, without drifting from one event to the next."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.store.made import posting
from whosays.findings import Link
from whosays.link.propositions import propositions
from whosays.model import Stance


def link(a: str, b: str, score: float) -> Link:
    return Link(min(a, b), max(a, b), score)


def groups(
    *links: Link, claims: str = "abcd", same: tuple[tuple[str, str], ...] = (), apart: tuple[tuple[str, str], ...] = ()
) -> set[str]:
    made = propositions([posting(c) for c in claims], links, same, apart)
    return {"".join(sorted(p.claims)) for p in made}


def test_claims_that_are_linked_are_one() -> None:
    assert groups(link("a", "b", 0.9), link("c", "d", 0.2)) == {"ab", "c", "d"}


def test_a_chain_of_likenesses_is_not_one_event() -> None:
    """a is like b, b like c, c like d; a and d have nothing to do with each other."""
    assert groups(link("a", "b", 0.9), link("b", "c", 0.6), link("c", "d", 0.9)) == {"ab", "cd"}


def test_what_a_person_joined_is_one_and_what_a_person_parted_is_not() -> None:
    assert groups(same=(("a", "d"),)) == {"ad", "b", "c"}
    assert groups(link("a", "b", 0.99), link("c", "d", 0.99), apart=(("a", "b"),)) == {"a", "b", "cd"}


def test_a_proposition_is_named_after_its_first_claim_and_stays_so() -> None:
    first, second = posting("b", published=date(2025, 1, 1)), posting("a", published=date(2025, 2, 1))
    alone = propositions([first], [])
    both = propositions([first, second], [link("a", "b", 0.9)])
    assert alone[0].id == both[0].id
    assert both[0].claims == ("b", "a")


def test_who_calls_such_claims_rumours_rejects_the_claim_before() -> None:
    sent = posting("a", "d1", order=0, text="troops had been sent")
    such = posting("b", "d1", order=1, text="such claims", stance=Stance.DENIES)
    other = posting("c", "d2", order=0, text="the claims", stance=Stance.DENIES)
    made = propositions([sent, such, other], [link("b", "c", 0.99)])
    assert {"".join(p.claims) for p in made} == {"ab", "c"}


def test_a_claim_that_only_points_at_another_does_not_weigh_on_its_links() -> None:
    """a and c are one by their own words, whatever b stands for."""
    sent = posting("a", "d1", order=0, text="troops had been sent")
    such = posting("b", "d1", order=1, text="these allegations")
    again = posting("c", "d2", order=0, text="troops were sent")
    made = propositions([sent, such, again], [link("a", "c", 0.4)])
    assert [sorted(p.claims) for p in made] == [["a", "b", "c"]]


def test_a_person_who_decided_of_a_pointer_is_heard() -> None:
    sent = posting("a", "d1", order=0, text="troops had been sent")
    such = posting("b", "d1", order=1, text="such claims")
    assert len(propositions([sent, such], [], different=[("a", "b")])) == 2


SCORES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from([0.2, 0.45, 0.5, 0.7, 0.95])).filter(
        lambda t: t[0] < t[1]
    ),
    unique_by=lambda t: t[:2],
    max_size=30,
)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(scores: list[tuple[int, int, float]], chance: object) -> None:
    claims = [posting(str(n), published=date(2025, 1, 1 + n)) for n in range(10)]
    links = [link(str(a), str(b), s) for a, b, s in scores]
    expected = propositions(claims, links)
    shuffled, other = claims[:], links[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert propositions(shuffled, other) == expected


@given(SCORES)
def test_what_is_not_connected_does_not_matter(scores: list[tuple[int, int, float]]) -> None:
    """A document touches its own neighbourhood: claims without a link to it keep their propositions."""
    claims = [posting(str(n)) for n in range(10)]
    links = [link(str(a), str(b), s) for a, b, s in scores]
    alone = propositions(claims, links)
    more = propositions([*claims, posting("x"), posting("y")], [*links, link("x", "y", 0.9)])
    assert {p.claims for p in more} == {p.claims for p in alone} | {("x", "y")}
