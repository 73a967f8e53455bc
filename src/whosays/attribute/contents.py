"""One content, the claims in it: clauses with a subject of their own are claims of their own.

"He said the town had fallen and its bridges were down" makes two claims; verb phrases under one subject ("attacked and
withdrew") make one; each sentence of a long quotation makes its own. Punctuation, quotation marks and the words that
only join ("that", "and", "but") are trimmed, so that what is left reads as a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whosays.attribute.subjects import WITH_EXPLETIVE
from whosays.model import Sentence, Span, Token, sentences_at

_JOINED = ("conj", "parataxis", "ccomp")
_DUTY = frozenset({"must", "should", "ought"})
_WHY = frozenset({"as", "because", "since", "for"})
_BRACKETS = frozenset("([{")


def contents(sentences: Sequence[Sentence], content: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The content's claims, each as its spans in text order; the content itself where no clause can be told in it."""
    whole = Span(content[0].start, content[-1].end)
    pieces: list[tuple[Span, ...]] = []
    for sentence in sentences_at(sentences, whole):
        pieces.extend(_clauses(sentence, content))
    return tuple(pieces) or (content,)


def _clauses(sentence: Sentence, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    inside = {t.index for t in sentence.within(*content)}
    heads = _clause_heads(sentence, inside)
    groups: dict[int, list[Token]] = {}
    reasons = [t for h in heads if (t := sentence.tokens[h]).dep == "advcl" and t.head in heads]
    joining = {m.index for t in reasons for m in _why(sentence, t)}
    for index in sorted(inside - joining):
        groups.setdefault(_owner(sentence, sentence.tokens[index], heads), []).append(sentence.tokens[index])
    read = (*groups.values(), *_denying(sentence, inside))
    found = [spans for spans in (trimmed(sentence, group) for group in read) if spans]
    return sorted(found, key=lambda spans: spans[0])


def _clause_heads(sentence: Sentence, inside: set[int]) -> frozenset[int]:
    """The heads of clauses that have their own subject, from the content's top down over coordination."""
    tops = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    main = next((i for i in tops if _is_clause(sentence, sentence.tokens[i])), tops[0] if tops else -1)
    heads = {main} | {i for i in tops if _is_clause(sentence, sentence.tokens[i])}
    for index in sorted(inside):
        token = sentence.tokens[index]
        if (
            token.dep in _JOINED
            and token.head in inside
            and _is_clause(sentence, token)
            and _side_by_side(sentence, token, heads)
        ):
            heads.add(index)
    heads |= {t.index for h in tuple(heads) for t in _reasons(sentence, sentence.tokens[h]) if t.index in inside}
    return frozenset(heads | _parted(sentence, inside))


def _relatives(sentence: Sentence, inside: set[int]) -> Iterator[Token]:
    """The relative clauses that begin in the content, with its noun."""
    for clause in (sentence.tokens[i] for i in sorted(inside) if sentence.tokens[i].dep == "relcl"):
        opens = sentence.subtree(clause)[0]
        if clause.head in inside and opens.index in inside and opens.tag in ("WDT", "WP"):
            yield clause


def _parted(sentence: Sentence, inside: set[int]) -> set[int]:
    """Relative clauses into which the speaker is put: "troops who, the army said, have left"."""
    found = ((t.index, sentence.subtree(t)[0].index + 1) for t in _relatives(sentence, inside))
    return {clause for clause, after in found if after not in inside and sentence.tokens[after].text == ","}


def _denying(sentence: Sentence, inside: set[int]) -> Iterator[list[Token]]:
    """The words of relative clauses that deny something of a thing which is asserted: "missiles which could not fly so far".

    They are part of the claim about the thing as well.
    """
    for clause in _relatives(sentence, inside):
        words = sentence.subtree(clause)
        if words[0].lemma == "which" and sentence.children(clause, "neg"):
            yield [t for t in words if t.index in inside]


def _reasons(sentence: Sentence, head: Token) -> Iterable[Token]:
    """The clauses that say why a thing must be done: the duty is demanded, its reason asserted."""
    if not any(t.lemma in _DUTY for t in sentence.children(head, "aux")):
        return ()
    return (
        c
        for c in sentence.children(head, "advcl")
        if c.index > head.index and _is_clause(sentence, c) and _why(sentence, c)
    )


def _why(sentence: Sentence, clause: Token) -> tuple[Token, ...]:
    """The word that makes the clause a reason."""
    return tuple(m for m in sentence.children(clause, "mark") if m.lemma in _WHY)


def _is_clause(sentence: Sentence, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and bool(sentence.children(token, *WITH_EXPLETIVE))


def _side_by_side(sentence: Sentence, token: Token, heads: set[int]) -> bool:
    """Whether the clause stands beside a head, not under it: coordinated, or set off by a semicolon, dash or colon."""
    over = sentence.head(token)
    if _is_that(sentence, token) and not any(
        _is_that(sentence, t) or t.dep == "ccomp" for t in (over, *sentence.ancestors(over))
    ):
        return False
    if token.dep == "conj":
        chain = [over, *sentence.ancestors(over)] if over.dep == "conj" else [over]
        return any(t.index in heads for t in chain)
    low, high = sorted((token.index, over.index))
    return over.index in heads and any(t.text in (";", "—", "–") for t in sentence.tokens[low:high])


def _is_that(sentence: Sentence, token: Token) -> bool:
    """Whether the clause begins with "that": it then stands beside another such clause, or under one."""
    return any(t.lemma == "that" for t in sentence.children(token, "mark"))


def _owner(sentence: Sentence, token: Token, heads: frozenset[int]) -> int:
    for candidate in (token, *sentence.ancestors(token)):
        if candidate.index in heads:
            return candidate.index
    return min(heads)


def standing_for(sentences: Sequence[Sentence], piece: tuple[Span, ...]) -> tuple[Span, ...]:
    """The piece with the noun in the place of a relative pronoun that opens it: of "a deal, which ... is void", "a deal"."""
    for sentence in sentences_at(sentences, piece[0]):
        words = sentence.within(*piece)
        if not words or words[0].tag not in ("WDT", "WP"):
            continue
        pronoun = words[0]
        clause = next((t for t in sentence.ancestors(pronoun) if t.dep == "relcl"), None)
        noun = sentence.head(clause) if clause else pronoun
        if clause is None or noun in words or noun.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        start = sentence.subtree(clause)[0].index
        name = trimmed(sentence, [t for t in sentence.subtree(noun) if t.index < min(start, pronoun.index)])
        rest = trimmed(sentence, [t for t in words if t is not pronoun])
        return (*name, *rest)
    return piece


def trimmed(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The tokens as spans of adjacent ones, without joining words and punctuation at the ends of each.

    A span of fewer than two letters is dropped: a stray mark is no content.
    """
    spans: list[Span] = []
    for run in _runs(list(tokens)):
        kept = _stripped(sentence, run)
        if kept and sum(len(t.text) for t in kept) > 1:
            spans.append(Span(kept[0].start, kept[-1].end))
    return tuple(spans)


def _runs(tokens: list[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.index == runs[-1][-1].index + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _stripped(sentence: Sentence, run: list[Token]) -> list[Token]:
    while run and ((_is_mark(run[0]) and run[0].text not in _BRACKETS) or _joins(run[0])):
        run = run[1:]
    brackets = sum(t.text in _BRACKETS for t in run) - sum(t.text in (")", "]", "}") for t in run)
    while run and (
        (_is_mark(run[-1]) and (run[-1].text not in (")", "]", "}") or brackets < 0)) or run[-1].tag == "CC"
    ):
        brackets += run[-1].text in (")", "]", "}")
        run = run[:-1]
    return run


def _is_mark(token: Token) -> bool:
    return token.pos in ("PUNCT", "SYM") and not any(c.isalnum() or c in "$€£%" for c in token.text)


def _joins(token: Token) -> bool:
    return (token.tag == "CC" and token.dep == "cc") or (token.tag in ("IN", "WDT") and token.lemma == "that")
