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
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.metrics.page_metrics import PageMetrics, is_over, limit_of, measure
from handbook.register.handbook import Handbook
from handbook.register.limits import LEVEL

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each sentence, page and level over the limit or the page's own ceiling."""
    for metrics in measure(handbook):
        yield from _sentences(metrics, handbook)
        yield from _page(metrics, handbook)


def _sentences(metrics: PageMetrics, handbook: Handbook) -> Iterator[Problem]:
    for sentence in metrics.sentences:
        limit = limit_of("warning" if sentence.warning else "sentence", metrics.page, handbook)
        if limit is not None and len(sentence.words) > limit:
            kind = "warning" if sentence.warning else "sentence"
            message = f"the {kind} has {len(sentence.words)} words, more than {limit:g}"
            yield Problem(sentence.location, message, "make two sentences or a list of it")


def _page(metrics: PageMetrics, handbook: Handbook) -> Iterator[Problem]:
    page = metrics.page
    measured = {
        "words": ("has {:.0f} words, more than {:g}", "shorten it, or move a part to a page of its own"),
        LEVEL: (f"measures {{:.1f}} by {_name(metrics, handbook)}, and {{:g}} is the limit", "use shorter words"),
    }
    for name, (message, hint) in measured.items():
        limit, value = limit_of(name, page, handbook), metrics.reached.get(name)
        if limit is not None and value is not None and is_over(name, value, limit, page, handbook):
            place = page.document.headings[0].location if page.document.headings else Location(page.document.path)
            yield Problem(place, f"the page {message.format(value, limit)}", hint)


def _name(metrics: PageMetrics, handbook: Handbook) -> str:
    level = handbook.language(metrics.page.language).difficulty.level
    return level.name if level else ""
