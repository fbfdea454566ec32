"""Each translated block with a fact, a command or a warning was read by somebody who has not translated it.

Who translates a sentence reads in it what it should say. A "not" that is lost is found by the next reader.

Passes:

    docs/ms/index.md:
    Basuh tangan dengan sabun.

Fails:

    docs/data/translations/ms/index.yml:
    page: index.md
    blocks:
    - id: healing/1
      source: e2268cc2771e
      target: befbbbbdaf94
      translated: {by: translator, date: 2026-11-20}
      original: Crusts last [3 to 7 days](fact:crusts-last).

What to do: let somebody else read the page, add the reading to docs/data/editorial-reviews.yml, and take it over with
`handbook translate checked`. Only a release is asked, and only of languages with ledgers, which the first example has
not.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import RELEASE_ONLY
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import listed
from handbook.register.handbook import Handbook

LEVELS = RELEASE_ONLY


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page with such blocks."""
    words = handbook.source.advice
    for (code, page), standings in handbook.standings.items():
        unread = [it for it in standings if it.needs_reader(words)] if code in handbook.tracked else []
        if unread:
            message = Message(
                "nobody but the translator has read {count} blocks with a fact, a command or a warning: {names}",
                "nobody but the translator has read {count} block with a fact, a command or a warning: {names}",
                count=len(unread),
                names=listed(standing.id for standing in unread),
            )
            hint = Message(
                "let somebody else read them, then: handbook translate checked {code}/{page}", code=code, page=page
            )
            yield Problem(unread[0].mine[0].place, message, hint)
