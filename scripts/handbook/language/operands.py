"""One operand of a quantity in a text: a number with its unit or label.

``OperandParser`` reads at a given token and goes forward only. Words belong together when nothing but spaces stands
between them; that is what ``follows`` says of a token.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from handbook.language.lexicon import Token
from handbook.language.numerals import parse_clock
from handbook.language.units import NO_UNIT, Unit, Units


@dataclass(frozen=True, slots=True)
class Operand:
    """A number of a quantity, with what was said about it."""

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
    fraction: bool = False
    """Whether it is a part of a whole without more words: "half"."""
    counted: bool = True
    digits: bool = False
    bound: str = ""
    """A bound between unit and number: "SPF of at least 30", "3 or more sessions"."""


class OperandParser:
    """Reads operands among the tokens of one text."""

    def __init__(self, tokens: list[Token], units: Units):
        self.tokens = tokens
        self.units = units

    def role(self, position: int, role: str) -> Any:
        """Return the value of a role of the token at ``position`` if it follows the one before, or None."""
        return self.tokens[position].roles.get(role) if self.joins(position) else None

    def joins(self, position: int) -> bool:
        """Tell whether there is a token at ``position`` and only spaces before it."""
        return position < len(self.tokens) and self.tokens[position].follows

    def skip(self, position: int) -> int:
        """Return the position behind words that change nothing: "about", "the"."""
        while self.role(position, "filler"):
            position += 1
        return position

    def read(self, position: int, like: Operand | None = None, first: bool = False) -> Operand | None:
        """Read an operand, also behind fillers; ``like`` is the other end of a range, ``first`` begins a quantity."""
        clock = like is not None and like.unit == self.units.clock  # "11:00 to 16"
        at = position
        while at < len(self.tokens) and (self.tokens[at].follows or (first and at == position)):
            operand = self._labelled(at) or self._whole(at) or self._hour(at, clock) or self._numbered(at)
            filler = "filler" in self.tokens[at].roles
            if operand is not None and (operand.unit or not filler):  # "the first" is nothing yet, "the first day" is
                return replace(operand, start=at)
            if not filler:
                return None
            clock = clock or "clock-word" in self.tokens[at].roles
            at += 1
        return None

    def _labelled(self, position: int) -> Operand | None:
        """Read "day 3", "SPF 30", "type IV", "hari ke-3", "SPF at least 30"."""
        label = self.tokens[position].roles.get("label")
        if label is None:
            return None
        unit, in_words = label
        at = self.skip(position + 1)
        bound = self.role(at, "bound") or ""
        at = self.skip(at + 1) if bound else at
        value = self.value(at, glued=True) if self.joins(at) else None
        if value is None or (unit.numerals == "roman" and value.digits and not in_words):
            return None  # "type 2" is a type of anything, "skin type 2" and "type II" are one of skin
        if self.role(value.end, "unit") and not value.point:
            return None  # "each day 3 sessions"
        return replace(value, unit=unit, point=unit.dated, label=True, bound=bound)

    def _whole(self, position: int) -> Operand | None:
        """Read a word that is number and unit at once: "twice", "a week", «полчаса», *sehari*."""
        whole = self.tokens[position].roles.get("whole")
        if whole is None:
            return None
        number, unit, counted = whole
        return Operand(number, position + 1, unit, counted=counted)

    def _numbered(self, position: int) -> Operand | None:
        """Read "3 days", "3-day", "third day", "IV типа", or a number alone."""
        value = self.value(position)
        # a share, as in "half of patients", unless a unit follows: *setengah* is half, *setengah jam* half an hour
        fraction = self.tokens[position].roles.get("fraction")
        of_people = self.role(position + 1, "population") or not self.role(position + 1, "unit")
        if fraction is not None and (value is None or (of_people and value.end == position + 1)):
            return Operand(fraction, position + 1, fraction=True, counted=False)
        if value is None:
            return None
        # "3 or more sessions": the bound stands between number and unit; without a unit behind, it is no part yet
        bound = self.role(value.end, "bound-after") or ""
        at = value.end + 1 if bound and self.role(value.end + 1, "unit") else value.end
        unit = self.role(at, "unit") or self._roman_unit(position, at)
        if not unit and self._hyphen(at):
            at, unit = at + 1, self.role(at + 1, "unit")
        if not unit:
            return value
        if (unit.numerals == "roman") != ("roman" in self.tokens[position].roles):
            return None  # neither "4 типа" nor "IV дней" counts anything
        if value.point and (self.role(at, "plural") or not unit.dated):
            return None  # neither "the first days" nor "the third session" is a place in time
        return replace(value, unit=unit, end=at + 1, bound=bound if at > value.end else "")

    def _roman_unit(self, position: int, at: int) -> Unit:
        """Return the unit of "IV типа", whose word is otherwise a label."""
        label = self.role(at, "label") if "roman" in self.tokens[position].roles else None
        return label[0] if label and label[0].numerals == "roman" else NO_UNIT

    def _hyphen(self, position: int) -> bool:
        """Tell whether a hyphen joins number and unit: ``5-minute``."""
        if not self.joins(position) or "hyphen" not in self.tokens[position].roles or not self.joins(position + 1):
            return False
        token = self.tokens[position]
        return self.tokens[position - 1].end == token.start and token.end == self.tokens[position + 1].start

    def _hour(self, position: int, expected: bool) -> Operand | None:
        """Read a time of day; "4 дня" is four days unless a time of day is expected here."""
        start = self.role(position + 1, "daypart")  # «дня» is the afternoon or a form of day
        if start is not None and self.role(position + 1, "unit") and not expected:
            start = None
        end = position + (1 if start is None else 2)
        hour = parse_clock(self.tokens[position].digits, start, expected)
        clock = self.units.clock
        return Operand(hour, end, clock, point=True, digits=True) if hour is not None and clock else None

    def value(self, position: int, glued: bool = False) -> Operand | None:
        """Read a number alone: digits, words, an ordinal, a Roman numeral."""
        token = self.tokens[position]
        if token.touches and token.digits and not glued:
            return None  # CO2, G6PD
        if "ordinal-before" in token.roles and self.joins(position + 1) and self.tokens[position + 1].digits:
            value = self.value(position + 1, glued=True)
            return replace(value, point=True) if value else None
        number = token.roles.get("number")
        if number is not None:
            return self._cardinal(position, number)
        for role, counted in (("ordinal", True), ("ordinal-uncounted", False)):
            if role in token.roles:
                return Operand(token.roles[role], position + 1, point=True, counted=counted)
        roman = token.roles.get("roman")
        return Operand(roman, position + 1) if roman is not None else None

    def _cardinal(self, position: int, number: Fraction) -> Operand:
        """Read on after a number: "3-й", "1/2", "two and a half"."""
        token, end = self.tokens[position], position + 1
        digits = bool(token.digits)
        behind = self.tokens[end] if end < len(self.tokens) else None
        if digits and behind and behind.start == token.end and "ordinal-after" in behind.roles:
            return Operand(number, end + 1, point=True, digits=True)  # "3rd", «3-й»
        if digits and behind and behind.start == token.end and "cardinal-after" in behind.roles:
            return Operand(number, end + 1, digits=True)  # «5-ти»
        below = self.role(end + 1, "number") if digits and self.role(end, "slash") else None
        if below and below > number and self.tokens[end + 1].digits:
            return Operand(number / below, end + 2, digits=True)  # "1/2", but "3/2" may be a list or a date
        added = self.role(end, "added")
        return Operand(number + added, end + 1, digits=digits) if added else Operand(number, end, digits=digits)
