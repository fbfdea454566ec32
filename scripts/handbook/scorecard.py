"""What the pages measure as a table for people, and which recorded ceilings can be lowered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.content import Handbook, Language
from handbook.content.limits import LEVEL, NAME
from handbook.readability import Reading, general_limit, is_over, measure

_LIMITED = ("words", "sentence", "warning", LEVEL)
"""What readability.yml and the languages limit."""


def scorecard(handbook: Handbook) -> str:
    """Return a table for each language, and below it the ceilings that are higher than they need be."""
    readings = list(measure(handbook))
    tables = [
        "\n".join(_table(language, [r for r in readings if r.page.language == language.code], handbook))
        for language in handbook.languages
    ]
    lowered = [line for reading in readings for line in _lowered(reading, handbook)]
    notes = ["* over the limit for all pages", *lowered]
    return "\n\n".join([*tables, "\n".join(notes)]) + "\n"


def _table(language: Language, readings: Sequence[Reading], handbook: Handbook) -> Iterator[str]:
    measures = [m for m in (language.difficulty.level, *language.difficulty.also) if m is not None]
    head = ["words", "sentences", "mean", "longest", "in warnings", *(m.name for m in measures)]
    first = max([len(language.name), *(len(reading.page.path) for reading in readings)])
    widths = [max(len(title), 6) for title in head]
    yield _row(language.name, head, first, widths)
    if readings:
        yield _row("", _limits(readings[0], handbook, len(measures)), first, widths)
    for reading in readings:
        values = [f"{reading.values[m.name]:.1f}" if m.name in reading.values else "–" for m in measures]
        cells = [*_counts(reading, handbook), *values]
        if LEVEL in reading.reached:
            cells[5] += _mark(LEVEL, reading, handbook)
        yield _row(reading.page.path, cells, first, widths)


def _counts(reading: Reading, handbook: Handbook) -> list[str]:
    words, sentence, warning = (
        f"{reading.reached[name]:.0f}{_mark(name, reading, handbook)}" for name in ("words", "sentence", "warning")
    )
    return [words, str(len(reading.sentences)), f"{reading.mean:.1f}", sentence, warning]


def _limits(reading: Reading, handbook: Handbook, measures: int) -> list[str]:
    words, sentence, warning, level = (general_limit(name, reading.page, handbook) for name in _LIMITED)
    known = [words, None, None, sentence, warning, level, *(None for _ in range(measures - 1))]
    return ["" if limit is None else f"({limit:g})" for limit in known[: 5 + measures]]


def _mark(name: str, reading: Reading, handbook: Handbook) -> str:
    limit = general_limit(name, reading.page, handbook)
    over = limit is not None and is_over(name, reading.reached[name], limit, reading.page, handbook)
    return "*" if over else ""


def _row(first: str, cells: Sequence[str], width: int, widths: Sequence[int]) -> str:
    rest = (cell.rjust(size) for cell, size in zip(cells, widths, strict=True))
    return "  ".join([first.ljust(width), *rest]).rstrip()


def _lowered(reading: Reading, handbook: Handbook) -> Iterator[str]:
    """Yield what can be lowered or taken out in readability.yml for a page."""
    page = reading.page
    ceiling = handbook.limits.ceilings.get((page.language, page.path))
    for name, recorded in ceiling.values.items() if ceiling else ():
        now, limit = reading.reached.get(name), general_limit(name, page, handbook)
        place = f"docs/data/{NAME}: {name} of {page.language}/{page.path}"
        if now is None or limit is None or not is_over(name, now, limit, page, handbook):
            yield f"{place} can be taken out"
        elif is_over(name, recorded, now, page, handbook):
            yield f"{place} can be changed from {recorded:g} to {now:.4g}"
