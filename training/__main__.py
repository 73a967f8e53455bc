"""From data to artefact: ``python -m training`` runs the recipe; ``--help`` lists what else can be tried.

Needs ``WHOSAYS_GOLD`` (a folder with ``attribution/polnear.train.jsonl`` and ``.dev.jsonl``, or rows of one's own in that form).
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Iterator
from dataclasses import fields
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
from training.measure import measure
from training.network import Network
from training.recipe import EARLIER, LEAN, NAME, PIECES, STAGES
from training.thaw import thaw
from whosays.attribute.tagger import WEIGHTS
from whosays.attribute.tagger_windows import stream, window_input, windows
from whosays.link.embed import WEIGHTS as EMBEDDER

WORK = Path(__file__).parent / "work"
STYLES = 6
"""PolNeAR's annotators. Each has a small bias of its own in training; what is shipped has none."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="training")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("make", help="run the recipe and write the artefact into the package")
    stage = commands.add_parser("stage", help="one stage with its plan given by hand")
    stage.add_argument("name")
    stage.add_argument("--start", type=Path, help="weights to go on from, or the folder of a shipped artefact")
    stage.add_argument("--extra", type=Path, help="rows to add, a sample of them each epoch")
    stage.add_argument("--sample", type=int, default=100)
    for field in fields(Plan):
        stage.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
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
        run(args.name, plan, args.start, load_rows(args.extra) if args.extra else [], args.sample)
    elif args.command == "between":
        between(args.earlier, args.later, args.share)
    elif args.command == "ship":
        finish(args.weights, args.into, args.pieces, tuple(args.lean))
    elif args.command == "embedder":
        embedder(args.into)
    else:
        make()
        embedder(EMBEDDER)


def make() -> None:
    """Every stage of the recipe, each from where the last one ended; then the artefact."""
    ends: list[Path] = []
    for number, plan in enumerate(STAGES, 1):
        ends.append(run(f"stage{number}", plan, ends[-1] if ends else None, [], 0))
    finish(between(ends[-2], ends[-1], EARLIER), WEIGHTS, PIECES, LEAN)


def between(earlier: Path, later: Path, share: float) -> Path:
    """The file with ``share`` of the earlier weights and the rest of the later ones. Heads that only the later stage
    trained are its own."""
    a, b = torch.load(earlier), torch.load(later)
    same = [name for name in b if not b[name].is_floating_point() or name.startswith(("ends.", "style."))]
    mixed = {name: b[name] if name in same else torch.lerp(b[name], a[name], share) for name in b}
    torch.save(mixed, WORK / "between.pt")
    return WORK / "between.pt"


def run(name: str, plan: Plan, start: Path | None, extra: list[dict], sample: int) -> Path:
    """Fits one stage, or goes on where it was stopped; gives the file with its averaged weights."""
    rows = load_rows(_gold("train"))
    styles = {name: n + 1 for n, name in enumerate(sorted({str(row.get("annotator")) for row in rows})[:STYLES])}
    tokenizer = load_tokenizer(wheel_folder() / "tokenizer.json")

    def examples(epoch: int) -> list[Example]:
        rng = Random(f"examples {plan.seed} {epoch}")
        chosen = rows + rng.sample(extra, min(len(extra), sample))
        return [example(variation(row, rng) if plan.vary else row, tokenizer, styles) for row in chosen]

    torch.manual_seed(plan.seed)
    network = fresh() if start is None else load(start)
    logging.info("%s: %s, %d documents", name, plan, len(rows))
    fit(network, examples, plan, WORK / name)
    return WORK / name / "mean.pt"


def fresh() -> Network:
    return Network(load_encoder(wheel_folder()), STYLES)


def load(weights: Path) -> Network:
    """The network with weights of a stage, or with those of an artefact's folder."""
    network = fresh()
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
