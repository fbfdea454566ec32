"""The editorial readings: who read which page against its sources, when, and what was changed.

They are no clinical review; a clinician's reading is a signature in clinic.yml.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbook.problems import Location, Problem
from handbook.project import Project
from handbook.yamlfile import Entry, open_yaml

_KEYS = ("page", "language", "date", "reader", "result", "changed")


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read once, sentence by sentence, by somebody who did not write it."""

    page: str
    language: str
    day: datetime.date
    reader: str
    """In what part the reader read it."""
    result: str
    changed: tuple[str, ...]
    location: Location


def load_readings(project: Project, problems: list[Problem]) -> tuple[Reading, ...]:
    """Load readings.yml; a project without the file has no readings."""
    file = project.data_folder / "readings.yml"
    value = open_yaml(file, project.root, problems) if file.exists() else None
    if value is None:
        return ()
    return tuple(_reading(entry) for entry in Entry(value, ("readings",), problems).entries("readings", _KEYS))


def _reading(entry: Entry) -> Reading:
    return Reading(
        page=entry.text("page"),
        language=entry.text("language"),
        day=entry.day("date"),
        reader=entry.text("reader"),
        result=entry.text("result"),
        changed=entry.texts("changed"),
        location=entry.value_location("page"),
    )
