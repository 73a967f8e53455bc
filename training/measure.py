"""Figures of an artefact alone (no rules, no engine) on rows of PolNeAR's form; definitions in `whosays.evaluate.attribution`."""

from __future__ import annotations

import json
import time
from pathlib import Path

from whosays.attribute.tagger import load_tagger
from whosays.evaluate.attribution import ROLES, Triple, gold_triples, score
from whosays.model import Document


def measure(folder: Path, rows: list[dict]) -> dict[str, float]:
    """The figures, written into the folder's manifest as well; `words_a_second` (of CPU time) is not."""
    tagger = load_tagger(folder)
    documents = []
    begun = time.process_time()
    for row in rows:
        tagged = tagger.tag(Document("", "", row["text"]))
        said = [Triple(*(tuple((s.start, s.end) for s in getattr(t, role)) for role in ROLES)) for t in tagged]
        documents.append((row["text"], said, gold_triples(row)))
    spent = time.process_time() - begun
    figures = {name: round(value, 4) for name, value in score(documents)}
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | {"figures": figures}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return figures | {"words_a_second": round(sum(len(row["text"].split()) for row in rows) / spent)}
