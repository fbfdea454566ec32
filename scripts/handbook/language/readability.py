"""How hard a language's text is to read: the formulas used for it, and how its syllables are counted.

All of it is data, in ``readability:`` of docs/data/languages/<code>.yml, because every formula was fitted to one
language. Each is a sum of the same few terms, so that another language needs numbers and no line of Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader
from handbook.language.language_keys import MEASURE_KEYS, READABILITY_KEYS
from handbook.language.looked_up import LookedUp

LONG_WORD = 3
"""Syllables from which on a word counts as long."""

_REPEATED = re.compile(r"\)[*+{]")
"""A repeated group can be matched in more ways than there are atoms; syllables need none."""
_LONGEST_PATTERN = 400
_LONGEST_WORD = 80
"""Characters of a word in which syllables are counted."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A readability formula: what each of its terms counts for, and the limit for a page."""

    name: str
    words: float
    """Counts for words per sentence."""
    syllables: float
    """Counts for syllables per word."""
    long_words: float
    """Counts for the square root of long words per sentence."""
    constant: float
    at_most: float | None
    """The limit where more is harder, as of a school year."""
    at_least: float | None
    """The limit where less is harder, as of an index of ease."""

    @property
    def limit(self) -> float | None:
        """The value that a page must keep to."""
        return self.at_most if self.at_least is None else self.at_least

    def value(self, sentences: int, syllables: Sequence[int]) -> float:
        """Return the value of a text with so many sentences, and for each word so many syllables."""
        long = sum(count >= LONG_WORD for count in syllables)
        return (
            self.words * len(syllables) / sentences
            + self.syllables * sum(syllables) / len(syllables)
            + self.long_words * sqrt(long / sentences)
            + self.constant
        )

    def is_harder(self, value: float, limit: float) -> bool:
        """Tell whether a value is on the hard side of a limit, as both are printed."""
        one, other = round(value, 1), round(limit, 1)
        return one < other if self.at_least is not None else one > other


@dataclass(frozen=True)
class Difficulty:
    """How a language counts syllables and measures a text; patterns are for one word in small letters."""

    syllable: str
    """What makes a syllable: in Russian each vowel."""
    silent: str
    """What looks like one and is not: the last letter of "make"."""
    extra: str
    """Where one hides in what looks like a single one: "idea"."""
    level: Measure | None
    """The measure with the limit; None for a language that has none."""
    also: tuple[Measure, ...]
    """Further measures, which are only shown."""

    def syllables(self, word: str) -> int:
        """Count the syllables of a word, at least one."""
        return self._counted[word.lower()[:_LONGEST_WORD]]

    @cached_property
    def _counted(self) -> Mapping[str, int]:
        return LookedUp(self._count)

    def _count(self, word: str) -> int:
        count = len(re.findall(self.syllable, word))
        if self.silent:
            count -= len(re.findall(self.silent, word))
        if self.extra:
            count += len(re.findall(self.extra, word))
        return max(1, count)


def read_difficulty(entry: MappingReader | None) -> Difficulty:
    """Read ``readability:`` of a language's file; without it, sentences and words are counted all the same."""
    if entry is None:
        return Difficulty(r"\w+", "", "", None, ())
    inner = entry.entry("level", MEASURE_KEYS)
    return Difficulty(
        _pattern(entry, "syllable"),
        _pattern(entry, "silent", ""),
        _pattern(entry, "extra", ""),
        _measure(inner) if inner else None,
        tuple(_measure(item) for item in entry.entries("also", MEASURE_KEYS, required=False)),
    )


def difficulty_of(language: MappingReader) -> Difficulty:
    """Read how hard a language's text is from its file."""
    return read_difficulty(language.entry("readability", READABILITY_KEYS))


def _pattern(entry: MappingReader, key: str, default: str | None = None) -> str:
    text = entry.text(key, default)
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        message = Message("{key} is no regular expression: {error}", key=key, error=error)
        entry.problems.append(Problem(entry.value_location(key), message, Message("write it as [aeiou]")))
        return "(?!)"
    if _REPEATED.search(text) or len(text) > _LONGEST_PATTERN:
        message = Message(
            "{key} repeats a group, or is longer than {most} characters, and could take for ever",
            key=key,
            most=_LONGEST_PATTERN,
        )
        entry.problems.append(Problem(entry.value_location(key), message, Message("write it without )*, )+ and ){{")))
        return "(?!)"
    return text


def _measure(entry: MappingReader) -> Measure:
    term = {key: entry.number(key) for key in MEASURE_KEYS if key != "name"}
    if (term["at-most"] is not None) and (term["at-least"] is not None):
        message = Message("a measure has one limit: either at-most or at-least")
        entry.problems.append(Problem(entry.location("at-least"), message, Message("take one of them out")))
    return Measure(
        entry.text("name"),
        *(float(term[key] or 0) for key in ("words", "syllables", "long-words", "constant")),
        *(None if term[key] is None else float(term[key] or 0) for key in ("at-most", "at-least")),
    )
