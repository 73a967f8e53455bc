"""A pronoun -> the nouns it may stand for, by the parse, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.lexicon.persons import load_persons
from whosays.lexicon.terms import bag
from whosays.model import Sentence, Span, Token
from whosays.resolve.reading import Reading

PRONOUNS = bag(
    "he she it they we i you him her them us me himself herself itself themselves who whom which that this one those these",
    "his its their our my your",
)
_HUMAN = bag("he she him her his himself herself i me my")
_MASCULINE = bag("he him his himself")
_FEMININE = bag("she her herself")
_THINGS = bag("it its itself which")
_MANY = bag("they them their themselves")
_RELATIVE = bag("who which that whom")
_OBJECTS = bag("it him her them us me")
_SAYING = bag("say tell report add announce claim state note warn insist argue explain confirm deny write estimate")
_BACK = 2
"""Sentences that a pronoun may reach back over."""


def candidates(
    word: str, span: Span, sentence: Sentence, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Token]]:
    """The nouns with their sentences: the relative's own, whose the word is that the clause explains, the subjects of the
    clauses above, the other subjects of the sentence, then those of the sentences before; of "they" the many first."""
    top = sentence.top(span)
    if top is None:
        return
    if word in _RELATIVE:
        yield from ((sentence, sentence.head(t)) for t in sentence.ancestors(top) if t.dep == "relcl")
    found = list(_nouns(word, span, top, sentence, sentences))
    if word in _MANY:
        found.sort(key=lambda pair: (_distance(top, sentence, *pair), _speaks(*pair), not _is_many(*pair)))
    yield from found


def _nouns(
    word: str, span: Span, top: Token, sentence: Sentence, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Token]]:
    """Every noun of the sentence and of those before that the pronoun may stand for, by its place alone."""
    if word.endswith(("self", "selves")):
        verb = next((t for t in sentence.ancestors(top) if t.pos in ("VERB", "AUX")), None)
        yield from ((sentence, t) for t in (sentence.children(verb, "nsubj", "nsubjpass") if verb is not None else ()))
    barred = _opposite(word, sentence, top)
    for token in (*_owners(sentence, top), *_subjects(sentence, span, top), *_named_before(sentence, top)):
        if token not in barred:
            yield sentence, token
    for before in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index]):
        subjects = [*before.children(before.root, "nsubj", "nsubjpass")]
        subjects += (t for t in before.tokens if t.dep in ("nsubj", "nsubjpass") and t not in subjects)
        objects = (t for t in before.tokens if word in _MANY and t.dep in ("dobj", "pobj"))
        yield from ((before, token) for token in (*subjects, *objects))


def _distance(top: Token, sentence: Sentence, where: Sentence, token: Token) -> int:
    """Sentences back; what stands behind the pronoun is farther than all of them."""
    behind = where.index == sentence.index and token.index > top.index
    return _BACK + 1 if behind else sentence.index - where.index


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Whether the noun is quoted: of others one says "they", of oneself "we"."""
    return token.dep == "nsubj" and sentence.head(token).lemma in _SAYING


def _is_many(sentence: Sentence, token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or bool(sentence.children(token, "conj"))


def _opposite(word: str, sentence: Sentence, top: Token) -> tuple[Token, ...]:
    """The subject of the pronoun's own clause, which an object cannot stand for: "the council is at war with it"."""
    if word not in _OBJECTS or top.dep not in ("dobj", "pobj", "dative"):
        return ()
    verb = next((t for t in sentence.ancestors(top) if t.pos in ("VERB", "AUX")), None)
    return sentence.children(verb, "nsubj", "nsubjpass") if verb is not None else ()


def _owners(sentence: Sentence, top: Token) -> Iterator[Token]:
    """Whose the noun is that the pronoun's clause explains: the envoy in "assurances from the envoy that he would go"."""
    for above in sentence.ancestors(top):
        noun = sentence.head(above)
        if above.dep in ("acl", "ccomp") and noun.pos == "NOUN":
            yield from sentence.children(noun, "poss")
            for by in sentence.children(noun, "prep"):
                if by.text.lower() in ("from", "by"):
                    yield from sentence.children(by, "pobj")


def _named_before(sentence: Sentence, top: Token) -> Iterator[Token]:
    """The other nouns of an apposition or after a preposition that stand before the pronoun, nearest first."""
    before = reversed(sentence.tokens[: top.index])
    return (t for t in before if t.pos in ("NOUN", "PROPN") and t.dep in ("pobj", "dobj", "poss"))


def pair(span: Span, sentence: Sentence, sentences: Sequence[Sentence]) -> tuple[str, str] | None:
    """The two that "the former" and "the latter" choose between: the last coordination before, else the
    subject and the object of the sentence before; each as a phrase."""
    for where in reversed(sentences[max(0, sentence.index - 1) : sentence.index + 1]):
        for token in where.tokens:
            second = next(iter(where.children(token, "conj")), None)
            if second is None or token.start >= span.start or token.pos not in ("ADJ", "NOUN", "PROPN"):
                continue
            if token.dep == "amod":
                noun = where.head(token).text
                return f"{token.text} {noun}", f"{second.text} {noun}"
            return _phrase(where, token, second.start), _phrase(where, second, where.end)
    before = sentences[sentence.index - 1] if sentence.index else None
    subject = next(iter(before.children(before.root, "nsubj", "nsubjpass")), None) if before else None
    object_ = next(iter(before.children(before.root, "dobj", "pobj", "attr")), None) if before else None
    if before is None or subject is None or object_ is None:
        return None
    return _phrase(before, subject, before.end), _phrase(before, object_, before.end)


def _phrase(sentence: Sentence, token: Token, end: int) -> str:
    """A noun with its premodifiers."""
    before = [t for t in sentence.subtree(token) if t.index <= token.index and t.end <= end]
    return " ".join(t.text for t in before)


def fits(word: str, sentence: Sentence, token: Token, read: Reading) -> bool:
    """Whether a noun and its reading can be what the pronoun stands for: "he" is a person, "it" is none, "they" are many.

    A noun that is read by what stands beside it alone ("the tanker's condition") is no party.
    """
    if token.tag in ("NNS", "NNPS") and word in _HUMAN | _THINGS:
        return False
    if word in _HUMAN:
        return is_person(word, sentence, token) or (read.person is not None and _is_gender(word, sentence, token))
    if read.sort is None:
        return False
    return read.person is None or word not in _THINGS | _MANY


def is_person(word: str, sentence: Sentence, token: Token) -> bool:
    """Whether the noun is a person of the pronoun's gender, by its name or the role that it names."""
    if word not in _HUMAN or token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS"):
        return False
    named = token.entity == "PERSON" and token.pos == "PROPN"
    return (named or load_persons().role(token)) and _is_gender(word, sentence, token)


def _is_gender(word: str, sentence: Sentence, token: Token) -> bool:
    wanted = "f" if word in _FEMININE else "m" if word in _MASCULINE else None
    near = (token, *sentence.children(token, "compound", "amod", "appos"))
    told = {g for t in near if (g := load_persons().gender(t.text)) is not None}
    return wanted is None or not told or wanted in told


def is_empty(word: str, span: Span, sentence: Sentence) -> bool:
    """Whether "it" only holds a place: "it is too early to say", "it was clear that they had left"."""
    top = sentence.top(span)
    if word != "it" or top is None or top.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = sentence.head(top)
    told = [verb, *sentence.children(verb, "acomp", "attr")]
    later = [c for t in told for c in sentence.children(t, "xcomp", "ccomp", "csubj", "acl", "advcl", "relcl")]
    return verb.lemma in ("be", "seem", "appear", "find") and any(
        m.text.lower() in ("to", "that") for c in later for m in sentence.children(c, "aux", "mark")
    )


def _subjects(sentence: Sentence, span: Span, top: Token) -> list[Token]:
    """The subjects of the clauses that stand above the words, nearest first, then the sentence's others."""
    found: list[Token] = []
    for verb in (top, *sentence.ancestors(top)):
        found += sentence.children(verb, "nsubj", "nsubjpass")
    others = [t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t not in found]
    found += sorted(others, key=lambda t: (t.index > top.index, abs(top.index - t.index)))
    return [t for t in found if not t.span.overlaps(span) and t.index != top.index]


def among(span: Span, sentence: Sentence) -> Token | None:
    """The noun that a bare number counts: the soldiers in "nine soldiers were killed and twenty wounded", "of the
    soldiers, nine were killed"."""
    top = sentence.top(span)
    if top is None:
        return None
    verb = sentence.head(top)
    for above in (verb, *sentence.ancestors(verb)):
        for of in sentence.children(above, "prep"):
            if of.text.lower() in ("of", "among"):
                counted = next((t for t in sentence.children(of, "pobj") if t.index < top.index), None)
                if counted is not None:
                    return counted
        told = [t for t in sentence.children(above, "nsubj", "nsubjpass", "dobj") if t.index < top.index]
        if told and told[0].pos == "NOUN":
            return told[0]
    return None
