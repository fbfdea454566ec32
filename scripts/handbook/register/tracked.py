"""What of the handbook is translated and tracked: its pages, its passages, and the words of its warning signs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from handbook.register.pages import HOME, Page
from handbook.tracking.ledger import SIGN_PAGE
from handbook.tracking.pieces import Piece, pieces_of
from handbook.tracking.states import Standing, recorded_in, standings_of

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook


def tracked_texts(handbook: Handbook, code: str) -> dict[str, tuple[Piece, ...]]:
    """Return the pieces of every text in a language, by its page; the words of signs stand together under one name."""
    texts = (*handbook.pages, *handbook.passages.values())
    found = {page.path: pieces_of(page.written, page.path) for page in texts if page.language == code}
    said = handbook.sign_words.get(code, {}).values()
    signs = tuple(piece for words in said for pages in words.values() for page in pages for piece in _of_sign(page))
    return {**found, SIGN_PAGE: signs} if signs else found


def _of_sign(page: Page) -> tuple[Piece, ...]:
    return pieces_of(page.written, HOME, page.path.strip("/"), is_warning=True)


def load_standings(handbook: Handbook) -> Mapping[tuple[str, str], tuple[Standing, ...]]:
    """Return how each block of each translation stands to its original, by language and page."""
    originals, words = tracked_texts(handbook, handbook.source.code), handbook.source.advice
    found = {}
    for language in handbook.languages[1:]:
        recorded = recorded_in(it for (code, _), it in handbook.ledgers.items() if code == language.code)
        for page, mine in tracked_texts(handbook, language.code).items():
            theirs = originals.get(page, ())
            found[language.code, page] = standings_of(theirs, mine, recorded.get(page, recorded[""]), words)
    return found
