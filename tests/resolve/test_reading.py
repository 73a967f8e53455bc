"""What a phrase means so far, and the code that follows from it."""

from __future__ import annotations

import pytest

from whosays.lexicon.terms import Sort
from whosays.resolve.reading import Reading


@pytest.mark.parametrize(
    ("read", "code", "told"),
    [
        (Reading("x", country="PER", sector="MIL"), "PER MIL", True),
        (Reading("x", sector="REB"), "REB", False),
        (Reading("x", country="PER"), "PER", False),
        (Reading("x", body="IGO UNO"), "IGO UNO", True),
        (Reading("x", country="PER", sector="MIL", body="PER GOV"), "PER GOV", True),
        (Reading("x", sector="UNSPEC"), "UNSPEC", False),
        (Reading("x", sector="GOV", alone="unspec"), "UNSPEC", False),
        (Reading("x", sector="GOV", sort=Sort.AGENT, bare=True), None, False),
        (Reading("x"), None, False),
    ],
)
def test_the_code_of_a_reading(read: Reading, code: str | None, told: bool) -> None:
    assert (read.code, read.told) == (code, told)


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        (Reading("x", country="PER", sector="MIL"), "armed_forces"),
        (Reading("x", country="PER", sector="MIL", person="Omar Dall"), "person"),
        (Reading("x", country="PER", sort=Sort.STATE), "government"),
        (Reading("x"), None),
    ],
)
def test_the_kind_of_a_reading(read: Reading, kind: str | None) -> None:
    assert read.kind == kind
