"""The static pages: complete in themselves, linked among each other, without persons' names unless they are wanted."""

from __future__ import annotations

import re

from tests.web.cases import EVIL, case
from whosays.web.desk import Desk
from whosays.web.masks import mask, names
from whosays.web.site import site


def written(named: bool = False) -> dict[str, str]:
    desk = Desk(case().store)
    book = desk.book()
    files = site(book, desk, desk.issues, None if named else mask(book))
    return {file.path: file.content.decode() for file in files}


def test_every_link_leads_to_a_page_that_is_there() -> None:
    files = written()
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


def test_persons_are_masked_letter_for_letter_and_shown_when_wanted() -> None:
    masked, named = written(), written(named=True)
    assert not any("Brandt" in page for page in masked.values())
    assert any("Governor ███ ██████" in page for page in masked.values())
    assert any("Governor Ada Brandt" in page for page in named.values())


def test_a_mask_keeps_every_offset() -> None:
    book = Desk(case().store).book()
    assert names(book) == {"Ada Brandt"}
    text = "Ada Brandt and the Brandts saw Adamant Ada."
    assert mask(book)(text) == "███ ██████ and the Brandts saw Adamant ███."


def test_the_same_case_gives_the_same_bytes() -> None:
    assert written() == written()
