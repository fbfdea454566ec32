"""A fact link names a fact of the register, and a clinic link a detail of the clinic.

A statement whose link leads nowhere has no source behind it: nobody can look up who says so, and no check can see
whether its number is right.

Passes:

    Crusts last [3 to 7 days](fact:crusts-last). Call [](clinic:phone).

Fails:

    Crusts last [3 to 7 days](fact:crust-last).

What to do: correct the name after `fact:`. All names stand in docs/data/facts as `id`; a further number of
the same fact is named after a slash, as in `fact:crusts-last/upper`. For something new, add the fact with its
evidence first.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.registered import CLINIC_FIELDS, nearest_address
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import nearest
from handbook.markup.inlines import ClinicLink, FactLink, Reference
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each reference to a fact or a detail of the clinic that is not there."""
    register = handbook.register
    for reference in page.document.references:
        if isinstance(reference, ClinicLink) and reference.target not in CLINIC_FIELDS:
            yield _unknown_detail(reference)
        elif isinstance(reference, FactLink) and register.facts and not register.find(reference.target):
            yield _unknown_fact(reference, register)


def _unknown_detail(reference: Reference) -> Problem:
    meant = nearest(reference.target, CLINIC_FIELDS)
    hint = (
        Message("did you mean {near}?", near=f"clinic:{meant}")
        if meant
        else Message("known are {names}", names=", ".join(CLINIC_FIELDS))
    )
    return Problem(reference.location, Message("the clinic has no detail called {name!r}", name=reference.target), hint)


def _unknown_fact(reference: Reference, register: Register) -> Problem:
    id, _, name = reference.target.partition("/")
    fact = register.facts.get(id)
    if fact is not None:
        hint = Message("it answers to {names}", names=", ".join(f"fact:{address}" for address in fact.names))
        return Problem(
            reference.location, Message("the fact {fact} has no number called {name!r}", fact=id, name=name), hint
        )
    meant = nearest_address(reference.target, register)
    hint = (
        Message("did you mean {near}?", near=f"fact:{meant}")
        if meant
        else Message("add it with its evidence to a file of docs/data/facts")
    )
    return Problem(reference.location, Message("the register has no fact called {name!r}", name=reference.target), hint)
