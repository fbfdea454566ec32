"""Whether the days of the facts can be: nobody has read a source on a day that is still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.facts import Register


def check_days(register: Register, today: datetime.date) -> Iterator[Problem]:
    """Yield a problem for each fact that says it was collected after ``today``."""
    for fact in register.facts.values():
        if fact.collected > today:
            message = Message("{fact} was collected on {day}, which is still to come", fact=fact.id, day=fact.collected)
            yield Problem(
                fact.location, message, Message("write behind collected: the day on which its sources were read")
            )
