"""From data to artefact: ``python -m training`` runs the recipe; ``--help`` lists what else can be tried.

Needs ``WHOSAYS_GOLD`` (a folder with ``attribution/polnear.train.jsonl`` and ``.dev.jsonl``, or rows of one's own in that form).
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random

import numpy as np
import torch
from tokenizers import Tokenizer

from training.corpus import Example, example, load_rows, load_tokenizer, variation
from training.embedder import export_embedder, fidelity
from training.encoder import load_encoder, wheel_folder
from training.export import eased, export, lean
from training.fit import Plan, fit
from training.lessons import lessons, teach, texts
from training.measure import measure
from training.network import Network
from training.recipe import (
    EARLIER,
    LEAN,
    MOST,
    NAME,
    PIECES,
    QUICK_SHARE,
    QUICK_STUDENT,
    QUICK_TEACHER,
    SHARE,
    STAGES,
    STUDENT,
    TEACHER,
    TEXTS,
)
from training.teacher import load_teacher
from training.thaw import thaw
from whosays.attribute.tagger import WEIGHTS
from whosays.attribute.tagger_windows import stream, window_input, windows
from whosays.link.embed import WEIGHTS as EMBEDDER

WORK = Path(__file__).parent / "work"
STYLES = 6
"""PolNeAR's annotators. Each has a small bias of its own in training; what is shipped has none."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="training")
    parser.set_defaults(quick=False)
    commands = parser.add_subparsers(dest="command")
    made = commands.add_parser("make", help="run the recipe and write the artefact into the package")
    made.add_argument("--quick", action="store_true", help="the shorter recipe, at half the time and a point of F1")
    stage = commands.add_parser("stage", help="one stage with its plan given by hand")
    stage.add_argument("name")
    stage.add_argument("--start", type=Path, help="weights to go on from, or the folder of a shipped artefact")
    stage.add_argument("--teacher", action="store_true", help="train the large teacher instead")
    stage.add_argument(
        "--lessons",
        nargs="*",
        default=[],
        help="names of what `teach` wrote; of other texts than the training part's, a sample each epoch",
    )
    stage.add_argument("--sample", type=int, default=1000)
    stage.add_argument("--share", type=float, default=SHARE, help="of the gold tags beside what is taught")
    for field in fields(Plan):
        stage.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    lesson = commands.add_parser("teach", help="what the teacher says of texts -> lessons")
    lesson.add_argument("name")
    lesson.add_argument("weights", type=Path)
    lesson.add_argument("texts", type=Path, nargs="+", help="JSON Lines with texts, or the training part itself")
    lesson.add_argument("--most", type=int, default=1000, help="texts of a file")
    mix = commands.add_parser("between", help="weights between those of two stages -> training/work/between.pt")
    mix.add_argument("earlier", type=Path)
    mix.add_argument("later", type=Path)
    mix.add_argument("--share", type=float, default=EARLIER, help="of the earlier ones")
    ship = commands.add_parser("ship", help="weights -> int8 ONNX with its figures")
    ship.add_argument("weights", type=Path)
    ship.add_argument("--into", type=Path, default=WEIGHTS)
    ship.add_argument("--pieces", type=int, default=PIECES)
    ship.add_argument("--lean", type=float, nargs=3, default=LEAN)
    embed = commands.add_parser("embedder", help="the sentence embedder for linking -> int8 ONNX; nothing is trained")
    embed.add_argument("--into", type=Path, default=EMBEDDER)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if args.command == "stage":
        plan = Plan(**{field.name: getattr(args, field.name) for field in fields(Plan)})
        run(args.name, plan, args.start, args.teacher, Class(tuple(args.lessons), args.sample, args.share))
    elif args.command == "teach":
        taught(args.name, args.weights, args.texts, args.most)
    elif args.command == "between":
        between(args.earlier, args.later, args.share)
    elif args.command == "ship":
        finish(args.weights, args.into, args.pieces, tuple(args.lean))
    elif args.command == "embedder":
        embedder(args.into)
    else:
        finish(quick() if args.quick else whole(), WEIGHTS, PIECES, LEAN)
        embedder(EMBEDDER)


def whole() -> Path:
    """Every stage of the recipe, each from where the last one ended; then the teacher, its lessons, and the last stage with
    them, whose weights it gives."""
    ends: list[Path] = []
    for number, plan in enumerate(STAGES, 1):
        ends.append(run(f"stage{number}", plan, ends[-1] if ends else None))
    start = between(ends[-2], ends[-1], EARLIER)
    instructed("lessons", "teacher", TEACHER, [])
    return run("student", STUDENT, start, beside=Class(("lessons",), MOST * len(TEXTS)))


def quick() -> Path:
    """The teacher, its lessons on the training part as well, and one stage from the encoder."""
    instructed("quick-lessons", "quick-teacher", QUICK_TEACHER, [_gold("train")])
    beside = Class(("quick-lessons",), MOST * len(TEXTS), QUICK_SHARE)
    return run("quick-student", QUICK_STUDENT, None, beside=beside)


def instructed(name: str, teacher: str, plan: Plan, files: list[Path]) -> None:
    """Trains the teacher and writes its lessons on these files and on the news that is there, unless they are written."""
    if not (WORK / name).with_suffix(".npz").exists():
        news = [path for text in TEXTS if (path := Path(os.environ["WHOSAYS_GOLD"]) / text).exists()]
        taught(name, run(teacher, plan, None, teacher=True), [*files, *news], MOST, plan.pieces)


def between(earlier: Path, later: Path, share: float) -> Path:
    """The file with ``share`` of the earlier weights and the rest of the later ones. Heads that only the later stage
    trained are its own."""
    a, b = torch.load(earlier), torch.load(later)
    same = [name for name in b if not b[name].is_floating_point() or name.startswith(("ends.", "style."))]
    mixed = {name: b[name] if name in same else torch.lerp(b[name], a[name], share) for name in b}
    torch.save(mixed, WORK / "between.pt")
    return WORK / "between.pt"


@dataclass(frozen=True, slots=True)
class Class:
    """What is learned beside the training part: the lessons' names, how many of the other texts in it an epoch, and the
    share that the gold tags keep."""

    lessons: tuple[str, ...] = ()
    sample: int = 0
    share: float = SHARE


def run(name: str, plan: Plan, start: Path | None, teacher: bool = False, beside: Class = Class()) -> Path:
    """Fits one stage, or goes on where it was stopped; gives the file with its averaged weights."""
    rows = load_rows(_gold("train"))
    styles = {name: n + 1 for n, name in enumerate(sorted({str(row.get("annotator")) for row in rows})[:STYLES])}
    tokenizer = load_tokenizer(wheel_folder() / "tokenizer.json")
    told = {row["id"]: (row, taught) for name in beside.lessons for row, taught in lessons(WORK / name)}
    own = {row["id"] for row in rows}
    more = [row for row, _ in told.values() if row["id"] not in own]

    def examples(epoch: int) -> list[Example]:
        rng = Random(f"examples {plan.seed} {epoch}")
        chosen = rows + rng.sample(more, min(len(more), beside.sample))
        return [
            example(
                variation(row, rng) if plan.vary else row,
                tokenizer,
                styles,
                told[row["id"]][1] if row["id"] in told else None,
                beside.share if row["id"] in own else 0.0,
            )
            for row in chosen
        ]

    torch.manual_seed(plan.seed)
    blank = Network(load_teacher(WORK), STYLES) if teacher else fresh()
    network = blank if start is None else load(start, blank)
    logging.info("%s: %s, %d documents", name, plan, len(rows))
    fit(network, examples, plan, WORK / name)
    return WORK / name / "mean.pt"


def taught(name: str, weights: Path, files: list[Path], most: int, pieces: int = PIECES) -> Path:
    """What the teacher with these weights says of the training part, and of at most so many texts of each other file."""
    network = load(weights, Network(load_teacher(WORK), STYLES))
    rows = []
    for file in files:
        found = list(texts(file))
        rows += found if file == _gold("train") else Random(file.stem).sample(found, min(len(found), most))
    logging.info("teaching on %d texts", len(rows))
    teach(network, rows, load_tokenizer(wheel_folder() / "tokenizer.json"), pieces, WORK / name)
    return WORK / name


def fresh() -> Network:
    return Network(load_encoder(wheel_folder()), STYLES)


def load(weights: Path, network: Network | None = None) -> Network:
    """The network (the one that ships, if none is given) with weights of a stage, or with those of an artefact's folder."""
    network = network or fresh()
    if weights.is_dir():
        return thaw(weights, network).eval()
    network.load_state_dict(torch.load(weights))
    return network.eval()


def finish(weights: Path, folder: Path, pieces: int, more: tuple[float, float, float]) -> None:
    """Exports to int8 ONNX and writes the development part's figures into the manifest."""
    network = load(weights)
    lean(network, more)
    tokenizer = wheel_folder() / "tokenizer.json"
    ease = eased(network.encoder, list(_sample(load_tokenizer(tokenizer), pieces)))
    export(network, tokenizer, folder, WORK, NAME, pieces, ease)
    logging.info("%s", measure(folder, load_rows(_gold("dev"))))


def embedder(folder: Path) -> None:
    """Exports the embedder and tells how near its vectors are to float32's on 200 stretches of content."""
    encoder, tokenizer = load_encoder(wheel_folder()), wheel_folder() / "tokenizer.json"
    export_embedder(encoder, list(_sample(load_tokenizer(tokenizer), PIECES)), tokenizer, folder)
    spans = [
        (row["text"], a["content"][0])
        for row in load_rows(_gold("dev"))
        for a in row["attributions"][:4]
        if a["content"]
    ]
    mean, least = fidelity(encoder, folder, [text[start:end] for text, (start, end) in spans[:200]])
    logging.info("embedder: cosine to float32 %.4f on average, %.4f at least", mean, least)


def _sample(tokenizer: Tokenizer, pieces: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The first window of some training texts, on which the activations' ranges are seen."""
    for row in load_rows(_gold("train"))[::20]:
        read = stream(row["text"], tokenizer)
        first = next(windows(read, pieces))
        yield window_input(read, first)


def _gold(part: str) -> Path:
    return Path(os.environ["WHOSAYS_GOLD"]) / "attribution" / f"polnear.{part}.jsonl"


if __name__ == "__main__":
    main()
