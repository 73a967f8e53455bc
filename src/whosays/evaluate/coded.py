"""One event for a bare sentence, as event coders have it: the whole sentence is the content."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from whosays.frame.clause import subject, surface
from whosays.frame.party import party
from whosays.frame.roles import roles
from whosays.frame.status import status
from whosays.frame.trigger import Trigger, trigger
from whosays.lexicon.actions import Actions
from whosays.model import Document, Party, Stance, Status

if TYPE_CHECKING:
    from whosays.pipeline import Kit


def bare(text: str) -> Document:
    """A document that is nothing but the text."""
    return Document(id=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20], key="", text=text)


def coded(text: str, kit: Kit) -> tuple[Trigger | None, Status | None, Party | None, Party | None]:
    """(trigger, status, actor, recipient) of the text's main act: of its first sentence that has one, else of its first sentence."""
    document = bare(text)
    lexicon = kit.lexicon.actions
    found = [t for s in kit.parser(document) if (t := trigger(s, (s.span,), lexicon)) is not None]
    if not found:
        return None, None, None, None
    main = next((t for t in found if t.action is not None), found[0])
    actor, recipient = _demanded(document, main, lexicon) or roles(document, main, lexicon)
    return main, status(main, (main.sentence.span,), Stance.ASSERTS, lexicon), actor, recipient


def _demanded(document: Document, main: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None] | None:
    """Who says that another must act, and the other: to event coders that is the act; None where nothing is said to be due."""
    sentence = main.sentence
    head = main.carrier or main.head
    verbs = (head, *sentence.ancestors(head), *sentence.children(head, "ccomp"))
    for verb in verbs:
        above = sentence.head(verb)
        due = any(c.text.lower() == "must" for c in sentence.children(verb, "aux"))
        if due and verb.dep == "ccomp" and above.lemma in lexicon.report:
            return party(document, sentence, subject(sentence, above)), party(
                document, sentence, surface(sentence, verb)
            )
    return None
