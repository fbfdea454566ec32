"""How wide words come out, reckoned without a font: the website uses whatever font the device has.

A letter takes a share of its size, on the safe side of common fonts: some letters by name, the rest by their script,
and those of a script that nobody has measured nearly a whole square.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_LETTERS: Mapping[str, float] = {
    **dict.fromkeys("iljI.,:;!'|()[] \N{NO-BREAK SPACE}", 0.34),
    **dict.fromkeys('ftr-–/"«»“”‘’', 0.45),
    **dict.fromkeys("mwMWшщжюмыфШЩЖЮМЫФДОСТНПКВИЧЯБУГЗЭ@%", 0.9),
}
_USUAL = 0.63
"""For the other letters of these scripts, for digits and signs."""

_SCRIPTS: Mapping[str, float] = {
    **dict.fromkeys(("LATIN", "CYRILLIC"), _USUAL),
    **dict.fromkeys(("HEBREW", "LAO", "THAI"), 0.68),
    **dict.fromkeys(("DEVANAGARI", "GEORGIAN", "GREEK"), 0.72),
    **dict.fromkeys(("ARABIC", "ARMENIAN"), 0.78),
}
"""By the first word of a letter's Unicode name; a little over the mean of DejaVu Sans, a wide font."""

_UNKNOWN = 0.95
_BOLD = 1.12

_UNSPACED = frozenset(("KHMER", "LAO", "MYANMAR", "THAI"))
"""Scripts without spaces between words, beside those whose letters fill a square."""

_NEVER_FIRST = frozenset("ะาำๅๆฯະາຳໆຯぁぃぅぇぉっゃゅょァィゥェォッャュョー々")
_NEVER_LAST = frozenset("เแโใไເແໂໃໄ")
"""Letters that belong to the one before or after them."""


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide a text is in letters of a size, never less than common fonts make it."""
    return sum(map(_share_of, text)) * size * (_BOLD if bold else 1)


def breakable(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text between which a line may end, each with what joins it to the piece before.

    These are words, and in scripts without spaces letters, but never a sign that may not begin a line.
    """
    for word in text.split(" "):
        first, *others = _pieces(word)
        yield " ", first
        yield from (("", piece) for piece in others)


def _pieces(word: str) -> list[str]:
    pieces = [word[:1]]
    for letter in word[1:]:
        if _unspaced(letter) and _may_end(pieces[-1][-1]):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


@cache
def _share_of(letter: str) -> float:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0  # stands over, under or invisibly beside another
    if _is_square(letter):
        return 1
    return _SCRIPTS.get(_script_of(letter), _UNKNOWN) if letter.isalpha() else _USUAL


def _is_square(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")


def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def _unspaced(letter: str) -> bool:
    """Tell whether a line may begin with a letter although no space stands before it."""
    unspaced = _is_square(letter) or _script_of(letter) in _UNSPACED
    return unspaced and letter.isalpha() and letter not in _NEVER_FIRST


@cache
def _may_end(letter: str) -> bool:
    """Tell whether a line may end after a sign; it may not after one that opens what follows."""
    return unicodedata.category(letter) not in ("Ps", "Pi") and letter not in _NEVER_LAST
