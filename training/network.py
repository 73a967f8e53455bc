"""The tagger in torch: encoder, tag head with a chain of learned transitions (CRF), and two pointers for the links.

A word is read at its first piece. Tags are O and B I E S of source, cue and content. Pointers: from each word of a cue
to the words of its source, or to none; from each word of a content to the words of its cue. The loss of a pointer is
the negative log of all the probability that falls on the right words.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.corpus import TAGS
from training.encoder import Encoder

LINK = 128
NEVER = -1e4


def allowed() -> Tensor:
    """[from, to] True where the tag may follow: I and E only after B or I of the same role, and B and I only before them."""
    table = torch.zeros(len(TAGS), len(TAGS), dtype=torch.bool)
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            opened, goes_on = a[0] in "BI", b[0] in "IE"
            table[i, j] = a[1:] == b[1:] if opened and goes_on else not opened and not goes_on
    return table


class Network(nn.Module):
    def __init__(self, encoder: Encoder, styles: int) -> None:
        super().__init__()
        size = encoder.size
        self.encoder = encoder
        self.style = nn.Embedding(styles + 1, size, padding_idx=0)
        nn.init.zeros_(self.style.weight)
        self.hidden = nn.Linear(size, size)
        self.tags = nn.Linear(size, len(TAGS))
        self.direct = nn.Linear(size, len(TAGS), bias=False)
        self.step = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("may", allowed())
        self.links = nn.Linear(size, 4 * LINK)
        self.none = nn.Linear(LINK, 1)
        self.ends = nn.Linear(size, 4 * LINK)
        self.drop = nn.Dropout(0.1)

    def words(self, ids: Tensor, look: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """[batch, words, size]: the vectors at the words' first pieces."""
        x = self.encoder(ids, look, mask)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1])).float()

    def emit(self, x: Tensor, style: Tensor | None = None) -> Tensor:
        shifted = x if style is None else x + self.style(style)[:, None]
        return self.tags(self.drop(functional.gelu(self.hidden(shifted)))) + self.direct(x)

    def point(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Log-probabilities: cue word -> source word, the last column none; content word -> cue word, the last column unused."""
        cue, source, content, about = self.links(x).split(LINK, -1)
        to_source = cue @ source.transpose(1, 2) / LINK**0.5
        to_cue = content @ about.transpose(1, 2) / LINK**0.5
        return torch.cat([to_source, self.none(cue)], -1), to_cue

    def bound(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [batch, cue word, word] that a word is the first, the last of a stretch of the cue's content."""
        opening, first, closing, last = self.ends(x).split(LINK, -1)
        return opening @ first.transpose(1, 2) / LINK**0.5, closing @ last.transpose(1, 2) / LINK**0.5

    def transitions(self) -> Tensor:
        return self.step.masked_fill(~self.may, NEVER)


def chain_loss(emit: Tensor, step: Tensor, tags: Tensor, pairs: Tensor, real: Tensor) -> Tensor:
    """Cross-entropy [batch], summed over words, of a linear-chain CRF with the given tags [batch, words, tags] and pairs of
    neighbours' tags [batch, words - 1, tags, tags]: ones for what is certain, else how likely each is. ``real`` masks padding."""
    length = emit.shape[1]
    total = ((emit * tags).sum(2) * real).sum(1) + (pairs * step).sum((1, 2, 3))
    alpha = emit[:, 0]
    for t in range(1, length):
        peak = alpha.amax(1, keepdim=True)
        moved = ((alpha - peak).exp() @ step.exp()).clamp_min(1e-30).log() + peak + emit[:, t]
        alpha = torch.where(real[:, t, None], moved, alpha)
    return alpha.logsumexp(1) - total


def pointer_loss(scores: Tensor, asks: Tensor, right: Tensor, choices: Tensor) -> Tensor:
    """Sum over asking words (``asks`` holds their weights [batch, words]) of -log P(any right column)."""
    logp = scores.masked_fill(~choices[:, None], NEVER).log_softmax(-1)
    hit = logp.masked_fill(~right, NEVER).logsumexp(-1)
    return -(hit.clamp_min(-20) * asks).sum()
