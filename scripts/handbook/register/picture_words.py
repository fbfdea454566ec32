"""The words of the pictures, with facts in their gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from handbook.language.interface import GAP
from handbook.language.languages import Language
from handbook.language.quantities import Quantity
from handbook.language.quantity_formatter import format_quantity

SECTION = "pictures"
"""Where they stand in the file of a language; those of each picture under its id."""

NUMBER = "number"
"""The gap for a share in the words of a picture in 100, or for what is left of 100."""

_TOGETHER = 20
"""Letters; a longer quantity may be broken between two lines."""


def fill_gaps(text: str, quantities: Mapping[str, Quantity], language: Language) -> str:
    """Return words with facts in their gaps: ``{crusts}`` becomes "3 to 7 days"."""
    return GAP.sub(lambda gap: _written(quantities[gap[1]], language) if gap[1] in quantities else gap[0], text)


def format_share(low: Fraction, high: Fraction, language: Language) -> str:
    """Write two ends of a share without a unit, or one number where they are the same."""
    ends = [language.numbers.format(end) for end in dict.fromkeys((low, high))]
    return _put(language.writings["range"]["words"], ends) if len(ends) == 2 else ends[0]


def _written(quantity: Quantity, language: Language) -> str:
    """Write a fact; a share is said as so many in 100. What is short stays on one line."""
    if quantity.kind == "share" and quantity.low is not None and quantity.high is not None:
        ends = format_share(quantity.low, quantity.high, language)
        said = _put(language.writings["share"]["words"], [ends, "100"])
    else:
        said = format_quantity(quantity, language)
    return said.replace(" ", "\N{NO-BREAK SPACE}") if len(said) <= _TOGETHER else said


def _put(text: str, values: Iterable[str]) -> str:
    for value in values:
        text = text.replace("{}", value, 1)
    return text
