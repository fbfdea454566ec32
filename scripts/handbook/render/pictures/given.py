"""What a picture is drawn from: its facts in the register, and its words in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.language.languages import Language
from handbook.language.quantities import Quantity
from handbook.language.quantity_formatter import format_quantity
from handbook.register.facts import Register

MONTH = Fraction(365, 12)
"""In days; near enough for a drawing."""

_TOGETHER = 20
"""Letters; a longer quantity may be broken between two lines."""


class CannotDraw(Exception):
    """A fact that is not as the picture needs it, or words that are missing; its text says which."""


@dataclass(frozen=True, slots=True)
class Given:
    """The facts and words of one picture."""

    name: str
    """Where its words stand, below ``pictures`` in the language's file."""
    parts: Mapping[str, str]
    """The address of each fact by the part that it plays."""
    register: Register
    language: Language

    def word(self, name: str) -> str:
        """Return words of this picture with its facts in the gaps: ``{crusts}`` becomes "3 to 7 days"."""
        text = self._words(f"{self.name}.{name}")
        for part in self.parts:
            if f"{{{part}}}" in text:
                text = text.replace(f"{{{part}}}", self._said(part))
        return text

    def shared(self, name: str) -> str:
        """Return words that several pictures share."""
        return self._words(name)

    def quantity(self, part: str) -> Quantity:
        """Return what a fact of the picture says; a fact without a number cannot be drawn."""
        address = self.parts[part]
        quantity = self.register.quantity(address)
        if self.register.find(address) is None:
            raise CannotDraw(f"the register has no fact {address}")
        if quantity is None:
            raise CannotDraw(f"the fact {address} has no number")
        return quantity

    def low(self, part: str) -> Fraction:
        """Return the first day of a fact: its lower end, in days."""
        return self._day(part, self.quantity(part).low)

    def high(self, part: str) -> Fraction:
        """Return the last day of a fact: its upper end, in days."""
        return self._day(part, self.quantity(part).high)

    def share(self, part: str) -> tuple[Fraction, Fraction]:
        """Return both ends of a share, in 100."""
        quantity = self.quantity(part)
        if quantity.kind != "share" or quantity.low is None or quantity.high is None:
            raise CannotDraw(f"the fact {self.parts[part]} is no share")
        return quantity.low, quantity.high

    def _said(self, part: str) -> str:
        """Write a fact; a share is said as so many in 100. What is short stays on one line."""
        quantity = self.quantity(part)
        if quantity.kind != "share":
            said = format_quantity(quantity, self.language)
        else:
            said = self._filled("share", self.numbers(*self.share(part)), "100")
        return said.replace(" ", "\N{NO-BREAK SPACE}") if len(said) <= _TOGETHER else said

    def numbers(self, low: Fraction, high: Fraction) -> str:
        """Write two ends as a range, or as one number where they are the same."""
        ends = [self.language.numbers.format(end) for end in dict.fromkeys((low, high))]
        return self._filled("range", *ends) if len(ends) == 2 else ends[0]

    def _filled(self, writing: str, *values: str) -> str:
        text = self.language.writings[writing]["words"]
        for value in values:
            text = text.replace("{}", value, 1)
        return text

    def _day(self, part: str, end: Fraction | None) -> Fraction:
        days = self.quantity(part).unit.days
        if end is None or days is None:
            raise CannotDraw(f"the fact {self.parts[part]} has no such end in days")
        return end * days

    def _words(self, address: str) -> str:
        text = self.language.word(f"pictures.{address}")
        if text == f"[pictures.{address}]":
            raise CannotDraw(f"{self.language.name} has no words at pictures: {': '.join(address.split('.'))}")
        return text
