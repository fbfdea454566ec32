"""Letters and signs of any script: what makes no difference between two of them, and what belongs to a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

ALIKE = {
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "’ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r\v\f"), " "),
    **{ord(arabic): latin for arabic, latin in zip("،؛؟", ",;?", strict=True)},
}
"""Signs that count as another one in every language, for ``str.translate``."""

JOINERS = "\u200c\u200d"
"""Without width, between two letters of one word: they say whether the letters touch (Persian «می‌شود»)."""

_MARKED = (
    (0x300, 0x1DFF), (0x20D0, 0x20FF), (0x2CEF, 0x2DFF), (0x302A, 0x309A), (0xA66F, 0xABED), (0xFB1E, 0xFE2F),
    (0x10A00, 0x11FFF), (0x16AF0, 0x16F92), (0x1E000, 0x1E94A),
)  # fmt: skip
"""Where Unicode has the marks of scripts that are written today; to ask all its characters takes long."""

_FAR = "\U00010000-\U0010ffff"
"""Scripts of the past and of few; also emoji."""


@cache
def marks() -> str:
    """Return the marks that stand over, under or beside a letter, for use inside ``[…]`` of a regular expression.

    In Arabic, Hebrew, Hindi, Tamil and others vowels are such marks. ``\\w`` of ``re`` does not know them.
    """
    codes = (code for first, last in _MARKED for code in range(first, last + 1) if _is_mark(code))
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _runs(codes))


LETTER, MARKS = r"[\w]", r"[^\s\S]+"
"""What stands in a pattern for ``fitted``: one character of a word, and one or more marks and joiners."""

WORD = f"{LETTER}+"


def fitted(pattern: str, text: str) -> re.Pattern[str]:
    """Return a pattern that LETTER and MARKS stand in, compiled for a text.

    Most texts have no marks, and a pattern that knows all marks takes three times as long to look for and ten times
    as long to compile.
    """
    return _compiled(pattern, may_have_marks(text))


@cache
def _compiled(pattern: str, marked: bool) -> re.Pattern[str]:
    if marked:
        letter, several = f"[{word_characters()}]", f"[{marks()}{JOINERS}]+"
        pattern = pattern.replace(LETTER, letter).replace(MARKS, several)
    return re.compile(pattern)


def word_characters() -> str:
    """Return all that can stand within a word, for use inside ``[…]``."""
    return rf"\w{marks()}{JOINERS}"


def may_have_marks(text: str) -> bool:
    """Tell whether there may be marks or joiners in a text; to one without ``\\w`` is all that stands in words."""
    return not text.isascii() and _marked().search(text) is not None


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(f"[{_near_marks()}{JOINERS}{_FAR}]")


@cache
def mark() -> str:
    """Return one mark as a regular expression that is found fast.

    Of a class in ``[…]`` all that stands beyond the first 65,536 characters is tried piece by piece, so a character of
    a script there is looked at more closely only where there is one.
    """
    return f"(?:[{_near_marks()}]|[{_FAR}](?<=[{marks()}]))"


@cache
def _near_marks() -> str:
    return re.sub(f"[{_FAR}]-[{_FAR}]", "", marks())


def in_word(character: str) -> bool:
    """Tell whether a character is a letter, a digit, or a mark on one; the empty text is not."""
    return character.isalnum() or (character != "" and _is_mark(ord(character)))


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code)) in ("Mn", "Mc")


def _runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of numbers without a gap."""
    listed = list(codes)
    ends = [0, *(index for index, (one, two) in enumerate(pairwise(listed), 1) if two != one + 1), len(listed)]
    yield from ((listed[start], listed[end - 1]) for start, end in pairwise(ends))
