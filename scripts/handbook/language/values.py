"""Numbers among the tokens of a text: "1 1/2", "three (3)", "minus 18", "two and a half", *ke-3*.

``ValueParser`` reads at a given token and goes forward only. Words belong together when nothing but spaces stands
between them; that is what ``follows`` says of a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from handbook.language.lexicon import Token
from handbook.language.units import NO_UNIT, Unit, Units


class Operand(NamedTuple):
    """A number of a quantity, with what was said about it; a tuple, because a page has hundreds (see ``Token``)."""

    value: Fraction
    end: int
    """The token behind it."""
    unit: Unit = NO_UNIT
    start: int = 0
    """Its first token."""
    point: bool = False
    """Whether it names a place in time: "day 3", "third", "11:00"."""
    label: bool = False
    """Whether the unit stood before the number."""
    classed: bool = False
    """Whether its number is a name that counts nothing, as of a class: "SPF 30"."""
    fraction: bool = False
    """Whether it is a part of a whole without more words: "half"."""
    counted: bool = True
    digits: bool = False
    bound: str = ""
    """A bound between unit and number: "SPF of at least 30", "3 or more sessions"."""
    whole: Fraction = Fraction(0)
    """Of a share the number that it is a part of."""
    measured: Unit = NO_UNIT
    """The unit without what it is counted by: of "5 mg a day" the milligram."""


class ValueParser:
    """Reads numbers among the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], units: Units, expected: Unit = NO_UNIT):
        self.tokens = tokens
        self.units = units
        self.expected = expected
        """The unit of the fact that the text is compared with."""

    def role(self, position: int, role: str) -> Any:
        """Return the value of a role of the token at ``position`` if it follows the one before, or None."""
        return self.tokens[position].roles.get(role) if self.joins(position) else None

    def joins(self, position: int) -> bool:
        """Tell whether there is a token at ``position`` and only spaces before it."""
        return position < len(self.tokens) and self.tokens[position].follows

    def glued(self, position: int) -> bool:
        """Tell whether the token at ``position`` begins where the one before ends."""
        return position < len(self.tokens) and self.tokens[position - 1].end == self.tokens[position].start

    def skip(self, position: int, role: str = "filler") -> int:
        """Return the position behind words that change nothing: "about", "the"."""
        while self.role(position, role):
            position += 1
        return position

    def value(self, position: int, glued: bool = False) -> Operand | None:
        """Read a number alone: digits, words, an ordinal, a Roman numeral."""
        token = self.tokens[position]
        if token.touches and token.digits and not glued:
            return None  # CO2, G6PD
        if "minus" in token.roles:
            return self._negative(position)
        if "ordinal-before" in token.roles and self.joins(position + 1) and self.tokens[position + 1].digits:
            value = self.value(position + 1, glued=True)
            return value._replace(point=True) if value else None
        number = token.roles.get("number")
        if number is not None:
            return self._repeated(self._cardinal(position, number))
        for role, counted in (("ordinal", True), ("ordinal-uncounted", False)):
            if role in token.roles:
                return Operand(token.roles[role], position + 1, point=True, counted=counted)
        roman = token.roles.get("roman")
        return Operand(roman, position + 1) if roman is not None else None

    def _negative(self, position: int) -> Operand | None:
        """Read "−18" and "minus 18"; a dash with a space behind it, or a letter before it, is no sign."""
        token = self.tokens[position]
        if "hyphen" in token.roles and (token.touches or not self.glued(position + 1)):
            return None
        number = self.value(position + 1) if self.joins(position + 1) else None
        return number._replace(value=-number.value) if number and not number.point else None

    def _cardinal(self, position: int, number: Fraction) -> Operand:
        """Read on after a number: "3-й", "1/2", "two and a half", "10 thousand"."""
        token, end = self.tokens[position], position + 1
        digits = bool(token.digits)
        behind = self.tokens[end] if digits and self.glued(end) else None
        if behind and "ordinal-after" in behind.roles:
            return Operand(number, end + 1, point=True, digits=True)  # "3rd", «3-й»
        if behind and "cardinal-after" in behind.roles:
            return Operand(number, end + 1, digits=True)  # «5-ти»
        part = self._part(position) if digits else None
        if part is not None:
            return part
        mixed = self._part(end) if digits and self.joins(end) and not self.glued(end) else None
        if mixed is not None:
            return mixed._replace(value=number + mixed.value)  # "1 1/2"
        added = self.role(end, "added")
        if added:
            return Operand(number + added, end + 1, digits=digits)
        times = self.role(end, "times") or 0
        return Operand(number * times if times > number else number, end + (times > number), digits=digits)

    def _part(self, position: int) -> Operand | None:
        """Read "1/2"; "3/2" may be a list or a date."""
        above = self.tokens[position].roles.get("number") if self.tokens[position].digits else None
        below = self.role(position + 2, "number") if above is not None and self.role(position + 1, "slash") else None
        if above is None or not below or below <= above or not self.tokens[position + 2].digits:
            return None
        if below == self.expected.out_of:
            return Operand(above, position + 3, digits=True)  # a score of 7.5/10
        return Operand(above / below, position + 3, digits=True)

    def _repeated(self, number: Operand) -> Operand:
        """Read the same number again in brackets: "three (3)"."""
        if not self.role(number.end, "bracket") or not self.joins(number.end + 1):
            return number
        again = self.tokens[number.end + 1].roles.get("number")
        closed = self.role(number.end + 2, "bracket-end")
        return number._replace(end=number.end + 3, digits=True) if again == number.value and closed else number
