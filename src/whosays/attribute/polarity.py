"""The content's own polarity: MINUS where its main clause is negated ("no troops had crossed").

The proposition is looked for inside the content: behind a noun that only names it ("reports that ...", "the notion
that ..."), and behind a predicate of truth ("it is not true that ..."), which turns it once more if it is negative.
A main verb that is negative by its meaning alone ("failed to", "lacks", "without") leaves the polarity PLUS.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.attribute.negation import own
from whosays.attribute.subjects import SUBJECTS, WITH_EXPLETIVE
from whosays.lexicon.cues import Cues
from whosays.lexicon.hedges import Hedges
from whosays.model import Document, Polarity, Sentence, Span, Stance, Token

_CLAUSES = ("acl", "ccomp", "relcl", "advcl", "appos")
_REPLY = re.compile(
    r"""["”’']?\s*\?["”’']?\s+["“‘']?
        (?:(?P<no>no|not\ (?:yet|so|true|at\ all|a)|never|nobody|none|nonsense)|yes|indeed)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def polarity(sentences: Sequence[Sentence], content: Sequence[Span], cues: Cues, hedges: Hedges) -> Polarity:
    """PLUS or MINUS for the content's first clause; PLUS for content without words."""
    head = top(sentences, content)
    if head is None:
        return Polarity.PLUS
    sentence, token = head
    return Polarity.MINUS if turns(sentence, token, content, cues, hedges) % 2 else Polarity.PLUS


def top(sentences: Sequence[Sentence], content: Sequence[Span]) -> tuple[Sentence, Token] | None:
    """The head of the content's first clause and its sentence."""
    for sentence in sentences:
        words = [t for t in sentence.within(*content) if t.pos not in ("PUNCT", "SPACE")]
        if words:
            return sentence, _highest(sentence, words)
    return None


def _highest(sentence: Sentence, words: Sequence[Token]) -> Token:
    """The word that stands highest; of equals a predicate before others, then the leftmost."""
    inside = {t.index for t in words}
    tops = [t for t in words if t.head == t.index or t.head not in inside]
    tops = [t for t in tops if not _is_torn(sentence, t, tops)]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX") or t.dep == "ccomp"]
    whole = verbs or [t for t in tops if t.pos not in ("ADP", "SCONJ", "CCONJ", "ADV", "PART")] or tops
    chosen = min(whole, key=lambda t: (sum(1 for _ in sentence.ancestors(t)), t.index))
    return _predicated(sentence, chosen, inside)


def _is_torn(sentence: Sentence, verb: Token, tops: Sequence[Token]) -> bool:
    """Whether the verb only tells of a noun before it, from which the parse has torn it: "exemptions for those who [haven't fled]"."""
    alone = verb.dep == "ROOT" and not sentence.children(verb, *SUBJECTS)
    return alone and any(t.pos == "NOUN" and t.dep == "dobj" and t.index < verb.index for t in tops)


def _predicated(sentence: Sentence, noun: Token, inside: set[int]) -> Token:
    """The relative clause of which the noun is the antecedent, where the content lacks the pronoun between them."""
    for clause in sentence.children(noun, "relcl"):
        pronouns = [t for t in sentence.subtree(clause) if t.tag in ("WDT", "WP")]
        if clause.index in inside and pronouns and not any(t.index in inside for t in pronouns):
            return clause
    return noun


def turns(sentence: Sentence, token: Token, content: Sequence[Span], cues: Cues, hedges: Hedges, depth: int = 3) -> int:
    """How often the proposition that the token heads is turned round."""
    inner = _behind(sentence, token, cues, hedges) if depth else None
    if inner is not None and _inside(inner, content):
        clause, turned = inner[0], inner[1]
        return turned + turns(sentence, clause, content, cues, hedges, depth - 1)
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        headline = _headline(sentence, token, content, cues, hedges)
        if headline is not None:
            return headline
    if _said_false(sentence, token, cues, hedges):
        return 1 + len(set(own(sentence, token, hedges)))
    unlikely = int(_unlikely(sentence, token, hedges))
    if any(own(sentence, token, hedges)):
        return 1 + unlikely
    return unlikely + int(fronted(sentence, token, hedges) is not None or _bare(sentence, token, content, hedges))


def _headline(sentence: Sentence, token: Token, content: Sequence[Span], cues: Cues, hedges: Hedges) -> int | None:
    """Turns of a clause without its verb "to be": "Sarda not to attend", "Claim of victory false"; None of other nouns."""
    for child in sentence.children(token, "acl", "relcl", "xcomp"):
        to = any(t.tag == "TO" for t in sentence.children(child, "aux"))
        if to and any(own(sentence, child, hedges)) and sentence.head(token).index == token.index:
            return 1
    words = [t for t in sentence.within(*content) if t.pos != "PUNCT"]
    last = words[-1] if words else token
    nouns = (token, *sentence.children(token, "nsubj"))
    named = any((f := cues.at(sentence, t, strict=False)) and f.cue.pos == "noun" and t != last for t in nouns)
    if named and hedges.has("false", last):
        return 1 + int(any(t.lemma == "not" for t in words if t.index == last.index - 1))
    return None


def proposition(sentence: Sentence, token: Token, content: Sequence[Span], cues: Cues, hedges: Hedges) -> Token:
    """The head of what the content puts forward, behind the nouns and verbs that only introduce it."""
    inner = _behind(sentence, token, cues, hedges)
    return inner[0] if inner is not None and _inside(inner, content) else token


def _inside(inner: tuple[Token, int], content: Sequence[Span]) -> bool:
    return any(inner[0].span in span for span in content)


def _behind(sentence: Sentence, token: Token, cues: Cues, hedges: Hedges) -> tuple[Token, int] | None:
    """The clause that the token only introduces, and how often what introduces it turns it."""
    if token.pos in ("NOUN", "PROPN"):
        found = cues.at(sentence, token)
        clause = _clause(sentence, token)
        return (clause, 0) if found and found.cue.pos == "noun" and clause else None
    return truth(sentence, token, hedges) or _impersonal(sentence, token, cues, hedges)


def _impersonal(sentence: Sentence, token: Token, cues: Cues, hedges: Hedges) -> tuple[Token, int] | None:
    """The clause after "it was emphasised that", which adds no stance of its own."""
    if not any(t.text.lower() == "it" for t in sentence.children(token, "nsubjpass")):
        return None
    found, clause = cues.at(sentence, token), _clause(sentence, token)
    plain = found is not None and found.cue.stance is Stance.ASSERTS and not any(own(sentence, token, hedges))
    return (clause, 0) if plain and clause else None


def truth(sentence: Sentence, token: Token, hedges: Hedges) -> tuple[Token, int] | None:
    """Where the token is the verb of "it is (not) true that ...": the clause and how often it is turned.

    So too of "reports that ... are false" and "there is no truth in reports that ...".
    """
    if token.lemma not in ("be", "remain", "seem", "prove"):
        return None
    negators = len(set(own(sentence, token, hedges)))
    subjects = sentence.children(token, *WITH_EXPLETIVE)
    for predicate in sentence.children(token, "acomp", "attr", "prep", "advmod", "oprd"):
        false = hedges.has("false", predicate) or hedges.has("unlikely", predicate)
        known = false or hedges.has("true", predicate) or hedges.has("undoubted", predicate)
        clause = _said_of(sentence, token, predicate, subjects)
        if known and clause is not None and clause != predicate:
            return clause, negators + int(false)
    return None


def _said_of(sentence: Sentence, token: Token, predicate: Token, subjects: Sequence[Token]) -> Token | None:
    """The clause of which truth is said: after "it is true", in the subject, or in "truth in reports that"."""
    if any(t.lemma in ("it", "that", "there") for t in subjects):
        nouns = [o for p in sentence.children(predicate, "prep") for o in sentence.children(p, "pobj")]
        holders = (token, predicate, *nouns)
    else:
        holders = tuple(t for t in subjects if t.pos == "NOUN")
    return next((c for t in holders if (c := _clause(sentence, t))), None)


def _said_false(sentence: Sentence, token: Token, cues: Cues, hedges: Hedges) -> bool:
    """Whether it says of a claim that it is false: "reports of losses were exaggerated"."""
    subjects = sentence.children(token, "nsubj", "nsubjpass")
    claims = any(t.pos == "NOUN" and (f := cues.at(sentence, t)) and f.cue.pos == "noun" for t in subjects)
    predicates = (
        sentence.children(token, "acomp", "attr", "oprd") if token.lemma in ("be", "seem", "remain") else (token,)
    )
    without = (
        o for p in sentence.children(token, "prep") if p.lemma == "without" for o in sentence.children(p, "pobj")
    )
    groundless = any(hedges.has("ground", t) or hedges.has("true", t) for t in without)
    return claims and (groundless or any(hedges.has("false", t) and t not in subjects for t in predicates))


def _unlikely(sentence: Sentence, token: Token, hedges: Hedges) -> bool:
    """Whether the predicate is said to be unlikely: "is unlikely to hold"."""
    return any(hedges.has("unlikely", t) for t in (token, *sentence.children(token, "acomp", "oprd", "advmod")))


def _clause(sentence: Sentence, token: Token) -> Token | None:
    """The finite clause that completes the token."""
    for child in sentence.children(token, *_CLAUSES):
        if child.index > token.index and sentence.children(child, *SUBJECTS):
            return child
    return None


def fronted(sentence: Sentence, token: Token, hedges: Hedges) -> Token | None:
    """The negative before an inversion, which the parse may hang elsewhere: "At no time, he said, did they fire"."""
    aux, subject = sentence.children(token, "aux"), sentence.children(token, "nsubj")
    if not aux or not subject or aux[0].index > subject[0].index or sentence.tokens[-1].text == "?":
        return None
    before = sentence.tokens[: aux[0].index]
    no = {t.index for t in before if t.lemma == "no" and hedges.has("occasion", sentence.head(t))}
    return next((t for t in before if t.index in no or hedges.has("negator", t)), None)


def answered(document: Document, content: Sequence[Span]) -> Polarity | None:
    """The polarity of a question that its asker answers in the next words: "A pull-out? Not yet, says the army"."""
    reply = _REPLY.match(document.text, max(s.end for s in content))
    if reply is None:
        return None
    return Polarity.MINUS if reply["no"] else Polarity.PLUS


def _bare(sentence: Sentence, token: Token, content: Sequence[Span], hedges: Hedges) -> bool:
    """A fragment that is its own negation: "Nobody", "Not yet", "No raid"."""
    if token.pos in ("VERB", "AUX"):
        return False
    if hedges.has("quantifier", token) and not hedges.has("near", token):
        return True
    first = next((t for t in sentence.within(*content) if t.pos != "PUNCT"), token)
    after = sentence.tokens[first.index + 1 : first.index + 2]
    negative = hedges.has("negator", first) and not any(hedges.has("focus", t) for t in after)
    return negative and sentence.head(first).index in (token.index, first.index)
