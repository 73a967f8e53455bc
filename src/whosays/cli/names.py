"""A case -> the names of persons in its texts, and those of known office holders: what is needed to mask private persons."""

from __future__ import annotations

from whosays.case.case import OpenCase
from whosays.case.persons import persons
from whosays.cli.guard import say
from whosays.findings import Balance, Shelf
from whosays.lexicon.actors import load_actors

Names = tuple[str, ...]


def names(case: OpenCase, balance: Balance) -> tuple[Names, Names]:
    """Names found, and names of office holders and publishers. Reads the texts anew: claims alone do not tell who is a person in them."""
    from whosays.resolve.gazetteer import Kind, load_gazetteer
    from whosays.segment import load_parser

    gazetteer = load_gazetteer(say)

    def place(name: str) -> bool:
        return any(p.kind <= Kind.ADM1 for p in gazetteer.find([name]).get(name, ()))

    current = [d.id for d in balance.documents if d.shelf is Shelf.CURRENT]
    with case.store.reading() as reads:
        texts = reads.texts(current)
    titles = [d.title for d in balance.documents if d.title]
    found = persons([*(texts[d] for d in current if d in texts), *titles], balance.postings, load_parser(), place)
    offices = (name for person in load_actors().people for name in (person.name, *person.names))
    publishers = (d.publisher for d in balance.documents if d.publisher)
    return found, (*offices, *publishers)
