"""Lists of phrases of a language, and where they stand in a text.

A translator writes them in docs/data/languages/<code>.yml: ``no downtime``, ``красн*``. A star stands for the rest
of a word; capitals, the kind of dash and what the language counts as the same letter make no difference. After an
exclamation mark stands a longer phrase in which the words mean something else: ``!permanent make-up``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.language.letters import word_characters
from handbook.language.lexicon import Lexicon

_OTHER = "!"


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A list of phrases, ready for finding."""

    listed: tuple[str, ...]
    """What is looked for, as written in the language's file."""
    lexicon: Lexicon
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, listed: Sequence[str], lexicon: Lexicon) -> Phrases:
        """Make a list of phrases that are found as ``lexicon`` reads its language."""
        meant = [phrase for phrase in listed if not phrase.startswith(_OTHER)]
        other = [phrase.removeprefix(_OTHER) for phrase in listed if phrase.startswith(_OTHER)]
        found = rf"(?P<other>{_any_of(other, lexicon)})|{_any_of(meant, lexicon)}"
        pattern = rf"(?<![{word_characters()}])(?:{found})(?![{word_characters()}])"
        return cls(tuple(meant), lexicon, re.compile(pattern))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the phrases stand in a text, from left to right."""
        for found in self.pattern.finditer(self.lexicon.plain(text)):
            if found["other"] is None:
                yield found.span()


@dataclass(frozen=True, slots=True, eq=False)
class Counterpart:
    """Words that ask for others on the same page."""

    words: Phrases
    needs: Phrases
    """One of them must be there too."""
    what: str
    """What it is that these say, for a message: "how it looks on brown and black skin"."""


def _any_of(phrases: Sequence[str], lexicon: Lexicon) -> str:
    longest_first = sorted((lexicon.plain(phrase) for phrase in phrases), key=len, reverse=True)
    rest = f"[{word_characters()}]*"
    words = [re.escape(phrase).replace(r"\*", rest).replace(r"\ ", " +") for phrase in longest_first]
    return "|".join(words) or "(?!)"
