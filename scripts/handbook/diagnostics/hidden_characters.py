"""Characters that are not seen and could hide words from a reader or from a check: one rule for pages and data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem

_INVISIBLE = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
"""Unicode categories: control, format (without width, or turning the order of letters), no character at all."""

_EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0100-\U000e01ef"
"""Letters, marks and signs that show nothing; most of them are ``Default_Ignorable_Code_Point`` of Unicode."""

_EMPTY_SIGN = re.compile(f"[{_EMPTY}]")

_JOINER = "\N{ZERO WIDTH NON-JOINER}"


def hidden_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and name of each invisible character of a text; tabs and line ends are none."""
    for number, line in enumerate(text.split("\n"), 1) if not _is_plain(text.replace("\n", "")) else ():
        if _is_plain(line):
            continue
        for column, character in enumerate(line, 1):
            if _is_hidden(character) and not _is_spelt(line, column):
                yield number, column, unicodedata.name(character, f"U+{ord(character):04X}")


def report_hidden(text: str, path: str) -> list[Problem]:
    """Return a problem for each invisible character of a file's text."""
    return [hidden_problem(Location(path, line, column), name) for line, column, name in hidden_in(text)]


def hidden_problem(place: Location, name: str) -> Problem:
    """Return what is said of an invisible character."""
    return Problem(place, Message("an invisible character stands here: {name}", name=name), Message("delete it"))


def _is_plain(text: str) -> bool:
    return text.isprintable() and (text.isascii() or not _EMPTY_SIGN.search(text))


def _is_hidden(character: str) -> bool:
    return bool(_EMPTY_SIGN.match(character)) or (character != "\t" and unicodedata.category(character) in _INVISIBLE)


def _is_spelt(line: str, column: int) -> bool:
    """Tell whether a column holds the zero-width non-joiner of a word, as Persian orthography asks for: «می‌شود».

    Between two letters that would join (bidirectional class AL: Arabic script and its relatives) it changes how they
    look; anywhere else it is invisible.
    """
    around = line[column - 2 : column + 1]
    joined = [unicodedata.bidirectional(letter) for letter in around[::2]] == ["AL", "AL"]
    return joined and around[1] == _JOINER
