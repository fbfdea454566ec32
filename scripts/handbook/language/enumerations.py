"""How many things some words list: "blisters, pus or a bad smell" are three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from handbook.language.advice_words import AdviceWords, parted

_OTHER_NAME = re.compile(r"\([^(),]*\)")
"""What stands in brackets behind a word and is no list."""
_BREAKS = frozenset(".;:!?()—-")
"""Signs that no row goes on behind."""
_QUOTES = frozenset("«»\"“”")
_OPENING = frozenset(("denies", "empties", "forbids", "allows", "parts", "ifs"))
"""Kinds of words with which something else begins than another thing of a row."""


def count_listed(text: str, words: AdviceWords) -> int:
    """Count what commas and words such as "or" and "and" part; several of them in a row part once.

    A word that is only said again adds nothing: what comes "again and again" is one.
    """
    parts: list[list[str]] = [[]]
    for match in parted(words.lexicon.plain(text)):
        if match[0] in ",;" or any(role.kind in ("joins", "adds") for role in words.begun[match[0]].roles):
            parts.append([])
        else:
            parts[-1].append(match[0])
    listed = [part for part in parts if part]
    return len(listed) - sum(part == before[-1:] for before, part in pairwise(listed))


def rows(text: str, words: AdviceWords, most: int, strict: bool) -> list[int]:
    """Return how many things each row of a text lists, the longest first; what stands alone is a row of one.

    Between two commas, "or" and "and" of a row stand at most so many words, and numbers stand in none. Where it is told
    strictly, a row ends as well behind its "or" or "and", and before what is denied or begins a clause.
    """
    segments = _segments(_OTHER_NAME.sub(" ", text), words, strict)
    return sorted((row for parts in segments for row in _rows(parts, most, strict)), reverse=True)


_Part = tuple[list[str], bool]
"""The words of a thing, and whether "or" or "and" stands before it."""


def _segments(text: str, words: AdviceWords, strict: bool) -> Iterator[list[_Part]]:
    """Yield for each clause what stands between its commas, "or" and "and"."""
    parts: list[_Part] = [([], False)]
    for match in parted(words.lexicon.plain(text)):
        word = match[0]
        kinds, begins = words.begun[word].kinds, not parts[-1][0]
        if word in _BREAKS or (strict and begins and not kinds.isdisjoint(_OPENING)):
            yield [part for part in parts if part[0]]
            parts = [([], False)]
        joins = not kinds.isdisjoint(("joins", "adds"))
        if joins or word == ",":
            parts = [*parts[:-1], (parts[-1][0], joins)] if begins else [*parts, ([], joins)]
        elif word not in _BREAKS | _QUOTES:
            parts[-1][0].append(word)
    yield [part for part in parts if part[0]]


def _rows(parts: list[_Part], most: int, strict: bool) -> Iterator[int]:
    """Yield the lengths of the rows of a clause: any first and last thing, and short ones between."""
    row = min(len(parts), 1)
    for at, (part, joined) in enumerate(parts[1:], start=1):
        ended = strict and joined
        if any(word.isdecimal() for word in part) or (len(part) > most and at < len(parts) - 1 and not ended):
            yield row
            row = 0
        row += 1
        if ended:
            yield row
            row = 0
    yield row
