"""What patients are handed names a real clinic and every number they are told to call.

A warning sign with "call the clinic" and no number is worth nothing at night. Drafts print a line to write on
instead; a release is refused. It also needs the address at which it will be published: without it, search engines are
told nothing, and there is no page for wrong addresses.

Passes:

    docs/data/our-clinic.yml:
    name: Klinik Kulit Seri
    example: false
    phone: 03-5550 1234
    out-of-hours: 019-555 1234
    handbook-address: https://seri.example/handbook/

Fails:

    docs/data/our-clinic.yml:
    phone: ""

What to do: answer the questions of `handbook clinic`; it writes docs/data/our-clinic.yml. Or copy
docs/data/example-clinic.yml to that name, fill it in, and set `example: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import RELEASE_ONLY
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.markup.inlines import ClinicLink
from handbook.register.clinic import ANSWERS, DETAILS, OWN_FILE
from handbook.register.handbook import Handbook

LEVELS = RELEASE_ONLY

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""

ALWAYS = ("name", "phone", "out-of-hours", "handbook-address")
"""Answers that every release needs; the other details only where a page asks for them."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for a clinic that is an example, and for each answer that is needed and not given."""
    clinic = handbook.clinic
    if clinic.example:
        message = Message("the clinic is an example, and patients would be sent to a clinic that does not exist")
        hint = Message("put the clinic's own details into {file}, and example: false", file=OWN_FILE)
        yield Problem(clinic.location("example"), message, hint)
    for name in missing_answers(handbook):
        yield Problem(
            clinic.location(name),
            Message("the clinic's {name} is not set", name=name),
            Message("write {name}: … in {file}", name=name, file=OWN_FILE),
        )


def missing_answers(handbook: Handbook) -> Iterator[str]:
    """Yield the name of each answer that a release needs and the clinic has not given."""
    clinic = handbook.clinic
    asked = {r.target for page in handbook.pages for r in page.document.references if isinstance(r, ClinicLink)}
    given = {**clinic.details, "handbook-address": clinic.handbook_address}
    for name in ANSWERS:
        if (name in ALWAYS or (name in DETAILS and name in asked)) and not given.get(name):
            yield name
