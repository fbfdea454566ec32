"""Numbers as data files write them: 3, 0.5 or 1/7, and nothing that takes long or cannot be printed."""

from __future__ import annotations

import re
from fractions import Fraction

from handbook.diagnostics.messages import Message

HINT = Message("write 3, 0.5 or 1/7")
"""What to do about a text that is no number."""

_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,12}|/0{0,9}[1-9]\d{0,11})?", re.ASCII)


def parse_number(text: str) -> Fraction | None:
    """Return the exact number that a text means, or None.

    Refused are exponents (1e999999999 would take the memory of the machine), ``nan`` and ``inf``, digits of other
    scripts, and a decimal without its nought (.5), which is too easily read as 5.
    """
    return Fraction(text) if _NUMBER.fullmatch(text) else None
