"""Quantities as values: how much, of what, with which bound, and when two of them are equal.

Nothing here belongs to one language: words are read in ``reading.py`` and written in ``wording.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

KINDS = ("duration", "point", "limit", "amount", "share", "count")
"""What a quantity can be; the meaning of each stands at ``Quantity``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure and what may be said in it."""

    kind: str
    """The kind of a quantity in this unit that has both ends and no day label."""
    base: str = ""
    """Units with the same base convert into each other exactly; a unit without one stands alone."""
    factor: Fraction = Fraction(1)
    """How many of the base one of this unit is."""
    clinical: bool = True
    """Whether it tells a patient what happens or what to do; the others describe a study, a law or an address."""
    dated: bool = False
    """Whether things can stand *at* it: day 3, week 4, 11:00."""
    numerals: str = "decimal"
    """How its numbers are written: ``decimal``, ``roman`` (type IV), ``clock`` (11:00) or ``plain`` (999)."""
    bare: bool = False
    """Whether its numbers are usual without any word for the unit, as in a telephone number."""
    out_of: int = 0
    """The top of a score, so that "4.2 out of 10" can be a score instead of a share."""


def _time(base: str, factor: int, dated: bool = True) -> Unit:
    return Unit("duration", base, Fraction(factor), dated=dated)


UNITS: Mapping[str, Unit] = {
    "second": _time("second", 1, dated=False),
    "minute": _time("second", 60, dated=False),
    "hour": _time("second", 3600, dated=False),
    "day": _time("second", 86400),
    "week": _time("second", 604800),
    "night": Unit("duration", dated=True),
    "month": _time("month", 1),
    "year": _time("month", 12, dated=False),
    "academic-hour": Unit("duration", clinical=False),
    "clock-hour": Unit("point", dated=True, numerals="clock"),
    "calendar-year": Unit("point", clinical=False, dated=True, numerals="plain", bare=True),
    "nanometre": Unit("amount", "nanometre"),
    "micrometre": Unit("amount", "nanometre", Fraction(10**3)),
    "millimetre": Unit("amount", "nanometre", Fraction(10**6)),
    "centimetre": Unit("amount", "nanometre", Fraction(10**7)),
    "millilitre": Unit("amount"),
    "milligram": Unit("amount"),
    "milligram-per-kilogram": Unit("amount"),
    "milligram-per-square-centimetre": Unit("amount"),
    "microgram-per-millilitre": Unit("amount"),
    "millijoule": Unit("amount"),
    "mmhg": Unit("amount"),
    "degree-celsius": Unit("amount"),
    "SPF": Unit("amount"),
    "fitzpatrick-type": Unit("amount", numerals="roman"),
    "laser-class": Unit("amount"),
    "pain-score-0-10": Unit("amount", bare=True, out_of=10),
    "scar-score-0-10": Unit("amount", bare=True, out_of=10),
    "scar-scale-point": Unit("amount", bare=True),
    "ringgit": Unit("amount", clinical=False),
    "phone-number": Unit("amount", clinical=False, numerals="plain", bare=True),
    "percent": Unit("share"),
    "times": Unit("count", "times"),
    "ratio": Unit("count", "times", bare=True),
    "times-per-day": Unit("count"),
    "times-per-week": Unit("count"),
    "session": Unit("count"),
    "treatment": Unit("count"),
    "person": Unit("count", clinical=False),
    "study": Unit("count", clinical=False),
    "case": Unit("count", clinical=False),
    "company": Unit("count", clinical=False),
    "group": Unit("count", clinical=False),
}
"""Every unit the register may use. A new unit needs a line here and its words in each language."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range of numbers with a unit, and what they mean.

    ``kind`` says what it is:

    - *duration*, a length of time: "3 to 7 days". Both ends are there.
    - *point*, a place in time counted in units or on the clock: "day 3" (both ends), "from day 3" (``low`` only),
      "until day 3" (``high`` only), "11:00 to 16:00".
    - *limit*, anything but a point with one open end: "at least 4 weeks" (``low`` only), "up to 7 days" (``high``
      only), "SPF 30 or more". A bound before a whole range ("at least 3 to 7 days") is read as a limit with
      both ends: it is unclear, and nothing in a register equals it.
    - *amount*, a measure: "38 °C", "10,600 nm", "SPF 30".
    - *share*, a part of a whole, always in percent: "43%", "43 in 100", "1 in 7" (which is 100/7), "half".
    - *count*, how many or how often: "2 to 4 sessions", "twice", "4 times a day".
    """

    kind: str
    low: Fraction | None
    """The lower end; the same as ``high`` for a single value; None where it is open."""
    high: Fraction | None
    unit: str
    exclusive: bool = False
    """Whether the one end itself is left out: "more than 3 days", "after day 3", "less than 1%"."""


def same(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities say the same: kind, both ends, bound and, after exact conversion, value and unit.

    Seconds to weeks convert into each other, months and years, and nanometres to centimetres; weeks never
    into months. Points do not convert: day 7 is not week 1.
    """
    alike = a.kind == b.kind and a.exclusive == b.exclusive
    return alike and _measure(a) == _measure(b)


def converted(number: Fraction, unit: str, wanted: str) -> Fraction | None:
    """Return ``number`` in another unit, or None where the two have no exact relation."""
    if unit == wanted:
        return number
    here, there = UNITS.get(unit), UNITS.get(wanted)
    if here is None or there is None or not here.base or here.base != there.base:
        return None
    return number * here.factor / there.factor


def validate(quantity: Quantity) -> str:
    """Return what is wrong with a quantity in a register, as half a sentence, or the empty text."""
    unit, ends = UNITS.get(quantity.unit), (quantity.low, quantity.high)
    if unit is None:
        return f"the unit {quantity.unit} is not known"
    kinds = {unit.kind, "point" if unit.dated else "limit", "limit" if unit.kind != "point" else "point"}
    if quantity.kind not in kinds:
        return f"a quantity in {quantity.unit} is no {quantity.kind} but a {unit.kind}"
    if ends.count(None) == 2 or (quantity.kind == "limit" and None not in ends):
        return f"a {quantity.kind} has {'one end' if quantity.kind == 'limit' else 'at least one end'}"
    if quantity.kind not in ("limit", "point") and None in ends:
        return f"a {quantity.kind} has both ends; with an open end it is a limit"
    if quantity.exclusive and None not in ends:
        return "only an open end can be exclusive"
    return "low is more than high" if None not in ends and ends[0] > ends[1] else ""  # type: ignore[operator]


def _measure(quantity: Quantity) -> tuple[str, Fraction | None, Fraction | None]:
    """Return the base unit and both ends in it; for a point the unit as it is."""
    unit = UNITS.get(quantity.unit)
    if unit is None or not unit.base or quantity.kind == "point":
        return quantity.unit, quantity.low, quantity.high
    low, high = ((end * unit.factor if end is not None else None) for end in (quantity.low, quantity.high))
    return unit.base, low, high
