"""The units that quantities count in, and what may be said in them.

Nothing here or elsewhere in the program knows a unit by its name: what a number of its own is read as ("11:00",
"43 in 100", «2016 года») is told by what the unit's row says of it. unit_reader.py reads the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant

UNIT_KINDS = ("duration", "point", "amount", "share", "count")
"""What a number in a unit can be; with an open end it is a limit, and no unit has that kind."""
NUMERALS = ("decimal", "roman", "clock", "plain")
"""How numbers in a unit are written: ``10,600``, ``IV``, ``11:00``, ``999``."""


@dataclass(frozen=True, slots=True, repr=False)
class Unit:
    """A unit of measure and what may be said in it."""

    id: str
    """By which facts, decisions and languages name it."""
    kind: str
    """The kind of a quantity in this unit that has both ends and no day label."""
    base: str
    """The unit at the end of its bases, or its own id; units with the same base convert into each other exactly."""
    factor: Fraction = Fraction(1)
    """How many of the base one of this unit is."""
    clinical: bool = True
    """Whether it tells a patient what happens or what to do; the others describe a study, a law or an address."""
    whole: bool = False
    """Whether a clinic sets it in whole numbers only."""
    dated: bool = False
    """Whether things can stand *at* it: day 3, week 4, 11:00."""
    numerals: str = "decimal"
    """How its numbers are written, one of NUMERALS."""
    highest: int = 0
    """The highest Roman number there is; 0 for other numerals."""
    bare: bool = False
    """Whether its numbers are usual without any word for the unit, as in a telephone number."""
    multiplies: bool = False
    """Whether it makes a multiple of what it stands at: 3 times."""
    out_of: int = 0
    """The top of a score, so that "4.2 out of 10" can be a score instead of a share."""
    per: str = ""
    """The unit that becomes this one where it is counted by another: of milligrams per kilogram the milligram."""
    calendar: str = ""
    """The unit whose words make this one of a number that is a year: «2016 года»."""
    days: Fraction | None = None
    """About how many days one is, for drawings; None where that has no sense."""
    by: str = ""
    """The unit it is counted by: of milligrams per kilogram the kilogram."""
    offset: Fraction = Fraction(0)
    """What is added to a number in the base: -160/9 for Fahrenheit, of which 32 degrees are none of Celsius."""

    def __repr__(self) -> str:
        """Name it as facts do, so that a quantity stays short to read."""
        return repr(self.id)

    def __bool__(self) -> bool:
        """Tell whether this is a unit at all, and not NO_UNIT."""
        return self.id != ""

    def converts_to(self, other: Unit) -> bool:
        """Tell whether a number in this unit can be said exactly in the other."""
        return self.base == other.base


NO_UNIT = Unit("", "", "")
"""Stands where no unit is known, or none was asked for; false in a condition."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a handbook, and those that a number without a word for its unit can be read as."""

    by_id: Mapping[str, Unit] = field(default_factory=dict)
    share: Unit = NO_UNIT
    """The unit of shares, in parts of a hundred; NO_UNIT where the handbook has no shares."""
    clock: Unit = NO_UNIT
    """The unit of times of day."""
    calendars: Mapping[str, Unit] = field(default_factory=dict)
    """By the id of the unit whose words make a date of a year."""
    rates: Mapping[tuple[str, str], Unit] = field(default_factory=dict)
    """By the ids of what is counted and what it is counted by."""

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Units:
        """Put units together; of two that claim the same numbers the first has them."""
        listed = tuple(units)
        return cls(
            by_id={unit.id: unit for unit in listed},
            share=next((unit for unit in listed if unit.kind == "share"), NO_UNIT),
            clock=next((unit for unit in listed if unit.numerals == "clock"), NO_UNIT),
            calendars={unit.calendar: unit for unit in reversed(listed) if unit.calendar},
            rates={(unit.per, unit.by): unit for unit in listed if unit.per},
        )

    @property
    def highest_roman(self) -> int:
        """The highest number that may stand in Roman numerals; 0 where no unit is written so."""
        return max((unit.highest for unit in self.by_id.values()), default=0)

    def rate(self, unit: Unit, by: Unit) -> Unit:
        """Return the unit of a number counted by another: of "5 mg a day" milligrams per day.

        One that has no row is made, so that such a number equals no other. NO_UNIT where the words add nothing:
        "7 days, every day".
        """
        known = self.rates.get((unit.id, by.id))
        if known is not None or (unit.base == by.base and unit.factor >= by.factor):
            return known or NO_UNIT
        made = Unit(f"{unit.id}-per-{by.id}", unit.kind, "", clinical=unit.clinical, per=unit.id, by=by.id)
        for rate in self.rates.values():
            other = self.by_id[rate.per]
            if rate.by == by.id and unit.converts_to(other):
                return replace(made, base=rate.base, factor=rate.factor * unit.factor / other.factor)
        return replace(made, base=f"{unit.base}/{by.id}", factor=unit.factor)

    def less(self, unit: Unit) -> Unit:
        """Return the unit of "3 times less": one of its own, so that such a number equals no other."""
        return replace(unit, id=f"{unit.id}-less", base=f"{unit.base}-less", multiplies=False)

    def find(self, name: str, location: Location, problems: list[Problem]) -> Unit:
        """Return a unit by its name, or NO_UNIT; one that is not there is reported, unless there are none at all."""
        if self.by_id and name not in self.by_id:
            problems.append(unknown_unit(name, self.by_id, location))
        return self.by_id.get(name, NO_UNIT)


def unknown_unit(name: str, names: Iterable[str], location: Location) -> Problem:
    """Return the problem of a unit that is not there."""
    return Problem(location, Message("the unit {name!r} is not known", name=name), meant(name, names))
