"""Pages are short and easy to read: short sentences, shortest in warnings, and a level that most adults can follow.

A person in pain or fear reads worse than the same person on another day. What is not understood at the first reading
may not be read again.

Passes:

    Keep it clean and moist. Do not pick. Call us if it hurts more each day.

Fails:

    It is of the greatest importance that the skin should be kept clean and moist at all times, that the crusts should
    not be picked or scratched by anybody, and that the clinic should be called at once if it hurts.

What to do: make two sentences of one, and lists of long rows of words; say it with shorter words; move a part to a
page of its own. The limits stand in docs/data/readability.yml and, for the language's own measure, in
docs/data/languages/<xx>.yml. A page that cannot be mended at once gets a ceiling in readability.yml, which may only
ever be lowered. `handbook check --readability` shows what every page measures. A sentence is a warning if it stands in
a call box or links a sign that means calling the same day or at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.metrics.page_metrics import PageMetrics, is_over, limit_of, measure_page
from handbook.register.handbook import Handbook
from handbook.register.limits import LEVEL
from handbook.register.pages import Page

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

_HINTS = {
    "words": Message("shorten it, or move a part to a page of its own"),
    LEVEL: Message("use shorter words"),
}
"""What is measured of a page, and what to do where it is too much."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each sentence, page and level over the limit or the page's own ceiling."""
    metrics = measure_page(page, handbook)
    yield from _sentences(metrics, handbook)
    yield from _page(metrics, handbook)


def _sentences(metrics: PageMetrics, handbook: Handbook) -> Iterator[Problem]:
    for sentence in metrics.sentences:
        limit = limit_of("warning" if sentence.warning else "sentence", metrics.page, handbook)
        if limit is not None and len(sentence.words) > limit:
            kind = Message("warning") if sentence.warning else Message("sentence")
            message = Message(
                "the {kind} has {count} words, more than {limit:g}", kind=kind, count=len(sentence.words), limit=limit
            )
            yield Problem(sentence.location, message, Message("make two sentences or a list of it"))


def _page(metrics: PageMetrics, handbook: Handbook) -> Iterator[Problem]:
    page = metrics.page
    for name, hint in _HINTS.items():
        limit, value = limit_of(name, page, handbook), metrics.reached.get(name)
        if limit is not None and value is not None and is_over(name, value, limit, page, handbook):
            place = page.document.headings[0].location if page.document.headings else Location(page.document.path)
            yield Problem(place, _over(name, value, limit, _name(metrics, handbook)), hint)


def _over(name: str, value: float, limit: float, measure: str) -> Message:
    if name == "words":
        return Message("the page has {value:.0f} words, more than {limit:g}", value=value, limit=limit)
    return Message(
        "the page measures {value:.1f} by {measure}, and {limit:g} is the limit",
        value=value,
        measure=measure,
        limit=limit,
    )


def _name(metrics: PageMetrics, handbook: Handbook) -> str:
    level = handbook.language(metrics.page.language).difficulty.level
    return level.name if level else ""
