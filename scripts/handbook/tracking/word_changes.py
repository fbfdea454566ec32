"""What has changed in a text, word by word, and in what state the blocks of a page are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from handbook.tracking.states import Standing, State


def word_diff(before: str, after: str) -> str:
    """Return a text with what was taken out and what was put in: ``for [-2 weeks-] {+3 months+}``."""
    old, new = before.split(), after.split()
    told: list[str] = []
    for step, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            told += new[first:last]
        else:
            told += [f"[-{' '.join(old[start:end])}-]"] * (end > start)
            told += [f"{{+{' '.join(new[first:last])}+}}"] * (last > first)
    return " ".join(told)


def change_of(standing: Standing) -> str:
    """Return what has changed in the original of a block since it was recorded, word by word."""
    before = standing.entry.original if standing.entry else ""
    return word_diff(before, standing.original.text if standing.original else "")


def count_states(standings: Iterable[Standing]) -> dict[State, int]:
    """Return how many blocks are in each state that occurs, in the order of the states."""
    counts = Counter(standing.state for standing in standings)
    return {state: counts[state] for state in State if counts[state]}
