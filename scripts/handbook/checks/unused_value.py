"""Every number that a clinic sets is printed somewhere.

A doctor who has set a number believes that patients read it. If no page has a place for it, they read nothing.

Passes:

    docs/data/our-clinic.yml:
    values: {first-wash: 24}

    docs/en/recovery/day-by-day.md:
    Wash for the first time after [](fact:first-wash).

Fails:

    docs/data/our-clinic.yml:
    values: {first-wash: 24}

    docs/en/recovery/day-by-day.md:
    Wash when you like.

What to do: put the sign # in front of the line, so that nobody relies on the number; or let an editor give it a place
on a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.clinic_questions import printed_values
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each number of the clinic's that no page prints."""
    printed = printed_values(handbook)
    for address in handbook.clinic.values:
        if address not in printed:
            place = handbook.clinic.location(address)
            yield Problem(
                place,
                Message("no page prints {address}, so patients never read it", address=address),
                Message("put # in front of this line"),
            )
