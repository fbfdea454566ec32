"""Ends of facts as days: ``high of crusts``, by the names that a picture gives its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.register.facts import Register

_END = re.compile(r"(low|high) of (\S+)")
_NONE = Fraction(0)
_FARTHEST = 3660
"""Ten years in days; a scale has a mark for each week or month."""


@dataclass(frozen=True, slots=True)
class FactEnds:
    """The facts of a picture; ``problems`` gathers what is no end of them."""

    facts: Mapping[str, str]
    """The address of each fact by its name in the picture."""
    register: Register
    problems: list[Problem]

    def day(self, value: Value) -> Fraction | None:
        """Return the day that an end stands for, or report why it is none."""
        text = str(data(value) or "")
        found = _END.fullmatch(text)
        if found is None:
            hint = Message("write low of … or high of …, with a name of facts:")
            message, day = Message("{text!r} is no end of a fact", text=text), None
        elif found[2] not in self.facts:
            hint = meant(found[2], self.facts, Message("add {name}: … to its facts", name=found[2]))
            message, day = Message("no fact is called {name} in this picture", name=found[2]), None
        else:
            message, hint, day = self._measured(found[1], self.facts[found[2]])
        if message:
            self.problems.append(Problem(value.location, message, hint))
        return day

    def _measured(self, end: str, address: str) -> tuple[Message, Message, Fraction | None]:
        """Return what is wrong with an end and what to do, and the day; a fact that is not there has been reported."""
        quantity = self.register.quantity(address)
        if self.register.find(address) is None:
            return NOTHING, NOTHING, None
        if quantity is None:
            return (
                Message("the fact {address} has no number", address=address),
                Message("name one that has, or give it a quantity"),
                None,
            )
        number, other = (quantity.low, "high") if end == "low" else (quantity.high, "low")
        if number is None:
            return (
                Message("the fact {address} has no {end} end", address=address, end=end),
                Message("take its {other} end, or another fact", other=other),
                None,
            )
        if quantity.unit.days is None:
            message = Message(
                "the fact {address} is in {unit}, which counts no days", address=address, unit=quantity.unit.id
            )
            return message, Message("name a fact that is a time"), None
        day = number * quantity.unit.days
        if not 0 <= day <= _FARTHEST:
            return (
                Message("the fact {address} has its {end} end at day {day}", address=address, end=end, day=day),
                Message("a picture shows the days from 0 to 3660"),
                None,
            )
        return NOTHING, NOTHING, day


def first_day(row: MappingReader, key: str, ends: FactEnds, otherwise: Fraction | None = None) -> Fraction:
    """Return the first of the days behind a key; without ``otherwise`` the key is required."""
    return min(_days(row, key, ends, otherwise is None), default=_NONE if otherwise is None else otherwise)


def last_day(row: MappingReader, key: str, ends: FactEnds) -> Fraction:
    """Return the last of the days behind a key."""
    return max(_days(row, key, ends, required=True), default=_NONE)


def _days(row: MappingReader, key: str, ends: FactEnds, required: bool) -> list[Fraction]:
    values = row.one_or_more(key)
    if required and not values:
        row.text(key)  # reports that it is missing
    return [day for value in values if (day := ends.day(value)) is not None]
