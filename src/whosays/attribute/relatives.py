"""What a relative clause tells of a thing that somebody only names is the text's own word.

"Arnland announced a fund, which was joined by Belmark": what Arnland announced is the fund; that Belmark joined it, nobody
but the text says. So it is where the content is a thing and the clause tells what was done. A clause that only says
which is meant ("those who were hurt") stays, and so does what a word says ("the account in which the bridge was blown up").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.attribute.contents import trimmed
from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.cues import Cues
from whosays.model import Attribution, Sentence, Span, Tagged, Token, sentences_at

_POINTING = frozenset({"those", "that", "these", "one", "anyone", "everyone", "people", "all"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_GOVERNED = ("dobj", "pobj", "nsubjpass")
_HELPS = frozenset({"be", "have"})


def relatives(
    sentences: Sequence[Sentence],
    said: Sequence[Attribution],
    acts: Sequence[Tagged],
    quoted: Sequence[Span],
    cues: Cues,
) -> tuple[tuple[Attribution, ...], tuple[Tagged, ...]]:
    """`said` without such clauses, and the clauses with the noun that each is about, as the publisher's; both in text order.

    `acts` are what parties do rather than say: one told in a relative clause that is nobody's content is such a clause too.
    What stands in `quoted`, the document's quotations, is never one.
    """
    saying = tuple(span for a in said for span in a.cue)
    kept: list[Attribution] = []
    own: list[Tagged] = []
    for a in said:
        sentence = next(iter(sentences_at(sentences, a.content[0])), None)
        if sentence is None:
            kept.append(a)
            continue
        clauses = tuple(_clauses(sentence, a, quoted, cues, saying))
        content = _without(sentence, a.content, clauses)
        kept.append(replace(a, content=content) if clauses and content else a)
        told = (c for c in clauses if not any(sentence.subtree_span(c).overlaps(cue) for cue in saying))
        own.extend(_clause(sentence, c, _of_what(sentence, a, c)) for c in told)
    taken = (*quoted, *(s for a in said for s in (*a.content, *a.cue)))
    own.extend(_acts(sentences, acts, taken))
    return tuple(kept), tuple(dict.fromkeys(own))


def _acts(sentences: Sequence[Sentence], acts: Sequence[Tagged], taken: Sequence[Span]) -> Iterator[Tagged]:
    for act in (a for a in acts if a.source):
        for sentence in sentences_at(sentences, act.cue[0]):
            verb = sentence.top(*act.cue)
            if verb is None or verb.dep != "relcl" or sentence.head(verb).lemma in _POINTING:
                continue
            free = not any(t.span.overlaps(s) for t in sentence.subtree(verb) for s in taken)
            if free and _tells(sentence, verb):
                yield _clause(sentence, verb, sentence.head(verb))


def _clause(sentence: Sentence, clause: Token, noun: Token) -> Tagged:
    return Tagged((), (), _with_noun(sentence, clause, noun), "rules/publisher")


def _without(sentence: Sentence, content: tuple[Span, ...], clauses: Sequence[Token]) -> tuple[Span, ...]:
    words = {t.index for c in clauses for t in sentence.subtree(c)}
    inside = (t for t in sentence.within(*content) if t.index not in words)
    return (*trimmed(sentence, inside), *(s for s in content if not s.overlaps(sentence.span))) if words else content


def _clauses(
    sentence: Sentence, said: Attribution, quoted: Sequence[Span], cues: Cues, saying: Sequence[Span]
) -> Iterator[Token]:
    """The relative clauses on a noun of the content that tell what was done, or report for themselves ("issues that he said must
    be solved"), where the content is a thing and stands in one sentence.
    """
    inside = sentence.within(*said.content)
    top = sentence.top(*said.content)
    if said.tagged is None or top is None or top.pos not in ("NOUN", "PROPN") or top.dep not in _GOVERNED:
        return
    if _states(sentence, inside):
        return
    for clause in sentence.tokens:
        noun = sentence.head(clause)
        if clause.dep != "relcl" or noun not in inside or noun.lemma in _POINTING or noun.pos not in ("NOUN", "PROPN"):
            continue
        word = cues.at(sentence, noun)
        words = sentence.subtree(clause)
        if (word is not None and word.cue.pos == "noun") or words[0].tag == "IN":
            continue
        if any(s.overlaps(words[0].span) for s in (*quoted, *said.cue)) or any(
            t.span in s for t in words for s in said.cue
        ):
            continue
        if _tells(sentence, clause) or any(t.span in s for t in words for s in saying):
            yield clause


def _states(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Whether a finite verb of the content stands outside relative clauses: then all of it is what is said."""
    finite = (t for t in inside if t.tag in ("VBD", "VBZ", "VBP", "MD"))
    return any(not any(u.dep == "relcl" for u in (t, *sentence.ancestors(t))) for t in finite)


def _tells(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause says what was done, in the past, and not only which is meant: "which ..." or ", who ..."."""
    helped = [t for t in sentence.children(clause, "aux", "auxpass") if t.lemma in _HELPS]
    past = clause.tag == "VBD" or (clause.tag == "VBN" and any(t.tag == "VBD" for t in helped))
    modal = any(t.tag == "MD" for t in sentence.children(clause, "aux"))
    opens = sentence.subtree(clause)[0]
    apart = opens.lemma == "which" or (opens.tag == "WP" and sentence.tokens[opens.index - 1].text == ",")
    return past and not modal and apart and bool(sentence.children(clause, *SUBJECTS))


def _of_what(sentence: Sentence, said: Attribution, clause: Token) -> Token:
    """The noun that the clause is about: not the place in which the parse sees it ("a fund for Sarda, which was joined ...")."""
    noun, top = sentence.head(clause), sentence.top(*said.content)
    done = any(t.tag == "WDT" for t in sentence.children(clause, *SUBJECTS))
    return top if top is not None and done and noun.entity in _PLACES else noun


def _with_noun(sentence: Sentence, clause: Token, noun: Token) -> tuple[Span, ...]:
    """The noun and, for a relative pronoun, the rest of the clause."""
    words = sentence.subtree(clause)
    name = [t for t in sentence.subtree(noun) if t.index < words[0].index]
    rest = [t for t in words if t.tag not in ("WDT", "WP")]
    return (*trimmed(sentence, name), *trimmed(sentence, rest))
