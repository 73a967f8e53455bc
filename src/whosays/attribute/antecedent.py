"""Who "he" is: source pronouns and bare nominals, resolved within the document.

"He", "the ministry", "the same official", "who" and "their" in "in their opinion" stand for words said before. What
they stand for is looked for among earlier sources and the people and bodies of the text, nearest first; number,
gender, kind and noun must fit. Where two different candidates remain on the nearest level, or none, the mention stays
unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.attribute.candidates import Candidate, candidate, fuller, nominals
from whosays.lexicon.persons import Persons, load_persons
from whosays.model import Document, Mention, Sentence, Span, Tagged, Token

LOOKBACK = 6
"""Sentences that a pronoun may reach back over; a definite noun reaches over the whole text before it."""
NEAR = 2
"""Sentences within which the nearest of several parties with the same noun is meant."""
_MASCULINE = frozenset({"he", "him", "his", "himself"})
_FEMININE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_NEUTER = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PRONOUNS = _MASCULINE | _FEMININE | _PLURAL | _NEUTER
_FIRST = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
_GIVES = frozenset({"issue", "release", "publish", "post", "send", "circulate"})
_SAME = frozenset({"same", "latter", "former", "said", "above", "other"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What a resolver looks at: the text before the mention, the sources found in it, and the attribution at hand."""

    document: Document
    sentences: Sequence[Sentence]
    earlier: Sequence[Mention]
    content: tuple[Span, ...]
    persons: Persons


def antecedent(
    mention: Mention, tagged: Tagged, document: Document, sentences: Sequence[Sentence], earlier: Sequence[Mention]
) -> Mention:
    """The mention with its antecedent; as it was where it names its party itself.

    `earlier` are the resolved sources before it, in text order. A pronoun without a single fitting antecedent comes
    back with ``resolved`` False, and so does a definite noun that two earlier parties fit.
    """
    words = sentences[mention.sentence].within(mention.span) if 0 <= mention.sentence < len(sentences) else ()
    if not words:
        return mention
    scene = Scene(document, sentences, earlier, tagged.content, load_persons())
    word = words[0].text.lower() if len(words) == 1 else ""
    if word in _RELATIVE:
        return _relative(mention, words[0], scene)
    if word in _FIRST:
        return replace(mention, resolved=False)
    if word in _PRONOUNS:
        return _pronoun(mention, word, scene)
    return _nominal(mention, words, scene)


def _with(mention: Mention, found: Candidate, scene: Scene) -> Mention:
    named = fuller(found, scene.document, scene.sentences, scene.persons).mention
    return replace(mention, antecedent=named, resolved=True)


def _relative(mention: Mention, word: Token, scene: Scene) -> Mention:
    """The noun whose relative clause the pronoun opens."""
    sentence = scene.sentences[mention.sentence]
    above = sentence.ancestors(word)
    clause = next((t for t in above if t.dep == "relcl" and sentence.head(t).index < word.index), None)
    nouns = [t for t in sentence.tokens[: word.index] if t.pos in ("NOUN", "PROPN")]
    head = sentence.head(clause) if clause else nouns[-1] if nouns and word.lemma != "that" else None
    if head is None:
        return replace(mention, resolved=False)
    found = candidate(scene.document, sentence, head, scene.persons)
    while word.lemma == "who" and head.dep == "pobj" and not (found.plural or (found.person and found.named)):
        head = sentence.head(sentence.head(head))
        found = candidate(scene.document, sentence, head, scene.persons)
    return _with(mention, found, scene)


def _pronoun(mention: Mention, word: str, scene: Scene) -> Mention:
    """Level by level: the nearest one that holds a fitting candidate decides, if it holds only one."""
    for level in _levels(mention, scene):
        fitting = [c for c in level if _fits(word, c)]
        if len({c.key for c in fitting}) == 1:
            return _with(mention, fitting[-1], scene)
        if fitting:
            break
    return replace(mention, resolved=False)


def _levels(mention: Mention, scene: Scene) -> Iterator[list[Candidate]]:
    """Candidates by their salience: sentence by sentence back, in each the source, the subjects, the rest."""
    for index in range(mention.sentence, max(-1, mention.sentence - LOOKBACK - 1), -1):
        here = [
            c
            for c in nominals(scene.document, scene.sentences[index], scene.persons)
            if c.mention.span.end <= mention.span.start and not any(c.mention.span in s for s in scene.content)
        ]
        yield _sources(index, mention, scene)[-1:]
        yield [c for c in here if c.subject and not c.quoted]
        yield [c for c in here if not c.quoted]


def _sources(index: int, mention: Mention, scene: Scene) -> list[Candidate]:
    """The sources named in a sentence before the mention, a resolved pronoun as what it stands for."""
    found: list[Candidate] = []
    for m in scene.earlier:
        if m.sentence != index or m.span.end > mention.span.start or not m.resolved:
            continue
        named = m.antecedent or m
        sentence = scene.sentences[named.sentence]
        head = sentence.top(named.span)
        if head is not None:
            c = candidate(scene.document, sentence, head, scene.persons, named)
            found.append(replace(c, source=True, body=c.body or not (c.person or c.plural)))
    return found


def _fits(word: str, c: Candidate) -> bool:
    """Number, gender and kind."""
    if word in _PLURAL:
        return c.plural or (c.body and c.source)
    if c.plural and not c.joined:
        return False
    if word in _NEUTER:
        return c.body and not c.person
    return c.person and c.gender in (None, "m" if word in _MASCULINE else "f")


def _nominal(mention: Mention, words: Sequence[Token], scene: Scene) -> Mention:
    """A definite noun without a name: the earlier party with the same noun, or with one that it may stand for."""
    sentence = scene.sentences[mention.sentence]
    head = sentence.top(mention.span) or words[-1]
    if not _bare(head, words, scene.persons):
        return mention
    found = _before(mention, scene.persons.kinds.get(head.lemma, frozenset()) | {head.lemma}, scene)
    fitting = [c for c in found if head.lemma in c.nouns] or found
    if len({c.key for c in fitting}) > 1:
        fitting = [c for c in fitting if c.mention.sentence >= mention.sentence - NEAR]
    keys = {c.key for c in fitting}
    if len(keys) == 1:
        return _with(mention, fitting[0], scene)
    if found:
        return replace(mention, resolved=False)
    if head.lemma in scene.persons.texts and (giver := _giver(mention, head.lemma, scene)):
        return _with(mention, giver, scene)
    return _issuer(mention, scene) if head.lemma in scene.persons.issued else mention


def _bare(head: Token, words: Sequence[Token], persons: Persons) -> bool:
    """Whether the words are a definite noun and nothing that names: "the ministry", "the same official"."""
    if head.pos != "NOUN" or head.tag == "NNS" or words[0].text.lower() not in persons.anaphoric:
        return False
    return all(t.index == head.index or t.dep == "det" or t.text.lower() in _SAME for t in words)


def _before(mention: Mention, wanted: frozenset[str], scene: Scene) -> list[Candidate]:
    """The parties of the text before the mention whose common noun is one of the wanted and that say more than it."""
    return [
        c
        for sentence in scene.sentences[: mention.sentence + 1]
        if any(t.lemma in wanted for t in sentence.tokens)
        for c in nominals(scene.document, sentence, scene.persons)
        if c.named and (c.joined or not c.plural) and c.mention.span.end <= mention.span.start and c.nouns & wanted
        if c.mention.text.lower() != mention.text.lower()
    ]


def _giver(mention: Mention, text: str, scene: Scene) -> Candidate | None:
    """Who a sentence shortly before says gave out the text: the police, of "The police issued a report"."""
    for sentence in reversed(scene.sentences[max(0, mention.sentence - NEAR) : mention.sentence]):
        given = (sentence.head(t) for t in sentence.tokens if t.lemma == text and t.dep == "dobj")
        verb = next((t for t in given if t.lemma in _GIVES), None)
        who = next(iter(sentence.children(verb, "nsubj")), None) if verb else None
        if who is not None and who.pos in ("NOUN", "PROPN"):
            return candidate(scene.document, sentence, who, scene.persons)
    return None


def _issuer(mention: Mention, scene: Scene) -> Mention:
    """A text speaks for who issued it: the source nearest before it."""
    near = (m for m in reversed(scene.earlier) if m.span != mention.span and m.resolved)
    issuer = next((m for m in near if mention.sentence - NEAR <= m.sentence <= mention.sentence), None)
    return replace(mention, antecedent=issuer.antecedent or issuer) if issuer else mention
