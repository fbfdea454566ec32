"""Reads the units from docs/data/units.yml, whose header explains each key, and tells what is wrong in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from handbook.diagnostics.keys import FLAG, NUMBER, Key, Keys, Shape, known, mapping, named, one_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, Value, open_yaml
from handbook.language.units import NUMERALS, UNIT_KINDS, Unit, Units, unknown_unit
from handbook.project import Project

_MOST = 1000
"""The highest Roman number and the top of a score; each Roman number becomes a phrase to look for."""
_FILE = "units.yml"
_UNIT: Shape = known("unit")
UNIT_KEYS: Keys = {
    "kind": Key("What a number in this unit is.", one_of(UNIT_KINDS), True),
    "base": Key("The unit it is exactly so many of, so that numbers in both can be compared.", _UNIT),
    "factor": Key("How many of the base it is; left out, it is one.", NUMBER),
    "offset": Key("What is added in the base, as for degrees Fahrenheit.", NUMBER),
    "clinical": Key("False where it describes a study or an address: its numbers may stand without a fact.", FLAG),
    "whole": Key("True where a clinic sets it in whole numbers only, 7 days and not 7.5.", FLAG),
    "dated": Key("True where things can happen at it, as on day 3.", FLAG),
    "numerals": Key("How its numbers are written; left out, as the language writes them.", one_of(NUMERALS)),
    "highest": Key("The highest Roman number there is.", NUMBER),
    "bare": Key("True where its numbers are usual without a word for the unit, as of telephones.", FLAG),
    "multiplies": Key("True where it makes a multiple of what it stands at: 3 times.", FLAG),
    "out_of": Key("The highest score, so that 4 out of 10 is read as one.", NUMBER),
    "per": Key("The unit that becomes this one by words such as a day.", _UNIT),
    "by": Key("The unit it is counted by: of milligrams per kilogram the kilogram.", _UNIT),
    "calendar": Key("The unit whose words make a date of a number between 1900 and 2100.", _UNIT),
    "days": Key("About how many days one is, for drawings.", NUMBER),
}
UNIT_FILE: Keys = {"units": Key("What facts may count in, by name.", named(mapping(UNIT_KEYS)), True)}


def load_units(project: Project, problems: list[Problem]) -> Units:
    """Load units.yml; what is wrong in it is reported at its key."""
    value = open_yaml(project.data_folder / _FILE, project.root, problems)
    return read_units(value, problems) if value else Units()


def read_units(value: Value, problems: list[Problem]) -> Units:
    """Make the units of the nodes of their file."""
    entry = MappingReader(value, UNIT_FILE, problems)
    if "units" not in entry:
        problems.append(
            Problem(
                entry.location(),
                Message("{key} is missing here", key="units"),
                Message("add the line {key}: …", key="units"),
            )
        )
    rows = {name: MappingReader(row, UNIT_KEYS, problems) for name, row in entry.pairs("units")}
    entry.entry("units", rows)  # reports a name that stands twice
    written = {name: _unit(name, row, rows) for name, row in rows.items()}
    for name, row in rows.items():
        problems += _faults(written[name], row)
        problems += _circle(written[name], row, written)
    problems += _twice(written.values(), rows)
    return Units.of(_resolved(unit, written) for unit in written.values())


def _unit(name: str, row: MappingReader, names: Iterable[str]) -> Unit:
    """Read a row as it is written, with the next base and the factor to it."""
    factor = _positive(row, "factor")
    return Unit(
        id=name,
        kind=row.choice("kind", UNIT_KINDS),
        base=_other(row, "base", names),
        factor=Fraction(1) if factor is None else factor,
        offset=row.number("offset") or Fraction(0),
        clinical=row.flag("clinical", default=True),
        whole=row.flag("whole"),
        dated=row.flag("dated"),
        numerals=row.choice("numerals", NUMERALS, "decimal"),
        highest=_whole(row, "highest"),
        bare=row.flag("bare"),
        multiplies=row.flag("multiplies"),
        out_of=_whole(row, "out_of"),
        per=_other(row, "per", names),
        by=_other(row, "by", names),
        calendar=_other(row, "calendar", names),
        days=_positive(row, "days"),
    )


def _other(row: MappingReader, key: str, names: Iterable[str]) -> str:
    """Return the name of another unit; report one that is not there."""
    name = row.text(key, "")
    if name and name not in names:
        row.problems.append(unknown_unit(name, names, row.value_location(key)))
        return ""
    return name


def _positive(row: MappingReader, key: str) -> Fraction | None:
    number = row.number(key)
    if number is not None and number <= 0:
        message = Message("{key} is {number}, but a unit is more than nothing", key=key, number=number)
        row.problems.append(Problem(row.value_location(key), message, Message("write a number above 0")))
        return None
    return number


def _whole(row: MappingReader, key: str) -> int:
    number = row.number(key)
    if number is None:
        return 0
    if not 1 <= number <= _MOST or number.denominator != 1:
        message = Message(
            "{key} is {number}, but must be a whole number from 1 to {most}", key=key, number=number, most=_MOST
        )
        row.problems.append(Problem(row.value_location(key), message, Message("write 1 or more")))
        return 0
    return int(number)


def _faults(unit: Unit, row: MappingReader) -> Iterator[Problem]:
    """Yield what in a row does not agree with itself."""
    if "factor" in row and not row.text("base", ""):
        message = Message("{unit} has a factor, but no base that it counts", unit=unit.id)
        yield Problem(row.location("factor"), message, Message("add base:, or take factor out"))
    if "offset" in row and not row.text("base", ""):
        message = Message("{unit} has an offset, but no base that it is counted from", unit=unit.id)
        yield Problem(row.location("offset"), message, Message("add base:, or take offset out"))
    if ("per" in row) != ("by" in row):
        key, missing = ("per", "by") if "per" in row else ("by", "per")
        message = Message("{unit} has {key}, but not {missing}", unit=unit.id, key=key, missing=missing)
        yield Problem(row.location(key), message, Message("write both, as in per: milligram, by: kilogram"))
    if unit.days is not None and unit.base:
        message = Message("{unit} has the days of its base, {base}", unit=unit.id, base=unit.base)
        yield Problem(
            row.location("days"), message, Message("write days only for {base}, or take base out", base=unit.base)
        )
    if (unit.numerals == "roman") != ("highest" in row):
        message = Message("{unit} needs both or neither of numerals: roman and highest", unit=unit.id)
        yield Problem(row.location("highest"), message, Message("write numerals: roman, highest: 6"))


def _circle(unit: Unit, row: MappingReader, units: Mapping[str, Unit]) -> Iterator[Problem]:
    """Yield a problem where the bases of a unit lead back to it."""
    bases = _bases(unit, units)
    if bases and bases[-1].base == unit.id:
        chain = " → ".join((unit.id, *(base.id for base in bases if base.id != unit.id), unit.id))
        hint = Message("let the smallest of them have no base")
        yield Problem(
            row.value_location("base"),
            Message("the bases of {unit} go round in a circle: {chain}", unit=unit.id, chain=chain),
            hint,
        )


def _bases(unit: Unit, units: Mapping[str, Unit]) -> list[Unit]:
    """Return the unit with the chain of its bases, each once."""
    chain = [unit]
    while chain[-1].base and units[chain[-1].base] not in chain:
        chain.append(units[chain[-1].base])
    return chain


def _resolved(unit: Unit, units: Mapping[str, Unit]) -> Unit:
    """Return a unit with the last of its bases, and how many of that it is."""
    *steps, last = _bases(unit, units)
    factor, offset = Fraction(1), Fraction(0)
    for step in steps:
        factor, offset = factor * step.factor, offset * step.factor + step.offset
    return replace(
        unit, base=last.id, factor=factor, offset=offset, days=None if last.days is None else last.days * factor
    )


_ALONE: tuple[tuple[str, Callable[[Unit], str], str], ...] = (
    ("kind", lambda unit: unit.kind if unit.kind == "share" else "", Message("the unit of shares")),
    ("numerals", lambda unit: unit.numerals if unit.numerals == "clock" else "", Message("the unit of times of day")),
    ("calendar", lambda unit: unit.calendar, Message("the calendar of this unit")),
)
"""What only one unit can be, because numbers without a word for a unit are read as it: the key, the claim, its name."""


def _twice(units: Iterable[Unit], rows: Mapping[str, MappingReader]) -> Iterator[Problem]:
    """Yield a problem for each unit that claims numbers which another has already."""
    for key, claim, what in _ALONE:
        first: dict[str, str] = {}
        for unit in units:
            claimed = claim(unit)
            if claimed and first.setdefault(claimed, unit.id) != unit.id:
                message = Message(
                    "{first} is {what} already, so {unit} cannot be", first=first[claimed], what=what, unit=unit.id
                )
                yield Problem(
                    rows[unit.id].value_location(key), message, Message("change {key} of one of them", key=key)
                )
