"""Somebody who may answer for it has read each page in each language, in the state in which it is handed out.

The pipeline can compare numbers; whether a sentence is wise only a clinician can tell, and whether it reads well
only someone who speaks the language.

Passes:

    docs/data/sign-offs.yml:
    sign-offs: [{page: …, language: …, name: Dr Aminah Rahman, role: Dermatologist, date: 2026-11-20, digest: "…"}]

Fails:

    docs/data/sign-offs.yml:
    sign-offs: []

What to do: let a clinician read the page, and record it with `handbook sign`. The sign-off holds for everything that
the page shows: its text, its facts with their sources, its pictures, the clinic's own values. When one of them
changes, the page must be read again; `handbook sign --list` shows what changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import RELEASE_ONLY
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.signed_pages import changes, sign_offs_of

LEVELS = RELEASE_ONLY


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page without a sign-off that holds."""
    for page in handbook.pages:
        if page.sign_off is None:
            yield _unsigned(page, handbook)


def _unsigned(page: Page, handbook: Handbook) -> Problem:
    language = handbook.language(page.language).name
    command = f'handbook sign {page.path} --language {page.language} --name "…" --role "…"'
    sign_off = next(iter(sign_offs_of(page, handbook)), None)
    if sign_off is not None:
        message = Message(
            "{page} in {language} has changed since {name} signed it on {day}: {changes}",
            page=page.title,
            language=language,
            name=sign_off.name,
            day=sign_off.day,
            changes=changes(sign_off, page, handbook),
        )
        hint = Message("when it has been read again: {command}", command=command)
        return Problem(Location(page.document.path), message, hint)
    message = Message("nobody has signed {page} in {language}", page=page.title, language=language)
    return Problem(
        Location(page.document.path), message, Message("when a clinician has read it: {command}", command=command)
    )
