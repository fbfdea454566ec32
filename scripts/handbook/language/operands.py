"""One operand of a quantity in a text: a number with its unit or label, and what it is counted by.

values.py reads the numbers; here they get their units: "day 3", "3 days", "an hour and a half", "5 mg a day".
"""

from __future__ import annotations

from handbook.language.numerals import parse_clock
from handbook.language.units import NO_UNIT, Unit
from handbook.language.values import Operand, ValueParser

_LASTING = ("within", "during", "taken")
"""Bounds behind which a length of time is what a number is counted by: *dua kali dalam seminggu*."""

_BOUNDING = frozenset(("bound", "point-bound", "open", "between"))
"""Roles of words behind which a form of a unit is one of it: «до недели»."""
_DIVIDED = ("duration", "amount")
"""Kinds of units of which there are halves: half of an hour, not half of a session."""


class OperandParser(ValueParser):
    """Reads operands among the tokens of one text."""

    def read(self, position: int, like: Operand | None = None, first: bool = False) -> Operand | None:
        """Read an operand, also behind fillers; ``like`` is the other end of a range, ``first`` begins a quantity."""
        known = like.unit if like is not None else self.expected
        clock = bool(known) and known == self.units.clock  # "11:00 to 16"
        at = position
        while at < len(self.tokens) and (self.tokens[at].follows or (first and at == position)):
            operand = self._labelled(at) or self._whole(at) or self._hour(at, clock) or self._nth(at)
            operand = operand or self._numbered(at)
            filler = "filler" in self.tokens[at].roles
            # "the first" is nothing yet, "the first day" and "the first or second day" are
            if operand is not None and (operand.unit or operand.fraction or not filler or self._goes_on(operand.end)):
                return self._rated(operand)._replace(start=at)
            if not filler:
                return None
            clock = clock or "clock-word" in self.tokens[at].roles
            at += 1
        return None

    def _goes_on(self, position: int) -> bool:
        """Tell whether another place in a row follows, as in "first or second"."""
        joined = self.role(position, "neighbours") or self.role(position, "between")
        return bool(joined and self.role(position + 1, "ordinal"))

    def _labelled(self, position: int) -> Operand | None:
        """Read "day 3", "SPF 30", "type IV", "hari ke-3", "SPF at least 30"."""
        roles = self.tokens[position].roles
        implied = roles.get("implies", NO_UNIT) if "bound" not in roles else NO_UNIT  # "age 60"
        known = bool(implied) and implied.converts_to(self.expected)
        label = roles.get("label") or ((implied, True, False) if known else None)
        if label is None:
            return None
        unit, in_words, counts = label
        at = self.skip(position + 1)
        glued = self.role(at, "hyphen") is not None and self.glued(at) and self.glued(at + 1)
        at += glued and bool(self.tokens[at + 1].digits)  # SPF-30, but «месяц-два»
        bound = "" if unit.dated else self.role(at, "bound") or ""  # «от недели до двух»
        opened = self.role(at, "open") or frozenset()
        at = self.skip(at + 1) if bound else at
        value = self.value(at, glued=True) if self.joins(at) else None
        if value is not None and self.role(value.end, "close") in opened:
            bound = ""  # «SPF от 3 до 7»
        known = in_words or unit == self.expected
        if value is None or (unit.numerals == "roman" and value.digits and not known):
            return None  # "type 2" is a type of anything, "skin type 2" and "type II" are one of skin
        again = self.role(value.end, "unit")
        if again and not value.point and (again != unit or unit.dated):
            return None  # "each day 3 sessions"; but "age 15 years"
        end, point = value.end + (again == unit), unit.dated
        return value._replace(unit=unit, point=point, label=True, classed=not counts, bound=bound, end=end)

    def _whole(self, position: int) -> Operand | None:
        """Read a word that is number and unit at once: "twice", "a week", «полчаса», *sehari*."""
        roles = self.tokens[position].roles
        bounded = position > 0 and self.joins(position) and not _BOUNDING.isdisjoint(self.tokens[position - 1].roles)
        bounded = bounded or self._is_begun_row(position + 1)
        whole = roles.get("whole") or (roles.get("whole-bounded") if bounded else None)
        if whole is None:
            return None
        number, unit, counted = whole
        return self._with_more(Operand(number, position + 1, unit, point=unit.kind == "point", counted=counted))

    def _is_begun_row(self, position: int) -> bool:
        """Tell whether a hyphen and a number in words go on: «день-два»."""
        return bool(self.role(position, "hyphen") and self.glued(position) and self.role(position + 1, "number"))

    def _nth(self, position: int) -> Operand | None:
        """Read «каждый десятый», "every tenth person": one in ten."""
        each = "each" in self.tokens[position].roles and self.joins(position + 1)
        nth = self.value(position + 1) if each else None
        unit = self.role(nth.end, "unit") or NO_UNIT if nth else NO_UNIT
        if nth is None or not nth.point or nth.value < 2 or (unit and unit.kind != "count"):
            return None  # "every second day"
        return Operand(1 / nth.value, nth.end, fraction=True)

    def _numbered(self, position: int) -> Operand | None:
        """Read "3 days", "3-day", "third day", "IV типа", or a number alone."""
        value = self.value(position)
        part = self._part_of_unit(position, value)
        if part is not None:
            return part
        if value is None:
            return None
        # "3 or more sessions": the bound stands between number and unit; without a unit behind, it is no part yet
        bound = self.role(value.end, "bound-after") or ""
        at = value.end + 1 if bound and self.role(value.end + 1, "unit") else value.end
        filled = self.skip(at, "unit-filler")
        at = filled if self.role(filled, "unit") else at  # "3 full days"
        unit = self.role(at, "unit") or NO_UNIT
        named = NO_UNIT if unit else self._named_unit(position, at)
        if named:
            return value._replace(unit=named, point=False, end=at + 1)
        if not unit and self._hyphen(at):
            at, unit = at + 1, self.role(at + 1, "unit")
        if not unit:
            return value
        scored = self.expected.out_of and unit.bare and unit.kind == self.expected.kind
        if scored and not self.role(at + 1, "alters-less"):
            unit = self.expected  # "3.9 points" of a scale
        if "roman" in self.tokens[position].roles:
            return None  # "IV дней" counts nothing
        if value.point and (self.role(at, "plural") or not unit.dated):
            return None  # neither "the first days" nor "the third session" is a place in time
        bound = bound if self.role(value.end, "bound-after") and at > value.end else ""
        return self._with_more(value._replace(unit=unit, end=at + 1, bound=bound))

    def _part_of_unit(self, position: int, value: Operand | None) -> Operand | None:
        """Read a share, as in "half of patients", or a part of a unit: "half day", *setengah jam*."""
        fraction = self.tokens[position].roles.get("fraction")
        unit = self.role(position + 1, "unit") or NO_UNIT
        of_people = self.role(position + 1, "population") or not unit or self._is_share_of(unit)
        if fraction is None or not (value is None or (of_people and value.end == position + 1)):
            return None
        if not of_people and unit.kind in _DIVIDED and "ordinal-like" not in self.tokens[position].roles:
            return Operand(fraction, position + 2, unit)
        return Operand(fraction, position + 1, fraction=True, counted=False)

    def _is_share_of(self, unit: Unit) -> bool:
        """Tell whether a part of what is counted can be meant: «половина случаев»."""
        return self.expected.kind == "share" and unit.kind == "count"

    def _with_more(self, operand: Operand) -> Operand:
        """Read what is added behind the unit: "an hour and a half", *satu jam setengah*, but not *setengah jam*."""
        added = None if operand.point else self.role(operand.end, "added")
        if not added or self.role(operand.end + 1, "unit"):
            return operand
        return operand._replace(value=operand.value + added, end=operand.end + 1, counted=True)

    def _rated(self, operand: Operand) -> Operand:
        """Read what the unit is counted by, "a day", "/ml", and what turns a multiple round: "3 times less"."""
        if operand.unit.multiplies and self.role(operand.end, "alters-less"):
            return operand._replace(unit=self.units.less(operand.unit), end=operand.end + 1, counted=True)
        while operand.unit and self.joins(operand.end) and not (operand.point or operand.classed):
            by, end = self._denominator(operand.end)
            rate = self.units.rate(operand.unit, by) if by else NO_UNIT
            if not rate:
                return operand
            measured = operand.measured or operand.unit
            operand = operand._replace(unit=rate, end=end, counted=True, measured=measured)
        return operand

    def _denominator(self, position: int) -> tuple[Unit, int]:
        """Read "a day", "/ml" or *dalam seminggu*; return the unit and the position behind it."""
        by = self.role(position, "per")
        if by:
            return by, position + 1
        if self.role(position, "bound") in _LASTING:
            each = self.role(position + 1, "per")
            if each:
                return each, position + 2  # *dua kali dalam setiap jam*
            number, unit, counted = self.role(position + 1, "whole") or (0, NO_UNIT, True)
            return (unit, position + 2) if number == 1 and not counted else (NO_UNIT, position)
        over = self.role(position + 1, "unit") if self.role(position, "slash") else None
        return (over, position + 2) if over else (NO_UNIT, position)

    def _named_unit(self, position: int, at: int) -> Unit:
        """Return the unit of "IV типа", whose word is otherwise a label; of «4-й класс» where one is expected."""
        unit: Unit = (self.role(at, "label") or (NO_UNIT,))[0]
        roman = unit.numerals == "roman" and "roman" in self.tokens[position].roles
        return unit if roman or (unit == self.expected and not unit.dated) else NO_UNIT

    def _hyphen(self, position: int) -> bool:
        """Tell whether a hyphen joins number and unit: ``5-minute``."""
        if not self.joins(position) or "hyphen" not in self.tokens[position].roles or not self.joins(position + 1):
            return False
        token = self.tokens[position]
        return self.tokens[position - 1].end == token.start and token.end == self.tokens[position + 1].start

    def _hour(self, position: int, expected: bool) -> Operand | None:
        """Read a time of day; "4 дня" is four days unless a time of day is expected here."""
        digits = self.tokens[position].digits or self._hour_in_words(position)
        if not digits:
            return None
        word = bool(self.role(position + 1, "clock-word-after") and self.role(position + 2, "daypart") is not None)
        start = self.role(position + 1 + word, "daypart")  # «дня» is the afternoon or a form of day
        if start is not None and self.role(position + 1, "unit") and not (expected or word):
            start = None
        end = position + (1 if start is None else 2 + word)  # «2 дня», «2 часа дня»
        end += bool(expected and self.role(end, "clock-word-after"))  # «11 часов»
        hour = parse_clock(digits, start, expected)
        clock = self.units.clock
        return Operand(hour, end, clock, point=True, digits=True) if hour is not None and clock else None

    def _hour_in_words(self, position: int) -> str:
        """Return the digits of "ten" in "ten in the morning", which may be a time of day."""
        number = self.tokens[position].roles.get("number")
        return str(number) if number is not None and number.denominator == 1 else ""
