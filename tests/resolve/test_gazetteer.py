"""The gazetteer: built once from installed packages, opened for ever."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from whosays.lexicon.placenames import key
from whosays.resolve import gazetteer as module
from whosays.resolve.gazetteer import Gazetteer, Kind, index_path, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "kind", "country", "official"),
    [
        ("Kyiv", Kind.TOWN, "UKR", "Kyiv"),
        ("Kiev", Kind.TOWN, "UKR", "Kyiv"),
        ("Kharkov", Kind.TOWN, "UKR", "Kharkiv"),
        ("DONETS’K", Kind.TOWN, "UKR", "Donetsk"),
        ("Kursk Oblast", Kind.ADM1, "RUS", "Kursk Oblast"),
        ("Donetsk Oblast", Kind.ADM1, "UKR", "Donetsk Oblast"),
        ("Deir ez-Zor", Kind.TOWN, "SYR", "Deir ez-Zor"),
        ("St. Petersburg", Kind.TOWN, "RUS", "Saint Petersburg"),
        ("Ivory Coast", Kind.COUNTRY, "CIV", "Côte d'Ivoire"),
        ("U.S.", Kind.COUNTRY, "USA", "United States"),
        ("Rapides Parish", Kind.ADM2, "USA", "Rapides Parish"),
    ],
)
def test_a_place_is_found_by_every_spelling_of_its_name(
    gazetteer: Gazetteer, name: str, kind: Kind, country: str, official: str
) -> None:
    found = gazetteer.find([key(name)])[key(name)]
    assert (kind, country, official) in [(p.kind, p.country, p.name) for p in found]


def test_a_division_answers_without_its_class_word(gazetteer: Gazetteer) -> None:
    assert Kind.ADM1 in {p.kind for p in gazetteer.find(["kursk"])["kursk"]}


def test_a_town_knows_its_division(gazetteer: Gazetteer) -> None:
    bakhmut = next(p for p in gazetteer.find(["bakhmut"])["bakhmut"] if p.kind is Kind.TOWN)
    assert bakhmut.adm1 == "Donetsk Oblast"
    assert (bakhmut.lat, bakhmut.lon) == pytest.approx((48.59, 38.0), abs=0.1)


def test_names_unknown_are_left_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.find(["no such place at all"]) == {}


def test_neighbours_have_a_border_and_others_none(gazetteer: Gazetteer) -> None:
    point = gazetteer.border("UKR", "RUS")
    assert point is not None
    assert point == pytest.approx((50, 37), abs=2.5)
    assert gazetteer.border("UKR", "PER") is None


def test_a_gazetteer_can_be_sent_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).find(["kyiv"]) == gazetteer.find(["kyiv"])


def test_the_index_is_built_where_there_is_none_and_again_where_it_is_damaged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The build itself is stood in for: what is tested is when it runs, and that a half-made file is never left."""

    def stand_in(path: Path) -> None:
        index = sqlite3.connect(path)
        index.executescript(
            "CREATE TABLE place (id, geonameid, name, kind, country, adm1, lat, lon, population, capital);"
            "CREATE TABLE name (key TEXT, place INT, grade INT);"
            "INSERT INTO place VALUES (1, 2, 'Ukraine', 0, 'UKR', NULL, 49, 32, 1, 0); INSERT INTO name VALUES ('ukraine', 1, 0);"
        )
        index.close()

    monkeypatch.setenv("WHOSAYS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("whosays.resolve.gazetteer_build.build", stand_in)
    said: list[str] = []
    assert module.open_or_build(said.append).find(["ukraine"])
    assert len(said) == 1
    assert module.open_or_build(said.append).find(["ukraine"])
    assert len(said) == 1, "an index that is there is opened, not built"
    index_path().write_bytes(b"damaged")
    assert module.open_or_build(said.append).find(["ukraine"])
    assert len(said) == 2
    assert [p.name for p in (tmp_path / "cache").iterdir()] == [index_path().name]


def test_the_index_is_small(gazetteer: Gazetteer) -> None:
    assert gazetteer.path.stat().st_size < 100_000_000
