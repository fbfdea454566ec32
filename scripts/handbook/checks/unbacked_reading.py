"""Each reading that a ledger tells of is one that was recorded.

A ledger that says a warning was read by a second person is believed. So nobody can type that into it: it must be one
of the readings in docs/data/editorial-reviews.yml, with what was found.

Passes:

    docs/data/translations/ms/index.yml:
    page: index.md
    blocks: []

Fails:

    docs/data/translations/ms/index.yml:
    page: index.md
    blocks:
    - id: healing/1
      source: e2268cc2771e
      target: befbbbbdaf94
      translated: {by: translator, date: 2026-11-20}
      checked: {by: a second reader, date: 2020-01-01}
      original: Crusts last [3 to 7 days](fact:crusts-last).

What to do: add the reading to docs/data/editorial-reviews.yml and let `handbook translate checked` take it over, or
take `checked:` out of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page with readings that nobody has recorded, or of a day to come."""
    held = {(it.page, it.language, it.reader, it.day) for it in handbook.editorial_reviews}
    for (code, page), ledger in handbook.ledgers.items():
        for entry in ledger.entries:
            reading = entry.checked
            if reading is not None and (page, code, reading.by, reading.day) not in held:
                message = Message(
                    "{block} was read on {day} by “{by}”, and no such reading is recorded",
                    block=entry.id,
                    day=reading.day,
                    by=reading.by,
                )
                yield Problem(
                    entry.location, message, Message("add it to docs/data/editorial-reviews.yml, or take it out")
                )
            elif reading is not None and reading.day < entry.translated.day:
                message = Message(
                    "{block} was read on {day}, before it was translated on {translated}",
                    block=entry.id,
                    day=reading.day,
                    translated=entry.translated.day,
                )
                yield Problem(entry.location, message, Message("let it be read again, and take that over"))
