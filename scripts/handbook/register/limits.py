"""How long and how hard a page may be: the limits for all, and what single pages have for now (readability.yml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.keys import NUMBER, Key, Keys, known, mapping, named
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, Value, open_yaml
from handbook.project import Project

LIMITS: Keys = {
    "words": Key("Words on a page, tables and boxes with it.", NUMBER),
    "sentence": Key("Words in a sentence.", NUMBER),
    "warning": Key("Words in a sentence of a call box, or with a sign that means calling.", NUMBER),
}
LEVEL = "level"
CEILINGS: Keys = {**LIMITS, LEVEL: Key("The value of the language's own measure.", NUMBER)}
"""What one page may have: by the limits for all, and the measure of its language."""

LIMIT_FILE: Keys = {
    "limits": Key("What every page may have.", mapping(LIMITS)),
    "ceilings": Key("What pages over a limit may have until they are rewritten, by language and page: only lower it.",
                    named(named(mapping(CEILINGS)), known("language"))),
}  # fmt: skip

NAME = "readability.yml"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a page may have although it is over a limit."""

    values: Mapping[str, float]
    """By the names in LIMITS, and LEVEL."""
    locations: Mapping[str, Location]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for every page, and the ceilings recorded for some."""

    general: Mapping[str, float] = field(default_factory=dict)
    """By the names in LIMITS."""
    ceilings: Mapping[tuple[str, str], Ceiling] = field(default_factory=dict)
    """By language and path."""

    def of(self, name: str, language: str, path: str) -> float | None:
        """Return what a page may have: its ceiling, else the limit for all, or None where there is none."""
        ceiling = self.ceilings.get((language, path))
        return ceiling.values.get(name, self.general.get(name)) if ceiling else self.general.get(name)


def load_limits(project: Project, problems: list[Problem]) -> Limits:
    """Load readability.yml; a ceiling of a page that is not there is reported."""
    value = open_yaml(project.data_folder / NAME, project.root, problems)
    if value is None:
        return Limits()
    entry = MappingReader(value, LIMIT_FILE, problems)
    general = entry.entry("limits", LIMITS)
    pages = entry.entry("ceilings", (*project.codes, *project.unbuilt))
    return Limits(
        _numbers(general, LIMITS) if general else {},
        {
            (code, path): _ceiling(item, problems)
            for code in (project.codes if pages else ())
            for path, item in _pages(pages, code, project)
        },
    )


def _pages(entry: MappingReader | None, code: str, project: Project) -> list[tuple[str, Value]]:
    assert entry is not None
    known = [page.path for page in project.nav]
    inner = entry.entry(code, known)
    return [(path, item) for path, item in entry.pairs(code) if inner and path in known]


def _ceiling(value: Value, problems: list[Problem]) -> Ceiling:
    entry = MappingReader(value, CEILINGS, problems)
    values = _numbers(entry, CEILINGS)
    return Ceiling(values, {name: entry.location(name) for name in values})


def _numbers(entry: MappingReader, names: Iterable[str]) -> dict[str, float]:
    found = {name: float(number) for name in names if (number := entry.number(name)) is not None}
    for name, value in found.items():
        if name in LIMITS and value < 1:
            message = Message("{name} is {value:g}, but no page has less than one word", name=name, value=value)
            entry.problems.append(Problem(entry.value_location(name), message, Message("write 1 or more")))
    return found
