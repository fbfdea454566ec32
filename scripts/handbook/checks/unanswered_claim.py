"""Every claim that patients may have heard is answered by a fact on some page.

"No downtime", "removes scars for good": whoever believes it plans too little time, or hopes for too much. A claim is
answered where a fact that speaks to it can be read.

Passes:

    docs/data/claims.yml:
    facts: [crusts-last]

Fails:

    docs/data/claims.yml:
    facts: [numbing-dose]

What to do: cite one of the claim's facts on a page of the source language, or name another that answers it under
`facts:` in docs/data/claims.yml. True claims are answered like false ones: that is what patients look for. Of what
advertising leaves out (`verdict: omission`) every fact must be on a page. Only what is no claim needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.checks.registered import facts_on
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.diagnostics.quoting import meant
from handbook.register.handbook import Handbook
from handbook.register.subjects import Claim

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each claim that no page answers, and for each fact named that is not there."""
    facts = handbook.register.facts
    used = facts_on([page for page in handbook.pages if page.language == handbook.source.code], handbook)
    for claim in handbook.claims.values():
        for fact, place in claim.facts if facts else ():
            if fact not in facts:
                hint = meant(fact, facts, Message("name a fact of docs/data/facts"))
                yield Problem(
                    place,
                    Message("the claim {claim} names the fact {fact}, which is not there", claim=claim.id, fact=fact),
                    hint,
                )
        if claim.verdict != "not-a-claim":
            yield from _unanswered(claim, used)


def _unanswered(claim: Claim, used: set[str]) -> Iterator[Problem]:
    unread = [fact for fact, _ in claim.facts if fact not in used]
    listed = ", ".join(unread)
    if not claim.facts:
        hint = Message("name the facts that answer it: facts: […]")
        yield Problem(
            claim.location,
            Message("the claim {claim} names no fact that answers it: {said}", claim=claim.id, said=claim.claim),
            hint,
        )
    elif len(unread) == len(claim.facts):
        message = Message("no page answers the claim {claim}: {said}", claim=claim.id, said=claim.claim)
        yield Problem(claim.location, message, Message("cite one of its facts on a page: {facts}", facts=listed))
    elif unread and claim.verdict == "omission":
        message = Message(
            "advertising leaves out what no page says either ({claim}): {said}", claim=claim.id, said=claim.claim
        )
        yield Problem(claim.location, message, Message("cite on a page: {facts}", facts=listed))
