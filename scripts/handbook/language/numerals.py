"""Numbers as they are written in a language: its separators, its plural categories, Roman and clock numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from handbook.language.plurals import plural_category

ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
"""As far as skin types go."""

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers in digits."""

    decimal: str
    """Between whole part and decimals."""
    group: str
    """Between thousands; a space stands for every kind of space."""
    categories: Mapping[str, str]
    """The plural categories and their rules, see ``plurals.py``."""

    def parse(self, digits: str) -> Fraction | None:
        """Return the number that digits with separators mean here, or None: ``1,5`` is no number in English."""
        whole, fraction = _split_vulgar(digits)
        match = _shape(self.group, self.decimal).fullmatch(whole)
        if match is None:
            return fraction if not whole else None
        number = Fraction(match[1].replace(self.group, "") + "." + (match[2] or "0"))
        return number if fraction is None else number + fraction

    def format(self, number: Fraction) -> str:
        """Write a number: ``10,600``, ``1,5``; what no decimals can say becomes ``1/7``."""
        plain = _decimal(number)
        if plain is None:
            return f"{number.numerator}/{number.denominator}"
        whole, _, decimals = plain.partition(".")
        if len(whole) > 4:  # four digits stay together: 1999 and 2940 read better so
            whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", self.group.replace(" ", _NO_BREAK_SPACE), whole)
        return f"{whole}{self.decimal}{decimals}" if decimals else whole

    def category(self, number: Fraction) -> str:
        """Return the plural category of a number as ``format`` writes it."""
        return plural_category(_decimal(number) or "0.1", self.categories)


def format_roman(number: Fraction) -> str:
    """Write a skin type in Roman numerals."""
    known = number.denominator == 1 and 0 < number <= len(ROMAN)
    return ROMAN[int(number) - 1].upper() if known else str(number)


def format_clock(number: Fraction) -> str:
    """Write an hour of the day: 13.5 is ``13:30``."""
    hour, minute = divmod(round(number * 60), 60)
    return f"{hour}:{minute:02}"


def parse_clock(digits: str, start: int | None, expected: bool = False) -> Fraction | None:
    """Return the hour that ``13:30`` means; ``start`` opens the twelve hours a word such as *pm* points to.

    With such a word, or where a time of day is expected, ``11`` and ``11.30`` are read as well, else only the colon.
    """
    match = re.fullmatch(r"(\d{1,2})(?:([:.])(\d\d))?", digits)
    clear = expected or start is not None
    if match is None or int(match[1]) > 24 or int(match[3] or 0) > 59 or not (clear or match[2] == ":"):
        return None
    hour = int(match[1])
    if start is not None and hour <= 12:
        hour = (start + (hour - start) % 12) % 24
    return hour + Fraction(int(match[3] or 0), 60)


@cache
def _shape(group: str, decimal: str) -> re.Pattern[str]:
    """Return the pattern of a number: whole part with or without separators, then decimals."""
    return re.compile(rf"(\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d+)(?:{re.escape(decimal)}(\d+))?")


def _split_vulgar(digits: str) -> tuple[str, Fraction | None]:
    """Take the fraction sign off: ``1½`` is ``1`` and a half."""
    if digits and unicodedata.category(digits[-1]) == "No":
        return digits[:-1].rstrip(), Fraction(unicodedata.numeric(digits[-1])).limit_denominator(10)
    return digits, None


def _decimal(number: Fraction) -> str | None:
    """Write a number exactly with a decimal point, or return None where it has no end."""
    for places in range(7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(places + 1, "0")
            return f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return None
