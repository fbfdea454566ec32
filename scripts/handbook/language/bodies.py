"""The numbers of a quantity without its bounds: one operand, a range, a list of two, or a share.

Read from operands.py: "3 to 7 days", "days 1 and 3", "1 hour 30 minutes", "43 in 100 people".
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from handbook.language.operands import OperandParser
from handbook.language.quantities import converted
from handbook.language.units import NO_UNIT, Unit
from handbook.language.values import Operand


@dataclass(frozen=True, slots=True)
class Body:
    """One or two operands; ``span`` when they are the ends of a range, else each stands for itself."""

    operands: tuple[Operand, ...]
    end: int
    span: bool = False

    @property
    def point(self) -> bool:
        """Whether this is a place in time."""
        return any(operand.point for operand in self.operands)

    @property
    def is_first(self) -> bool:
        """Whether this is a first day, week or year, said in passing."""
        one = self.operands[0]
        return len(self.operands) == 1 and one.point and not (one.counted or one.label) and one.value == 1

    @property
    def lasting(self) -> Body:
        """The same as a length of time."""
        return Body(tuple(operand._replace(point=False) for operand in self.operands), self.end, self.span)

    @property
    def is_age(self) -> bool:
        """Whether this is a length of time that a word before it told: "age 15"."""
        return not self.point and all(operand.label and operand.unit.kind == "duration" for operand in self.operands)


class _Separator(NamedTuple):
    """What can stand between two operands here."""

    span: bool
    """As "to": they are the ends of a range."""
    near: bool
    """As "or": they are, if they are neighbours; "10 or 14 days" are two things."""
    listed: bool
    """As "and": they are two things that share the word for their unit."""


class BodyParser(OperandParser):
    """Reads the bodies of quantities among the tokens of one text."""

    def body(self, position: int, closings: frozenset[str] = frozenset(), first: bool = False) -> Body | None:
        """Read one operand, or a range or a list of two."""
        if position >= len(self.tokens):
            return None
        one = self._whole_and_rest(self.read(position, first=first))
        if one is None:
            return None
        pair = self._pair(one, closings)
        if pair is not None or closings:
            return self._noun_share(pair) or pair
        one = self._settled(one)
        single = Body((one,), one.end)
        return self._noun_share(single) or (single if one.unit else self._share((one,), False))

    def both_ends(self, position: int, at: int) -> Body | None:
        """Read "at least 3 and at most 7 days"."""
        least = self.tokens[position].roles.get("bound") == "at-least"
        low = self.read(at) if least and self.joins(at) else None
        if low is None or low.point:
            return None
        joined = self.role(low.end, "both")
        at = low.end + bool(joined)
        behind = self.skip(at + 1, "bound-filler")
        # behind "at least 3" alone "up to 7" is the other end of a range
        most = self.role(at, "bound") == "at-most" and (joined or not self.role(at, "between"))
        high = self.read(behind) if most and self.joins(behind) else None
        if high is None or not high.unit or high.point:
            return None
        low, high = self._same_unit(low, high)
        return Body((low, high), high.end, span=True) if low.unit == high.unit else None

    def implied(self, at: int, unit: Unit) -> Body | None:
        """Read "older than 60", whose unit only the word before it tells."""
        number = self.value(at) if unit and unit.converts_to(self.expected) and self.joins(at) else None
        if number is None or number.point or any(self.role(number.end, role) for role in ("unit", "of", "population")):
            return None
        return Body((number._replace(unit=unit),), number.end)

    def _noun_share(self, body: Body | None) -> Body | None:
        """Read "43 people out of 100" and "4.2 points out of 10": the noun stands before the whole."""
        unit = body.operands[-1].unit if body else NO_UNIT
        if body is None or not unit or body.point or (len(body.operands) > 1 and not body.span):
            return None
        whole = self._whole_of(body.end, body.operands[-1].value)
        if whole is None or self.role(whole.end, "unit"):
            return None
        scored = self.expected.out_of == whole.value and unit.bare
        # without a share to expect, "two groups of 40" are no part of forty
        counted = self.role(body.end - 1, "population") or self.expected.kind == "share"
        if not scored and not (counted and unit.kind == "count"):
            return None
        return self._share(tuple(operand._replace(unit=NO_UNIT) for operand in body.operands), body.span)

    def _pair(self, one: Operand, closings: frozenset[str]) -> Body | None:
        """Read the separator and the second operand, and put the two together."""
        separator = self._separator(one.end, closings)
        two = self._second(one, separator)
        if two is None or not self._belong(one, two, separator):
            return None
        if two.measured and two.measured == one.unit:
            one = one._replace(unit=two.unit, counted=True)  # "5 mg to 10 mg a day"
        if one.point and not one.label and not one.counted and separator.near and not (two.point or two.unit):
            one = one._replace(point=False)  # "the first night or two"
        if not one.unit and not two.unit:  # "43 to 50 in 100"; "43 and 50 in 100" are not one share
            return self._share((one, two), True) if separator.span or separator.near else None
        one, two = self._same_unit(one, two)
        alike = one.unit == two.unit and one.point == two.point
        if not alike and (one.point or two.point or one.unit.kind != two.unit.kind):
            return None  # "2 weeks until day 14" are two things; "6 weeks to 6 months" is a range no unit can hold
        near = separator.near or not any(separator) or one.unit.numerals == "roman"  # "types III and IV"
        joined = separator.span or (near and two.value == one.value + 1)  # "one or two days"
        return Body((one, two), two.end, joined and alike)

    def _second(self, one: Operand, separator: _Separator) -> Operand | None:
        if any(separator):
            return self._whole_and_rest(self.read(one.end + 1, like=one))
        # *tiga empat hari*: two numbers side by side, in words, are the ends of a range
        beside = self.role(one.end, "side-by-side") and one.end == one.start + 1
        beside = beside and (not one.counted or (not one.unit and "side-by-side" in self.tokens[one.start].roles))
        two = self.read(one.end, like=one) if beside else None
        return two if two is not None and two.value == one.value + 1 and not two.digits else None

    def _whole_and_rest(self, one: Operand | None) -> Operand | None:
        """Read "1 hour 30 minutes" and "2 weeks and 3 days" as one number of the smaller unit."""
        if one is None or not self.joins(one.end) or not self._divisible(one):
            return one
        listed = self.role(one.end, "lists") and not self.role(one.end, "slash")
        at = one.end + bool(listed)
        rest = self.read(at, like=one) if self.joins(at) and not self.role(at, "filler") else None
        if rest is None or rest.unit == one.unit or not self._divisible(rest) or not rest.unit.converts_to(one.unit):
            return one
        left = converted(rest.value, rest.unit, one.unit)
        if left is None or left >= 1 or one.value.denominator != 1 or rest.unit.factor >= one.unit.factor:
            return one  # "3 days and 7 weeks" are two things
        value = one.value / (converted(Fraction(1), rest.unit, one.unit) or 1) + rest.value
        return rest._replace(value=value, start=one.start, counted=True, digits=one.digits)

    def _divisible(self, operand: Operand) -> bool:
        return operand.unit.kind in ("duration", "amount") and not (operand.point or operand.label or operand.bound)

    def _separator(self, position: int, closings: frozenset[str]) -> _Separator:
        """Read what stands behind an operand; after an opening ("between") only its own closing ("and") will do."""
        roles = self.tokens[position].roles if self.joins(position) else {}
        if closings:
            return _Separator(roles.get("close") in closings, False, False)
        return _Separator("between" in roles, "neighbours" in roles, "lists" in roles)

    def _belong(self, one: Operand, two: Operand, separator: _Separator) -> bool:
        """Tell whether a second operand can make one body with the first."""
        if one.fraction != two.fraction:
            return False  # "half to 3 days": a share and a number have nothing in common
        if one.unit and not two.unit and self._whole_of(two.end, two.value) is not None:
            return False  # "7 people to 92 in 100": the second number has a whole of its own
        # "days 1 and 3" and "1 and 3 days" share a word; "3 days and 7 weeks" do not, and are read one by one
        shares_word = not one.unit or (one.label and not two.unit)
        return shares_word or not separator.listed

    def _same_unit(self, one: Operand, two: Operand) -> tuple[Operand, Operand]:
        """Give both operands the unit of one, the smaller where they convert; otherwise leave them as they are."""
        if not one.unit or not two.unit:
            unit = one.unit or two.unit
            point = (one.point or two.point) and unit.numerals != "roman"  # «третьего и четвёртого типов»
            return one._replace(unit=unit, point=point), two._replace(unit=unit, point=point)
        small = min(one.unit, two.unit, key=lambda unit: unit.factor)
        low, high = converted(one.value, one.unit, small), converted(two.value, two.unit, small)
        if low is None or high is None or one.point or two.point:
            return one, two
        return one._replace(value=low, unit=small), two._replace(value=high, unit=small)

    def _share(self, operands: tuple[Operand, ...], span: bool) -> Body | None:
        """Read numbers without a unit: "43 in 100", "half", or what the expected unit makes of them."""
        end = operands[-1].end
        if operands[0].fraction:
            unit = self.role(end, "unit") or NO_UNIT
            followed = unit and not self._is_share_of(unit) and not self.role(end, "population")
            return None if followed else self._of_people(operands, end, span, Fraction(100), self.units.share)
        if any(operand.point for operand in operands):
            return None
        whole = self._whole_of(end, operands[-1].value)
        if whole is not None:
            scored = self.expected.out_of == whole.value
            factor, unit = (Fraction(1), self.expected) if scored else (100 / whole.value, self.units.share)
            counted = whole.digits or operands[0].digits
            parts = tuple(s._replace(counted=counted, whole=whole.value) for s in operands)
            points = scored and (self.role(whole.end, "unit") or NO_UNIT).bare  # «7,5 из 10 баллов»
            return self._of_people(parts, whole.end + points, span, factor, unit)
        if self.expected.bare and all(operand.digits for operand in operands):
            point = self.expected.dated
            return Body(tuple(s._replace(unit=self.expected, point=point) for s in operands), end, span)
        return None

    def _whole_of(self, position: int, part: Fraction) -> Operand | None:
        """Read "in 100", "out of 7": a number not smaller than the part, that is no year and no length of time."""
        if not self.role(position, "of"):
            return None
        at = self.skip(position + 1)
        whole = self.value(at) if self.joins(at) else None
        if whole is not None and not whole.value and self.role(whole.end, "between") and self.joins(whole.end + 1):
            whole = self.value(whole.end + 1)  # on a scale of 0 to 10
        if whole is None or whole.point or not 0 <= part <= whole.value or not whole.value:
            return None
        unit = self.role(whole.end, "unit")
        scored = unit and unit.bare and whole.value == self.expected.out_of
        if is_year(self.tokens[at].digits) or (unit and unit.kind != "count" and not scored):
            return None  # "30 women in 2019", "2 sessions in 6 weeks"
        return whole

    def _of_people(
        self, operands: tuple[Operand, ...], end: int, span: bool, factor: Fraction, unit: Unit
    ) -> Body | None:
        if not unit:
            return None  # this handbook has no shares
        people = bool(self.role(end, "population"))
        changed = (s._replace(value=s.value * factor, unit=unit, counted=s.counted or people) for s in operands)
        return Body(tuple(changed), end + people, span)

    def _settled(self, one: Operand) -> Operand:
        """Read "2016 года" as a year of the calendar."""
        token = self.tokens[one.end - 2] if one.end >= 2 else None
        calendar = self.units.calendars.get(one.unit.id)
        if "calendar-word" in self.tokens[one.end - 1].roles:
            calendar = next(iter(self.units.calendars.values()), None)
        if calendar and one.unit != self.expected and token is not None and is_year(token.digits) and one.digits:
            return one._replace(unit=calendar, point=True)
        return one


def is_year(digits: str) -> bool:
    """Tell whether digits are probably a year: "in 2019"."""
    return len(digits) == 4 and digits.isdecimal() and 1900 <= int(digits) <= 2100
