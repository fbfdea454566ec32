"""A list of words and phrases, found in a text in every form of them.

Each word is compared by its roots: «солнцезащитным кремом» is «солнцезащитный крем». One that begins with an equals
sign is found only as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from handbook.language.languages import Language
from handbook.language.letters import WORD, fitted
from handbook.language.looked_up import LookedUp
from handbook.language.roots import roots_by
from handbook.language.stemmers import STEMMER

EXACT = "="
"""Before a phrase that is found only as it is written."""

T = TypeVar("T")

Forms = frozenset[str]
"""What a word can be a form of; behind an equals sign stands how it is written."""


class Vocabulary(Generic[T]):
    """Words and phrases of a language, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, T]], language: Language):
        self._lexicon = language.lexicon
        self._roots = roots_by(language.word(STEMMER))
        self._by_head: dict[str, list[tuple[list[Forms], T]]] = {}
        self._begun = LookedUp(self._begun_by)
        for phrase, meant in phrases:
            words = self._phrase(phrase)
            for root in words[0] if words else ():
                self._by_head.setdefault(root, []).append((words, meant))

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield where phrases stand in a text, from left to right, and what each stands for; none within another."""
        begun = list(map(self._begun.__getitem__, self._lexicon.words(text)))
        if not any(begun):
            return  # so it is with most texts
        plain, end = self._lexicon.plain(text), 0
        words = list(fitted(WORD, plain).finditer(plain))
        for at, word in enumerate(words):
            for phrase, meant in begun[at] if word.start() >= end else ():
                said = words[at : at + len(phrase)]
                if len(said) == len(phrase) and self._meet(phrase, said):
                    end = said[-1].end()
                    yield word.start(), end, meant
                    break

    def _begun_by(self, word: str) -> list[tuple[list[Forms], T]]:
        """Return the phrases that a form of a word begins, the longest first."""
        found = [entry for root in sorted(self._forms(word)) for entry in self._by_head.get(root, ())]
        return sorted(found, key=lambda entry: -len(entry[0]))

    def _phrase(self, phrase: str) -> list[Forms]:
        words = self._lexicon.words(phrase)
        return [frozenset((EXACT + word,)) if phrase.startswith(EXACT) else self._roots(word) for word in words]

    def _forms(self, word: str) -> Forms:
        return self._roots(word) | {EXACT + word}

    def _meet(self, phrase: list[Forms], said: list[re.Match[str]]) -> bool:
        """Tell whether words are forms of those of a phrase, and only spaces and hyphens stand between them."""
        text = said[0].string
        return all(not text[one.end() : two.start()].strip(" -") for one, two in pairwise(said)) and all(
            not mine.isdisjoint(self._forms(word[0])) for mine, word in zip(phrase, said, strict=True)
        )
