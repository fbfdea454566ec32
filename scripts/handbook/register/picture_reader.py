"""Reads pictures.yml: what each picture shows, taken from the facts as days or shares, so that it can be drawn.

What cannot be drawn is reported at its place: a fact that is not there, an end that a fact does not have, a unit that
counts no days, a file that is no drawing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.keys import Keys
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, data
from handbook.language.units import NO_UNIT, Unit, Units
from handbook.project import Project
from handbook.register.fact_ends import FactEnds, first_day, last_day
from handbook.register.fact_reader import load_list
from handbook.register.facts import Register
from handbook.register.images import FOLDER
from handbook.register.picture_keys import (
    IMAGE_KEYS,
    KIND_KEYS,
    PANEL_KEYS,
    PICTURE_FILE,
    PICTURE_KEYS,
    ROW_KEYS,
    SIGN_KEYS,
)
from handbook.register.pictures import (
    Bar,
    DayBars,
    InHundred,
    Kind,
    Labelled,
    LabelledDrawing,
    Panel,
    Picture,
    Sign,
    Svg,
    Timeline,
)
from handbook.register.svg_reader import read_svg

NAME = "pictures.yml"
SHARE = "share"
"""What the fact of a picture in 100 is called among its facts."""

_PLAIN = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*|")


def load_pictures(
    project: Project, register: Register, units: Units, problems: list[Problem]
) -> dict[str, Picture]:
    """Load pictures.yml; a project without the file has no pictures."""
    if not (project.data_folder / NAME).exists():
        return {}

    def read(entry: MappingReader) -> Picture:
        facts = _facts(entry, register)
        return _picture(_Source(entry, facts, FactEnds(facts, register, problems), register, units, project))

    return load_list(project, NAME, PICTURE_FILE, PICTURE_KEYS, read, problems)


@dataclass(frozen=True, slots=True)
class _Source:
    """An entry of the file, and what its parts refer to."""

    entry: MappingReader
    facts: Mapping[str, str]
    ends: FactEnds
    register: Register
    units: Units
    project: Project

    def report(self, place: Location, message: Message, hint: Message) -> None:
        self.entry.problems.append(Problem(place, message, hint))


def _picture(source: _Source) -> Picture:
    entry, facts = source.entry, source.facts
    kind = entry.choice("kind", tuple(KIND_KEYS))
    for key in PICTURE_KEYS:
        if kind in KIND_KEYS and key in entry and key not in ("id", "kind", *KIND_KEYS[kind]):
            source.report(
                entry.location(key),
                Message("a picture of the kind {kind} has no {key}", kind=kind, key=key),
                Message("take it out"),
            )
    found = {name: source.register.quantity(address) for name, address in facts.items()}
    quantities = {name: quantity for name, quantity in found.items() if quantity is not None}
    id, read = entry.text("id"), _READERS.get(kind, _in_hundred)
    if not _PLAIN.fullmatch(id):
        source.report(
            entry.value_location("id"),
            Message("the id {id} is no plain name", id=id),
            Message("write it as in skin-columns"),
        )
    return Picture(id, facts, quantities, read(source), entry.value_location("id"))


def _facts(entry: MappingReader, register: Register) -> dict[str, str]:
    """Return the addresses of the facts of a picture by their names; report those that the register does not have."""
    named = [*entry.pairs("facts"), *((SHARE, value) for value in entry.one_or_more("fact")[:1])]
    facts = {name: str(data(value) or "") for name, value in named}
    for name, value in named:
        if register.find(facts[name]) is None:
            hint = meant(facts[name], register.addresses, Message("name a fact of docs/data/facts"))
            entry.problems.append(
                Problem(value.location, Message("the register has no fact {fact}", fact=facts[name]), hint)
            )
    return facts


def _parts(entry: MappingReader, key: str, known: Keys) -> list[MappingReader]:
    """Return the entries of a list that must not be empty."""
    before = len(entry.problems)
    parts = entry.entries(key, known)
    if not parts and len(entry.problems) == before:
        entry.problems.append(
            Problem(
                entry.location(key),
                Message("{key} has no entry", key=key),
                Message("add one with {names}", names=", ".join(known)),
            )
        )
    return parts


def _timeline(source: _Source) -> Timeline:
    panels = _parts(source.entry, "panels", PANEL_KEYS)
    return Timeline(tuple(_panel(panel, source) for panel in panels))


def _panel(panel: MappingReader, source: _Source) -> Panel:
    rows = _parts(panel, "rows", ROW_KEYS)
    return Panel(panel.text("words"), _panel_unit(panel, source.units), tuple(_bar(row, source) for row in rows))


def _panel_unit(panel: MappingReader, units: Units) -> Unit:
    """Return what the numbers over a panel count: a time at which things can stand."""
    known = [id for id, unit in units.by_id.items() if unit.days is not None and unit.dated]
    return units.by_id.get(panel.choice("unit", known), NO_UNIT)


def _bar(row: MappingReader, source: _Source) -> Bar:
    start = first_day(row, "start", source.ends, otherwise=Fraction(0))
    turn = first_day(row, "turn", source.ends, otherwise=start)
    return Bar(row.text("words"), start, turn, _end(row, start, turn, source))


def _day_bars(source: _Source) -> DayBars:
    rows = _parts(source.entry, "signs", SIGN_KEYS)
    return DayBars(tuple(_sign(row, source) for row in rows))


def _sign(row: MappingReader, source: _Source) -> Sign:
    turn = first_day(row, "turn", source.ends, otherwise=Fraction(0))
    end = _end(row, Fraction(0), turn, source)
    return Sign(row.text("words"), turn, end, first_day(row, "call", source.ends))


def _end(row: MappingReader, start: Fraction, turn: Fraction, source: _Source) -> Fraction:
    """Return where a bar ends; report one that ends before it begins or turns."""
    end = last_day(row, "end", source.ends)
    if end and not start <= turn <= end:
        message = Message(
            "the bar begins on day {start:.3g}, turns on day {turn:.3g} and ends on day {end:.3g}",
            start=float(start),
            turn=float(turn),
            end=float(end),
        )
        source.report(row.value_location("end"), message, Message("name ends of facts that follow one another"))
    return end


def _in_hundred(source: _Source) -> InHundred:
    if source.entry.text("kind") == "in-100":
        source.entry.text("fact")
    address = source.facts.get(SHARE, "")
    quantity = source.register.quantity(address)
    low, high = (quantity.low, quantity.high) if quantity is not None and quantity.kind == "share" else (None, None)
    if low is not None and high is not None and 0 <= low <= high <= 100:
        return InHundred(low, high)
    if source.register.find(address) is not None:
        hint = Message("name one whose quantity is a share with both ends, up to 100 percent")
        source.report(
            source.entry.value_location("fact"), Message("the fact {address} is no share", address=address), hint
        )
    return InHundred(Fraction(0), Fraction(0))


def _drawing(source: _Source) -> LabelledDrawing:
    images = _parts(source.entry, "images", IMAGE_KEYS)
    key = source.entry.entries("key", IMAGE_KEYS, required=False)
    return LabelledDrawing(*(tuple(_labelled(item, source) for item in items) for items in (images, key)))


def _labelled(item: MappingReader, source: _Source) -> Labelled:
    return Labelled(item.text("words"), _svg(item, source))


def _svg(item: MappingReader, source: _Source) -> Svg:
    name, nothing = item.text("file"), Svg("", 0, 0, ())
    folder = source.project.root / FOLDER
    there = sorted(file.name for file in folder.glob("*.svg"))
    if name in there:
        return read_svg(folder / name, source.project.root, source.entry.problems) or nothing
    if name:
        hint = meant(name, there, Message("put the drawing at {folder}/{name}", folder=FOLDER, name=name))
        source.report(
            item.value_location("file"), Message("there is no drawing {folder}/{name}", folder=FOLDER, name=name), hint
        )
    return nothing


_READERS: Mapping[str, Callable[[_Source], Kind]] = {
    "timeline": _timeline,
    "day-bars": _day_bars,
    "in-100": _in_hundred,
    "drawing": _drawing,
}
