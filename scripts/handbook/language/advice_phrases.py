"""Where the phrases stand that forbid, deny and name opposites, in the words of one sentence, and in which clause.

A clause ends at each sign, and at words such as "but" and "if".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from handbook.language.advice_words import NOTHING, AdviceWords, Role, parted

QUOTES = frozenset('"«»“”')
CLAUSE_ENDS = frozenset(".;:!?()—-") | QUOTES
CLAUSE_SIGNS = CLAUSE_ENDS | {","}


class Found(NamedTuple):
    """A phrase that was found; a tuple, because a handbook has thousands of them."""

    start: int
    end: int
    at: int
    """The number of its first word,"""
    last: int
    """and of the one behind its last."""
    clause: int
    link: str
    """How it hangs on the phrase before: ``joins``, ``adds`` or not at all."""
    roles: tuple[Role, ...]
    kinds: frozenset[str]
    row: int = -1
    """The number of the first word of the denial that it stands in a row behind; -1 for none."""

    def does(self, *kinds: str) -> bool:
        """Tell whether it is of one of some kinds."""
        return not self.kinds.isdisjoint(kinds)


def find_phrases(plain_text: str, plain: list[str], words: AdviceWords) -> Iterator[Found]:
    """Yield the phrases of a text, which is given whole and by word, each with the number of its clause."""
    begun = list(map(words.begun.__getitem__, plain))
    matches: list[re.Match[str]] = []  # where the words stand, once one of them begins something
    clauses, clause, behind, numbered = count(1), 0, 0, any(map(str.isdecimal, plain))
    for at, (word, begins) in enumerate(zip(plain, begun, strict=True)):
        if (begins is NOTHING and word not in CLAUSE_SIGNS) or at < behind:
            continue  # as with most words
        if word in CLAUSE_SIGNS:
            clause = next(clauses)
            continue
        if begins is NOTHING or (numbered and _is_range(plain, at)):
            continue
        length, roles, kinds = words.longest(plain, at)
        clause = next(clauses) if "parts" in kinds else clause
        behind = at + max(length, 1)
        if roles:
            link = _link(plain, at, words) if "pole" in kinds else ""
            matches = matches or list(parted(plain_text))
            yield Found(matches[at].start(), matches[behind - 1].end(), at, behind, clause, link, roles, kinds)


def _is_range(plain: list[str], at: int) -> bool:
    """Tell whether a word stands between two numbers: the "to" of 3 to 7, which is "until" elsewhere."""
    return 0 < at < len(plain) - 1 and plain[at - 1].isdecimal() and plain[at + 1].isdecimal()


def _link(plain: list[str], at: int, words: AdviceWords) -> str:
    """Return how a phrase hangs on the one before: by "or", by "and" or a comma, or not at all."""
    before = plain[at - 1] if at else ""
    kinds = words.begun[before].kinds
    return "joins" if "joins" in kinds else "adds" if before == "," or "adds" in kinds else ""
