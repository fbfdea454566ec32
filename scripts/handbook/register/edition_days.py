"""The days after the procedure that parts of a sheet are about, ``days:`` in docs/data/editions.yml.

A reader's own dates stand behind the headings of these parts. Dates that do not fit the words of a heading would let
somebody wait who should call, so its numbers must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import listed, meant, shortened
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.register.edition_contents import Contents
from handbook.register.editions import Held

_NUMBER = re.compile(r"\d+")


def days_of(entry: MappingReader, holds: tuple[Held, ...], contents: Contents) -> Mapping[str, tuple[int, int]]:
    """Return the first and the last day of each part that has them; what does not fit is reported."""
    headings = {
        held.section: heading.text
        for held in holds
        if held.section and held.name in contents.pages
        for heading in contents.pages[held.name].document.headings
        if heading.id == held.section
    }
    found = {}
    for id, value in entry.pairs("days"):
        days = _days(value)
        if problem := _fault(id, days, value, headings):
            entry.problems.append(problem)
        elif days:
            found[id] = days
    return found


def _days(value: Value) -> tuple[int, int] | None:
    written = data(value)
    numbers = [int(text) for text in map(str, written) if text.isdecimal()] if isinstance(written, list) else []
    return (numbers[0], numbers[1]) if len(numbers) == 2 and numbers[0] <= numbers[1] else None


def _fault(id: str, days: tuple[int, int] | None, value: Value, headings: Mapping[str, str]) -> Problem | None:
    if id not in headings:
        message = Message("days: names {id}, which is no part of a page in this sheet", id=shortened(id))
        return Problem(value.location, message, meant(id, headings, Message("write an id that stands in holds")))
    if days is None:
        message = Message("{id} has no two days", id=id)
        return Problem(value.location, message, Message("write the first and the last, as [0, 1]"))
    said = [int(number) for number in _NUMBER.findall(headings[id])]
    if said == list(days):
        return None
    message = Message(
        "{id} is about the days {days}, and its heading says {heading}",
        id=id,
        days=listed(map(str, days)),
        heading=shortened(headings[id]),
    )
    return Problem(value.location, message, Message("let both say the same days"))
