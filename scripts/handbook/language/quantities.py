"""Quantities as values: how much, of what, with which bound, and when two of them are equal.

Nothing here belongs to one language: quantity_parser.py reads them and quantity_formatter.py writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from handbook.diagnostics.messages import NOTHING, Message
from handbook.language.units import Unit

KINDS = ("duration", "point", "limit", "amount", "share", "count")
"""What a quantity can be; the meaning of each stands at ``Quantity``."""

_BELOW_NOUGHT = {"amount", "point"}
"""Kinds of units that go on below 0: degrees, and days before an event."""


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
    unit: Unit
    exclusive: bool = False
    """Whether the one end itself is left out: "more than 3 days", "after day 3", "less than 1%"."""
    every: bool = field(default=False, compare=False, repr=False)
    """Whether it is, or may be said as, the time from one to the next: "every 2 hours"."""
    within: str = field(default="", compare=False, repr=False)
    """The id of the unit in each of which it holds: of "5 minutes in each hour" the hour."""
    counted: tuple[Fraction, Fraction] | None = field(default=None, compare=False, repr=False)
    """Of a share how many those were, and of how many: of "12 of 13" both numbers."""


def same(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities say the same: kind, both ends, bound and, after exact conversion, value and unit.

    Points do not convert: day 7 is not week 1. From nothing to 12 months is at most 12 months.
    """
    a, b = _from_nothing(a), _from_nothing(b)
    alike = a.kind == b.kind and a.exclusive == b.exclusive
    if not alike or a.unit.id == b.unit.id:
        return alike and (a.low, a.high) == (b.low, b.high)
    return _measure(a) == _measure(b)


def answers(said: Quantity, wanted: Quantity) -> bool:
    """Tell whether what words say is a quantity of the register, also in a way that only the register can allow.

    "Every 2 hours" is no length of time, "12 of 13" is 92% only where just those were counted, and "5 minutes an hour"
    says what "5 minutes" does only where they are meant in each hour.
    """
    if wanted.within and said.unit.by == wanted.within and said.unit.per == wanted.unit.id:
        return same(replace(said, unit=wanted.unit), wanted)
    if said.every and not wanted.every:
        return False
    is_counted = said.counted is not None and said.counted == wanted.counted
    return same(said, wanted) or (is_counted and said.kind == wanted.kind and wanted.low == wanted.high)


def _from_nothing(quantity: Quantity) -> Quantity:
    is_open = quantity.kind == "duration" and quantity.low == 0 != quantity.high
    return replace(quantity, kind="limit", low=None) if is_open else quantity


def converted(number: Fraction, unit: Unit, wanted: Unit) -> Fraction | None:
    """Return ``number`` in another unit, or None where the two have no exact relation."""
    return (in_base(number, unit) - wanted.offset) / wanted.factor if unit.converts_to(wanted) else None


def validate(quantity: Quantity) -> Message:
    """Return what is wrong with a quantity in a register, as half a sentence, or the empty text."""
    unit, ends = quantity.unit, (quantity.low, quantity.high)
    kinds = {unit.kind, "point" if unit.dated else "limit", "limit" if unit.kind != "point" else "point"}
    if quantity.kind not in kinds:
        return Message(
            "a quantity in {unit} is no {kind} but a {right}", unit=unit.id, kind=quantity.kind, right=unit.kind
        )
    if ends.count(None) == 2 or (quantity.kind == "limit" and None not in ends):
        one, some = (
            Message("a {kind} has one end", kind="limit"),
            Message("a {kind} has at least one end", kind=quantity.kind),
        )
        return one if quantity.kind == "limit" else some
    if quantity.kind not in ("limit", "point") and None in ends:
        return Message("a {kind} has both ends; with an open end it is a limit", kind=quantity.kind)
    if not {unit.kind, quantity.kind} & _BELOW_NOUGHT and any(end is not None and end < 0 for end in ends):
        return Message("a {kind} in {unit} is not less than nothing", kind=quantity.kind, unit=unit.id)
    if quantity.exclusive and None not in ends:
        return Message("only an open end can be exclusive")
    is_turned = None not in ends and ends[0] > ends[1]  # type: ignore[operator]
    return Message("low is more than high") if is_turned else NOTHING


def _measure(quantity: Quantity) -> tuple[str, Fraction | None, Fraction | None]:
    """Return the base unit and both ends in it; for a point the unit as it is."""
    unit = quantity.unit
    if quantity.kind == "point":
        return unit.id, quantity.low, quantity.high
    low, high = (None if end is None else in_base(end, unit) for end in (quantity.low, quantity.high))
    return unit.base, low, high


def in_base(number: Fraction, unit: Unit) -> Fraction:
    """Return a number in the base of its unit."""
    plain = unit.factor == 1 and not unit.offset
    return number if plain else number * unit.factor + unit.offset
