"""Quantities in the prose of a language, found and understood.

The lexicon cuts a text into tokens: numbers in digits, and phrases with the roles that the language's file gives
them. From each token a quantity is tried. In capitals stand roles of tokens, and DIGITS, which are a NUMBER as well;
nothing but spaces stands between the tokens of a quantity::

    quantity  = ( frame | both | bounded | PER body | EACH body ) [ BOUND-AFTER ] ;     (* sehari dua kali; every 2 h *)
    frame     = OPEN body ;                              (* from 3 to 7 days: its separator is a CLOSE of this OPEN *)
    bounded   = [ ( BOUND | POINT-BOUND ) { BOUND-FILLER } ] body       (* POINT-BOUND: before points *)
              | BOUND IMPLIES number ;                   (* older than 60, where the fact counts years *)
    both      = BOUND operand [ BOTH ] BOUND operand ;   (* at least 3 and at most 7 days *)
    body      = mixed [ separator mixed ]                (* 3 to 7 days, days 1 and 3 *)
              | NUMBER NUMBER UNIT                       (* tiga empat hari, where SIDE-BY-SIDE *)
              | numbers OF whole [ POPULATION ]          (* 43 to 50 in 100 people *)
              | numbers UNIT OF whole                    (* 43 people in 100, 4 points out of 10 *)
              | fractions [ POPULATION ]                 (* half of patients *)
              | numbers ;                                (* 999, where the unit of the fact is bare *)
    numbers   = number [ span number ] ;
    whole     = filled [ "0" BETWEEN ] value ;           (* on a scale of 0 to 10 *)
    fractions = fraction [ span fraction ] | EACH ORDINAL ;     (* every tenth person *)
    span      = BETWEEN | NEIGHBOURS | CLOSE ;           (* to; or; the second word of a frame *)
    separator = span | LISTS ;                           (* and *)

    mixed     = operand [ [ LISTS ] operand ] ;          (* 1 hour 30 minutes: the second unit is a part of the first *)
    operand   = filled ( labelled | WHOLE [ ADDED ] | hour | numbered ) { by } ;
    by        = PER | SLASH UNIT | BOUND ( WHOLE | PER ) | LESS ;       (* 5 mg/kg a day; seminggu; 3 times less *)
    number    = filled value ;
    fraction  = filled FRACTION ;
    filled    = { FILLER } ;                             (* about, the *)
    labelled  = ( LABEL | IMPLIES ) filled [ HYPHEN | BOUND filled ] value ;  (* day 3, SPF-30, SPF from 30, age 60 *)
    hour      = NUMBER [ [ CLOCK-WORD-AFTER ] DAYPART ]  (* 11:00, 4 pm, «2 часа дня»; «с 11 до 16 часов» *) ;
    numbered  = value [ BOUND-AFTER ] { UNIT-FILLER } [ HYPHEN ] UNIT [ ADDED ]   (* 3 full days, 2 hours and a half *)
              | FRACTION UNIT                            (* half day *)
              | ( ROMAN | value ) LABEL ;                (* IV типа; «4-й класс» where a class is expected *)
    value     = [ MINUS ] NUMBER [ ADDED | TIMES ] [ "(" NUMBER ")" ]   (* 3, two and a half, 10 thousand, three (3) *)
              | DIGITS SLASH DIGITS | DIGITS DIGITS SLASH DIGITS        (* 1/2, 1 1/2 *)
              | DIGITS CARDINAL-AFTER                    (* 5-ти *)
              | DIGITS ORDINAL-AFTER                     (* 3rd *)
              | ORDINAL-BEFORE DIGITS                    (* ke-3 *)
              | ORDINAL | ORDINAL-UNCOUNTED              (* third; first *)
              | ROMAN ;

One of two operands may lack the unit and then has the other's ("3 to 7 days", "days 1 and 3"). What cannot be
understood is not a quantity: the parser never guesses and never raises. bodies.py reads from ``body`` on, operands.py
from ``operand`` and values.py from ``value``; a NUMBER of several words was one token already (number_words.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from handbook.language.bodies import Body, BodyParser
from handbook.language.languages import Language
from handbook.language.lexicon import Lexicon, Token
from handbook.language.quantities import Quantity
from handbook.language.units import NO_UNIT, Unit
from handbook.language.values import Operand

ENDS = {"at-least": (True, False), "more-than": (True, True), "at-most": (False, False), "less-than": (False, True)}
"""What a bound says: whether the number is the low end, and whether that end is left out."""

_NUMBERS = ("number", "ordinal", "ordinal-uncounted", "ordinal-before", "roman", "fraction", "whole", "digits", "minus")
_BEGINNINGS = frozenset((*_NUMBERS, "label", "bound", "point-bound", "open", "clock-word", "per", "each", "implies"))
"""Roles of the tokens a quantity can begin with; to look no further at the others saves half of the time."""


_DOT = 2
"""How many signs stand between a bound and its number that lacks its nought: "at most .5 days"."""


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read: its tokens, and the quantities they make."""

    tokens: tuple[Token, ...]
    found: tuple[Found, ...]


def find_quantities(text: str, language: Language, expected: Unit = NO_UNIT) -> tuple[Found, ...]:
    """Return every quantity in a stretch of prose, in order and without overlap.

    ``expected`` is the unit of the fact that a link names. Where its numbers are usual without a word for the
    unit (telephone numbers, years, scores) a bare number, or "4.2 out of 10", is read in this unit.
    """
    return read_text(text, language, expected).found


def read_text(text: str, language: Language, expected: Unit = NO_UNIT) -> Reading:
    """Return the tokens of a text with its quantities, for those who ask what was not understood."""
    return _reading(language.lexicon, text, expected.id)


@lru_cache(maxsize=20_000)  # several checks ask for the same stretch
def _reading(lexicon: Lexicon, text: str, expected_id: str) -> Reading:
    if not lexicon.may_say_number(text):
        return Reading((), ())
    tokens, expected = lexicon.tokens(text), lexicon.units.by_id.get(expected_id, NO_UNIT)
    return Reading(tokens, tuple(_QuantityParser(tokens, lexicon.units, expected).all()))


class _QuantityParser(BodyParser):
    """Reads the tokens of one text from left to right."""

    done = 0
    """The tokens before this one belong to a quantity already."""

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
        roles = self.tokens[position].roles
        if not _OPENINGS.keys().isdisjoint(roles):
            for role, read in _OPENINGS.items():
                found = read(self, position) if role in roles else None
                if found is not None:
                    return found
        body = None if self._follows_unread_number(position) else self.body(position, first=True)
        return self._finish(position, body, "") if body is not None else ([], position + 1)

    def _framed(self, position: int) -> tuple[list[Found], int] | None:
        """Read "from 3 to 7 days"."""
        roles = self.tokens[position].roles
        body = self.body(position + 1, roles["open"])
        if body is None:
            return None
        # «с 3 по 7 день»: «с» bounds points only, so these are days 3 to 7; "from 3 to 7 days" is a length of time
        dated = "point-bound" in roles and "bound" not in roles
        return self._finish(position, (self._hours(body, words=True) or _as_points(body)) if dated else body, "")

    def _bounded(self, position: int) -> tuple[list[Found], int] | None:
        """Read "at least 3 days", "from day 3"."""
        roles = self.tokens[position].roles
        at = self.skip(position + 1, "bound-filler")
        both = self.both_ends(position, at)
        if both is not None:
            return self._finish(position, both, "")
        body = self.body(at) if self.joins(at) else None
        body = body or self.implied(at, roles.get("implies", NO_UNIT))
        if body is None:
            return None
        # "after day 3" has a bound, and in "after 3 days" the same word is none: 3 days are no point
        if body.is_first and not {"during", "within", "taken"}.isdisjoint((roles.get("bound"),)):
            body = body.lasting  # "within the first week"
        dated = body.point or (body.is_age and roles.get("point-bound") == "more-than")  # "after the age of 15"
        names = ("point-bound", "bound") if dated else ("bound",)
        bound = next((roles[name] for name in names if name in roles), None)
        hours = self._hours(body) if "point-bound" in roles and len(body.operands) == 1 else None
        hour = hours.operands[0] if hours else None
        other = _quantity_of(hour, hour, {roles["point-bound"]})[0] if hour else None  # «до 16 часов»
        if bound == "at-least" and body.is_age:
            other = _quantity_of(body.operands[0], body.operands[-1], set())[0]  # "from age 15" can be an age
        if bound in ("during", "taken") and len(body.operands) > 1 and body.operands[0].unit.kind != "point":
            return self._finish(at, body, "")  # «за 3–7 дней» bounds nothing
        if bound is not None:
            return self._finish(position, body, bound, other)
        return self._finish(at, body, "", other) if other else None

    def _each(self, position: int) -> tuple[list[Found], int] | None:
        """Read "every 2 hours", which is no length of time."""
        body = self.body(position + 1) if self.joins(position + 1) else None
        lasting = body is not None and not body.point and all(one.unit.kind == "duration" for one in body.operands)
        if body is None or not lasting:
            return None
        found, end = self._finish(position, body, "")
        return [replace(one, quantity=replace(one.quantity, every=True)) for one in found], end

    def _rated_before(self, position: int) -> tuple[list[Found], int] | None:
        """Read *sehari dua kali*, which is *dua kali sehari*."""
        by = self.tokens[position].roles["per"]
        body = self.body(position + 1) if self.joins(position + 1) else None
        rates = [self.units.rates.get((operand.unit.id, by.id)) for operand in body.operands] if body else []
        if body is None or not all(rates):
            return None
        operands = tuple(
            operand._replace(unit=rate, counted=True)
            for operand, rate in zip(body.operands, rates, strict=True)
            if rate is not None
        )
        return self._finish(position, replace(body, operands=operands), "")

    def _hours(self, body: Body, words: bool = False) -> Body | None:
        """Read «с 11 до 16 часов» as times of day, where the word behind the number can mean both."""
        last = self.tokens[body.end - 1]
        hours = all((operand.digits or words) and 0 <= operand.value <= 24 for operand in body.operands)
        if "clock-word-after" not in last.roles or not hours or not self.units.clock:
            return None
        operands = (operand._replace(unit=self.units.clock, point=True) for operand in body.operands)
        return replace(body, operands=tuple(operands))

    def _follows_unread_number(self, position: int) -> bool:
        """Tell whether the digits here go on from others that were not understood: ``1,5 to 3`` in English."""
        before = position - 1
        if not self.tokens[position].follows or before < self.done:
            return False
        if self.tokens[position].digits and self.tokens[before].digits:
            return True
        joined = "between" in self.tokens[before].roles and self.tokens[before].follows and before > self.done
        return joined and bool(self.tokens[before - 1].digits) and "number" not in self.tokens[before - 1].roles

    def _finish(self, start: int, body: Body, bound: str, other: Quantity | None = None) -> tuple[list[Found], int]:
        """Read what may stand behind ("or more"), and make the quantities."""
        end, operands = body.end, body.operands
        after = "" if self._begins_another(end) else self.role(end, "bound-after") or ""
        end += bool(after)
        if bound == "taken":  # «за 2 недели» is what something takes, «за 2 недели до» when it begins
            bound = "" if self.role(end, "point-bound") else "during"
        bounds = {word for word in (bound, *(operand.bound for operand in operands), after) if word}
        counted = all(operand.counted for operand in operands)
        found = []
        for low, high, first, last in _ends(body, start, end):
            quantity, second = _quantity_of(low, high, bounds)
            place = self.tokens[first].start, self.tokens[last - 1].end
            found.append(Found(quantity, *place, counted, other or second))
        return found, end

    def _begins_another(self, position: int) -> bool:
        """Tell whether a word such as "at least" belongs to a number behind it."""
        behind = self.skip(position + 1)
        if not self.role(position, "bound") or behind >= len(self.tokens):
            return False
        if not self.joins(behind) and self.tokens[behind].start > self.tokens[behind - 1].end + _DOT:
            return False
        return not self.tokens[behind].roles.keys().isdisjoint(("number", "label", "whole", "fraction"))


_OPENINGS = {
    "open": _QuantityParser._framed, "bound": _QuantityParser._bounded, "point-bound": _QuantityParser._bounded,
    "per": _QuantityParser._rated_before, "each": _QuantityParser._each,
}  # fmt: skip
"""What to try first at a token, by its role."""


def _ends(body: Body, start: int, end: int) -> Iterator[tuple[Operand, Operand, int, int]]:
    """Yield both ends of each quantity of a body, with the tokens where its words begin and end."""
    operands = body.operands
    if body.span:
        yield operands[0], operands[-1], start, end
        return
    starts = [start, *(operand.start for operand in operands[1:])]
    stops = [*(operand.end for operand in operands[:-1]), end]
    yield from zip(operands, operands, starts, stops, strict=True)


def _as_points(body: Body) -> Body:
    """Read «с 3 по 7 день» as days 3 to 7."""
    return replace(body, operands=tuple(operand._replace(point=operand.unit.dated) for operand in body.operands))


def _quantity_of(low: Operand, high: Operand, bounds: set[str]) -> tuple[Quantity, Quantity | None]:
    """Make the quantity of two ends and what bounds them, and the second reading where there is one."""
    single, kind = low is high or low.value == high.value, "point" if low.point else low.unit.kind
    if high.value < low.value < 0:
        low, high = high, low  # "−5 to −10 °C"
    counted = (low.value * low.whole / 100, low.whole) if low.whole and single else None
    exact = Quantity(kind, low.value, high.value, low.unit, counted=counted)
    if bounds and bounds <= {"within", "during"} and low.unit.kind == "point":
        return replace(exact, kind="limit"), None  # «в течение 10–14 часов» is no time of day
    if bounds == {"during"} and kind != "duration":
        return exact, None
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
