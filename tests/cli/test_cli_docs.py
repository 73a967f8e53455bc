"""docs/commands.md names every command and every option that there is, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from whosays.cli.web_app import app

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def described() -> dict[str, set[str]]:
    """The options named in each command's section; those before the first command are the program's own."""
    sections = re.split(r"^## `whosays (\w+)", DOCS, flags=re.MULTILINE)
    options = re.compile(r"^\| (`-[^|]*) \|", re.MULTILINE)
    own = {"": sections[0]} | dict(zip(sections[1::2], sections[2::2], strict=True))
    return {
        name: {o for cell in options.findall(text) for o in re.findall(r"--?[\w-]+", cell)}
        for name, text in own.items()
    }


def offered() -> dict[str, set[str]]:
    group = typer.main.get_command(app)
    commands = {"": group, **group.commands}  # type: ignore[attr-defined]
    return {
        name: {o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")} - {"--help"}
        for name, command in commands.items()
    }


def test_every_command_and_option_is_documented_and_no_other() -> None:
    assert described() == offered()


def test_every_exit_code_is_documented() -> None:
    from whosays.cli import guard

    for code in (guard.DONE, guard.SOME_FAILED, guard.USAGE, guard.NO_INPUT, guard.INTERRUPTED):
        assert re.search(rf"^\| {code} \|", DOCS, re.MULTILINE)
