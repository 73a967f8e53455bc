"""The console of the tables: plain text on standard output, with a stand-in for what its encoding lacks."""

from __future__ import annotations

import sys

from rich.console import Console


def console() -> Console:
    """A console in which words of a text are never markup, emoji or highlighted."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
