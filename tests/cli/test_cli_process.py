"""The command in a process of its own: how it starts, is cut off and is interrupted. The engine is the real one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.seed import ARTICLE

WHOSAYS = [sys.executable, "-c", "from whosays.cli import main; main()"]


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [*WHOSAYS, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", timeout=120, **options
    )


def test_the_version_is_said_without_loading_the_engine() -> None:
    code = (
        "import atexit, sys; from whosays.cli import main\n"
        "heavy = {'spacy', 'numpy', 'onnxruntime', 'jinja2', 'yaml'}\n"
        "atexit.register(lambda: sys.stderr.write(f'{sorted(heavy & set(sys.modules))}\\n'))\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("whosays 0.")
    assert result.stderr == "[]\n"


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, whosays; print(sorted({'spacy', 'typer', 'rich', 'numpy', 'jinja2', 'msgspec'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_article_is_read_from_end_to_end_and_twice_the_same() -> None:
    first, second = (run("read", ARTICLE, "--published", "2025-02-01", "--json", "--no-model") for _ in range(2))
    assert first.returncode == 0
    assert first.stdout == second.stdout
    text = ARTICLE.read_text(encoding="utf-8")
    for line in map(json.loads, first.stdout.splitlines()):
        assert line["text"] == " … ".join(text[a:b] for a, b in line["evidence"]["content"])


def test_a_reader_that_stops_early_is_no_failure() -> None:
    command = " ".join(f"'{part}'" for part in (*WHOSAYS, "read", str(ARTICLE), str(ARTICLE), "--json", "--no-model"))
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 20"], capture_output=True, text=True, timeout=120
    )
    assert (result.returncode, len(result.stdout)) == (0, 20)
    assert "Traceback" not in result.stderr
    assert "Broken" not in result.stderr


def _hears_interrupts() -> None:
    """Undoes the deafness to interrupts that a shell gives what it starts in the background, these tests among it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until_it_waits(process: subprocess.Popen[str]) -> None:
    """Returns once the process sleeps and spends no more time: it waits for its standard input."""
    spent: list[str] = []
    while len(spent) < 4 or len(set(spent[-4:])) > 1:
        time.sleep(0.25)
        fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        spent.append(" ".join(fields[11:13]) if fields[0] == "S" else f"busy {len(spent)}")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see that the process waits")
def test_an_interrupt_is_130_and_one_line() -> None:
    process = subprocess.Popen(
        [*WHOSAYS, "read", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hears_interrupts,
    )
    _until_it_waits(process)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "whosays: interrupted\n"


def test_no_command_shows_the_help_and_is_2() -> None:
    result = run()
    assert result.returncode == 2
    assert "read" in result.stdout + result.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ministry said that “the bridge at Łódka” fell.", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for form in ("--json", "--table"):
        result = run("read", path, form, "--no-model", env=environment)
        assert result.returncode == 0, result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_what_cannot_be_written_is_said_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ministry said that the bridge fell.", encoding="utf-8")
    result = run("read", path, "--json", "--no-model", "--html", "/dev/full")
    assert result.returncode == 1
    assert result.stderr == "whosays: an output could not be written: no space left on device\n"


def test_the_package_can_be_run_where_the_command_is_not_on_the_path() -> None:
    done = subprocess.run([sys.executable, "-m", "whosays", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("whosays 0.")
