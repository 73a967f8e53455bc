"""A case for tests, made by hand: invented reports with their claims, links and copies, as if the engine had read them.

The ministry says that a bridge was shelled; the army denies it in one report, and in the same report has not confirmed it;
a daily prints the wire's report again; a governor gives a figure; one report is undated and hostile.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import uvicorn

from tests.store.made import MINISTRY, RUN, held, near, posting
from whosays.case.case import OpenCase
from whosays.case.linker import Unlinked
from whosays.export.record import (
    AttributionRecord,
    DocumentRecord,
    EventRecord,
    Evidence,
    MadeBy,
    Pair,
    PlaceRecord,
    Record,
    SourceRecord,
    TimeRecord,
)
from whosays.findings import Held, Holder, Link, Near, Posting
from whosays.model import (
    Analysis,
    Certainty,
    Conventions,
    Document,
    EventType,
    Polarity,
    SourceKind,
    Stance,
    Status,
    factuality_of,
)
from whosays.store.memory import MemoryStore
from whosays.store.store import Entry
from whosays.web.adding import Adder
from whosays.web.app import workbench
from whosays.web.guard import Rules

ARMY = Holder("Army of the North", "PRK MIL", SourceKind.ARMED_FORCES, "the army")
GOVERNOR = Holder("Ada Brandt", "UKR GOV", SourceKind.PERSON, "Governor Ada Brandt")
WIRE = Holder("The Wire", "publisher", SourceKind.PUBLISHER, None)
NOBODY = Holder(None, None, None, "he")
EVIL = "<script>window.stolen = 1</script><img src=x onerror=alert(1)>"
HOST = "127.0.0.1:8765"


@dataclass(frozen=True)
class Said:
    """One claim of a report: words of its text by which the spans are found."""

    id: str
    source: Holder
    cue: str
    content: str
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    time: str | None = None
    place: str | None = None
    rule: str = "model"
    more: dict[str, Any] = field(default_factory=dict)


REPORT = "The ministry said that shells hit the bridge on Friday. Nobody was near it."
SHELLING: dict[str, Any] = {
    "type": EventType.ASSAULT,
    "status": Status.OCCURRED,
    "actor": ARMY,
    "recipient": MINISTRY,
}


def reports() -> Iterator[Entry]:
    """The reports, in the order of their days."""
    shells = Said("c-ministry", MINISTRY, "said", "shells hit the bridge on Friday", time="on Friday", more=SHELLING)
    wire = held("d-wire", title="Bridge shelled", publisher="The Wire", published=date(2025, 1, 3), key="wire.txt")
    yield told(wire, REPORT, shells)
    daily = held("d-daily", title="Bridge hit by shells", publisher="The Daily", published=date(2025, 1, 4))
    again = Said("c-again", MINISTRY, "said", "shells hit the bridge on Friday", more=SHELLING)
    yield told(daily, REPORT, again, links=(alike("c-ministry", "c-again"),), nears=(near("d-wire", "d-daily"),))
    text = (
        "The army denied that it had shelled the bridge.\n\n"
        "But the army has not confirmed where its guns stood, or that it shelled the bridge."
    )
    denial = held("d-denial", title="Army denies shelling", publisher="The Courier", published=date(2025, 1, 6))
    denies = Said("c-denies", ARMY, "denied", "it had shelled the bridge", Stance.DENIES, more=SHELLING)
    silent = Said("c-silent", ARMY, "has not confirmed", "it shelled the bridge", Stance.NOT_CONFIRMED, more=SHELLING)
    pairs = [("c-ministry", "c-denies"), ("c-ministry", "c-silent"), ("c-again", "c-denies"), ("c-again", "c-silent")]
    linked = tuple(alike(a, b) for a, b in [*pairs, ("c-denies", "c-silent")])
    yield told(denial, text, denies, silent, links=linked)
    figure = held("d-figure", title="Three bridges", publisher="The Wire", published=date(2025, 1, 9))
    text = "Governor Ada Brandt thinks that three bridges are down. He and quickly was seen there."
    three = Said("c-three", GOVERNOR, "thinks", "three bridges are down", Stance.BELIEVES, rule="rules/verb")
    seen = Said("c-seen", NOBODY, "", "He and quickly was seen there", more={"source": NOBODY})
    yield told(figure, text, three, seen, links=(alike("c-three", "c-denies", 0.45),))
    text = f"{EVIL} was written on the wall, the wire said, and \u202eolleh."
    evil = held("d-evil", title=EVIL, publisher=EVIL, published=None, dated="unknown", key="evil.html")
    wall = Said("c-evil", WIRE, "said", f"{EVIL} was written on the wall")
    yield told(evil, text, wall)


def told(document: Held, text: str, *claims: Said, links: tuple[Link, ...] = (), nears: tuple[Near, ...] = ()) -> Entry:
    """A report with its claims, as it is entered."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    whole = replace(document, characters=len(text), claims=len(claims), sha256=sha256)
    return Entry(
        held=whole,
        text=text,
        postings=tuple(_posting(c, whole.id, whole.published, n) for n, c in enumerate(claims)),
        records=tuple(msgspec.json.encode(_record(c, whole, text)) for c in claims),
        links=links,
        nears=nears,
    )


def alike(a: str, b: str, score: float = 0.95) -> Link:
    return Link(min(a, b), max(a, b), score)


def _posting(said: Said, document: str, published: date | None, order: int) -> Posting:
    known = {"stance": said.stance, "certainty": said.certainty, "text": said.content, "source": said.source}
    return posting(said.id, document, order=order, published=published, **{**known, **said.more})


def _record(said: Said, document: Held, text: str) -> Record:
    holder = said.source
    content, cue = _span(text, said.content), _span(text, said.cue)
    source = _span(text, holder.text or "", ignore_case=True)
    time = said.time and TimeRecord(said.time, _span(text, said.time)[0], None, None, "day", None)
    event = EventRecord(
        said.more.get("type"), None, said.more.get("status"), (), None, None, _place(said, text), time or None, ()
    )
    return Record(
        id=said.id,
        document=DocumentRecord(
            document.id,
            document.key,
            document.title,
            document.publisher,
            document.published,
            document.url,
            "en",
            document.dated,
        ),
        sentence=0,
        text=said.content,
        evidence=Evidence(source, cue, content),
        attribution=AttributionRecord(f"a-{said.id}", source, cue, content) if cue else None,
        source=SourceRecord(holder.name, holder.code, holder.kind, holder.text, None),
        via=(),
        stance=said.stance,
        certainty=said.certainty,
        polarity="+",
        position="affirms",
        factuality=factuality_of(said.stance, said.certainty, Polarity.PLUS),
        event=event if event.type or time or said.place else None,
        reported=None,
        resolved=(),
        made_by=MadeBy("0.1.0", "by hand", said.rule if cue else None, Conventions()),
    )


def _place(said: Said, text: str) -> PlaceRecord | None:
    spot = said.more.get("place")
    if said.place is None or spot is None:
        return None
    (span,) = _span(text, said.place)
    known = (spot.name, spot.country, spot.adm1, spot.lat, spot.lon, spot.precision, spot.geonameid)
    return PlaceRecord(said.place, span, *known, ())


def _span(text: str, words: str, ignore_case: bool = False) -> tuple[Pair, ...]:
    at = (text.lower().find(words.lower()) if ignore_case else text.find(words)) if words else -1
    return ((at, at + len(words)),) if at >= 0 else ()


def case(entries: Iterable[Entry] | None = None) -> OpenCase:
    """The case in memory, with a clock that goes on by a second each time it is asked."""
    store = MemoryStore("bridge.case")
    with store.writing() as writes:
        run = writes.begin_run(RUN)
        for entry in reports() if entries is None else entries:
            writes.enter(entry, run)
    ticks = iter(range(10**6))
    return OpenCase(store, lambda: datetime.fromtimestamp(1_750_000_000 + next(ticks), UTC))


class Silent:
    """An engine that finds nothing in anything."""

    name = "silent"

    def __call__(self, document: Document) -> Analysis:
        return Analysis(document, ())


def adder(opened: OpenCase) -> Adder:
    return lambda readings: opened.add(readings, Silent(), Unlinked())


def app(
    opened: OpenCase,
    hosts: Sequence[str] = (HOST, "testserver"),
    token: str | None = None,
    add: Adder | None = None,
    **rules: Any,
) -> Any:
    return workbench(opened, add or adder(opened), Rules(frozenset(hosts), token, **rules), "Ann")


@contextmanager
def listening(opened: OpenCase, add: Adder | None = None) -> Iterator[str]:
    """The workbench on a free port of this machine; its address. `add` takes the place of the adder."""
    config = uvicorn.Config(lambda: None, host="127.0.0.1", port=0, log_level="error", lifespan="off", factory=False)
    listener = config.bind_socket()
    port = listener.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            app(opened, [f"127.0.0.1:{port}", f"localhost:{port}"], add=add), log_level="error", lifespan="off"
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(5)
