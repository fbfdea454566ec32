"""A fact is looked at again by its day of review.

What is known about a treatment changes, and telephone numbers and laws change faster. A page that rests on a fact
nobody has looked at for too long may tell a patient what is no longer true.

Passes:

    docs/data/facts/recovery.yml:
    review_by: 2027-11-20

Fails:

    docs/data/facts/recovery.yml:
    review_by: 2026-11-01

What to do: read the sources again, correct the fact if need be, and set `collected` and `review_by` anew. Facts with
the same day are told together. A review is announced 60 days ahead, and when it is overdue everything can still be
checked and built: that a day has come is nobody's mistake, and an old copy must stay usable. Only a release is refused.
A fact that no page uses misinforms nobody and is not asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from handbook.checks.modes import Levels, Mode
from handbook.checks.registered import used_facts
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.diagnostics.quoting import listed
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""

AHEAD = datetime.timedelta(days=60)
"""How long before its day a review is announced."""

_NAMED = 3
"""Facts named in a problem; most share their day with hundreds."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield an error for each day on which used facts were due; a day that is near is a warning."""
    used = used_facts(handbook)
    by_day: dict[datetime.date, list[Fact]] = {}
    for fact in handbook.register.facts.values():
        # what a clinic decides bears the date of the fact that bounds it, which is told instead
        if fact.id in used and not fact.decided_by and fact.review_by - handbook.today <= AHEAD:
            by_day.setdefault(fact.review_by, []).append(fact)
    for day, facts in sorted(by_day.items()):
        yield _due(day, facts, handbook.today)


def _due(day: datetime.date, facts: Sequence[Fact], today: datetime.date) -> Problem:
    overdue, names = day < today, listed([fact.id for fact in facts], _NAMED)
    if overdue:
        message = Message(
            "{count} facts have been due for review since {day}: {names}",
            "{count} fact has been due for review since {day}: {names}",
            count=len(facts),
            day=day,
            names=names,
        )
    else:
        message = Message(
            "{count} facts are due for review by {day}: {names}",
            "{count} fact is due for review by {day}: {names}",
            count=len(facts),
            day=day,
            names=names,
        )
    hint = Message("read their sources again, then set collected: and review_by: anew")
    severity = Severity.ERROR if overdue else Severity.WARNING
    return Problem(facts[0].location, message, hint, severity)
