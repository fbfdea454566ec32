"""Quantities in the prose of a language, found and understood.

The lexicon cuts a text into tokens: numbers in digits, and phrases with the roles that the language's file gives
them. From each token a quantity is tried. In capitals stand roles of tokens, and DIGITS, which are a NUMBER as well;
nothing but spaces stands between the tokens of a quantity::

    quantity  = ( frame | [ BOUND | POINT-BOUND ] body ) [ PER ] [ BOUND-AFTER ] ;   (* POINT-BOUND: before points *)
    frame     = OPEN body ;                              (* from 3 to 7 days: its separator is a CLOSE of this OPEN *)
    body      = operand [ separator operand ]            (* 3 to 7 days, days 1 and 3 *)
              | numbers OF filled value [ POPULATION ]   (* 43 to 50 in 100 people *)
              | fractions [ POPULATION ]                 (* half of patients *)
              | numbers ;                                (* 999, where the unit of the fact is bare *)
    numbers   = number [ span number ] ;
    fractions = fraction [ span fraction ] ;
    span      = BETWEEN | NEIGHBOURS | CLOSE ;           (* to; or; the second word of a frame *)
    separator = span | LISTS ;                           (* and *)

    operand   = filled ( labelled | WHOLE | hour | numbered ) ;
    number    = filled value ;
    fraction  = filled FRACTION ;
    filled    = { FILLER } ;                             (* about, the *)
    labelled  = LABEL filled [ BOUND filled ] value ;    (* day 3, SPF of at least 30, hari ke-3 *)
    hour      = DIGITS [ DAYPART ] ;                     (* 11:00, 4 pm *)
    numbered  = value [ BOUND-AFTER ] [ HYPHEN ] UNIT    (* 3 days, 5-minute, 3 or more sessions *)
              | ROMAN LABEL ;                            (* IV типа *)
    value     = NUMBER [ ADDED ]                         (* 3, three, two and a half *)
              | DIGITS ( SLASH DIGITS | CARDINAL-AFTER ) (* 1/2, 5-ти *)
              | DIGITS ORDINAL-AFTER                     (* 3rd *)
              | ORDINAL-BEFORE DIGITS                    (* ke-3 *)
              | ORDINAL | ORDINAL-UNCOUNTED              (* third; first *)
              | ROMAN ;

One of two operands may lack the unit and then has the other's ("3 to 7 days", "days 1 and 3"). What cannot be
understood is not a quantity: the parser never guesses and never raises. operands.py reads from ``operand`` on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from handbook.language.languages import Language
from handbook.language.lexicon import Lexicon
from handbook.language.operands import Operand, OperandParser
from handbook.language.quantities import Quantity, converted
from handbook.language.units import NO_UNIT, Unit

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


def find_quantities(text: str, language: Language, expected: Unit = NO_UNIT) -> tuple[Found, ...]:
    """Return every quantity in a stretch of prose, in order and without overlap.

    ``expected`` is the unit of the fact that a link names. Where its numbers are usual without a word for the
    unit (telephone numbers, years, scores) a bare number, or "4.2 out of 10", is read in this unit.
    """
    return _found(language.lexicon, text, expected)


@lru_cache(maxsize=20_000)  # several checks ask for the same stretch
def _found(lexicon: Lexicon, text: str, expected: Unit) -> tuple[Found, ...]:
    return tuple(_QuantityParser(lexicon, text, expected).all())


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


class _Separator(NamedTuple):
    """What can stand between two operands here."""

    span: bool
    """As "to": they are the ends of a range."""
    near: bool
    """As "or": they are, if they are neighbours; "10 or 14 days" are two things."""
    listed: bool
    """As "and": they are two things that share the word for their unit."""


class _QuantityParser(OperandParser):
    """Reads the tokens of one text from left to right."""

    def __init__(self, lexicon: Lexicon, text: str, expected: Unit):
        super().__init__(lexicon.tokens(text), lexicon.units)
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
            # «с 3 по 7 день»: «с» bounds points only, so these are days 3 to 7; "from 3 to 7 days" is a length of time
            dated = "point-bound" in token.roles and "bound" not in token.roles
            return self._finish(position, _as_points(body) if dated else body, "")
        if "bound" in token.roles or "point-bound" in token.roles:
            body = self._body(position + 1) if self.joins(position + 1) else None
            # "after day 3" has a bound, and in "after 3 days" the same word is none: 3 days are no point
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
        separator = self._separator(one.end, closings)
        two = self.read(one.end + 1, like=one) if any(separator) else None
        if two is None or not self._belong(one, two, separator):
            return None
        if not one.unit and not two.unit:  # "43 to 50 in 100"; "43 and 50 in 100" are not one share
            return self._share((one, two), True) if separator.span or separator.near else None
        one, two = self._same_unit(one, two)
        alike = one.unit == two.unit and one.point == two.point
        if not alike and (one.point or two.point or one.unit.kind != two.unit.kind):
            return None  # "2 weeks until day 14" are two things; "6 weeks to 6 months" is a range no unit can hold
        joined = separator.span or (separator.near and two.value == one.value + 1)  # "one or two days"
        return _Body((one, two), two.end, joined and alike)

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
            unit, point = one.unit or two.unit, one.point or two.point
            return replace(one, unit=unit, point=point), replace(two, unit=unit, point=point)
        small = min(one.unit, two.unit, key=lambda unit: unit.factor)
        low, high = converted(one.value, one.unit, small), converted(two.value, two.unit, small)
        if low is None or high is None or one.point or two.point:
            return one, two
        return replace(one, value=low, unit=small), replace(two, value=high, unit=small)

    def _share(self, operands: tuple[Operand, ...], span: bool) -> _Body | None:
        """Read numbers without a unit: "43 in 100", "half", or what the expected unit makes of them."""
        end = operands[-1].end
        if operands[0].fraction:
            followed = self.role(end, "unit") and not self.role(end, "population")
            return None if followed else self._of_people(operands, end, span, Fraction(100), self.units.share)
        if any(operand.point for operand in operands):
            return None
        whole = self._whole_of(end, operands[-1].value)
        if whole is not None:
            scored = self.expected.out_of == whole.value
            factor, unit = (Fraction(1), self.expected) if scored else (100 / whole.value, self.units.share)
            counted = whole.digits or operands[0].digits
            return self._of_people(tuple(replace(s, counted=counted) for s in operands), whole.end, span, factor, unit)
        if self.expected.bare and all(operand.digits for operand in operands):
            point = self.expected.dated
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
        if _is_year(self.tokens[at].digits) or (unit and unit.kind != "count"):
            return None  # "30 women in 2019", "2 sessions in 6 weeks"
        return whole

    def _of_people(
        self, operands: tuple[Operand, ...], end: int, span: bool, factor: Fraction, unit: Unit
    ) -> _Body | None:
        if not unit:
            return None  # this handbook has no shares
        people = bool(self.role(end, "population"))
        changed = (replace(s, value=s.value * factor, unit=unit, counted=s.counted or people) for s in operands)
        return _Body(tuple(changed), end + people, span)

    def _settled(self, one: Operand) -> Operand:
        """Read "2016 года" as a year of the calendar."""
        token = self.tokens[one.end - 2] if one.end >= 2 else None
        calendar = self.units.calendars.get(one.unit.id)
        if calendar and one.unit != self.expected and token is not None and _is_year(token.digits) and one.digits:
            return replace(one, unit=calendar, point=True)
        return one

    def _finish(self, start: int, body: _Body, bound: str) -> tuple[list[Found], int]:
        """Read what may stand behind ("a day", "or more"), and make the quantities."""
        end, operands = body.end, body.operands
        rates = self.role(end, "per") or ()  # "a day" makes of times those a day, and nothing of hours
        per = next((rate for rate in rates if all(operand.unit.id == rate.per for operand in operands)), None)
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
    return replace(body, operands=tuple(replace(operand, point=operand.unit.dated) for operand in body.operands))


def _quantity_of(low: Operand, high: Operand, bounds: set[str]) -> tuple[Quantity, Quantity | None]:
    """Make the quantity of two ends and what bounds them, and the second reading where there is one."""
    single, kind = low.value == high.value, "point" if low.point else low.unit.kind
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
    return len(digits) == 4 and digits.isdecimal() and 1900 <= int(digits) <= 2100
