"""What the content's mood makes of a plain assertion: a demand ("must", "it is vital to"), a question, an intention.

Codebook rule: "should" and "must" in what a source asserts make it a demand of that source; a question is asked, not
asserted; what "we will" do is intended, unless it only goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.polarity import proposition, top
from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.attitudes import Attitudes
from whosays.lexicon.hedges import Hedges
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Document, Sentence, Span, Stance, Token

_QUOTES = ("“", '"', "‘", "'")
OPENING = 8
"""Characters within which an imperative follows the opening of its sentence ("Please leave")."""


def mood(document: Document, sentences: Sequence[Sentence], content: Sequence[Span], lexicon: Lexicon) -> Stance | None:
    """DEMANDS, ASKS or INTENDS where the content's first clause is one; None for a statement."""
    head = top(sentences, content)
    if head is None:
        return None
    sentence, token = head
    if _question(document, sentence, content):
        return Stance.ASKS
    said = proposition(sentence, token, content, lexicon.cues, lexicon.hedges)
    ordered = _imperative(document, sentence, token, content, lexicon.attitudes) or _ordered_after(sentence, token)
    if ordered or _obliges(sentence, said, lexicon.hedges):
        return Stance.DEMANDS
    return Stance.INTENDS if _promises(sentence, token, lexicon.attitudes) else None


def _promises(sentence: Sentence, token: Token, attitudes: Attitudes) -> bool:
    """ "We will use force": an act of the speakers' own that is still to come."""
    own = any(t.text.lower() in ("i", "we") for t in sentence.children(token, "nsubj"))
    will = any(t.lemma in ("will", "shall", "'ll", "’ll") for t in sentence.children(token, "aux"))
    return own and will and token.pos == "VERB" and token.lemma not in attitudes.goes_on


def _question(document: Document, sentence: Sentence, content: Sequence[Span]) -> bool:
    """All of the content is one question."""
    end = max(s.end for s in content)
    said = document.text[:end].rstrip("".join(_QUOTES) + "”’")
    marked = said.endswith("?") or document.text[end : end + 1] == "?"
    return marked and sentence.end >= end - 1 and sentence.start <= content[0].start + 1


def _obliges(sentence: Sentence, token: Token, hedges: Hedges) -> bool:
    """A modal of duty on the predicate, or "it is vital that/to"; "must have left" infers, it demands nothing."""
    auxiliaries = sentence.children(token, "aux")
    if any(t.text == "I" for t in sentence.children(token, "nsubj")):
        return False
    perfect = any(a.lemma == "have" for a in auxiliaries)
    if any(a.tag == "MD" and hedges.has("obliging", a) for a in auxiliaries):
        return not perfect
    if token.lemma in ("need", "have", "ought") and token.tag in ("VBP", "VBZ", "VB", "MD"):
        bare = not any(a.tag == "MD" or a.lemma == "do" for a in auxiliaries)
        yet = any(t.lemma == "yet" for t in sentence.children(token))
        return bare and not yet and bool(sentence.children(token, "xcomp"))
    if token.pos == "NOUN":
        return hedges.has("obliging", token) and bool(sentence.children(token, "prep", "acl", "relcl", "advcl"))
    return _duty(sentence, token, hedges)


def _duty(sentence: Sentence, token: Token, hedges: Hedges) -> bool:
    """ "It is vital that ...", "it is time to ..."."""
    if token.lemma != "be" or not any(t.lemma == "it" for t in sentence.children(token, *SUBJECTS)):
        return False
    said = sentence.children(token, "acomp", "attr")
    clauses = [c for t in (token, *said) for c in sentence.children(t, "xcomp", "ccomp", "advcl", "relcl", "acl")]
    return bool(clauses) and any(hedges.has("obliging", p) for p in said)


def _imperative(
    document: Document, sentence: Sentence, token: Token, content: Sequence[Span], attitudes: Attitudes
) -> bool:
    """A bare verb that opens a quotation or the sentence."""
    start = content[0].start
    before = document.text[max(0, start - 1) : start + 1].strip()[:1]
    opens = before in _QUOTES or sentence.start == start
    if not opens or token.tag != "VB" or token.lemma in attitudes.addresses:
        return False
    helped = any(t.lemma != "do" for t in sentence.children(token, "aux"))
    opens = token.start - start <= OPENING or _under_a_condition(sentence, token, start)
    return opens and not helped and not sentence.children(token, *SUBJECTS)


def _ordered_after(sentence: Sentence, token: Token) -> bool:
    """Whether the verb is the condition of an order that the parse hangs on it: "If you can't leave, [hide] in the cellar"."""
    if not any(t.lemma in ("if", "unless") for t in sentence.children(token, "mark")):
        return False
    verbs = (c for c in sentence.children(token, "conj") if c.tag == "VB" and sentence.tokens[c.index - 1].text == ",")
    return any(not sentence.children(c, *SUBJECTS, "aux") for c in verbs)


def _under_a_condition(sentence: Sentence, token: Token, start: int) -> bool:
    """Whether all that stands before the verb is its condition: "If you can't leave, [hide in the cellar]"."""
    clauses = [c for c in sentence.children(token, "advcl") if c.index < token.index]
    first = next((c for c in clauses if sentence.subtree(c)[0].start - start <= 1), None)
    return first is not None and token.start - sentence.subtree_span(first).end <= OPENING


def left_open(sentence: Sentence, token: Token, attitudes: Attitudes) -> bool:
    """Whether the content says that something "remains to be seen" or "is yet to be established"."""
    open_ = [t for t in (token, *sentence.children(token, "xcomp")) if t.lemma in attitudes.found_out]
    left = token.lemma == "remain" or any(t.lemma == "yet" for t in sentence.children(token, "advmod"))
    return left and any(t.tag == "VBN" and any(a.tag == "TO" for a in sentence.children(t, "aux")) for t in open_)
