"""``python -m training train``: data -> network; prints figures on the development part after each epoch."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import torch

from training.corpus import example, load_rows, load_tokenizer
from training.encoder import load_encoder, wheel_folder
from training.fit import Plan, fit
from training.network import Network

WORK = Path(__file__).parent / "work"


def main() -> None:
    parser = argparse.ArgumentParser(prog="training")
    parser.add_argument("--name", default="main")
    for field in ("epochs", "tokens", "warm", "seed"):
        parser.add_argument(f"--{field}", type=int, default=getattr(Plan(), field))
    for field in ("rate", "layer_decay", "hide", "drop", "link", "average", "last"):
        parser.add_argument(f"--{field}", type=float, default=getattr(Plan(), field))
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", default=None)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    gold = Path(os.environ["WHOSAYS_GOLD"]) / "attribution"
    tokenizer = load_tokenizer(wheel_folder() / "tokenizer.json")
    rows = load_rows(gold / "polnear.train.jsonl")[: args.limit]
    styles = {name: n + 1 for n, name in enumerate(sorted({row["annotator"] for row in rows}))}
    examples = [example(row, tokenizer, styles) for row in rows]
    torch.manual_seed(args.seed)
    network = Network(load_encoder(wheel_folder()), 6)
    if args.start:
        network.load_state_dict(torch.load(args.start))
    plan = Plan(**{f: getattr(args, f) for f in Plan.__slots__ if hasattr(args, f)})
    print(plan, len(examples), "documents", sum(len(e.pieces.ids) for e in examples), "pieces", flush=True)
    fit(network, examples, plan, WORK / args.name, lambda network, epoch: None)


if __name__ == "__main__":
    main()
