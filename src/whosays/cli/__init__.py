"""The command line: `whosays COMMAND`. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import sys


def main() -> None:
    """The entry point. ``--version`` answers without loading anything; the commands are in `app`."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from whosays import __version__

        sys.stdout.write(f"whosays {__version__}\n")
        return
    from whosays.cli.web_app import app

    app(prog_name="whosays")
