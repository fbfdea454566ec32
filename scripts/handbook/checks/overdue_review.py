"""A fact is looked at again by its day of review.

What is known about a treatment changes, and telephone numbers and laws change faster. A page that rests on a fact
nobody has looked at for too long may tell a patient what is no longer true.

Passes:

    docs/data/facts/recovery.yml:
    review_by: 2027-11-20

Fails:

    docs/data/facts/recovery.yml:
    review_by: 2026-11-01

What to do: read the sources again, correct the fact if need be, and set `collected` and `review_by` anew. In the
last 60 days before, this is a warning. A fact that no page uses misinforms nobody and is never more than a
warning. A draft is built in any case, so that an old copy can still be built; a release is not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.checks.registered import used_facts
from handbook.diagnostics.problems import Problem, Severity
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

AHEAD = datetime.timedelta(days=60)
"""How long before its day a review is announced."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield an error for each used fact whose review is overdue; what is not used or due soon is a warning."""
    used = used_facts(handbook)
    for fact in handbook.register.facts.values():
        if fact.decided_by:
            continue  # it bears the date of the fact that bounds it, which is told instead
        if fact.review_by < handbook.today:
            message = f"the review of {fact.id} is overdue since {fact.review_by}"
            yield _problem(fact, message, Severity.ERROR if fact.id in used else Severity.WARNING)
        elif fact.review_by - handbook.today <= AHEAD:
            yield _problem(fact, f"the review of {fact.id} is due by {fact.review_by}", Severity.WARNING)


def _problem(fact: Fact, message: str, severity: Severity) -> Problem:
    return Problem(fact.location, message, "read its sources again, then set collected: and review_by: anew", severity)
