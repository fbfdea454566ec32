"""The words of a language that have to do with quantities, and a text cut into them.

A ``Lexicon`` is made from the data of one language. It maps phrases to *roles*: "second" is a unit and an
ordinal, «до» a bound and the middle of a range. ``tokens`` finds the phrases and the digits in a text, longest
first; ``reading.py`` makes quantities of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from handbook.content.numerals import ROMAN, Numerals

Roles = Mapping[str, Any]
"""What a phrase can be, with its value: a number, the name of a unit, a bound. The keys are those of ``phrases``."""

_ALIKE = {
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "’ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r\v\f"), " "),
}

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@dataclass(frozen=True, slots=True)
class Token:
    """A phrase of the lexicon, or a number in digits, where it stands in a text."""

    start: int
    end: int
    roles: Roles
    digits: str = ""
    """The number as written; empty for a phrase."""
    follows: bool = False
    """Whether only spaces, or nothing, stand between the token before and this one."""
    touches: bool = False
    """Whether a letter or digit stands directly before it."""


class Lexicon:
    """The phrases of one language, ready for finding."""

    def __init__(self, phrases: Iterator[tuple[str, str, Any]], numerals: Numerals, alike: Mapping[str, str]):
        self._alike = {ord(letter): other for letter, other in alike.items()} | _ALIKE
        self._numerals = numerals
        self._words = re.compile(_word_pattern(numerals), re.VERBOSE)
        self._tree: dict[str, Any] = {}
        for phrase, role, value in phrases:
            self._add(phrase, role, value)
        for number, roman in enumerate(ROMAN, start=1):
            self._add(roman, "roman", Fraction(number))

    def plain(self, text: str) -> str:
        """Return a text of the same length in which what makes no difference is alike: case, spaces, dashes, ё."""
        small = text.lower()
        if len(small) != len(text):  # a few capitals become two characters when small
            small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return small.translate(self._alike)

    def tokens(self, text: str) -> list[Token]:
        """Return the numbers and the longest known phrases of a text, in order."""
        plain = self.plain(text)
        words = [(m.group(), m.start(), m.end(), m.lastindex is not None) for m in self._words.finditer(plain)]
        found: list[Token] = []
        position = end = 0
        tree = self._tree
        while position < len(words):
            word, start, stop, is_number = words[position]
            position += 1
            roles: Roles = {}
            if is_number:
                number = self._numerals.parse(word)
                roles = {"number": number} if number is not None else {}
            elif word in tree:
                position, stop, roles = self._longest(words, position - 1, plain)
                if not roles:
                    continue
            else:
                continue
            follows = bool(found) and not plain[end:start].strip(" ")
            touches = start > 0 and plain[start - 1].isalnum()
            found.append(Token(start, stop, roles, word if is_number else "", follows, touches))
            end = stop
        return found

    def _longest(
        self, words: list[tuple[str, int, int, bool]], position: int, plain: str
    ) -> tuple[int, int, Roles]:
        """Return the position after the longest phrase that begins here, its end, and its roles if there is one."""
        first = position
        best: tuple[int, int, Roles] = (position + 1, words[position][2], {})
        tree: dict[str, Any] = self._tree
        while position < len(words) and words[position][0] in tree:
            word, start, stop, _ = words[position]
            if position > first and plain[words[position - 1][2] : start].strip(" "):
                break
            tree = tree[word]
            position += 1
            if "" in tree:
                best = (position, stop, tree[""])
        return best

    def _add(self, phrase: str, role: str, value: Any) -> None:
        tree = self._tree
        for match in self._words.finditer(self.plain(phrase)):
            tree = tree.setdefault(match.group(), {})
        if tree is not self._tree:
            tree.setdefault("", {})[role] = value


def _word_pattern(numerals: Numerals) -> str:
    """Lay out what one word of a text is; only the number is a group, so that it can be told apart."""
    spaced = r"\d{1,3}(?:[ ]\d{3})+(?!\d)(?:[.,]\d+)*" if numerals.group == " " else r"(?!)"
    return rf"""
        ( {spaced}                  # 10 600 where thousands are parted by spaces
        | \d+(?:[.,:]\d+)*          # 1.5  10,600  11:00, and what only looks like a number: 2.0.1
          (?:[ ]?[{_VULGAR}])?      # 1½
        | [{_VULGAR}]
        )
        | [^\W\d_]+                 # a word: letters only, so that "sekurang-kurangnya" is three
        | [^\w\s]                   # each sign by itself: - % ° + / ( .
    """
