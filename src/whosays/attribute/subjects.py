"""The labels under which a verb's subject hangs on it, as the parse names them (CLEAR, as in spaCy's English models)."""

from __future__ import annotations

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
"""A noun or a clause, of a verb in the active or the passive."""
WITH_EXPLETIVE = (*SUBJECTS, "expl")
"""The same and "there" or "it" in a subject's place: what makes a clause finite, though nobody does anything."""
