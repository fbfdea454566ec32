"""Lists of phrases of a language, and where they stand in a text.

A translator writes them in docs/data/languages/<code>.yml: ``no downtime``, ``красн*``. A star stands for the rest
of a word; capitals, the kind of dash and what the language counts as the same letter make no difference. After an
exclamation mark stands a longer phrase in which the words mean something else: ``!permanent make-up``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.diagnostics.keys import Keys
from handbook.diagnostics.yaml_reader import MappingReader
from handbook.language.letters import LETTER, WORD, fitted
from handbook.language.lexicon import Lexicon

_OTHER = "!"


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A list of phrases, ready for finding."""

    listed: tuple[str, ...]
    """What is looked for, as written in the language's file."""
    lexicon: Lexicon
    heads: re.Pattern[str]
    """How they begin: most texts have none of these and need no closer look."""
    pattern: str
    """What they are, to be fitted to a text; no phrase has a LETTER in it, because signs are escaped."""

    @classmethod
    def of(cls, listed: Sequence[str], lexicon: Lexicon) -> Phrases:
        """Make a list of phrases that are found as ``lexicon`` reads its language."""
        meant = [phrase for phrase in listed if not phrase.startswith(_OTHER)]
        other = [phrase.removeprefix(_OTHER) for phrase in listed if phrase.startswith(_OTHER)]
        found = rf"(?P<other>{_any_of(other, lexicon)})|{_any_of(meant, lexicon)}"
        pattern = rf"(?<!{LETTER})(?:{found})(?!{LETTER})"
        heads = {re.split("[ *]", lexicon.plain(phrase), maxsplit=1)[0] for phrase in meant}
        begins = rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(heads))) or '(?!)'})"
        return cls(tuple(meant), lexicon, re.compile(begins), pattern)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the phrases stand in a text, from left to right."""
        plain = self.lexicon.plain(text)
        for found in fitted(self.pattern, plain).finditer(plain) if self.heads.search(plain) else ():
            if found["other"] is None:
                yield found.span()


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """A long list of phrases that is looked for in a few words; ready in no time, where ``Phrases`` are found faster.

    What stands between the words makes no difference, and a star may only end a phrase.
    """

    listed: tuple[str, ...]
    lexicon: Lexicon
    exact: frozenset[tuple[str, ...]]
    beginnings: frozenset[tuple[str, ...]]
    """Phrases whose last word goes on."""
    lengths: frozenset[int]
    """How many words they have."""
    heads: frozenset[str]
    """Their first words, but for those that go on."""
    stems: tuple[str, ...]
    """First words that go on."""

    @classmethod
    def of(cls, listed: Sequence[str], lexicon: Lexicon) -> WordList:
        """Make a list of phrases that are found as ``lexicon`` reads its language."""
        words = {phrase: lexicon.words(phrase) for phrase in listed}
        exact = frozenset(found for phrase, found in words.items() if found and not phrase.endswith("*"))
        beginnings = frozenset(found for phrase, found in words.items() if found and phrase.endswith("*"))
        stems = tuple(found[0] for found in beginnings if len(found) == 1)
        heads = frozenset(found[0] for found in exact | beginnings if found not in beginnings or len(found) > 1)
        lengths = frozenset(map(len, exact | beginnings))
        return cls(tuple(listed), lexicon, exact, beginnings, lengths, heads, stems)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the phrases stand in a text, from left to right."""
        said = self.lexicon.words(text)
        if self.heads.isdisjoint(said) and not (self.stems and any(word.startswith(self.stems) for word in said)):
            return  # so it is with most texts
        plain = self.lexicon.plain(text)
        words = list(fitted(WORD, plain).finditer(plain))
        for at, head in enumerate(words):
            if head[0] not in self.heads and not head[0].startswith(self.stems):
                continue
            for length in self.lengths:
                found = tuple(word[0] for word in words[at : at + length])
                if found in self.exact or self._begins(found):
                    yield words[at].start(), words[at + length - 1].end()
                    break

    def _begins(self, words: tuple[str, ...]) -> bool:
        return any(
            words[:-1] == phrase[:-1] and words[-1].startswith(phrase[-1])
            for phrase in self.beginnings
            if len(phrase) == len(words)
        )


def read_word_lists(entry: MappingReader, key: str, keys: Keys, lexicon: Lexicon) -> Mapping[str, WordList]:
    """Read the lists of phrases below one key, by name; one that is not there is empty."""
    inner = entry.entry(key, keys)
    return {name: WordList.of(inner.texts(name) if inner else (), lexicon) for name in keys}


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
    words = [re.escape(phrase).replace(r"\*", f"{LETTER}*").replace(r"\ ", " +") for phrase in longest_first]
    return "|".join(words) or "(?!)"
