"""Runs of words that could be a place's name, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.lexicon.features import Features
from whosays.lexicon.placenames import CLASS_WORDS, key, wordset
from whosays.model import Sentence, Token

LONGEST = 7
"""Tokens in a name, its joints counted ("San José del Guaviare", "Deir ez - Zor")."""

_JOINTS = wordset(
    "of the and de del della di da do dos das la le les el al du des y e ez az as es ash esh ar er an en on upon "
    "sur am in im - ' ’ 's ’s . / zur bin"
)
_STARTS = wordset("al el as ash an ar at ad az es esh ez le la les los las d' l'")


def runs(sentence: Sentence, lexicon: Features) -> Iterator[tuple[int, int, str]]:
    """First token, last token and key of every run of words that could be a name."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.text in lexicon.short and ((i and tokens[i - 1].text == ",") or "." in token.text):
            yield i, i, key(lexicon.short[token.text])
        if _opens(tokens, i):
            yield from _run(tokens, i, lexicon)
        elif token.text.islower() and key(token.text) in lexicon.openings:
            yield from (run for run in _run(tokens, i, lexicon) if run[2] in lexicon.small)


def _run(tokens: Sequence[Token], i: int, lexicon: Features) -> Iterator[tuple[int, int, str]]:
    """The runs that begin at a token. A word written small may go on a name only where the list of features has it so."""
    for j in range(i, min(i + LONGEST, len(tokens))):
        word = tokens[j].text.lower()
        name = capital(tokens[j]) or (j > i and word in CLASS_WORDS)
        k = key(written(tokens[i : j + 1]))
        listed = k in lexicon.openings
        if not (name or listed or (j > i and (word in _JOINTS or _open_joint(tokens[j])))):
            return
        if k and any(c.isalnum() for c in word) and (name or (listed and k in lexicon.sites)):
            yield i, j, k


def written(tokens: Sequence[Token]) -> str:
    """The tokens as the text has them, parted by one space where the text parts them."""
    text, end = [], tokens[0].start
    for token in tokens:
        text.append((" " if token.start > end else "") + token.text)
        end = token.end
    return "".join(text)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if capital(token):
        return True
    return (
        token.text.lower() in _STARTS and i + 2 < len(tokens) and tokens[i + 1].text in "-’'" and capital(tokens[i + 2])
    )


def capital(token: Token) -> bool:
    """Whether the word is written as a name is: with a capital, be it after an apostrophe or a particle ("’Abd", "al-Sadr", "O’Neill")."""
    text = token.text
    return (
        text[0].isupper()
        or (len(text) > 2 and text[0] in "'’‘`ʻʿ" and text[1].isupper())
        or (len(text) > 3 and text[2] in "-'’" and text[3].isupper())
        or (len(text) > 2 and text[1] in "'’" and text[2].isupper())
    )


def _open_joint(token: Token) -> bool:
    return not token.text[0].isalnum() and token.text in "-–'’.`"
