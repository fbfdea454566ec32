"""How the columns of a table share its width, by how much text stands in each cell.

Each line counts: a table that is lower is read with fewer turns of the eye, and its last row stays on the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import permutations

_SEVERAL = range(2, 9)
"""Columns that can give room to one another; a table of still more is looked at no closer."""

_ACROSS = 100
"""About how many letters stand beside one another on a wide sheet."""

_HIGHEST = 8.0
"""The power that makes the highest cell of a row count; the highest alone would hide what the next one gains."""


def shares_of(letters: Sequence[Sequence[int]]) -> list[int]:
    """Return the share of each column, given how many letters each cell of each row has."""
    return _lowest(letters) if len(letters[0]) in _SEVERAL else _by_text(letters)


def _by_text(letters: Sequence[Sequence[int]]) -> list[int]:
    """Return shares by how much stands in each column; none is left a sliver."""
    counts = [sum(column) for column in zip(*letters, strict=True)]
    return [max(count, max(counts) * 2 // 5, 1) for count in counts]


def _lowest(letters: Sequence[Sequence[int]]) -> list[int]:
    """Return the shares with which all rows together are lowest.

    From even columns on, room moves from one to another as long as that makes them lower.
    """
    count = len(letters[0])

    def height(shares: Sequence[int]) -> float:
        cells = ((cell / share for cell, share in zip(row, shares, strict=True)) for row in letters)
        return sum(math.pow(sum(cell**_HIGHEST for cell in row), 1 / _HIGHEST) for row in cells)

    shares = [_ACROSS // count] * count
    while True:
        moves = (move for move in permutations(range(count), 2) if shares[move[0]] > 1)
        moved = [[share - (at == one) + (at == other) for at, share in enumerate(shares)] for one, other in moves]
        lowest = min(moved, key=height)
        if height(lowest) >= height(shares):
            return shares
        shares = lowest
