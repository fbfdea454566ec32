"""What stands between the signs of a text, with the phrases in it: what a denial far from its words is found by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handbook.language.advice_phrases import CLAUSE_SIGNS, Found
from handbook.language.advice_words import AdviceWords

COMMANDING = ("denies", "empties", "forbids", "spares", "allows", "bids", "only", "narrows")
"""Kinds of words by which a part has a command of its own."""
_ASIDE = ("ifs", "concedes", "hides", "excepts", "precedes", "succeeds")
"""Kinds of words with which a part begins that stands for itself."""
_PREPOSITIONS = ("lacks", "unsigned")
"""Those among them that may as well stand before a noun: "without asking, to take …"."""
_OPENING = 2
"""Among how many words of a part its deed stands, where it is one of a row."""


class Part(NamedTuple):
    """What stands between two signs."""

    start: int
    """The number of its first word,"""
    end: int
    """and of the sign behind it."""
    sign: str
    """The sign before it."""
    said: tuple[Found, ...]
    deed: int
    """How many of its words stand before the one that names a deed; -1 where none does."""

    def does(self, *kinds: str) -> bool:
        """Tell whether a phrase of it is of one of some kinds."""
        return any(item.does(*kinds) for item in self.said)

    @property
    def length(self) -> int:
        """Of how many words it is."""
        return self.end - self.start

    @property
    def commands(self) -> bool:
        """Whether it has a command of its own."""
        return self.commands_within(self.length)

    def commands_within(self, number: int) -> bool:
        """Tell whether there is a command of its own among so many of its first words."""
        return any(item.does(*COMMANDING) for item in self.said if item.at - self.start < number)

    @property
    def opening(self) -> frozenset[str]:
        """What the phrase does that it begins with."""
        return self.said[0].kinds if self.said and self.said[0].at == self.start else frozenset()

    @property
    def aside(self) -> bool:
        """Whether it stands for itself, as a condition does, and what is in brackets."""
        if self.sign == "(":
            return True
        if not self.opening.isdisjoint(_ASIDE):
            return self.deed < 0 or self.opening.isdisjoint(_PREPOSITIONS)
        return "parts" in self.opening and not self.opens_with_deed

    @property
    def opens_with_deed(self) -> bool:
        """Whether its deed is among its first words, as in a row of deeds."""
        return 0 <= self.deed < _OPENING


def parts_of(found: Sequence[Found], plain: Sequence[str], words: AdviceWords) -> Iterator[Part]:
    """Yield what stands between the signs of a text, of which the words and the phrases are given."""
    start, sign = 0, ""
    for end, word in enumerate([*plain, "."]):
        if word in CLAUSE_SIGNS:
            said = tuple(item for item in found if start <= item.at < end)
            yield Part(start, end, sign, said, words.deed(plain[start:end]))
            start, sign = end + 1, word
