"""Runs a command so that whatever happens ends in one line and an exit code, never in a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

from whosays.export.printable import printable

DONE, SOME_FAILED, USAGE, NO_INPUT, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: all done; some documents failed; wrong usage; no input found or readable; interrupted."""


def guard(command: Callable[[], int], debug: bool) -> int:
    """The command's exit code. A reader that closes the pipe early (``| head``) is no failure."""
    try:
        code = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # what is left in the buffer would fail again when Python closes standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # the boundary: a fault of ours is one line for the user
        if _is_of_a_case(error):
            say(printable(str(error)))
            return NO_INPUT
        if debug:
            traceback.print_exc()
        else:
            say(_unwritten(error) or f"{_what(error)}; --debug shows where")
        return SOME_FAILED
    return code


def _is_of_a_case(error: Exception) -> bool:
    """Whether a case could not be opened, read or written: the error says why and what to do."""
    from whosays.store.store import StoreError  # other commands have no need of it

    return isinstance(error, StoreError)


def _unwritten(error: Exception) -> str | None:
    """Which file could not be read or written and why, as the system says it; None for any other fault."""
    if not isinstance(error, OSError) or not error.strerror:
        return None
    return printable(f"{error.filename or 'an output could not be written'}: {error.strerror.lower()}")


def _what(error: Exception) -> str:
    said = " ".join(str(error).split())
    return said if type(error).__module__.startswith("whosays") and said else f"{type(error).__name__}: {said}"


def say(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"whosays: {message}\n")
