"""Private persons are masked, the same one always alike; who holds public office keeps the name."""

from __future__ import annotations

import pytest

from tests.store.made import posting
from whosays.export.redact import Mask, redact
from whosays.findings import Holder, Posting
from whosays.model import SourceKind

MINISTER = Holder("Ana Borova", "XXA GOV", SourceKind.PERSON, "Defence Minister Ana Borova")
WITNESS = Holder("Mira Tolan", "XXA CVL", SourceKind.PERSON, "Mira Tolan, a resident")
CAPTIVE = Holder("Jun Sek", "XXB MIL", SourceKind.PERSON, "captured soldier Jun Sek")
SOLDIER = Holder("Pavel Ostry", "XXA MIL", SourceKind.PERSON, "Private Pavel Ostry")
GENERAL = Holder("Ivo Rand", "XXA MIL", SourceKind.PERSON, "General Ivo Rand")


def said(*holders: Holder) -> list[Posting]:
    return [posting(f"c{n}", order=n, source=h) for n, h in enumerate(holders)]


def mask(*holders: Holder, named: tuple[str, ...] = (), offices: tuple[str, ...] = ()) -> Mask:
    return redact(said(*holders), named, offices)


@pytest.mark.parametrize("holder", [MINISTER, GENERAL], ids=lambda h: h.text)
def test_who_speaks_in_office_keeps_the_name(holder: Holder) -> None:
    words = f"{holder.text} said that {holder.name} was there"
    assert mask(holder, named=(holder.name or "",))(words) == words


@pytest.mark.parametrize("holder", [WITNESS, CAPTIVE, SOLDIER], ids=lambda h: h.text)
def test_witnesses_captives_and_soldiers_of_the_ranks_do_not(holder: Holder) -> None:
    assert holder.name
    masked = mask(holder)(f"{holder.text} was there, and {holder.name.split()[-1]}’s house")
    assert not set(holder.name.split()) & set(masked.replace("’", " ").split())
    assert masked.count("[person 1]") == 2


def test_a_captive_of_rank_is_masked_but_not_a_known_office_holder() -> None:
    officer = Holder("Jun Sek", "XXB MIL", SourceKind.PERSON, "captured General Jun Sek")
    assert mask(officer)("Jun Sek") == "[person 1]"
    assert mask(officer, offices=("Jun Sek",))("Jun Sek") == "Jun Sek"


def test_who_is_acted_upon_does_not_speak_in_office() -> None:
    claims = [posting("c1", recipient=MINISTER)]
    assert redact(claims, (), ())("Ana Borova") == "[person 1]"


def test_persons_named_in_the_text_alone_are_masked() -> None:
    masked = mask(MINISTER, named=("Lena Fast", "Oro Fast"))(
        "Ana Borova said Lena Fast, 9, and Oro Fast died; the Fast family fled."
    )
    assert masked == "Ana Borova said [person 1], 9, and [person 2] died; the [person] family fled."


def test_one_person_has_one_number_whatever_is_said_of_the_name() -> None:
    masked = mask(WITNESS, named=("Mira", "Tolan", "Zed Ook"))("Mira Tolan, Mira, TOLAN and Zed Ook")
    assert masked == "[person 1], [person 1], [person 1] and [person 2]"


def test_a_family_name_shared_with_who_is_in_office_masks_the_full_name_alone() -> None:
    masked = mask(MINISTER, named=("Ilse Borova",))("Ilse Borova, 12, is no relative of Borova")
    assert masked == "[person 1], 12, is no relative of Borova"


def test_short_names_are_masked_as_a_whole() -> None:
    assert mask(named=("Li Bo",))("Li Bo and Li left") == "[person 1] and Li left"


def test_words_that_only_begin_alike_are_left() -> None:
    assert mask(named=("Rose Hill",))("Roses grew on Hillside") == "Roses grew on Hillside"


def test_a_common_word_is_no_name_because_somebody_bears_it() -> None:
    assert (
        mask(named=("Rose Hill",))("a hill where a rose grew, said Rose") == "a hill where a rose grew, said [person 1]"
    )


def test_addresses_are_cut_to_their_host() -> None:
    assert mask()("https://example.org/news/lena-fast?x=1") == "https://example.org"
    assert mask()("see https://example.org/a") == "see https://example.org/a"


@pytest.mark.parametrize("name", ["(Lena", "a.b*", "", "  ", "de"])
def test_odd_names_do_no_harm(name: str) -> None:
    assert mask(named=(name,))("The bridge fell.") == "The bridge fell."
