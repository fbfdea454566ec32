"""What of the handbook is translated and tracked: its pages, its passages, and the words of its warning signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from handbook.language.looked_up import LookedUp
from handbook.register.pages import HOME, Page
from handbook.tracking.ledger import SIGN_PAGE
from handbook.tracking.pieces import Piece, pieces_of
from handbook.tracking.states import Standing, recorded_in, standings_of

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook


Standings: TypeAlias = Mapping[tuple[str, str], tuple[Standing, ...]]
"""How each block of each translation stands to its original, by language and page."""


def load_standings(handbook: Handbook, known: Standings) -> Standings:
    """Return the standings; those that are ``known`` are not compared again."""
    originals, words = _texts(handbook, handbook.source.code), handbook.source.advice
    theirs = LookedUp[str, tuple[Piece, ...]](lambda page: _pieces(page, originals.get(page, ())))
    found = {}
    for language in handbook.languages[1:]:
        recorded = recorded_in(it for (code, _), it in handbook.ledgers.items() if code == language.code)
        for page, mine in _texts(handbook, language.code).items():
            key, its = (language.code, page), recorded.get(page, recorded[""])
            found[key] = known.get(key) or standings_of(theirs[page], _pieces(page, mine), its, words)
    return found


def _texts(handbook: Handbook, code: str) -> dict[str, tuple[Page, ...]]:
    """Return every text in a language, by its page; the words of signs stand together under one name."""
    pages: dict[str, tuple[Page, ...]] = {
        page.path: (page,) for page in (*handbook.pages, *handbook.passages.values()) if page.language == code
    }
    said = handbook.sign_words.get(code, {}).values()
    signs = tuple(page for words in said for pages in words.values() for page in pages if page.written.parts)
    return {**pages, SIGN_PAGE: signs} if signs else pages


def _pieces(name: str, texts: Iterable[Page]) -> tuple[Piece, ...]:
    is_sign = name == SIGN_PAGE
    return tuple(piece for text in texts for piece in (_of_sign(text) if is_sign else pieces_of(text.written, name)))


def _of_sign(page: Page) -> tuple[Piece, ...]:
    return pieces_of(page.written, HOME, page.path.strip("/"), is_warning=True)
