"""Each translation has ledgers, by which it is known what of it is behind its original.

Without them a change of the original goes by unseen in the translations, unless it is one of a number.

Passes:

    docs/data/translations/ms/index.yml:
    page: index.md
    blocks: []
    docs/data/translations/ru/index.yml:
    page: index.md
    blocks: []

Fails:

    docs/ms/index.md:
    Keruping kekal [3 hingga 7 hari](fact:crusts-last).

What to do: `handbook translate done` with every page of the language. A handbook can do without; then a build says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook
from handbook.tracking.ledger import FOLDER

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: None, Mode.RELEASE: Severity.WARNING}

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each language with translated pages and without ledgers."""
    translated = {code for code, _ in handbook.standings} & {page.language for page in handbook.pages}
    for language in handbook.languages:
        if language.code in translated - handbook.tracked:
            message = Message(
                "nothing is recorded of the translation into {language}: nobody can tell what is behind",
                language=language.name,
            )
            hint = Message("handbook translate done docs/{language}/…", language=language.code)
            yield Problem(Location(f"docs/data/{FOLDER}/{language.code}"), message, hint)
