"""A translation says what its original says now, not what it said when it was translated.

A reader of one language must not be told what readers of another are no longer told. The ledgers that
`handbook translate` writes hold the original as it was translated, so that it is known, block by block, what has
changed since: a fact, a command or a warning, or the wording alone. Where it is more than the wording a draft shows the
original in the block's place, and a release is refused. The words of warning signs are all warnings.

Passes:

    docs/ms/index.md:
    Keruping kekal [3 hingga 7 hari](fact:crusts-last).

Fails:

    docs/en/index.md:
    Crusts last [3 to 7 days](fact:crusts-last). Keep them moist.
    docs/data/translations/ms/index.yml:
    page: index.md
    blocks:
    - id: healing/1
      source: e2268cc2771e
      target: befbbbbdaf94
      translated: {by: translator, date: 2026-11-20}
      original: Crusts last [3 to 7 days](fact:crusts-last).

What to do: `handbook translate diff` shows the change word by word; translate it, and record that with
`handbook translate done`. If the translation need not change, say why: `--unchanged "only a comma"`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook
from handbook.tracking.states import Standing, State
from handbook.tracking.word_changes import change_of

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each block behind in what matters, and one for each page behind in its wording."""
    words = handbook.source.advice
    tracked = ((key, its) for key, its in handbook.standings.items() if key[0] in handbook.tracked)
    for (code, page), standings in tracked:
        outdated = (it for it in standings if it.state is State.FACT_BEHIND or it.is_lacking(words))
        yield from (_outdated(standing, f"{code}/{page}") for standing in outdated)
        reworded = [it for it in standings if it.state is State.WORDING_BEHIND]
        if reworded:
            yield _reworded(reworded, f"{code}/{page}")


def _outdated(standing: Standing, name: str) -> Problem:
    assert standing.original is not None
    if not standing.mine:
        place = f"{standing.original.place.path}:{standing.original.place.line}"
        message = Message(
            "a fact, a command or a warning of the original ({place}) is missing: {original}",
            place=place,
            original=standing.original.text,
        )
        return Problem(Location(f"docs/{name}"), message, Message("translate it, then: handbook translate done"))
    what = Message("what this warns of") if standing.original.is_warning else Message("a fact or a command")
    message = Message(
        "the original has changed in {what} since this was translated: {change}",
        what=what,
        change=change_of(standing),
    )
    return Problem(standing.mine[0].place, message, Message("translate the change, then: handbook translate done"))


def _reworded(standings: Sequence[Standing], page: str) -> Problem:
    message = Message(
        "{count} blocks have changed in the original's wording since this was translated",
        "{count} block has changed in the original's wording since this was translated",
        count=len(standings),
    )
    hint = Message("handbook translate diff {page} shows the change", page=page)
    return Problem(standings[0].mine[0].place, message, hint, Severity.WARNING)
