"""Bytes become the text that they hold, or one line on what they are instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.decode import Decoded, Undecoded, decode

SENTENCE = "The ministry said: “no café was hit” — повідомили.\r\nNext line.\n"
LATIN = "The ministry said: “no café was hit”.\r\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (SENTENCE.encode(), SENTENCE, "utf-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "\ufeff" + SENTENCE, "utf-8"),
        (SENTENCE.encode("utf-16"), SENTENCE, "utf-16"),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), SENTENCE, "utf-16"),
        (LATIN.encode("utf-16-le"), LATIN, "utf-16-le"),
        (LATIN.encode("utf-16-be"), LATIN, "utf-16-be"),
        (SENTENCE.encode("utf-32"), SENTENCE, "utf-32"),
        (LATIN.encode("cp1252"), LATIN, "cp1252"),
        ("Señor \x81 said so.".encode("latin-1"), "Señor \x81 said so.", "latin-1"),
        (b"", "", "utf-8"),
    ],
)
def test_text_is_read_by_its_encoding_and_keeps_every_character(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_guessed_encoding_is_said() -> None:
    decoded = decode(LATIN.encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert "cp1252" in decoded.oddities[0]


def test_mostly_sound_utf8_is_not_taken_for_windows_1252() -> None:
    decoded = decode("Київ сказав\xff".encode("utf-8", "replace")[:-2] + b"\xff so")
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == "utf-8"
    assert "broken UTF-8 at byte" in decoded.oddities[0]


def test_a_nul_stays_in_place_and_is_said() -> None:
    decoded = decode(b"He said \x00 no.")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "He said \x00 no."
    assert "1 NUL, the first at character 8" in decoded.oddities[0]


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a zip"),
        (b"\x89PNG\r\n", "a picture"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00" * 500, "not text"),
    ],
)
def test_what_is_not_text_is_named(data: bytes, named: str) -> None:
    undecoded = decode(data)
    assert isinstance(undecoded, Undecoded)
    assert named in undecoded.why
    assert "\n" not in undecoded.why


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_reason(data: bytes) -> None:
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        decoded.text.encode("utf-8")
    else:
        assert decoded.why


@given(st.text(min_size=1, max_size=200))
def test_utf8_text_comes_back_unchanged(text: str) -> None:
    decoded = decode(text.encode("utf-8", "replace"))
    assert isinstance(decoded, Undecoded) or decoded.text == text or decoded.encoding != "utf-8"
