"""A time expression among the words of its sentence: what stands beside it, in capitals or not, and in the parse."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.time_grammar import Expression
from whosays.frame.time_words import Word
from whosays.lexicon.times import Times
from whosays.model import Sentence, Token


class Context:
    """The expression with its neighbours; words before the first and after the last are empty."""

    __slots__ = ("expression", "leads", "meaning", "sentence", "text", "words")

    def __init__(
        self, expression: Expression, words: Sequence[Word], sentence: Sentence, text: str, lexicon: Times
    ) -> None:
        self.expression, self.words, self.sentence, self.text = expression, words, sentence, text
        self.meaning, self.leads = expression.meaning, lexicon.leads

    @property
    def inside(self) -> Sequence[Word]:
        """The expression's own words."""
        return self.words[self.expression.first : self.expression.last]

    def before(self, n: int = 1) -> str:
        """The `n`-th word before the expression."""
        at = self.expression.first - n
        return self.words[at].lower if at >= 0 else ""

    def after(self, n: int = 0) -> str:
        """The word after the expression, or `n` words after that."""
        at = self.expression.last + n
        return self.words[at].lower if at < len(self.words) else ""

    def titled(self) -> bool:
        """All of several words capitalised within a sentence: a title ("This Week")."""
        first, last = self.expression.first, self.expression.last
        return last - first > 1 and first > 0 and all(self.is_capital(n) for n in range(first, last))

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.text[self.words[at].start].isupper()

    def token(self, word: Word) -> Token | None:
        """The token of the parse that the word begins in."""
        return next((t for t in self.sentence.tokens if t.start <= word.start < t.end), None)
