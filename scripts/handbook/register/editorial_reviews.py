"""The editorial reviews: who read which page against its sources, when, and what was changed.

They are no clinical review; a clinician's reading is a signature in clinic.yml.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbook.diagnostics.keys import DAY, FILLED, Key, Keys, known, list_of, mapping
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project

REVIEW_KEYS: Keys = {
    "page": Key("The page that was read, as in recovery/sun.md.", FILLED, True),
    "language": Key("The code of the language in which it was read.", known("language"), True),
    "date": Key("The day of the reading.", DAY, True),
    "reader": Key("In what part the reader read it; not a name.", FILLED, True),
    "result": Key("What was found.", FILLED, True),
    "changed": Key("What was changed.", list_of(FILLED)),
}
REVIEW_FILE: Keys = {"reviews": Key("Who read which page against its sources.", list_of(mapping(REVIEW_KEYS)), True)}


@dataclass(frozen=True, slots=True)
class EditorialReview:
    """One page read once, sentence by sentence, by somebody who did not write it."""

    page: str
    language: str
    day: datetime.date
    reader: str
    """In what part the reader read it."""
    result: str
    changed: tuple[str, ...]
    location: Location


def load_editorial_reviews(project: Project, problems: list[Problem]) -> tuple[EditorialReview, ...]:
    """Load editorial-reviews.yml; a project without the file has no reviews."""
    file = project.data_folder / "editorial-reviews.yml"
    value = open_yaml(file, project.root, problems) if file.exists() else None
    if value is None:
        return ()
    entries = MappingReader(value, REVIEW_FILE, problems).entries("reviews", REVIEW_KEYS)
    return tuple(_review(entry) for entry in entries)


def _review(entry: MappingReader) -> EditorialReview:
    return EditorialReview(
        page=entry.text("page"),
        language=entry.text("language"),
        day=entry.day("date"),
        reader=entry.text("reader"),
        result=entry.text("result"),
        changed=entry.texts("changed"),
        location=entry.value_location("page"),
    )
