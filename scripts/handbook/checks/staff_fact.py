"""A page for patients uses no fact that is meant for staff.

Some facts are for those who treat: doses, device settings, what is done in an emergency room. On a patient page
they invite people to do at home what only a clinic may do.

Passes:

    Crusts last [3 to 7 days](fact:crusts-last).

Fails:

    Numbing uses [at most 5 milligrams per kilogram](fact:numbing-dose).

What to do: take the sentence out, or write what the patient should do instead. If the fact is for patients after
all, a clinician changes its `audience` in docs/data/facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.pictures import uses_of


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each reference to a fact whose audience is staff."""
    for use in uses_of(page.document, handbook.pictures):
        facts = [handbook.register.find(address) for address in use.addresses]
        for id in dict.fromkeys(fact.id for fact in facts if fact is not None and fact.audience == "staff"):
            message = Message("the fact {fact} is for staff only, and patients read this page", fact=id)
            yield Problem(
                use.node.location, message, Message("take the sentence out, or use a fact meant for patients")
            )
