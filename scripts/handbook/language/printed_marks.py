"""The marks that are printed where a keyboard has straight ones: “later” for "later", don’t for don't.

Which they are a language says: its pairs of quotation marks, from the outer to the inner, and its apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MARKS = frozenset('"“”„‟«»‹›「」『』')
"""The quotation marks of all languages; what is an apostrophe as well is none."""
_BEFORE = frozenset("([{/—–-")
"""What an opening mark may stand right behind."""
_LETTER = r"[^\W\d_]"
_APOSTROPHES = "'’ʼ`´"
_APOSTROPHE = re.compile(rf"(?<={_LETTER})[{_APOSTROPHES}](?={_LETTER})")
_WORD = re.compile(rf"{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)+")

_STRAIGHT = {**dict.fromkeys(map(ord, MARKS), '"'), **dict.fromkeys(map(ord, "‘’ʼ"), "'")}


class Quoted(NamedTuple):
    """What stands in quotation marks."""

    start: int
    """Where the opening mark stands."""
    end: int
    """Where the closing one does."""
    depth: int
    """In how many other quotations."""


def quotations_in(text: str) -> list[Quoted]:
    """Return the quotations of a text with any marks, an outer one before those in it."""
    opened: list[int] = []
    found: list[Quoted] = []
    opening = -1
    for at in (at for at, sign in enumerate(text) if sign in MARKS):
        if _opens(text, at, may=at == 0 or at - 1 == opening):
            opened.append(opening := at)
        elif opened:
            found.append(Quoted(opened.pop(), at, len(opened)))
    return sorted(found)


def _opens(text: str, at: int, may: bool) -> bool:
    """Tell whether a mark opens a quotation: by what stands around it, as a straight one may be either.

    It ``may`` where nothing, or another that opens one, stands before it.
    """
    after = text[at + 1 : at + 2]
    return (may or text[at - 1].isspace() or text[at - 1] in _BEFORE) and bool(after) and not after.isspace()


def with_marks(text: str, marks: Sequence[str]) -> str:
    """Return a text with a language's pairs of marks at its quotations; what is no pair stays."""
    signs = list(text)
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    for quoted in quotations_in(text) if pairs else ():
        signs[quoted.start], signs[quoted.end] = pairs[quoted.depth % len(pairs)]
    return "".join(signs)


def wrong_apostrophes(text: str, apostrophe: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand with another apostrophe than the language's."""
    others = any(sign in text for sign in _APOSTROPHES if sign != apostrophe)
    for word in _WORD.finditer(text) if others else ():  # most texts have none
        if any(sign[0] != apostrophe for sign in _APOSTROPHE.finditer(word[0])):
            yield word.span()


def with_straight(text: str) -> str:
    """Return a text with the marks of a keyboard, whichever it has."""
    return text.translate(_STRAIGHT)


def with_apostrophes(text: str, apostrophe: str) -> str:
    """Return a text with the language's apostrophe between letters."""
    return _APOSTROPHE.sub(apostrophe, text)
