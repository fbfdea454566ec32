"""A sign-off holds for the very page that was read; one that no longer does is told before a release asks for it.

A word, a fact or a value of the clinic changes, with an update or by hand, and a page that was signed is unsigned
again. A clinic that learns of it on the day of the release has no doctor at hand to read it.

Passes:

    docs/data/sign-offs.yml:
    sign-offs: []

Fails:

    docs/data/sign-offs.yml:
    sign-offs: [{page: index.md, language: en, name: Dr Aminah Rahman, role: Dermatologist, date: 2026-11-20}]

What to do: `handbook sign --list` shows each page and what has changed on it; when it has been read again,
`handbook sign` records it. A sign-off of a page that is no longer there can be taken out of docs/data/sign-offs.yml.
This is only a warning: drafts say on each page that nobody has signed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import listed, meant
from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.sign_offs import PATH, SignOff
from handbook.register.signed_pages import sign_offs_of

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING, Mode.RELEASE: None}
"""A release says of each page what is wrong with it."""

_NAMED = 3
"""Pages named in a problem."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each language with pages that were signed and changed, and for each sign-off of no page."""
    for language in handbook.languages:
        yield from _lapsed(language, handbook)
    there = {(page.path, page.language) for page in handbook.pages}
    for sign_off in handbook.sign_offs:
        if sign_off.language in handbook.project.codes and (sign_off.page, sign_off.language) not in there:
            yield _without_page(sign_off, sorted({path for path, _ in there}))


def _lapsed(language: Language, handbook: Handbook) -> Iterator[Problem]:
    pages = [page for page in handbook.pages if page.language == language.code]
    lapsed = [page.path for page in pages if page.sign_off is None and sign_offs_of(page, handbook)]
    if lapsed:
        message = Message(
            "{count} pages have changed in {language} since somebody signed: {names}",
            "{count} page has changed in {language} since somebody signed: {names}",
            count=len(lapsed),
            language=language.name,
            names=listed(lapsed, _NAMED),
        )
        yield Problem(
            Location(PATH),
            message,
            Message("handbook sign --list --language {language} shows what changed", language=language.code),
        )


def _without_page(sign_off: SignOff, paths: list[str]) -> Problem:
    otherwise = Message("take the entry out")
    hint = otherwise if sign_off.page in paths else meant(sign_off.page, paths, otherwise)
    message = Message(
        "{name} has signed {page} in {language}, but there is no such page",
        name=sign_off.name,
        page=sign_off.page,
        language=sign_off.language,
    )
    return Problem(sign_off.location, message, hint)
