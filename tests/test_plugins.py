"""Readers are found by entry point, the built-in ones too; one that cannot be loaded is named and costs no other."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from whosays.plugins import READERS, plugins, register_reader
from whosays.read.plain import PlainReader


def test_the_built_in_readers_are_installed_and_asked_in_order_of_rank() -> None:
    installed = plugins()
    assert [reader.name for reader in installed.readers] == ["jsonl", "pdf", "html", "plain"]
    assert installed.problems == ()


def test_a_broken_plug_in_is_named_and_left_out() -> None:
    points = [
        EntryPoint("plain", "whosays.read.plain:PlainReader", READERS),
        EntryPoint("fax", "no_such_package:FaxReader", READERS),
        EntryPoint("telex", "whosays.read.plain:TelexReader", READERS),
    ]
    found = plugins(points)
    assert [reader.name for reader in found.readers] == ["plain"]
    assert [problem.split()[1] for problem in found.problems] == ["fax", "telex"]


def test_a_script_adds_a_reader_and_may_replace_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whosays.plugins._registered", [])

    class Fax(PlainReader):
        name = "fax"
        rank = 1

    class Page(PlainReader):
        name = "html"

    register_reader(Fax())
    register_reader(Page())
    found = {reader.name: type(reader) for reader in plugins().readers}
    assert next(iter(found)) == "fax"
    assert found["html"] is Page
