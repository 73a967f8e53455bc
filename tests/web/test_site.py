"""The static pages: complete in themselves, linked among each other, without persons' names unless they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest

from tests.web.cases import EVIL, case
from tests.web.war import war
from whosays.export.private import Private, private
from whosays.store.store import Entry
from whosays.web.desk import Desk
from whosays.web.masks import mask
from whosays.web.site import site

WITNESS = "Mira O'Tolan"


def written(hidden: Private | None = None, entries: Iterable[Entry] | None = None) -> dict[str, str]:
    desk = Desk(case(entries).store)
    files = site(desk.book(), desk, desk.issues, hidden)
    return {file.path: file.content.decode() for file in files}


@pytest.mark.parametrize("entries", [None, tuple(war())])
def test_every_link_leads_to_a_page_that_is_there(entries: Sequence[Entry] | None) -> None:
    files = written(entries=entries)
    for name, page in files.items():
        if name.endswith(".html"):
            for link in re.findall(r'(?:href|src|action)="([^"]*)"', page):
                path, _, part = link.partition("#")
                assert link == "data:," or path in ("", *files), (name, link)
                assert not part or f'id="{part}"' in files[path or name], (name, link)


def test_no_page_asks_for_anything_else() -> None:
    for name, page in written().items():
        assert EVIL not in page or not name.endswith(".html")
        assert not re.search(r"https?://|url\(", page.split("<body")[0]), name
        if name.endswith(".html"):
            assert "default-src &#39;none&#39;" in page
            assert "Machine-read. 0 of 7 claims checked" in page


def test_private_persons_are_masked_letter_for_letter_and_each_page_says_so() -> None:
    masked, named = written(Private(("Ada Brandt",), frozenset())), written()
    assert not any("Brandt" in page for page in masked.values())
    assert any("Governor ███ ██████" in page for page in masked.values())
    assert any("Governor Ada Brandt" in page for page in named.values())
    for pages, says in ((masked, "1 name of people who hold no public office"), (named, "No names are masked")):
        assert all(says in page for name, page in pages.items() if name.endswith(".html"))


def test_who_speaks_in_office_keeps_the_name() -> None:
    book = Desk(case().store).book()
    assert private(book.balance.postings, ("Ada Brandt", WITNESS), ()).names == (WITNESS,)


def test_a_mask_keeps_every_offset_and_what_is_an_office_holders_too() -> None:
    text = "Ada Brandt and the Brandts saw Adamant Ada at the ada."
    assert mask(Private(("Ada Brandt",), frozenset()))(text) == "███ ██████ and the Brandts saw Adamant ███ at the ada."
    assert mask(Private(("Ada Brandt",), frozenset({"brandt"})))("Ada Brandt, Brandt") == "███ ██████, Brandt"


def test_a_name_is_masked_in_a_page_too_where_it_is_escaped() -> None:
    hide = mask(Private((WITNESS,), frozenset()))
    assert hide("Mira O&#39;Tolan, MIRA O'TOLAN") == "████ ███████, ████ ███████"


def test_the_same_case_gives_the_same_bytes() -> None:
    assert written() == written()
