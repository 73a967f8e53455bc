"""Fits the network to rows of PolNeAR's form. Resumable: the state is kept after each epoch; seeds are fixed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from training.batches import Batch, batches
from training.corpus import Example, cuts
from training.network import Network, chain_loss, pointer_loss

REPORTED = 40
"""Steps between two lines of the log."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One stage of training.

    ``rate`` is the peak rate of the top layer, reached after ``warm`` steps and falling linearly to zero; each layer
    below has ``layer_decay`` of it, the heads ``faster`` times as much. ``tokens`` is a batch's size in pieces,
    ``pieces`` a window's. ``hide`` is the chance that a word is masked, ``drop`` the encoder's dropout, ``link`` the
    weight of the links' loss, ``bound`` of the bounds', ``average`` the decay of the weights' running mean, ``vary`` whether some texts are
    read without case, quotation marks or paragraphs.
    """

    epochs: int = 4
    rate: float = 3e-4
    faster: float = 5.0
    layer_decay: float = 0.9
    tokens: int = 2048
    warm: int = 100
    hide: float = 0.05
    drop: float = 0.0
    link: float = 0.25
    bound: float = 0.0
    average: float = 0.99
    pieces: int = 254
    vary: bool = False
    seed: int = 1


@dataclass(slots=True)
class _State:
    """What a stage needs to go on: ``mean`` holds the averaged weights."""

    network: Network
    optimiser: torch.optim.Optimizer
    mean: dict[str, Tensor]
    epoch: int = 0
    step: int = 0

    def save(self, path: Path) -> None:
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "mean": self.mean,
                "epoch": self.epoch,
                "step": self.step,
            },
            path,
        )

    def load(self, path: Path) -> None:
        kept = torch.load(path)
        self.network.load_state_dict(kept["network"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.mean, self.epoch, self.step = kept["mean"], kept["epoch"], kept["step"]


def fit(network: Network, examples: Callable[[int], list[Example]], plan: Plan, folder: Path) -> None:
    """Trains; leaves the averaged weights in ``folder/mean.pt``. ``examples(epoch)`` gives an epoch's documents."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    for layer in network.encoder.layers:
        layer.drop.p = plan.drop
    mean = {name: p.detach().clone() for name, p in _learning(network)}
    state = _State(network, _optimiser(network, plan), mean)
    if (folder / "state.pt").exists():
        state.load(folder / "state.pt")
    steps = plan.epochs * sum(1 for _ in _batches(examples(0), replace(plan, hide=0.0), 0))
    network.train()
    while state.epoch < plan.epochs:
        _epoch(state, _batches(examples(state.epoch), plan, state.epoch), plan, steps)
        state.epoch += 1
        state.save(folder / "state.pt")
        torch.save(network.state_dict() | state.mean, folder / "mean.pt")


def _epoch(state: _State, given: Iterator[Batch], plan: Plan, steps: int) -> None:
    begun, loss, pieces = time.time(), 0.0, 0
    for n, batch in enumerate(given, 1):
        loss += _step(state, batch, plan, steps)
        pieces += batch.ids.numel()
        if n % REPORTED == 0:
            where = f"epoch {state.epoch} step {n} of {steps // plan.epochs}"
            logging.info("%s loss %.4f pieces/s %.0f", where, loss / REPORTED, pieces / (time.time() - begun))
            loss = 0.0


def _step(state: _State, batch: Batch, plan: Plan, steps: int) -> float:
    share = min(1.0, (state.step + 1) / plan.warm) * max(0.0, 1 - state.step / max(steps, 1))
    for group in state.optimiser.param_groups:
        group["lr"] = group["peak"] * share
    loss = _loss(state.network, batch, plan)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
    state.optimiser.step()
    state.optimiser.zero_grad(set_to_none=True)
    state.step += 1
    decay = min(plan.average, state.step / (state.step + 10))
    torch._foreach_lerp_(list(state.mean.values()), [p.detach() for _, p in _learning(state.network)], 1 - decay)
    return loss.item()


def _loss(network: Network, batch: Batch, plan: Plan) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        x = network.encoder(batch.ids, batch.look, batch.mask)
    x = torch.gather(x, 1, batch.first[..., None].expand(-1, -1, x.shape[-1])).float()
    tags = chain_loss(network.emit(x, batch.style), network.transitions(), batch.tags, batch.pairs, batch.real)
    to_source, to_cue = network.point(x)
    choices = torch.cat([batch.real, torch.ones(len(x), 1, dtype=torch.bool)], 1)
    sources = pointer_loss(to_source, batch.cue_asks, batch.cue_right, choices)
    cues = pointer_loss(to_cue, batch.content_asks, batch.content_right, batch.real)
    links = sources / batch.cue_asks.sum().clamp_min(1) + cues / batch.content_asks.sum().clamp_min(1)
    to_first, to_last = network.bound(x)
    firsts = pointer_loss(to_first, batch.first_asks, batch.first_right, batch.real)
    lasts = pointer_loss(to_last, batch.last_asks, batch.last_right, batch.real)
    bounds = firsts / batch.first_asks.sum().clamp_min(1) + lasts / batch.last_asks.sum().clamp_min(1)
    return (tags * batch.weight).sum() / batch.real.sum() + plan.link * links + plan.bound * bounds


def _optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW: layers nearer the input learn more slowly, the heads faster; no decay on biases and norms."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in _learning(network):
        if name.startswith("encoder.layers."):
            scale = plan.layer_decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and name != "encoder.look.weight":
            scale = plan.layer_decay**depth
        else:
            scale = plan.faster
        groups.setdefault((scale, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    rated = [
        {"params": group, "lr": plan.rate * scale, "peak": plan.rate * scale, "weight_decay": decay}
        for (scale, decay), group in groups.items()
    ]
    return torch.optim.AdamW(rated, fused=True, betas=(0.9, 0.98))


def _learning(network: Network) -> list[tuple[str, torch.nn.Parameter]]:
    return [(name, p) for name, p in network.named_parameters() if p.requires_grad]


def _batches(examples: list[Example], plan: Plan, epoch: int) -> Iterator[Batch]:
    rng = Random(f"{plan.seed} {epoch}")
    return batches(cuts(examples, plan.pieces, rng), plan.tokens, rng, plan.hide)
