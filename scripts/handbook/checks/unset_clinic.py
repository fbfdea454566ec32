"""What patients are handed names a real clinic and every number they are told to call.

A warning sign with "call the clinic" and no number is worth nothing at night. Drafts print a line to write on
instead; a release is refused.

Passes:

    docs/data/clinic.yml:
    name: Klinik Kulit Seri
    example: false
    phone: 03-5550 1234
    out-of-hours: 019-555 1234
    website: https://seri.example

Fails:

    docs/data/clinic.yml:
    phone: ""

What to do: fill in docs/data/clinic.yml, and set `example: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import RELEASE_ONLY
from handbook.diagnostics.problems import Problem
from handbook.markup.inlines import ClinicLink
from handbook.register.clinic import DETAILS
from handbook.register.handbook import Handbook

LEVELS = RELEASE_ONLY

OF_CHOSEN = True
"""Asked of what is chosen for an edition, and not of everything that is written."""

ALWAYS = ("name", "phone", "out-of-hours", "website")
"""Details that every release needs; the others only where a page asks for them."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for a clinic that is an example, and for each detail that is needed and not set."""
    clinic = handbook.clinic
    if clinic.example:
        message = "the clinic is an example, and patients would be sent to a clinic that does not exist"
        yield Problem(clinic.location("example"), message, "put in the clinic's own details, and example: false")
    asked = {r.target for page in handbook.pages for r in page.document.references if isinstance(r, ClinicLink)}
    for name in DETAILS:
        if (name in ALWAYS or name in asked) and not clinic.detail(name):
            yield Problem(
                clinic.location(name), f"the clinic's {name} is not set", f"write {name}: … in docs/data/clinic.yml"
            )
