"""A translation has no blocks, and its ledger no page, that the original no longer has.

What the original has dropped was perhaps wrong, and a translation of it would be served for ever.

Passes:

    docs/en/index.md:
    Wash your hands.
    docs/ms/index.md:
    Basuh tangan.

Fails:

    docs/data/translations/ms/old.yml:
    page: old.md
    blocks: []

What to do: delete the block that is named, in the translation too, or put it back into the original. A ledger of a
page that has moved goes when `handbook translate done` records the page under its new name; of one that was deleted,
delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import shortened
from handbook.register.handbook import Handbook
from handbook.tracking.ledger import ledger_path
from handbook.tracking.states import State

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each block without an original, and for each ledger without a page."""
    for (code, _), standings in handbook.standings.items():
        for standing in standings if code in handbook.tracked else ():
            if standing.state is State.ORPHAN:
                piece = standing.mine[0]
                message = Message("the original has no such block: “{words}”", words=shortened(piece.text))
                yield Problem(piece.place, message, Message("delete it, or put it back into the original"))
    for (code, page), ledger in handbook.ledgers.items():
        if (code, page) not in handbook.standings:
            message = Message(
                "this is the ledger of {page}, which is not there in {language}",
                page=page,
                language=handbook.language(code).name,
            )
            yield Problem(ledger.location, message, Message("delete docs/data/{path}", path=ledger_path(code, page)))
