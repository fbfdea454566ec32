"""What drawers hold, as texts that overrides/assets/search/engine reads: words, where they stand, what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from handbook.render.search import encoding
from handbook.render.search.concepts import Phrase
from handbook.render.search.drawers import Drawers
from handbook.render.search.index import Index
from handbook.render.search.rules import Places

MOST = 12
"""In how many sections a word is looked for: those that it says most about."""

_Said: TypeAlias = Mapping[str, Sequence[tuple[int, Phrase]]]
"""By the first word of a phrase, the number of the concept that it names, with the other words."""


def contents(drawers: Drawers, index: Index, pairs: str) -> Iterator[str]:
    """Yield what each drawer holds, by their numbers, with the letters of words exchanged."""
    said, heard, numbers = _said(index), _heard(index), drawers.numbers
    for drawer, first in zip(drawers.all, drawers.firsts, strict=True):
        words, forms, rules = (
            encoding.exchanged(encoding.words(listed), pairs) for listed in (drawer.words, drawer.forms, drawer.heard)
        )
        ways, levels = encoding.postings((index.words.get(word, {}) for word in drawer.words), MOST)
        phrases = encoding.phrases({word: said[word] for word in drawer.words if word in said}, numbers, first)
        lists = encoding.lists(heard[word] for word in drawer.heard)
        yield "\n".join((words, forms, ways, levels, phrases, rules, lists))


def _said(index: Index) -> _Said:
    found = defaultdict[str, list[tuple[int, Phrase]]](list)
    for concept, id in enumerate(index.phrases):
        for phrase in dict.fromkeys((*index.phrases[id], *index.foreign[id])):
            found[phrase[0]].append((concept, phrase[1:]))
    return found


def _heard(index: Index) -> Mapping[str, list[int]]:
    """Return the lists that each word of a rule stands in."""
    found = defaultdict[str, list[int]](list)
    for words, number in index.rules.lists.items():
        for word in words:
            found[word].append(number)
    return found


def numbered(rule: Places, lists: Mapping[tuple[str, ...], int]) -> list[int]:
    """Return the lists of a rule's places by their numbers."""
    return [lists[tuple(sorted(place))] for place in rule]
