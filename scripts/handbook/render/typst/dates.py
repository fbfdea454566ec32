"""The stages of a timeline by day, to write dates beside; or with a reader's own from the day of the procedure.

Dates are ranges, and each sheet with dates says that nobody waits for a date when something is wrong.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.register.editions import Held
from handbook.register.handbook import Handbook
from handbook.register.pictures import Timeline
from handbook.render.pictures import figure_of
from handbook.render.typst.book import Chapter
from handbook.render.typst.syntax import array, call, literal, position

_YEAR = datetime.timedelta(days=365)
"""From then on a day and a month alone would mean another date."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a timeline, in days after the procedure, which is on day 0."""

    name: str
    first: int
    last: int


def stages_of(held: Held, language: Language, handbook: Handbook) -> Iterator[Stage]:
    """Yield the stages of a timeline, or of one panel of it, in the words of a language."""
    figure = figure_of(held.name, language, handbook.pictures)
    assert figure is not None  # who read the edition has made sure
    kind = figure.data.picture.kind
    assert isinstance(kind, Timeline)
    for bar in (bar for panel in kind.panels if held.section in ("", panel.words) for bar in panel.bars):
        yield Stage(figure.data.word(f"{bar.words}.name"), math.floor(bar.start), math.ceil(bar.end))


def write_dates(held: Held, day: datetime.date | None, language: Language, handbook: Handbook) -> Chapter:
    """Return the stages of a timeline, or of one panel of it, as a table: by day, or from a day on by date."""
    place = handbook.pictures[held.name].location
    rows = [_row(stage, day, language) for stage in stages_of(held, language, handbook)]
    table = call("dates", *(array([literal(words) for words in row]) for row in rows))
    return Chapter(place.path, "\nportion(", (f"\n{position(place, place.path)}{table}",))


def _row(stage: Stage, day: datetime.date | None, language: Language) -> tuple[str, ...]:
    """Return the cells of a stage: its name, when it usually is, and without a day that a place to write is there."""
    if day is not None:
        return stage.name, range_from(day, stage.first, stage.last, language)
    when = language.word("print.dates-days", first=stage.first, last=stage.last)
    return stage.name, when, language.word("common.blank")


def range_from(day: datetime.date, first: int, last: int, language: Language) -> str:
    """Return the dates from one day after the procedure to another, in words; a year only where it could be another."""
    dates = [day + datetime.timedelta(days=days) for days in (first, last)]
    words = [language.date(date) if date - day >= _YEAR else language.day(date) for date in dates]
    return language.word("print.dates-range", first=words[0], last=words[1])
