"""The countries a handbook is for, and the fact that holds their emergency numbers; both stand in countries.yml."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.diagnostics.keys import FILLED, Key, Keys, list_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project
from handbook.register.facts import Register

EVERYWHERE = "all"
"""Stands in a country's place where a handbook serves them all."""

_FILE = "countries.yml"

COUNTRY_KEYS: Keys = {
    "emergency-numbers": Key("The fact whose named numbers are the emergency numbers of all countries.", FILLED),
    "countries": Key("Where a clinic can be, each by its two letters (ISO 3166).", list_of(FILLED)),
}


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries that a clinic can be in."""

    codes: tuple[str, ...] = ()
    """Two letters each."""
    emergency_fact: str = ""
    """The id of the fact whose named quantities are the emergency numbers; empty where there are none to print."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The interface words that print the emergency numbers, for each country and for all of them together."""
        names = (EVERYWHERE, *self.codes) if self.emergency_fact else ()
        return tuple(f"common.emergency.{name}" for name in names)


def load_countries(project: Project, register: Register, problems: list[Problem]) -> Countries:
    """Load countries.yml; a project without the file has no countries.

    A fact that is not there and a country that is there twice are reported.
    """
    file = project.data_folder / _FILE
    value = open_yaml(file, project.root, problems) if file.exists() else None
    if value is None:
        return Countries()
    entry = MappingReader(value, COUNTRY_KEYS, problems)
    return Countries(_codes(entry), _emergency_fact(entry, register))


def _codes(entry: MappingReader) -> tuple[str, ...]:
    codes: list[str] = []
    for item, code in zip(entry.items("countries", required=False), entry.texts("countries"), strict=True):
        if code in codes:
            message = Message("the country {code} stands here for the second time", code=code)
            entry.problems.append(Problem(item.location, message, Message("keep one of them")))
        else:
            codes.append(code)
    return tuple(codes)


def _emergency_fact(entry: MappingReader, register: Register) -> str:
    """Read which fact has the numbers; only handbooks without countries can do without."""
    fact = entry.text("emergency-numbers", None if "countries" in entry else "")
    if fact and register.facts and fact not in register.facts:
        place = entry.value_location("emergency-numbers")
        entry.problems.append(
            Problem(place, Message("there is no fact {fact}", fact=fact), meant(fact, register.facts))
        )
    return fact
