"""Places of a text: found, told apart, and read with the words around the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whosays.lexicon.features import load_features
from whosays.model import Document, PlacePrecision, Sentence, Where
from whosays.resolve.gazetteer import load_gazetteer
from whosays.resolve.places import places

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
Places = Callable[[str], tuple[Where, ...]]


@pytest.fixture(scope="module")
def read(parse: Parse) -> Places:
    gazetteer, lexicon = load_gazetteer(), load_features()

    def read_places(text: str) -> tuple[Where, ...]:
        document, sentences = parse(text)
        return places(document, sentences, gazetteer, lexicon)

    return read_places


EXPRESSIONS = [
    # the expressions that the project set out to read, each with its own precision
    ("Shells fell in [the Kursk region] again.", "Kursk Oblast", "RUS", "adm1", (51.7, 36.2)),
    ("Three villages in [Donetsk oblast] were emptied.", "Donetsk Oblast", "UKR", "adm1", (48.0, 37.7)),
    ("Troops dug in across [northern Ukraine].", "Ukraine", "UKR", "part-of-country", None),
    ("Ukrainian forces crossed [the border with Russia] at night.", "Russia–Ukraine border", None, "feature", (50, 37)),
    (
        "North Korean conscripts patrol [the demilitarized zone].",
        "Korean Demilitarized Zone",
        None,
        "feature",
        (38.3, 127.5),
    ),
    ("A freighter sank in [the Black Sea].", "Black Sea", None, "feature", (43.3, 34.5)),
    ("A drone crashed [near Bakhmut] on Friday.", "Bakhmut", "UKR", "near", (48.6, 38.0)),
    ("Rebels held a ridge [east of Aleppo].", "Aleppo", "SYR", "near", (36.2, 37.2)),
    ("Soldiers were withdrawn from [the front].", None, None, "none", None),
    # parts, distances, classes
    ("Gunmen raided a farm in [the east of Mali].", "Mali", "MLI", "part-of-country", None),
    ("The column stopped [20 km east of Aleppo].", "Aleppo", "SYR", "near", (36.2, 37.38)),
    ("Fires burned [on the outskirts of Khartoum].", "Khartoum", "SDN", "near", (15.6, 32.5)),
    ("A depot in [the city of Luhansk] was hit.", "Luhansk", "UKR", "exact", (48.57, 39.3)),
    ("Families fled [the province of Idlib].", "Idlib", "SYR", "adm1", (35.8, 36.6)),
    ("A post on [the Syrian-Turkish border] was shelled.", "Syria–Türkiye border", None, "feature", (36.7, 38.0)),
    ("Warships entered [Cypriot waters].", "Exclusive economic zone of Cyprus", "CYP", "feature", (34.0, 32.5)),
    ("Jets entered [Ukraine's airspace].", "airspace of Ukraine", "UKR", "feature", None),
]


@pytest.mark.parametrize(("marked", "name", "country", "precision", "point"), EXPRESSIONS)
def test_each_expression_has_its_own_precision(
    read: Places, marked: str, name: str | None, country: str | None, precision: str, point: tuple[float, float] | None
) -> None:
    text = marked.replace("[", "").replace("]", "")
    wanted = marked[marked.index("[") + 1 : marked.index("]")]
    found = [w for w in read(text) if wanted in w.text or w.text in wanted]
    assert found, f"nothing found in {wanted!r}"
    where = found[0]
    assert (where.name, where.country, where.precision) == (name, country, PlacePrecision(precision))
    assert text[where.span.start : where.span.end] == where.text
    if point is None:
        assert (where.lat, where.lon) == (None, None)
    else:
        assert (where.lat, where.lon) == pytest.approx(point, abs=2.5 if precision == "feature" else 0.6)


def test_a_country_is_never_a_pin_on_its_capital(read: Places) -> None:
    (where,) = read("Two aid workers were detained in Yemen.")
    assert (where.country, where.lat, where.lon, where.precision) == ("YEM", None, None, PlacePrecision.COUNTRY)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb went off in Tripoli while Libyan ministers met.", "Tripoli", "LBY"),
        ("A bomb went off in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN"),
        ("The Syrian army shelled Hama and Homs.", "Homs", "SYR"),
        ("He was arrested in Paris, Texas, after a chase.", "Paris", "USA"),
        ("Flights to San Francisco, Los Angeles and New York were stopped.", "San Francisco", "USA"),
        ("Egyptian guards closed their side of Rafah.", "Rafah", "EGY"),
        ("Israeli tanks moved into Rafah in the Gaza Strip.", "Rafah", "PSE"),
        ("Officials in Atlanta, Georgia, denied it.", "Georgia", "USA"),
        ("Officials in Tbilisi, Georgia, denied it.", "Georgia", "GEO"),
    ],
)
def test_the_document_tells_places_of_one_name_apart(read: Places, text: str, name: str, country: str) -> None:
    assert country in {w.country for w in read(text) if w.name and w.name.startswith(name)}


@pytest.mark.parametrize("town", ["Idlib", "Kherson", "Sumy", "Jenin", "Kunduz", "Belgorod"])
def test_a_bare_name_is_the_town_that_the_division_is_named_for(read: Places, town: str) -> None:
    (where,) = read(f"A bridge collapsed in {town}.")
    assert where.precision is PlacePrecision.EXACT


def test_the_readings_that_lost_are_kept_as_evidence(read: Places) -> None:
    where = next(w for w in read("A bomb went off in Tripoli, Lebanon.") if w.name == "Tripoli")
    assert "LBY" in {other.country for other in where.others}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow denies that any shells were fired.",
        "Kyiv has rejected the offer, and Ankara welcomed it.",
        "Syrian and Turkish officers shook hands.",
        "In March the ministry was reading the report.",
        "General Orlan told the Port Sarda Times that it was over.",
        "Marwan Baghdadi was not available for comment.",
        "The Minsk agreements were never kept.",
        "It was claimed by Islamic State of Iraq and the Levant.",
        "They fired Grad rockets and a Luger pistol.",
        "The west of the building collapsed in front of the crowd.",
    ],
)
def test_governments_peoples_persons_and_papers_are_no_places(read: Places, text: str) -> None:
    assert [w.text for w in read(text)] == []


def test_common_nouns_stand_for_the_place_named_before(read: Places) -> None:
    found = read("Rebels entered Goma at dawn. By noon they held most of the city.")
    assert [w.name for w in found] == ["Goma", "Goma"]
    assert found[1].text == "the city"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels entered Goma at dawn. Hundreds died there.", "there"),
        ("Rebels entered Goma at dawn. A shell fell on the area at noon.", "the area"),
        ("Rebels entered Goma in May. The army recaptured it in June.", "it"),
        ("Rebels hold Goma. There were no claims of responsibility.", None),
        ("Rebels entered Goma. The truce held, and the army abandoned it.", None),
    ],
)
def test_there_and_it_and_the_area_stand_for_the_place_just_named(read: Places, text: str, words: str | None) -> None:
    assert [(w.text, w.name) for w in read(text)[1:]] == ([(words, "Goma")] if words else [])


def test_a_name_that_is_a_place_once_in_a_document_is_it_elsewhere(read: Places) -> None:
    found = read(
        "Fighters reached the ruins at Palmyra in Syria. Their presence in the ancient site of Palmyra is a tragedy."
    )
    assert [w.text for w in found] == ["Palmyra", "Syria", "Palmyra"]


def test_a_view_decides_whose_a_disputed_area_is(parse: Parse) -> None:
    def countries(text: str) -> tuple[str | None, ...]:
        document, sentences = parse(text)
        read = (places(document, sentences, load_gazetteer(), load_features(view)) for view in ("un", "control"))
        return tuple(found[0].country for found in read)

    assert countries("A depot burned in Crimea.") == ("UKR", "RUS")
    assert countries("A depot burned near Simferopol in the south.") == ("UKR", "RUS")
    assert countries("A rocket fell in Majdal Shams on Saturday.") == ("SYR", "ISR")


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_raises_and_every_place_is_its_words(read: Places, text: str) -> None:
    for where in read(text):
        assert where.text == text[where.span.start : where.span.end]
