"""Every fact for patients stands on some page, or the register says why it does not.

A fact that somebody looked up and nobody wrote down is missing for the patient who needs it. What was left out on
purpose should not be looked for again.

Passes:

    docs/en/recovery/day-by-day.md:
    [Do not pick](fact:no-picking). Call [](clinic:emergency) if you cannot breathe.

Fails:

    docs/en/recovery/day-by-day.md:
    Leave your skin alone. Call [](clinic:emergency) if you cannot breathe.

What to do: cite the fact on a page of the source language, or add `unused:` with the reason to it in
docs/data/facts. Where it is on a page after all, take `unused:` out. Facts for staff need neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.checks.registered import advised, facts_on
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.register.handbook import Handbook

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact that no page of the source language uses, or that is used against its word."""
    source = handbook.source
    used = facts_on([page for page in handbook.pages if page.language == source.code], handbook)
    for fact in handbook.register.facts.values():
        if fact.decided_by or fact.audience == "staff":
            continue
        if fact.id not in used and not fact.unused:
            message = Message(
                "no page in {source} uses the fact {fact}: {statement}",
                source=source.name,
                fact=fact.id,
                statement=fact.statement,
            )
            hint = Message("write [words](fact:{fact}) on a page, or add unused: with a reason", fact=fact.id)
            yield Problem(fact.location, message, advised(hint, fact))
        elif fact.id in used and fact.unused:
            message = Message("the fact {fact} is marked as unused, but a page uses it", fact=fact.id)
            yield Problem(fact.location, message, Message("take its line unused: out"))
