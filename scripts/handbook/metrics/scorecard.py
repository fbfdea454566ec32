"""What the pages measure as a table for people, and which recorded ceilings can be lowered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from handbook.diagnostics.messages import Message
from handbook.language.languages import Language
from handbook.metrics.page_metrics import PageMetrics, count_words, general_limit, is_over, measure
from handbook.register.handbook import Handbook
from handbook.register.limits import LEVEL, NAME

_LIMITED = ("words", "sentence", "warning", LEVEL)
"""What readability.yml and the languages limit."""


_ALL = Message("all, each passage once")
_HEAD = (Message("words"), Message("sentences"), Message("mean"), Message("longest"), Message("in warnings"))


def scorecard(handbook: Handbook, tell: Callable[[str], str] = str) -> str:
    """Return a table for each language, and below it the ceilings that are higher than they need be.

    ``tell`` returns a message in the reader's language.
    """
    measured = list(measure(handbook))
    tables = [
        "\n".join(_table(language, [r for r in measured if r.page.language == language.code], handbook, tell))
        for language in handbook.languages
    ]
    lowered = [line for metrics in measured for line in _lowered(metrics, handbook)]
    notes = [Message("* over the limit for all pages"), *lowered]
    return "\n\n".join([*tables, "\n".join(map(tell, notes))]) + "\n"


def _table(
    language: Language, measured: Sequence[PageMetrics], handbook: Handbook, tell: Callable[[str], str]
) -> Iterator[str]:
    measures = [m for m in (language.difficulty.level, *language.difficulty.also) if m is not None]
    head = [*map(tell, _HEAD), *(m.name for m in measures)]
    first = max([len(language.name), len(tell(_ALL)), *(len(metrics.page.path) for metrics in measured)])
    widths = [max(len(title), 6) for title in head]
    yield _row(language.name, head, first, widths)
    if measured:
        yield _row("", _limits(measured[0], handbook, len(measures)), first, widths)
    if measured:
        yield _row(tell(_ALL), [str(_words_once(measured))], first, widths[:1])
    for metrics in measured:
        values = [f"{metrics.values[m.name]:.1f}" if m.name in metrics.values else "–" for m in measures]
        cells = [*_counts(metrics, handbook), *values]
        if LEVEL in metrics.reached:
            cells[5] += _mark(LEVEL, metrics, handbook)
        yield _row(metrics.page.path, cells, first, widths)


def _words_once(measured: Sequence[PageMetrics]) -> int:
    """Count the words of all pages; what several of them show counts once."""
    texts = {(text.location, text.text): text for metrics in measured for text in metrics.page.document.texts}
    return sum(count_words(text.text) for text in texts.values())


def _counts(metrics: PageMetrics, handbook: Handbook) -> list[str]:
    words, sentence, warning = (
        f"{metrics.reached[name]:.0f}{_mark(name, metrics, handbook)}" for name in ("words", "sentence", "warning")
    )
    return [words, str(len(metrics.sentences)), f"{metrics.mean:.1f}", sentence, warning]


def _limits(metrics: PageMetrics, handbook: Handbook, measures: int) -> list[str]:
    words, sentence, warning, level = (general_limit(name, metrics.page, handbook) for name in _LIMITED)
    known = [words, None, None, sentence, warning, level, *(None for _ in range(measures - 1))]
    return ["" if limit is None else f"({limit:g})" for limit in known[: 5 + measures]]


def _mark(name: str, metrics: PageMetrics, handbook: Handbook) -> str:
    limit = general_limit(name, metrics.page, handbook)
    over = limit is not None and is_over(name, metrics.reached[name], limit, metrics.page, handbook)
    return "*" if over else ""


def _row(first: str, cells: Sequence[str], width: int, widths: Sequence[int]) -> str:
    rest = (cell.rjust(size) for cell, size in zip(cells, widths, strict=True))
    return "  ".join([first.ljust(width), *rest]).rstrip()


def _lowered(metrics: PageMetrics, handbook: Handbook) -> Iterator[Message]:
    """Yield what can be lowered or taken out in readability.yml for a page."""
    page = metrics.page
    ceiling = handbook.limits.ceilings.get((page.language, page.path))
    for name, recorded in ceiling.values.items() if ceiling else ():
        now, limit = metrics.reached.get(name), general_limit(name, page, handbook)
        place = f"docs/data/{NAME}: {page.language}/{page.path}: {name}"
        if now is None or limit is None or not is_over(name, now, limit, page, handbook):
            yield Message("{place} can be taken out", place=place)
        elif is_over(name, recorded, now, page, handbook):
            yield Message("{place} can be changed from {old:g} to {new:.4g}", place=place, old=recorded, new=now)
