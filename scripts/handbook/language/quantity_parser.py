"""Quantities in the prose of a language, found and understood.

The lexicon cuts a text into numbers and known phrases; from each place a quantity is tried, built like this::

    [bound] operand [separator operand] ["in 100"] ["a day"] ["or more"]
    operand:   label number  |  number unit  |  ordinal unit  |  word for both   (see operands.py)

What cannot be understood is not a quantity: the reader never guesses and never raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from handbook.language.languages import Language
from handbook.language.lexicon import Lexicon, Token
from handbook.language.operands import Operand, OperandParser
from handbook.language.quantities import UNITS, Quantity, converted

ENDS = {"at-least": (True, False), "more-than": (True, True), "at-most": (False, False), "less-than": (False, True)}
"""What a bound says: whether the number is the low end, and whether that end is left out."""

_NUMBERS = ("number", "ordinal", "ordinal-uncounted", "ordinal-before", "roman", "fraction", "whole", "digits")
_BEGINNINGS = frozenset((*_NUMBERS, "label", "bound", "point-bound", "open", "clock-word"))
"""Roles of the tokens a quantity can begin with; to look no further at the others saves half of the time."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and where its words stand in the text."""

    quantity: Quantity
    start: int
    end: int
    counted: bool = True
    """False for words that mean a number but are said in passing: "a week", "once", «сутки»."""
    other: Quantity | None = None
    """What the same words can mean as well: «в течение 24 часов» is "for 24 hours" or "within 24 hours"."""

    @property
    def readings(self) -> tuple[Quantity, ...]:
        """Everything the words can mean."""
        return (self.quantity,) if self.other is None else (self.quantity, self.other)


def find_quantities(text: str, language: Language, expected: str = "") -> tuple[Found, ...]:
    """Return every quantity in a stretch of prose, in order and without overlap.

    ``expected`` is the unit of the fact that a link names. Where its numbers are usual without a word for the
    unit (telephone numbers, years, scores) a bare number, or "4.2 out of 10", is read in this unit.
    """
    return _found(language.lexicon, text, expected)


@lru_cache(maxsize=20_000)  # several checks ask for the same stretch
def _found(lexicon: Lexicon, text: str, expected: str) -> tuple[Found, ...]:
    return tuple(_Reader(lexicon.tokens(text), expected).all())


@dataclass(frozen=True, slots=True)
class _Body:
    """One or two operands; ``span`` when they are the ends of a range, else each stands for itself."""

    operands: tuple[Operand, ...]
    end: int
    span: bool = False

    @property
    def point(self) -> bool:
        """Whether this is a place in time."""
        return any(operand.point for operand in self.operands)


class _Reader(OperandParser):
    """Reads the tokens of one text from left to right."""

    def __init__(self, tokens: list[Token], expected: str):
        super().__init__(tokens)
        self.expected = expected
        self.done = 0  # tokens before this one belong to a quantity already

    def all(self) -> Iterator[Found]:
        """Yield all quantities of the text."""
        position = 0
        while position < len(self.tokens):
            if self.tokens[position].roles.keys().isdisjoint(_BEGINNINGS):
                position += 1
                continue
            found, end = self._quantity(position)
            yield from found
            position, self.done = (end, end) if found else (position + 1, self.done)

    def _quantity(self, position: int) -> tuple[list[Found], int]:
        """Read a quantity that begins exactly here; return what was found and the position behind it."""
        token = self.tokens[position]
        closings = token.roles.get("open", frozenset())
        body = self._body(position + 1, closings) if closings else None
        if body is not None:
            dated = "point-bound" in token.roles and "bound" not in token.roles
            return self._finish(position, _as_points(body) if dated else body, "")
        if "bound" in token.roles or "point-bound" in token.roles:
            body = self._body(position + 1) if self.joins(position + 1) else None
            names = ("point-bound", "bound") if body is not None and body.point else ("bound",)
            bound = next((token.roles[name] for name in names if name in token.roles), None)
            if body is not None and bound is not None:
                return self._finish(position, body, bound)
        body = None if self._follows_unread_number(position) else self._body(position, first=True)
        return self._finish(position, body, "") if body is not None else ([], position + 1)

    def _follows_unread_number(self, position: int) -> bool:
        """Tell whether the digits here go on from others that were not understood: ``1,5 to 3`` in English."""
        before = position - 1
        if not self.tokens[position].follows or before < self.done:
            return False
        if self.tokens[position].digits and self.tokens[before].digits:
            return True
        joined = "between" in self.tokens[before].roles and self.tokens[before].follows and before > self.done
        return joined and bool(self.tokens[before - 1].digits) and "number" not in self.tokens[before - 1].roles

    def _body(self, position: int, closings: frozenset[str] = frozenset(), first: bool = False) -> _Body | None:
        """Read one operand, or a range or a list of two."""
        if position >= len(self.tokens):
            return None
        one = self.read(position, first=first)
        if one is None:
            return None
        pair = self._pair(one, closings)
        if pair is not None or closings:
            return pair
        one = self._settled(one)
        return _Body((one,), one.end) if one.unit else self._share((one,), False)

    def _pair(self, one: Operand, closings: frozenset[str]) -> _Body | None:
        """Read the separator and the second operand, and put the two together."""
        if not self.joins(one.end):
            return None
        roles = self.tokens[one.end].roles
        span = roles.get("close") in closings if closings else "between" in roles
        near = not closings and "neighbours" in roles
        listed = not closings and "lists" in roles
        two = self.read(one.end + 1, like=one) if (span or near or listed) else None
        if two is None:
            return None
        if one.fraction != two.fraction and not (one.unit and two.unit):
            return None
        if one.unit and not two.unit and self._whole_of(two.end, two.value) is not None:
            return None  # "7 people to 92 in 100": the second number has a whole of its own
        if not one.unit and not two.unit:
            return self._share((one, two), True) if span or near else None
        if listed and one.unit and not (one.label and not two.unit):
            return None
        one, two = self._same_unit(one, two)
        alike = one.unit == two.unit and one.point == two.point
        if not alike and (one.point or two.point or UNITS[one.unit].kind != UNITS[two.unit].kind):
            return None  # "2 weeks until day 14" are two things; "6 weeks to 6 months" is a range no unit can hold
        joined = span or (near and two.value == one.value + 1)
        return _Body((one, two), two.end, joined and alike)

    def _same_unit(self, one: Operand, two: Operand) -> tuple[Operand, Operand]:
        """Give both operands the unit of one, the smaller where they convert; otherwise leave them as they are."""
        if not one.unit or not two.unit:
            unit, point = one.unit or two.unit, one.point or two.point
            return replace(one, unit=unit, point=point), replace(two, unit=unit, point=point)
        small = min(one.unit, two.unit, key=lambda unit: UNITS[unit].factor)
        low, high = converted(one.value, one.unit, small), converted(two.value, two.unit, small)
        if low is None or high is None or one.point or two.point:
            return one, two
        return replace(one, value=low, unit=small), replace(two, value=high, unit=small)

    def _share(self, operands: tuple[Operand, ...], span: bool) -> _Body | None:
        """Read numbers without a unit: "43 in 100", "half", or what the expected unit makes of them."""
        end = operands[-1].end
        if operands[0].fraction:
            followed = self.role(end, "unit") and not self.role(end, "population")
            return None if followed else self._of_people(operands, end, span, Fraction(100), "percent")
        if any(operand.point for operand in operands):
            return None
        whole = self._whole_of(end, operands[-1].value)
        if whole is not None:
            scored = UNITS[self.expected].out_of == whole.value if self.expected in UNITS else False
            factor, unit = (Fraction(1), self.expected) if scored else (100 / whole.value, "percent")
            counted = whole.digits or operands[0].digits
            return self._of_people(tuple(replace(s, counted=counted) for s in operands), whole.end, span, factor, unit)
        if self.expected in UNITS and UNITS[self.expected].bare and all(operand.digits for operand in operands):
            point = UNITS[self.expected].dated
            return _Body(tuple(replace(s, unit=self.expected, point=point) for s in operands), end, span)
        return None

    def _whole_of(self, position: int, part: Fraction) -> Operand | None:
        """Read "in 100", "out of 7": a number not smaller than the part, that is no year and no length of time."""
        if not self.role(position, "of"):
            return None
        at = self.skip(position + 1)
        whole = self.value(at) if self.joins(at) else None
        if whole is None or whole.point or not 0 <= part <= whole.value or not whole.value:
            return None
        unit = self.role(whole.end, "unit")
        if _is_year(self.tokens[at].digits) or (unit and UNITS[unit].kind != "count"):
            return None
        return whole

    def _of_people(self, operands: tuple[Operand, ...], end: int, span: bool, factor: Fraction, unit: str) -> _Body:
        people = bool(self.role(end, "population"))
        changed = (replace(s, value=s.value * factor, unit=unit, counted=s.counted or people) for s in operands)
        return _Body(tuple(changed), end + people, span)

    def _settled(self, one: Operand) -> Operand:
        """Read "2016 года" as a year of the calendar."""
        token = self.tokens[one.end - 2] if one.end >= 2 else None
        if one.unit == "year" != self.expected and token is not None and _is_year(token.digits) and one.digits:
            return replace(one, unit="calendar-year", point=True)
        return one

    def _finish(self, start: int, body: _Body, bound: str) -> tuple[list[Found], int]:
        """Read what may stand behind ("a day", "or more"), and make the quantities."""
        end, operands = body.end, body.operands
        per = self.role(end, "per") if all(operand.unit == "times" for operand in operands) else None
        if per:
            end, operands = end + 1, tuple(replace(operand, unit=per, counted=True) for operand in operands)
        after = "" if self._begins_another(end) else self.role(end, "bound-after") or ""
        end += bool(after)
        bounds = {word for word in (bound, *(operand.bound for operand in operands), after) if word}
        counted = all(operand.counted for operand in operands)
        starts = [start, *(operand.start for operand in operands[1:])]
        ends = [*(operand.end for operand in operands[:-1]), end]
        if body.span:
            ends_of, starts, ends = [(operands[0], operands[-1])], starts[:1], ends[-1:]
        else:
            ends_of = [(operand, operand) for operand in operands]
        found = []
        for (low, high), first, last in zip(ends_of, starts, ends, strict=True):
            quantity, other = _quantity_of(low, high, bounds)
            found.append(Found(quantity, self.tokens[first].start, self.tokens[last - 1].end, counted, other))
        return found, end

    def _begins_another(self, position: int) -> bool:
        """Tell whether a word such as "at least" belongs to a number behind it."""
        behind = self.skip(position + 1)
        if not self.role(position, "bound") or not self.joins(behind):
            return False
        return not self.tokens[behind].roles.keys().isdisjoint(("number", "label", "whole", "fraction"))


def _as_points(body: _Body) -> _Body:
    """Read «с 3 по 7 день» as days 3 to 7."""
    return replace(body, operands=tuple(replace(operand, point=UNITS[operand.unit].dated) for operand in body.operands))


def _quantity_of(low: Operand, high: Operand, bounds: set[str]) -> tuple[Quantity, Quantity | None]:
    """Make the quantity of two ends and what bounds them, and the second reading where there is one."""
    single, kind = low.value == high.value, "point" if low.point else UNITS[low.unit].kind
    exact = Quantity(kind, low.value, high.value, low.unit)
    if not bounds or (bounds <= {"within", "during"} and (low.point or not single)):
        return exact, None
    if len(bounds) > 1 or not single:
        return replace(exact, kind="limit"), None  # unclear: equal to nothing
    (bound,) = bounds
    limit = Quantity("limit", None, high.value, high.unit)
    if bound in ("within", "during"):
        return (limit, None) if bound == "within" else (exact, limit)
    is_low, exclusive = ENDS[bound]
    least, most = (low.value, None) if is_low else (None, low.value)
    return Quantity("point" if low.point else "limit", least, most, low.unit, exclusive), None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and "1900" <= digits <= "2100"
