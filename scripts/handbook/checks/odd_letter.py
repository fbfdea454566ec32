"""Words are written in the plain letters of an alphabet.

A letter that is drawn bold or wide by itself, one with a bar through it, or the sign for a letter that was lost when
a text was copied is no letter to the search, to a screen reader or to the print; a bar through a word turns round what
it says. They come from a PDF, from a messenger, or from somebody who wants to get past the checks.

Passes:

    Call us. A café; №.

Fails:

    Ｃａｌｌ us. N\N{COMBINING LONG STROKE OVERLAY}o.

What to do: type the word anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_DRAWN = ("<font>", "<wide>", "<narrow>", "<circle>", "<initial>", "<medial>", "<final>", "<isolated>")
"""How Unicode calls letters that are others, only drawn otherwise."""
_JOINED = range(0xFB00, 0xFB07)
"""Pairs of Latin letters in one, as PDFs have them; other alphabets write with such letters."""
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "
_LOST = "\N{REPLACEMENT CHARACTER}"
_OVER_IT = 1
"""The combining class of what goes through a letter."""
_WORD = re.compile(r"\S+")
_HEAP = 3
"""Marks on one letter that no spelling has."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word with letters or marks that no alphabet has."""
    for block in page.document.texts:
        suspect = not block.text.isascii() and any(map(_is_suspect, {*block.text}))
        for found in _WORD.finditer(block.text) if suspect else ():
            if any(map(_is_odd, found[0])) or _is_heaped(found[0]):
                message = Message("{word} is not in plain letters", word=found[0])
                yield Problem(block.locate(*found.span()), message, Message("type the word anew"))


def _is_heaped(word: str) -> bool:
    """Tell whether a letter has a mark too many."""
    return "m" * _HEAP in "".join("m" if unicodedata.combining(letter) else "-" for letter in word)


@cache
def _is_suspect(letter: str) -> bool:
    """Tell whether a letter is odd, or a mark of which there may be too many."""
    return _is_odd(letter) or unicodedata.combining(letter) > 0


@cache
def _is_odd(letter: str) -> bool:
    if letter.isascii():
        return False
    kind, drawn = unicodedata.category(letter), unicodedata.decomposition(letter).partition(" ")[0]
    if drawn in _DRAWN or ord(letter) in _JOINED:
        return unicodedata.normalize("NFKC", letter).isalpha()
    is_mark = kind == "Me" or unicodedata.combining(letter) == _OVER_IT
    return is_mark or letter == _LOST or unicodedata.name(letter, "").startswith(_SMALL_CAPITAL)
