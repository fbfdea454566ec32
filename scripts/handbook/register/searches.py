"""What patients of each language type beyond what pages and glossary say: docs/data/searches/<code>.yml.

A language needs no such file; its pages are found by their own words, by topics and by the glossary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.keys import FILLED, Key, Keys, list_of, named
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project

FOLDER = "searches"
SEARCH_FILE: Keys = {
    "idle": Key("Words that find nothing by themselves: of, how, when, can.", list_of(FILLED)),
    "keyboard": Key("What the keys of an English keyboard type on one of this language, in two rows of equal length.",
                    list_of(FILLED)),
    "sections": Key("What patients type for a page or a section: recovery/sun.md#hats.", named(list_of(FILLED))),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Searches:
    """What patients type in one language."""

    idle: tuple[str, ...] = ()
    keyboard: tuple[str, ...] = ()
    """The letters of an English keyboard, and those of this language on the same keys; empty where they are alike."""
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By page or section, as topics name them."""
    places: Mapping[str, Location] = field(default_factory=dict)


def load_searches(project: Project, problems: list[Problem]) -> dict[str, Searches]:
    """Load what there is of every language; what is malformed is reported at its line."""
    files = {code: project.data_folder / FOLDER / f"{code}.yml" for code in project.codes}
    values = {code: open_yaml(file, project.root, problems) for code, file in files.items() if file.exists()}
    return {code: _read(MappingReader(value, SEARCH_FILE, problems)) for code, value in values.items() if value}


def lost_sections(searches: Mapping[str, Searches], anchors: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page or section that is not there."""
    for each in searches.values():
        for address, place in each.places.items():
            if address not in anchors:
                message = Message("there is no page or section {address}", address=address)
                yield Problem(place, message, meant(address, anchors))


def _read(entry: MappingReader) -> Searches:
    sections = dict(entry.pairs("sections"))
    inner = entry.entry("sections", sections) if sections else None
    typed = {address: inner.texts(address) for address in sections} if inner else {}
    keyboard = entry.texts("keyboard")
    if keyboard and (len(keyboard) != 2 or len(keyboard[0]) != len(keyboard[1])):
        message = Message("keyboard needs two rows with as many letters each")
        hint = Message("write the keys of an English keyboard, and then what the same keys type in this language")
        entry.problems.append(Problem(entry.location("keyboard"), message, hint))
        keyboard = ()
    places = {address: inner.location(address) for address in sections} if inner else {}
    return Searches(entry.texts("idle"), keyboard, typed, places)
