"""What a case costs as it grows, drawn: one line each for adding a document, for asking who says what, and for memory.

python -m bench.case --told --claims 10000 30000 100000 > figures.txt
python -m bench.plot figures.txt --into docs/measures/scale.svg

Both axes are logarithmic, so that a cost in proportion to the claims is a straight line of slope one, which is drawn beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WANTED = {"an add, ms of CPU": 1000.0, "matrix, s": 5.0, "memory, MB": 2048.0}
"""What is asked of a case of 100,000 claims."""


class Row(NamedTuple):
    """One line that `bench.case` prints."""

    claims: float
    built: float
    add: float
    matrix: float
    worked: float
    memory: float
    file: float
    propositions: float


def rows(lines: Iterable[str]) -> list[Row]:
    """The lines of figures, in the order of their claims; headings are passed over."""
    cells = (line.replace(",", "").split() for line in lines)
    return sorted(Row(*map(float, c)) for c in cells if len(c) == len(Row._fields) and c[0][:1].isdigit())


def draw(figures: list[Row]) -> Figure:
    made = Figure(figsize=(10, 3.2), layout="constrained")
    panels = made.subplots(1, 3)
    lines = [[r.add for r in figures], [r.matrix for r in figures], [r.memory for r in figures]]
    for axes, (name, limit), values in zip(panels, WANTED.items(), lines, strict=True):
        _panel(axes, name, limit, [r.claims for r in figures], values)
    return made


def _panel(axes: Axes, name: str, limit: float, claims: list[float], values: list[float]) -> None:
    axes.loglog(claims, values, "o-", color="#1f5a8a", label="measured")
    axes.loglog(claims, [values[0] * c / claims[0] for c in claims], ":", color="#767676", label="in proportion")
    axes.plot([100_000], [limit], "v", color="#a33a1f", label="at most, at 100,000")
    axes.set(title=name, xlabel="claims")
    axes.grid(visible=True, which="major", color="#dddddd")
    axes.legend(fontsize=8, frameon=False)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("figures", type=Path)
    options.add_argument("--into", type=Path, required=True)
    given = options.parse_args()
    mpl.rcParams["svg.hashsalt"] = "whosays"
    draw(rows(given.figures.read_text("utf-8").splitlines())).savefig(given.into, metadata={"Date": None})


if __name__ == "__main__":
    main()
