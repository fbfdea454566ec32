"""Somebody who may answer for it has read each page in each language, in the state in which it is handed out.

The pipeline can compare numbers; whether a sentence is wise only a clinician can tell, and whether it reads well
only someone who speaks the language.

Passes:

    docs/data/our-clinic.yml:
    signatures: [{page: …, language: …, name: Dr A. Rahman, role: Dermatologist, date: 2026-11-20, digest: …}]

Fails:

    docs/data/our-clinic.yml:
    signatures: []

What to do: let a clinician read the page, and paste the line from the hint into `signatures:` in
docs/data/our-clinic.yml with name and role. Its `digest` stands for this very text and its facts: when one of them
changes, the page must be read again.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import RELEASE_ONLY
from handbook.diagnostics.problems import Location, Problem
from handbook.register.clinic import Signature
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

LEVELS = RELEASE_ONLY


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page without a signature that holds, and for each signature under no page."""
    signed = {(signature.page, signature.language): signature for signature in handbook.clinic.signatures}
    for page in handbook.pages:
        if page.signature is None:
            yield _unsigned(page, signed.get((page.path, page.language)), handbook)
    there = {(page.path, page.language) for page in handbook.pages}
    for signature in handbook.clinic.signatures:
        if (signature.page, signature.language) not in there:
            message = f"{signature.name} has signed {signature.page} in {signature.language}, but there is no such page"
            yield Problem(signature.location, message, "correct page: or language:, or take the signature out")


def _unsigned(page: Page, outdated: Signature | None, handbook: Handbook) -> Problem:
    language = handbook.language(page.language).name
    entry = (
        f'{{page: {page.path}, language: {page.language}, name: "…", role: "…", '
        f"date: {handbook.today}, digest: {page.digest}}}"
    )
    if outdated is not None:
        message = f"{page.title} in {language} has changed since {outdated.name} signed it on {outdated.day}"
        return Problem(outdated.location, message, f"when it has been read again, write {entry}")
    message = f"nobody has signed {page.title} in {language}"
    return Problem(Location(page.document.path), message, f"add to signatures: in docs/data/our-clinic.yml - {entry}")
