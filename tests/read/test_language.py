"""English is read, other languages are named and not read; a short English text is never refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from whosays.read.language import languages

OTHERS = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text(encoding="utf-8"))
REPORT = "The ministry said on Thursday that the bridge had fallen in the night, and that twelve soldiers were killed."


@pytest.mark.parametrize(("code", "text"), OTHERS.items(), ids=OTHERS)
def test_another_language_is_named(code: str, text: str) -> None:
    assert languages(text).main == code


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "He said no.",
        "Moscow denies.",
        "No.",
        "Ramzan Kadyrov: Chechens in Mariupol.",
        "Kim Jong Un, Pyongyang; Sergei Shoigu, Moscow; Volodymyr Zelenskyy, Kyiv",
        "Hamas denies Rafah raid",
        "Zelenskyy: Putin lies.",
        "4,000",
        "Kyiv confirms losses near Kupiansk",
        "Le Monde reported it.",
    ],
)
def test_english_is_not_refused_however_short(text: str) -> None:
    found = languages(text)
    assert found.main in ("en", None)
    assert found.foreign == ()


def test_a_mixed_text_is_english_with_passages_in_other_languages() -> None:
    text = f"{REPORT}\n\n{OTHERS['uk']}\n\n{REPORT}\n{OTHERS['de']}"
    found = languages(text)
    assert found.main == "en"
    assert [(span.of(text), code) for span, code in found.foreign] == [(OTHERS["uk"], "uk"), (OTHERS["de"], "de")]


def test_a_few_english_words_under_a_foreign_text_do_not_make_it_english() -> None:
    text = "\n\n".join([OTHERS["ru"]] * 6) + "\n\nShare this article"
    assert languages(text).main == "ru"


def test_a_line_in_two_scripts_is_parted() -> None:
    text = f"Bridge: {OTHERS['uk']} {REPORT}"
    found = languages(text)
    assert found.main == "en"
    assert [span.of(text).strip() for span, _ in found.foreign] == [OTHERS["uk"]]
