"""The stages of a timeline with a reader's own dates, counted from the day of the procedure.

Dates are ranges, and a note below them says that nobody waits for a date when something is wrong.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator

from handbook.language.languages import Language
from handbook.register.editions import Held
from handbook.register.handbook import Handbook
from handbook.register.pictures import Bar, Timeline
from handbook.render.pictures import Figure, figure_of
from handbook.render.typst.book import Chapter
from handbook.render.typst.syntax import array, call, literal, position


def write_dates(held: Held, day: datetime.date, language: Language, handbook: Handbook) -> Chapter:
    """Return the stages of a timeline, or of one panel of it, as a table of two columns."""
    figure = figure_of(held.name, language, handbook.pictures)
    assert figure is not None  # who read the edition has made sure
    rows = [_row(bar, day, figure, language) for bar in _bars(held, figure)]
    widest = [max(" ".join(column).split(" "), key=len) for column in zip(*rows, strict=True)]
    place = figure.data.picture.location
    table = call(
        "dates",
        literal(language.date(day)),
        array([literal(word) for word in widest]),
        *(array([literal(words) for words in row]) for row in rows),
    )
    return Chapter(place.path, "\nportion(", (f"\n{position(place, place.path)}{table}",))


def _bars(held: Held, figure: Figure) -> Iterator[Bar]:
    kind = figure.data.picture.kind
    assert isinstance(kind, Timeline)
    for panel in kind.panels:
        if held.section in ("", panel.words):
            yield from panel.bars


def _row(bar: Bar, day: datetime.date, figure: Figure, language: Language) -> tuple[str, str]:
    """Return the name of a stage, and from when to when it usually is."""
    name = figure.data.word(f"{bar.words}.name")
    first, last = (day + datetime.timedelta(days=days) for days in (math.floor(bar.start), math.ceil(bar.end)))
    return name, language.word("print.dates-range", first=language.date(first), last=language.date(last))
