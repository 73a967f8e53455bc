"""Whether somebody says something, or the text tells what somebody does.

"Arnland agreed to a truce" and "the assembly voted on the budget" are acts that the publisher reports; "agreed that the
road was unsafe" is a statement. The difference is in what the verb governs: a clause or words in quotation marks are
said, a plain object of a verb of acting is not. "There was no sign that X" has no speaker but the text itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.hedged import hedged
from whosays.attribute.subjects import WITH_EXPLETIVE
from whosays.attribute.unsaid import supposed
from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues, Found
from whosays.lexicon.persons import load_persons
from whosays.model import Sentence, Stance, Tagged, Token, sentences_at

_MARKS = frozenset({'"', "“", "”", "''", "``"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DUTY = frozenset({"must", "should", "ought"})
"""What a party must do it has not done: "the league must condemn the raid"."""
_TIMES = frozenset({"time", "hour", "day", "week", "month", "year", "decade", "century", "history", "event"})
_NONE = frozenset({"no", "not", "n't", "little", "few", "hardly", "scant"})


def spoken(sentences: Sequence[Sentence], tagged: Tagged, built: Constructions, cues: Cues) -> bool:
    """Whether the attribution has a speaker: false for a party's act and for words that stand for nobody's speech."""
    cue = tuple(t for s in sentences_at(sentences, tagged.cue[0]) for t in s.within(*tagged.cue))
    content = tuple(t for s in sentences_at(sentences, tagged.content[0]) for t in s.within(*tagged.content))
    if not cue:
        return True
    if _is_marks(content) or _hides(content, built) or _refuses(sentences, cue, content, cues, built):
        return False
    if any(supposed(s, t) for s in sentences_at(sentences, cue[0].span) for t in cue if t.pos == "VERB"):
        return False
    if not tagged.source or tagged.source[0].overlaps(tagged.cue[0]):
        if _nobodys(sentences, cue, built, cues) or _is_absent(content):
            return False
        if _blames(cue, content, built) or _calls(sentences, cue, content, cues):
            return True
        done = _is_done(sentences, cue, built, cues) or _only_names(sentences, cue, built, cues)
        return not done or _says_something(content, tagged, sentences)
    acts = _is_act(sentences, cue, content, built, cues) or _is_a_thing(sentences, cue, tagged, built)
    acts = acts or _points(sentences, tagged)
    if _is_a_time(sentences, tagged):
        return False
    return not acts or _says_something(content, tagged, sentences)


def _is_marks(content: tuple[Token, ...]) -> bool:
    """Quotation marks, dashes or fences alone, which say nothing."""
    return bool(content) and not any(c.isalnum() for t in content for c in t.text)


def _nobodys(sentences: Sequence[Sentence], cue: tuple[Token, ...], built: Constructions, cues: Cues) -> bool:
    """ "There was no indication", "it seems", "to clarify": no verb of saying in the passive, no "reportedly".

    "There are reports that" has speakers, though none is named.
    """
    existential = any(t.dep == "expl" and t.lemma == "there" for t in cue)
    none = any(t.lemma in _NONE for t in cue) or not _entries(sentences, cue, cues)
    seeming = any(t.lemma in built.seems for t in cue)
    purpose = cue[0].tag == "TO"
    return (existential and none) or seeming or purpose or _is_own_voice(sentences, cue, built)


def _is_own_voice(sentences: Sequence[Sentence], cue: tuple[Token, ...], built: Constructions) -> bool:
    """ "It remains unclear", "it is worth noting", "note that": the text's own reserve, and what it points the reader to."""
    verbs = [
        (s, t) for s in sentences_at(sentences, cue[0].span) for t in cue if t.pos in ("VERB", "AUX") and t.dep != "aux"
    ]
    return any(hedged(s, t, built)[1] != t for s, t in verbs)


def _entries(sentences: Sequence[Sentence], words: Sequence[Token], cues: Cues) -> dict[Token, Found]:
    """The words that the lexicon of cues knows where they stand, with their entries."""
    return {t: f for t in words for s in sentences_at(sentences, t.span) if (f := cues.at(s, t, strict=False))}


def _blames(cue: tuple[Token, ...], content: tuple[Token, ...], built: Constructions) -> bool:
    """ "Faced criticism for failing to ...": what somebody is blamed for is what the critics say that he did."""
    return (
        cue[-1].lemma == "for"
        and any(t.pos == "NOUN" and t.lemma in built.blame for t in cue)
        and any(t.tag == "VBG" and t.index > cue[-1].index for t in content)
    )


def _calls(sentences: Sequence[Sentence], cue: tuple[Token, ...], content: tuple[Token, ...], cues: Cues) -> bool:
    """ "Calls to close the border": a demand of people who are not named."""
    if not content or content[0].tag != "TO" or any(t.pos == "VERB" for t in cue):
        return False
    found = _entries(sentences, cue[-1:], cues).values()
    return any(f.cue.pos == "noun" and f.cue.stance is Stance.DEMANDS for f in found)


def _is_absent(content: tuple[Token, ...]) -> bool:
    """ "No casualties were reported": that nobody says it is the text's own word."""
    inside = {t.index for t in content}
    return (
        bool(content)
        and content[0].lemma == "no"
        and not any(t.dep in WITH_EXPLETIVE and t.head in inside for t in content)
    )


def _hides(content: tuple[Token, ...], built: Constructions) -> bool:
    """ "Did not want to be named", "asked not to be identified": boilerplate on the source."""
    words = [t.lemma for t in content if t.pos != "PUNCT"]
    return (
        len(words) > 2
        and [w for w in words if w not in ("not", "far", "further")][:2] == ["to", "be"]
        and words[-1] in built.hides
    )


def _refuses(
    sentences: Sequence[Sentence], cue: tuple[Token, ...], content: tuple[Token, ...], cues: Cues, built: Constructions
) -> bool:
    """Whether what is rejected is an offer or a demand, not a statement; or somebody "was denied" a thing."""
    for sentence in sentences_at(sentences, cue[0].span):
        for verb in (t for t in cue if t.end <= sentence.end and t.lemma in built.rejects):
            things = [t for t in sentence.children(verb, "dobj") if t in content]
            if verb.lemma == "deny" and any(t.dep in ("auxpass", "dative") for t in sentence.children(verb)):
                return bool(sentence.children(verb, "dobj", "oprd"))
            inner = [cues.at(sentence, t) for t in things]
            return any(f is not None and f.cue.stance in (Stance.INTENDS, Stance.DEMANDS) for f in inner)
    return False


def _is_act(
    sentences: Sequence[Sentence], cue: tuple[Token, ...], content: tuple[Token, ...], built: Constructions, cues: Cues
) -> bool:
    """Whether the cue's first verb is one of acting, or leads to one for its purpose ("gathered in Lima to discuss"); or a
    state or a noun is all there is, towards what says nothing: "is in conflict with it", "statements of regret"."""
    verbs = [t for t in cue if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")]
    if any(t.lemma in built.answers for t in (*cue, *content[:2])):
        return False
    if not verbs:
        return len(content) == 1 and cue[-1].lemma == "of"
    if any(t.lemma in _DUTY and t.tag == "MD" for t in cue):
        return True
    known = list(_entries(sentences, cue, cues))
    if len(verbs) == 1 and verbs[0].lemma in built.keeps_from:
        return True
    if verbs[0].lemma in built.acts:
        saying = verbs[-1] in known and verbs[-1].lemma not in built.acts and _leads_to(sentences, verbs, built)
        return not saying and not _sees_as(sentences, verbs[-1], content, built)
    if verbs[-1].lemma in built.acts:
        return verbs[-1].dep == "advcl" or known in ([], [verbs[-1]])
    return not known and all(t.pos == "PRON" for t in content)


def _leads_to(sentences: Sequence[Sentence], verbs: Sequence[Token], built: Constructions) -> bool:
    """ "Continued to call for", "began his speech by thanking": the last verb is what the first one begins or goes on with."""
    first, last = verbs[0], verbs[-1]
    over = [u for s in sentences_at(sentences, last.span) for u in s.ancestors(last) if u.pos != "ADP"]
    return first.lemma in built.leads_on and last.dep in ("xcomp", "pcomp") and over[:1] == [first]


def _sees_as(sentences: Sequence[Sentence], verb: Token, content: tuple[Token, ...], built: Constructions) -> bool:
    """ "Sees the pact as a threat": an opinion on the thing that is seen."""
    if verb.lemma not in built.sees_as:
        return False
    for sentence in sentences_at(sentences, verb.span):
        over = {verb.index, *(t.index for t in sentence.children(verb, "dobj"))}
        return any(t.lemma == "as" and t.head in over for t in content)
    return False


def _is_done(sentences: Sequence[Sentence], cue: tuple[Token, ...], built: Constructions, cues: Cues) -> bool:
    """Whether a passive without a speaker is of no verb of saying: "the model was published", "the law was passed"."""
    verb = next((t for t in cue if t.tag == "VBN" and t.dep not in ("aux", "auxpass")), None)
    if verb is None:
        return False
    found = _entries(sentences, (verb,), cues).get(verb)
    return found is None or found.cue.gives or verb.lemma in built.shows or verb.lemma in built.acts


def _only_names(sentences: Sequence[Sentence], cue: tuple[Token, ...], built: Constructions, cues: Cues) -> bool:
    """Whether the cue of nobody names a thing or gives no clause: "statements of regret", "was described as"."""
    found = _entries(sentences, cue, cues).values()
    return bool(found) and all(f.cue.pos == "noun" or f.cue.lemma in built.names for f in found)


def _is_a_thing(sentences: Sequence[Sentence], cue: tuple[Token, ...], tagged: Tagged, built: Constructions) -> bool:
    """Whether the source is no party, text or picture, and only shows something: "the attacks demonstrate the cruelty"."""
    verb = next((t for t in cue if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in built.shows:
        return False
    persons = load_persons()
    tops = (_head(s, s.top(*tagged.source)) for s in sentences_at(sentences, *tagged.source))
    known = persons.bodies | persons.texts | built.bears_out.lemmas
    return any(
        t is not None and t.pos == "NOUN" and t.lemma not in known and not persons.role(t) and t.entity == ""
        for t in tops
    )


def _points(sentences: Sequence[Sentence], tagged: Tagged) -> bool:
    """Whether the source is what was told before and no party: "this lowered the toll"."""
    words = [t for s in sentences_at(sentences, *tagged.source) for t in s.within(*tagged.source)]
    return len(words) == 1 and words[0].text.lower() in ("this", "that") and words[0].tag == "DT"


def _is_a_time(sentences: Sequence[Sentence], tagged: Tagged) -> bool:
    """Whether the source is the time that will tell: "the coming weeks will tell if the truce holds"."""
    tops = [t for s in sentences_at(sentences, *tagged.source) if (t := s.top(*tagged.source))]
    return bool(tops) and all(t.lemma in _TIMES and t.pos == "NOUN" for t in tops)


def _head(sentence: Sentence, token: Token | None) -> Token | None:
    """The head of the phrase that a source is only the end of: "shelling" of "the shelling of Lima"."""
    while token is not None and token.dep in ("pobj", "prep", "agent"):
        token = sentence.head(token)
    return token


def _says_something(content: tuple[Token, ...], tagged: Tagged, sentences: Sequence[Sentence]) -> bool:
    """Whether the content is a finite clause of its own or stands in quotation marks."""
    if any(t.text in _MARKS for t in content):
        return True
    return any(_has_clause(s, tagged) for s in sentences_at(sentences, tagged.content[0]))


def _has_clause(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether a finite top verb of the content has its subject in it, and does not merely stand beside the cue's."""
    inside = {t.index for t in sentence.within(*tagged.content)}
    cue = {t.index for t in sentence.within(*tagged.cue)}
    tops = [t for i in inside if (t := sentence.tokens[i]).head not in inside or t.head == i]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX") and not (t.dep == "conj" and t.head in cue)]
    verbs = [
        t for t in verbs if t.tag in _FINITE or any(c.tag in _FINITE for c in sentence.children(t, "aux", "auxpass"))
    ]
    return any(c.index in inside for t in verbs for c in sentence.children(t, *WITH_EXPLETIVE))
