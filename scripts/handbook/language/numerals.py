"""Numbers as they are written in a language: its digits and separators, and Roman and clock numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from handbook.language.letters import ALIKE
from handbook.language.plurals import plural_category

LATIN = "0123456789"
"""The digits that are read in every language, beside its own."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers in digits."""

    decimal: str
    """Between whole part and decimals."""
    group: str
    """Between groups of digits; a space stands for every kind of space."""
    categories: Mapping[str, str]
    """The plural categories and their rules, see ``plurals.py``."""
    minimum: int = 1
    """How many digits stand at least before the first separator: 1 for 2,940, 2 for 2940 but 10,600."""
    sizes: tuple[int, int] = (3, 3)
    """How many digits the last group has, and how many each before it: 3 and 2 for 12,34,567."""
    digits: str = LATIN
    """The digits from 0 to 9 that are written."""

    def parse(self, written: str) -> Fraction | None:
        """Return the number that digits with separators mean here, or None: ``1,5`` is no number in English.

        Both the language's own digits and Latin ones are read, those of other languages are not.
        """
        whole, fraction = _split_vulgar(written)
        group, decimal = self.group.translate(ALIKE), self.decimal.translate(ALIKE)
        match = _shape(group, decimal, self.sizes).fullmatch(whole.translate(_to_latin(self.digits)))
        if match is None:
            return fraction if not whole else None
        number = Fraction(match[1].replace(group, "") + "." + (match[2] or "0"))
        return number if fraction is None else number + fraction

    def format(self, number: Fraction) -> str:
        """Write a number: ``10,600``, ``1,5``; what no decimals can say becomes ``1/7``."""
        plain = _decimal(number)
        if plain is None:
            return self.in_digits(f"{number.numerator}/{number.denominator}")
        whole, _, decimals = plain.partition(".")
        return self.in_digits(f"{self._grouped(whole)}{self.decimal}{decimals}" if decimals else self._grouped(whole))

    def in_digits(self, written: str) -> str:
        """Return a number written in Latin digits in those of the language."""
        return written.translate(_from_latin(self.digits))

    def category(self, number: Fraction) -> str:
        """Return the plural category of a number as ``format`` writes it."""
        return plural_category(_decimal(number) or "0.1", self.categories)

    def _grouped(self, whole: str) -> str:
        last, before = self.sizes
        if len(whole) < self.minimum + last:
            return whole
        separator = self.group.replace(" ", _NO_BREAK_SPACE)
        head = re.sub(rf"(?<=\d)(?=(\d{{{before}}})+$)", separator, whole[:-last])
        return f"{head}{separator}{whole[-last:]}"


def grouped(group: str, sizes: tuple[int, int]) -> str:
    """Return the regular expression of a number in digits that is parted into groups."""
    last, before = sizes
    return rf"\d{{1,{before}}}(?:{group}\d{{{before}}})*{group}\d{{{last}}}"


def format_roman(number: Fraction) -> str:
    """Write a whole number above 0 in Roman numerals, any other as it is."""
    if number.denominator != 1 or number <= 0:
        return str(number)
    left, written = int(number), ""
    for value, letters in _ROMAN:
        times, left = divmod(left, value)
        written += letters * times
    return written


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
def _shape(group: str, decimal: str, sizes: tuple[int, int]) -> re.Pattern[str]:
    """Return the pattern of a number: whole part with or without separators, then decimals."""
    whole = rf"{grouped(re.escape(group), sizes)}|\d+"
    return re.compile(rf"({whole})(?:{re.escape(decimal)}(\d+))?", re.ASCII)


@cache
def _to_latin(digits: str) -> Mapping[int, str]:
    return {**ALIKE, **dict(zip(map(ord, digits), LATIN, strict=True))}


@cache
def _from_latin(digits: str) -> Mapping[int, str]:
    return dict(zip(map(ord, LATIN), digits, strict=True))


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
