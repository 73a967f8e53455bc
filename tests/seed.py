"""The example article with claims made by hand: what outputs are tested on, without the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from whosays.model import (
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Dated,
    Document,
    Event,
    EventType,
    Mention,
    Party,
    PlacePrecision,
    Polarity,
    Quantity,
    QuantityKind,
    SourceKind,
    Span,
    Stance,
    Status,
    Tagged,
    TimePrecision,
    When,
    Where,
)

ARTICLE = Path(__file__).parent.parent / "examples" / "article.txt"
FIGHT = "soldiers from North Korea are fighting alongside Russians"
KURSK = "Korean soldiers were fighting in the Kursk region alongside Russian troops"
LOSSES = (
    "about 40% of soldiers from North Korea either died, were injured, went missing without a trace, or were captured"
)


def seed_document(text: str | None = None, key: str = "examples/article.txt") -> Document:
    """The article as of an assumed 1 February 2025; or another text with the same metadata."""
    words = ARTICLE.read_text(encoding="utf-8") if text is None else text
    return Document(id="0123456789abcdef0123", key=key, text=words, published=date(2025, 2, 1), dated=Dated.ASSUMED)


def span(document: Document, words: str, nth: int = 0) -> Span:
    """Where the words stand the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Span(start, start + len(words))


def claim(
    document: Document,
    content: str,
    source: str | None = None,
    cue: str | None = None,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.CERTAIN,
    polarity: Polarity = Polarity.PLUS,
    name: str | None = None,
    code: str | None = None,
    kind: SourceKind = SourceKind.GOVERNMENT,
    event: Event | None = None,
    together: str | None = None,
    nth: int = 0,
    sentence: int = 0,
) -> Claim:
    """A claim whose spans are where the words stand. `together` is the whole of coordinated sources, as tagged."""
    contents = (span(document, content, nth),)
    cues = (span(document, cue),) if cue else ()
    if source is None:
        party = Party(document.publisher, "publisher", SourceKind.PUBLISHER, None, None)
        attribution = Attribution(None, sentence, None, (), cues, contents, stance, certainty, polarity)
        return Claim(document, sentence, attribution, party, (), event, None)
    where = span(document, together or source)
    own = span(Document("", "", where.of(document.text)), source)
    whole = Span(where.start + own.start, where.start + own.end)
    tagged = Tagged((where,), cues, contents, by="rule test")
    attribution = Attribution(
        tagged, sentence, Mention(source, whole, sentence), (), cues, contents, stance, certainty, polarity
    )
    return Claim(document, sentence, attribution, Party(name, code, kind, source, whole), (), event, None)


def seed_analysis(document: Document | None = None) -> Analysis:
    """Ten claims: own voice, hope, doubt, a denial by two, a dated and placed one, a share, two not confirmed."""
    d = document or seed_document()
    north_korea = Party(
        "North Korean soldiers", "PRK MIL", SourceKind.ARMED_FORCES, "Korean soldiers", span(d, "Korean soldiers", 1)
    )
    kursk = Where(
        "the Kursk region",
        span(d, "the Kursk region", 1),
        "Kursk Oblast",
        "RUS",
        "Kursk Oblast",
        51.7,
        36.2,
        PlacePrecision.ADM1,
        538555,
    )
    december = When(
        "In early December of last year",
        span(d, "In early December of last year"),
        date(2024, 12, 1),
        date(2024, 12, 10),
        TimePrecision.PART_OF_MONTH,
        "2024-12",
    )
    fight = Event(
        EventType.ASSAULT, None, Status.OCCURRED, (span(d, "fighting", 1),), north_korea, None, kursk, december
    )
    share = Quantity(
        "about 40%",
        span(d, "about 40%"),
        None,
        40.0,
        None,
        "percent",
        True,
        "soldiers from North Korea",
        (QuantityKind.KILLED, QuantityKind.INJURED),
    )
    mid_january = When(
        "by mid-January", span(d, "by mid-January"), None, date(2025, 1, 20), TimePrecision.PART_OF_MONTH
    )
    losses = Event(
        EventType.ASSAULT, None, Status.OCCURRED, (span(d, "died"),), None, north_korea, None, mid_january, (share,)
    )
    last = d.text.index("Moscow and Pyongyang have not confirmed")
    found = (
        claim(
            d,
            "North Korea is preparing to send a new group of soldiers to Russia",
            event=Event(EventType.MOBILIZE, None, Status.PLANNED, (span(d, "send"),)),
        ),
        claim(
            d,
            "the unexpected movement will force Moscow to retreat",
            "Ukrainian army leaders",
            "hope",
            Stance.HOPES,
            name="Armed Forces of Ukraine",
            code="UKR MIL",
            sentence=2,
        ),
        claim(
            d,
            "its soldiers will have to fight against Koreans from North Korea",
            "Kyiv",
            "do not anticipate",
            Stance.DOUBTS,
            name="Government of Ukraine",
            code="UKR GOV",
            sentence=3,
        ),
        claim(
            d,
            FIGHT,
            "Moscow",
            "deny",
            Stance.DENIES,
            name="Government of Russia",
            code="RUS GOV",
            together="Moscow and Pyongyang",
            sentence=4,
        ),
        claim(
            d,
            FIGHT,
            "Pyongyang",
            "deny",
            Stance.DENIES,
            name="Government of North Korea",
            code="PRK GOV",
            together="Moscow and Pyongyang",
            sentence=4,
        ),
        claim(
            d,
            KURSK,
            "Ukrainian President Volodymyr Zelenskyy",
            "according to",
            name="Volodymyr Zelenskyy",
            code="UKR GOV",
            kind=SourceKind.PERSON,
            event=fight,
            sentence=5,
        ),
        claim(
            d,
            LOSSES,
            "Estimates",
            "suggest",
            name="unnamed estimates",
            code="UNSPEC",
            kind=SourceKind.UNNAMED,
            event=losses,
            sentence=6,
        ),
        claim(
            d,
            "North Korea has no compelling reasons to send its soldiers into the path of danger",
            cue="it seems",
            certainty=Certainty.PROBABLE,
            sentence=9,
        ),
    )
    confirmed = tuple(
        claim(d, FIGHT, who, "have not confirmed", Stance.NOT_CONFIRMED, name=name, code=code, nth=1, sentence=20)
        for who, name, code in (
            ("Moscow", "Government of Russia", "RUS GOV"),
            ("Pyongyang", "Government of North Korea", "PRK GOV"),
        )
    )
    return Analysis(d, (*found, *(_moved(c, last) for c in confirmed)))


def _moved(made: Claim, start: int) -> Claim:
    """The claim with its source at the first such words after `start`."""
    words = made.source.text or ""
    at = made.document.text.index(words, start)
    there = Span(at, at + len(words))
    both = Span(start, start + len("Moscow and Pyongyang"))
    tagged = made.attribution.tagged and replace(made.attribution.tagged, source=(both,))
    mention = made.attribution.source and replace(made.attribution.source, span=there)
    return replace(
        made,
        attribution=replace(made.attribution, tagged=tagged, source=mention),
        source=replace(made.source, span=there),
    )
