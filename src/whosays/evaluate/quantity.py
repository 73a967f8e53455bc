"""Figures against NewsQuant (Almasian et al. 2023, CQE): value, and value with bound, as F1 over sentences of news.

A row is ``{"text": str, "quantities": [{"change": "= ~ < > up down", "value": str, "unit": str}, ...]}``; a value is a number or
a range ``low-high``. The gold columns are hidden from the engine. NewsQuant counts figures that are none to us ("one
solution", "one of the"); the metrics ending in ``_strict`` keep them, those without leave them out on both sides.
Indefinite plurals are read by the policy ``magnitude``, which is NewsQuant's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from whosays.evaluate.report import Report
from whosays.frame.figure import Figure, Measure
from whosays.frame.measured import measured
from whosays.frame.numerals import Form
from whosays.lexicon.quantities import Quantities
from whosays.model import Document, Parser

if TYPE_CHECKING:
    from whosays.pipeline import Kit

Value = tuple[float, ...]
Bound = str


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """F1 of values and of values with their bounds, over all rows together."""
    right: Counter[str] = Counter()
    errors: list[str] = []
    for n, row in enumerate(rows):
        text = str(row["text"])
        gold, found = _gold(row), _found(text, kit.parser, kit.lexicon.quantities)
        for name, keep in (("", _is_figure), ("_strict", lambda pair: True)):
            wanted, got = Counter(g[:2] for g in gold if keep(g)), Counter(f[:2] for f in found if keep(f))
            right[f"gold{name}"] += wanted.total()
            right[f"found{name}"] += got.total()
            right[f"bound{name}"] += (wanted & got).total()
            values = Counter(v for v, _ in wanted.elements()) & Counter(v for v, _ in got.elements())
            right[f"value{name}"] += values.total()
            if not name and wanted != got:
                errors.append(
                    f"{n}: {text} | missed {sorted((wanted - got).elements())} | wrong {sorted((got - wanted).elements())}"
                )
    metrics = []
    for name in ("", "_strict"):
        for what in ("value", "bound"):
            both = right[f"gold{name}"] + right[f"found{name}"]
            metrics.append((f"{what}_f1{name}", 2 * right[f"{what}{name}"] / both if both else 0.0))
        for what, base in (("precision", "found"), ("recall", "gold")):
            metrics.append((f"value_{what}{name}", right[f"value{name}"] / max(right[f"{base}{name}"], 1)))
    return Report("quantity", len(rows), tuple(metrics), tuple(errors))


def _is_figure(pair: tuple[Value, Bound, bool]) -> bool:
    return not pair[2]


def _gold(row: Mapping[str, object]) -> list[tuple[Value, Bound, bool]]:
    """(value, bound, whether it is a mere "one") of each gold quantity."""
    found = []
    listed = row.get("quantities")
    for each in listed if isinstance(listed, Sequence) else ():
        change, value = str(each["change"]), str(each["value"])
        numbers = re.fullmatch(r"\s*([-+]?[\d.]+)\s*(?:-\s*([\d.]+))?\s*", value)
        if numbers is None:
            continue
        parts = tuple(float(part) for part in numbers.groups() if part)
        one = parts == (1.0,) and re.search(r"(?<![\d.])1(?![\d.,])", str(row["text"])) is None
        found.append((parts, change if change in ("~", "<", ">") else "=", one))
    return found


def _found(text: str, parser: Parser, lexicon: Quantities) -> list[tuple[Value, Bound, bool]]:
    document = Document(id="", key="", text=text)
    policy = lexicon.policy("magnitude")
    return [
        (_value(figure), _bound(figure), _is_one(document.text[sentence.start :], figure))
        for sentence in parser(document)
        for figure, _ in measured(document, sentence, lexicon, policy)
        if figure.form not in (Form.FEW, Form.NONE)
        and not (figure.compound and figure.measure is Measure.NUMBER)
        and not (figure.form is Form.SHARE and figure.low == 50)
    ]


def _value(figure: Figure) -> Value:
    if figure.measure is Measure.SHARE and figure.form is Form.SHARE and figure.best is not None:
        return (round(figure.best / 100, 3),)
    return tuple(v for v in (figure.low, figure.best, figure.high) if v is not None)


def _bound(figure: Figure) -> Bound:
    if figure.low is not None and figure.high is not None:
        return "~" if figure.approximate and figure.form is not Form.INDEFINITE else "="
    if figure.low is not None:
        return ">"
    return "<" if figure.high is not None else "~" if figure.approximate and figure.form is not Form.INDEFINITE else "="


def _is_one(text: str, figure: Figure) -> bool:
    """Whether the figure is the bare word "one" beside a noun that is no measure."""
    return (
        figure.best == 1
        and figure.measure is Measure.NUMBER
        and text[figure.number.start : figure.number.end].lower() == "one"
    )
