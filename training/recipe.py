"""The recipe of the shipped artefact, and a shorter one. What else was tried, and what it did, is told in README.md."""

from __future__ import annotations

from dataclasses import replace

from training.fit import Plan

NAME = "minilm-l6-polnear"
PIECES = 382
"""Pieces in a window, at training and in use."""
LEAN = (0.0, 0.0, 0.0)
"""Added to the scores of tags that open a source, a cue, a content. After one stage 0.3, 0, 0.3 helped; after two, nothing."""
STAGES = (
    Plan(epochs=4, pieces=254),
    Plan(epochs=1, pieces=PIECES, rate=1.5e-4, warm=40, drop=0.1, hide=0.08, vary=True, seed=2),
    Plan(epochs=5, pieces=PIECES, rate=2.5e-4, drop=0.1, hide=0.08, vary=True, average=0.998, bound=0.1, seed=3),
)
EARLIER = 0.3
"""The share of the last stage but one in the weights that are shipped; the rest is the last stage's."""
TEACHER = Plan(
    epochs=3,
    pieces=PIECES,
    rate=1.5e-4,
    faster=7.0,
    warm=150,
    drop=0.1,
    hide=0.05,
    vary=True,
    average=0.995,
    link=0.4,
    bound=0.1,
    seed=11,
)
"""The large network that only teaches."""
TEXTS = (
    "articles/wikinews.jsonl",
    "articles/guardian_extracts.jsonl",
    "articles/ruwa_leads.jsonl",
    "place/lgl.jsonl",
    "time/timebank.jsonl",
    "time/aquaint.jsonl",
    "crossdoc/gva.dev.jsonl",
)
"""Files of news whose texts, without any label, the teacher reads for the student; those that are there are used."""
MOST = 300
"""Texts of each of them."""
STUDENT = Plan(epochs=4, pieces=PIECES, rate=2.5e-4, drop=0.1, hide=0.08, vary=True, average=0.998, bound=0.1, seed=5)
"""The last stage: the training part's own labels, and the teacher's on the other texts."""
SHARE = 0.3
"""The share of the gold tags beside the teacher's, on texts that have both (the shipped weights had none such)."""
QUICK_TEACHER = replace(TEACHER, pieces=254)
"""The quick recipe's teacher reads shorter windows, at a sixth less time."""
QUICK_STUDENT = replace(STUDENT, epochs=5, rate=3e-4, warm=200, drop=0.05, hide=0.05)
"""The quick recipe's only stage, from the encoder: what the teacher says of the training part too stands beside its labels."""
QUICK_SHARE = 0.5
