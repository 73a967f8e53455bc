"""Fits the network to rows of PolNeAR's form. Resumable: the state is kept after each epoch; seeds are fixed."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import torch

from training.batches import Batch, batches
from training.corpus import Example, cuts
from training.network import NEVER, Network, chain_loss, pointer_loss


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tried. ``rate`` is the peak of the encoder's rate (the heads' is ``faster`` times it), falling linearly to ``last`` of it."""

    epochs: int = 4
    rate: float = 3e-4
    faster: float = 5.0
    layer_decay: float = 0.9
    tokens: int = 2048
    warm: int = 100
    last: float = 0.0
    hide: float = 0.05
    drop: float = 0.0
    link: float = 0.25
    average: float = 0.99
    seed: int = 1


def loss_of(network: Network, batch: Batch, plan: Plan) -> torch.Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        x = network.encoder(batch.ids, batch.look, batch.mask)
    x = torch.gather(x, 1, batch.first[..., None].expand(-1, -1, x.shape[-1])).float()
    tags = chain_loss(network.emit(x, batch.style), network.transitions(), batch.gold, batch.real)
    tags = (tags * batch.weight).sum() / batch.real.sum()
    to_source, to_cue = network.point(x)
    some = torch.ones(len(x), 1, dtype=torch.bool)
    links = pointer_loss(to_source, batch.cue_asks, batch.cue_right, torch.cat([batch.real, some], 1))
    links = links / batch.cue_asks.sum().clamp_min(1)
    links = links + pointer_loss(
        to_cue, batch.content_asks, batch.content_right, batch.real
    ) / batch.content_asks.sum().clamp_min(1)
    return tags + plan.link * links


def optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW: layers nearer the input learn more slowly, the heads faster; no decay on biases and norms."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, p in network.named_parameters():
        if name.startswith("encoder.layers."):
            scale = plan.layer_decay ** (depth - 1 - int(name.split(".")[2]))
        elif name == "encoder.look.weight":
            scale = plan.faster
        elif name.startswith("encoder."):
            scale = plan.layer_decay**depth
        else:
            scale = plan.faster
        groups.setdefault((scale, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    return torch.optim.AdamW(
        [
            {"params": ps, "lr": plan.rate * s, "peak": plan.rate * s, "weight_decay": d}
            for (s, d), ps in groups.items()
        ],
        fused=True,
        betas=(0.9, 0.98),
    )


def fit(network: Network, examples: list[Example], plan: Plan, folder: Path, after) -> Network:
    """Trains and returns the network with averaged weights; ``after(network, epoch)`` is called on the average after each epoch."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    for layer in network.encoder.layers:
        layer.drop.p = plan.drop
    opt = optimiser(network, plan)
    steps = sum(1 for _ in _plan_batches(examples, replace(plan, hide=0), 0)) * plan.epochs
    mean = {k: v.detach().clone() for k, v in network.named_parameters()}
    begin, step = 0, 0
    kept = folder / "state.pt"
    if kept.exists():
        state = torch.load(kept)
        network.load_state_dict(state["network"])
        opt.load_state_dict(state["optimiser"])
        mean, begin, step = state["mean"], state["epoch"], state["step"]
    for epoch in range(begin, plan.epochs):
        network.train()
        t, run, pieces = time.time(), 0.0, 0
        for n, batch in enumerate(_plan_batches(examples, plan, epoch)):
            share = min(1.0, (step + 1) / plan.warm) * max(plan.last, 1 - step / max(steps, 1) * (1 - plan.last))
            for group in opt.param_groups:
                group["lr"] = group["peak"] * share
            loss = loss_of(network, batch, plan)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
            step += 1
            decay = min(plan.average, step / (step + 10))
            params = [p.detach() for p in network.parameters()]
            torch._foreach_lerp_(list(mean.values()), params, 1 - decay)
            run += loss.item()
            pieces += batch.ids.numel()
            if n % 40 == 39:
                print(
                    f"epoch {epoch} step {n + 1} of {steps // plan.epochs} loss {run / 40:.4f} pieces/s {pieces / (time.time() - t):.0f}",
                    flush=True,
                )
                run = 0.0
        torch.save(
            {
                "network": network.state_dict(),
                "optimiser": opt.state_dict(),
                "mean": mean,
                "epoch": epoch + 1,
                "step": step,
            },
            kept,
        )
        own = {k: v.detach().clone() for k, v in network.named_parameters()}
        network.load_state_dict(mean, strict=False)
        torch.save(network.state_dict(), folder / "mean.pt")
        network.eval()
        after(network, epoch)
        if epoch + 1 < plan.epochs:
            network.load_state_dict(own, strict=False)
    return network


def _plan_batches(examples: list[Example], plan: Plan, epoch: int):
    rng = Random(f"{plan.seed} {epoch}")
    return batches(cuts(examples, rng), plan.tokens, rng, plan.hide)
