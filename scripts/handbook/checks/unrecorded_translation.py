"""What was translated is recorded, so that it is known later of which original it was made.

Whoever corrects a page on the website of the repository cannot run a command, and need not: the maintainer records it.
Until then nobody can tell whether a change of the original is one since the translation.

Passes:

    docs/ms/index.md:
    Keruping kekal [3 hingga 7 hari](fact:crusts-last).

Fails:

    docs/data/translations/ms/index.yml:
    page: index.md
    blocks: []

What to do: `handbook translate done` with the pages that are named. A language without any ledger, as in the first
example, is told by the check `untracked-translation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.tracking.ledger import FOLDER
from handbook.tracking.states import State

_NAMED = 5
"""Pages in a hint that can be pasted."""

LEVELS: Levels = dict.fromkeys(Mode, Severity.WARNING)

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield one problem for each language with blocks that are not recorded."""
    for language in handbook.languages:
        pages = list(_pages(language, handbook)) if language.code in handbook.tracked else []
        if pages:
            message = Message(
                "{count} blocks are not yet recorded as translated into {language}",
                "{count} block is not yet recorded as translated into {language}",
                count=sum(blocks for _, blocks in pages),
                language=language.name,
            )
            names = " ".join(f"{language.code}/{page}" for page, _ in pages[:_NAMED]) + " …" * (len(pages) > _NAMED)
            yield Problem(
                Location(f"docs/data/{FOLDER}/{language.code}"),
                message,
                Message("handbook translate done {names}", names=names),
            )


def _pages(language: Language, handbook: Handbook) -> Iterator[tuple[str, int]]:
    for (code, page), standings in handbook.standings.items():
        count = sum(standing.state is State.UNRECORDED for standing in standings)
        if code == language.code and count:
            yield page, count
