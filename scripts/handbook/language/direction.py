"""Which way a text runs, told from its letters."""

from __future__ import annotations

import unicodedata

DIRECTIONS = ("ltr", "rtl")
"""From left to right, from right to left: the names of HTML and of Typst."""

_OF_LETTER = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction_of(text: str, otherwise: str = "ltr") -> str:
    """Return the direction of the first letter that has one (Unicode Annex 9, rules P2 and P3).

    A text of numbers and signs alone has none; it gets ``otherwise``.
    """
    kinds = (_OF_LETTER.get(unicodedata.bidirectional(character)) for character in text)
    return next((kind for kind in kinds if kind), otherwise)
