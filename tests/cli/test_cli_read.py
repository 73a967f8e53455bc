"""`whosays read`: data on standard output, all else on standard error, and an exit code that says how it went."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.seed import ARTICLE, seed_analysis
from whosays.cli.app import app
from whosays.model import USUAL, Analysis, Conventions, Dated, Document, Issue

Run = Callable[..., Result]


class FakeEngine:
    """Finds the seed's claims in the seed, none elsewhere; fails where the text asks for it."""

    name = "parser rules"

    def __init__(
        self,
        model: bool = True,
        notice: object = None,
        conventions: Conventions = USUAL,
        actors: Path | None = None,
    ) -> None:
        self.model = model
        self.conventions = conventions

    def __call__(self, document: Document) -> Analysis:
        if "FAIL" in document.text:
            raise RuntimeError("two\nlines")
        if document.text.startswith("North Korea"):
            return replace(seed_analysis(document), conventions=self.conventions)
        return Analysis(document, (), (Issue("segment", document.key, None, "no sentences found in the text"),))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("whosays.cli.read.Engine", FakeEngine)

    def run_command(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)

    return run_command


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_are_printed_where_output_is_no_terminal(run: Run) -> None:
    result = run(ARTICLE, "--assume-published", "2025-02-01")
    assert result.exit_code == 0
    assert len(lines(result)) == len(seed_analysis().claims)
    assert result.stderr == ""
    assert result.stdout == run(ARTICLE, "--json", "--assume-published", "2025-02-01").stdout


def test_the_date_is_given_or_assumed_and_every_output_says_which(run: Run) -> None:
    for option, dated in (("--published", "given"), ("--assume-published", "assumed")):
        (document,) = {json.dumps(line["document"]) for line in lines(run(ARTICLE, option, "2025-02-01"))}
        assert (json.loads(document)["published"], json.loads(document)["dated"]) == ("2025-02-01", dated)
    table = run(ARTICLE, "--table", "--assume-published", "2025-02-01").stdout
    rows = csv.DictReader(io.StringIO(run(ARTICLE, "--csv", "--assume-published", "2025-02-01").stdout))
    assert "assumed" in table
    assert {row["dated"] for row in rows} == {"assumed"}


def test_the_table_is_grouped_by_source_and_ends_with_its_caution(run: Run) -> None:
    shown = run(ARTICLE, "--table").stdout
    assert "Government of Russia" in shown
    assert shown.rstrip().splitlines()[-1].startswith("Machine-read; it errs")


def test_metadata_is_passed_on(run: Run) -> None:
    first = lines(run(ARTICLE, "--publisher", "The Wire", "--title", "T", "--url", "https://example.org"))[0]
    document = first["document"]
    assert isinstance(document, dict)
    assert [document[k] for k in ("publisher", "title", "url", "published")] == [
        "The Wire",
        "T",
        "https://example.org",
        None,
    ]


def test_standard_input_is_read(run: Run) -> None:
    assert len(lines(run("-", stdin=ARTICLE.read_bytes()))) == len(seed_analysis().claims)


def test_a_report_is_written_beside_what_is_printed(run: Run, tmp_path: Path) -> None:
    result = run(ARTICLE, "--html", tmp_path / "r.html", "--json")
    assert result.exit_code == 0
    assert len(lines(result)) == len(seed_analysis().claims)
    assert "report written" in result.stderr
    assert "<!doctype html>" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_one_document_that_fails_costs_no_other(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("FAIL")
    result = run(tmp_path / "none.txt", bad, ARTICLE)
    assert result.exit_code == 1
    assert len(lines(result)) == len(seed_analysis().claims)
    said = result.stderr.splitlines()
    assert said[0] == f"whosays: {tmp_path / 'none.txt'}: not found; check the path"
    assert said[1].startswith(f"whosays: {bad}: could not be analysed: RuntimeError: two lines;")
    assert said[2] == f"whosays: 1 document read, {len(lines(result))} claims; 2 failed"
    assert "Traceback" not in result.stderr


def test_debug_shows_where_it_failed(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("FAIL")
    assert "Traceback" in run(bad, "--debug").stderr


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("none.txt", None, 3),
        ("empty.txt", b"", 3),
        ("picture.png", b"\x89PNG\r\n\x1a\n", 3),
        ("rows.jsonl", b'{"id": "r1"}\n', 1),
        ("fail.txt", b"FAIL", 1),
        ("words.txt", "…—“".encode(), 0),
        ("arabic.txt", "قالت الوزارة إن الجسر سقط.".encode(), 1),
        ("latin.txt", "Le ministère a dit « non ».".encode("latin-1"), 0),
        ("wide.txt", "He said no.".encode("utf-16"), 0),
        ("quotes.txt", b'"He said "no." "And so', 0),
        ("surrogate.jsonl", b'{"text": "He said \\ud800 no."}\n', 0),
        ("nul.txt", b"He said \x00 no.", 0),
    ],
)
def test_bad_input_ends_in_one_line_and_an_exit_code(
    run: Run, tmp_path: Path, name: str, data: bytes | None, code: int
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = run(path)
    assert result.exit_code == code
    if code:
        assert result.stderr.startswith(f"whosays: {path}" if name != "rows.jsonl" else "whosays: r1: ")
        assert len(result.stderr.splitlines()) == 2
    result.stdout.encode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument"),
        (("a", "--published", "2025-02-30"), "'2025-02-30' is not a date; write YYYY-MM-DD"),
        (("a", "--assume-published", "soon"), "'soon' is not a date"),
        (("a", "--json", "--csv"), "choose one of"),
        (("a", "--jobs", "0"), "--jobs"),
        (("a", "--html", "no/such/folder/r.html"), "is not there"),
        (("a", "--colour"), "No such option"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_remarks_are_said_but_not_when_quiet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Le ministère a dit « non ».".encode("latin-1"))
    assert "not UTF-8; read as cp1252" in run(path).stderr
    assert run(path, "--quiet").stderr == ""


def test_the_rules_alone_are_used_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def made(model: bool, notice: object, conventions: object, actors: object) -> FakeEngine:
        asked.append(model)
        return FakeEngine()

    monkeypatch.setattr("whosays.cli.read.Engine", made)
    run(ARTICLE, "--no-model")
    run(ARTICLE)
    assert asked == [False, True]


def test_every_record_says_how_vague_numbers_and_disputed_areas_were_read(run: Run) -> None:
    def stamped(*options: str) -> object:
        return lines(run(ARTICLE, *options))[0]["made_by"]["conventions"]  # type: ignore[index]

    assert stamped() == {"vague": "contract", "view": "un"}
    assert stamped("--vague", "acled", "--view", "control") == {"vague": "acled", "view": "control"}


@pytest.mark.parametrize("option", ["--vague", "--view"])
def test_a_convention_that_there_is_not_is_refused_with_those_there_are(run: Run, option: str) -> None:
    result = run(ARTICLE, option, "guess")
    assert result.exit_code == 2
    assert ("acled" if option == "--vague" else "control") in result.stderr


def test_no_claim_is_no_output_and_no_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing here.")
    result = run(path, "--quiet")
    assert (result.exit_code, result.stdout) == (0, "")


def test_documents_of_a_table_come_out_in_order_with_their_keys(run: Run, tmp_path: Path) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": text}) + "\n" for i in ("b", "a")))
    keys = [line["document"]["key"] for line in lines(run(path))]  # type: ignore[index]
    assert keys == ["b"] * len(seed_analysis().claims) + ["a"] * len(seed_analysis().claims)


def test_an_unknown_date_is_said_in_the_table(run: Run) -> None:
    undated = replace(seed_analysis().document, published=None, dated=Dated.UNKNOWN)
    assert undated.published is None
    assert "date unknown" in run(ARTICLE, "--table").stdout


@pytest.mark.parametrize(
    ("given", "said"), [("groups:\n- {title: Orlan Front}\n", "title"), (None, "actors.yaml: no such file")]
)
def test_a_list_of_actors_that_does_not_fit_is_refused(run: Run, tmp_path: Path, given: str | None, said: str) -> None:
    own = tmp_path / "actors.yaml"
    if given is not None:
        own.write_text(given, encoding="utf-8")
    result = run(ARTICLE, "--actors", own)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""
