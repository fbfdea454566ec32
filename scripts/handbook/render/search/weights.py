"""How much each word says about each section, by BM25F.

The fields of a section are weighed, and each is shortened by its length, before they are added up and levelled off:
Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted fields (CIKM 2004). How rare a word is comes
in where a query is answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

LEVELS = 24
"""How many strengths are told apart."""
_LEVEL_OFF = 16.0

Postings: TypeAlias = Mapping[int, int]
"""By the number of a section, how much is said about it, 1 to LEVELS."""

Fields: TypeAlias = Mapping[str, Sequence[str]]
"""What stands in each field of a section."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part that every section can have."""

    weight: float
    shortened: float
    """How much a word counts less in a long field than in a short one, from 0 to 1."""


FIELDS: Mapping[str, Field] = {
    "topic": Field(6, 0.1),  # what patients call what is answered here in the first place
    "also": Field(3, 0.2),  # and what is answered here too
    "heading": Field(8, 0.4),
    "above": Field(1.5, 0.4),  # the heading that this one stands under, and the title of the page
    "text": Field(1, 0.6),
    "asked": Field(5, 0),  # words of these that find nothing by themselves: how long, when
}


def strengths(sections: Iterable[Fields], priors: Sequence[float]) -> dict[str, Postings]:
    """Return for each word how much it says about which sections.

    ``priors`` lowers, by section, what is said of one that only lists what others answer.
    """
    listed, sums = list(sections), defaultdict[str, dict[int, float]](dict)
    for name, field in FIELDS.items():
        counts = [Counter(section.get(name, ())) for section in listed]
        lengths = [count.total() for count in counts]
        mean = sum(lengths) / max(1, sum(map(bool, lengths)))
        for number, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            for word, times in count.items():
                said = field.weight * times / (1 - field.shortened + field.shortened * length / mean)
                sums[word][number] = sums[word].get(number, 0) + said
    return {word: {at: _level(said, priors[at]) for at, said in by.items()} for word, by in sums.items()}


def _level(said: float, prior: float) -> int:
    return max(1, min(LEVELS, round(LEVELS * prior * said / (said + _LEVEL_OFF))))
