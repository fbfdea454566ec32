"""The stages of a timeline with a reader's own dates, counted from the day of the procedure.

Dates are ranges, and a note below them says that nobody waits for a date when something is wrong.
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


def write_dates(held: Held, day: datetime.date, language: Language, handbook: Handbook) -> Chapter:
    """Return the stages of a timeline, or of one panel of it, as a table of two columns."""
    rows = [(stage.name, _range(stage, day, language)) for stage in stages_of(held, language, handbook)]
    widest = [max(" ".join(column).split(" "), key=len) for column in zip(*rows, strict=True)]
    place = handbook.pictures[held.name].location
    table = call(
        "dates",
        literal(language.date(day)),
        array([literal(word) for word in widest]),
        *(array([literal(words) for words in row]) for row in rows),
    )
    return Chapter(place.path, "\nportion(", (f"\n{position(place, place.path)}{table}",))


def _range(stage: Stage, day: datetime.date, language: Language) -> str:
    """Return from when to when a stage usually is."""
    first, last = (day + datetime.timedelta(days=days) for days in (stage.first, stage.last))
    return language.word("print.dates-range", first=language.date(first), last=language.date(last))
