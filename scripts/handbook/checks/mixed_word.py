"""The letters of a word belong to one alphabet.

A Cyrillic с in a Latin word looks the same and is another letter: searching does not find the word, a screen reader
spells it, and no check compares it with the register. It comes from a keyboard that was not switched, or from somebody
who wants to get past the checks.

Passes:

    The CO₂ laser; an SPF-крем; vitamin D.

Fails:

    The \N{CYRILLIC SMALL LETTER ES}linic calls you.

A name with a digit that the original has in Latin letters is told as well if all of its letters look like them.

What to do: type the word anew with one keyboard. Put a hyphen between parts of a word in two alphabets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"(?<!\w)[^\W\d_]+\d+(?!\w)")
"""Letters with a number behind them, such as CO2."""
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
"""Those whose letters look alike."""
_UNITS = ("μm", "μg", "μl", "μs", "μJ")
"""Thousandths of thousandths, written with a Greek letter."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word in letters of two alphabets, and each name in letters that only look right."""
    language = handbook.language(page.language)
    original = handbook.page(page.path, handbook.source.code) if language.lookalikes else None
    if original is not None:
        yield from _disguised(page, original, language)
    for block in page.document.texts:
        mixed = not block.text.isascii() and len({*map(_alphabet, {*block.text}), ""}) > 2  # as few texts are
        for found in _LETTERS.finditer(block.text) if mixed else ():
            if not found[0].isascii() and found[0] not in _UNITS and len(_alphabets(found[0])) > 1:
                yield _problem(found[0], block.locate(*found.span()))


def _disguised(page: Page, original: Page, language: Language) -> Iterator[Problem]:
    """Yield the names with a digit that are those of the original in look-alike letters: CO2 typed in Cyrillic."""
    found_there = (found[0] for block in original.document.texts for found in _NAME.finditer(block.text))
    names = {name.lower(): name for name in found_there}
    for block in page.document.texts if names else ():
        for found in _NAME.finditer(block.text):
            typed = "".join(language.lookalikes.get(sign, sign) for sign in found[0].lower())
            if typed in names and typed != found[0].lower():
                message = Message(
                    "{word} is written in look-alike letters: it is no {name}", word=found[0], name=names[typed]
                )
                yield Problem(block.locate(*found.span()), message, Message("type the word anew with one keyboard"))


def _problem(word: str, place: Location) -> Problem:
    letters = min(_alphabets(word).items(), key=lambda pair: len(pair[1]))
    message = Message(
        "{word} has letters of two alphabets: {letters} is {alphabet}",
        word=word,
        letters=letters[1],
        alphabet=letters[0].capitalize(),
    )
    return Problem(place, message, Message("type the word anew with one keyboard"))


def _alphabets(word: str) -> dict[str, str]:
    """Return the alphabets of a word, with the letters of each."""
    found: dict[str, str] = {}
    for letter in word:
        name = _alphabet(letter)
        if name:
            found[name] = found.get(name, "") + letter
    return found


@cache
def _alphabet(letter: str) -> str:
    """Return the alphabet that a letter is of; empty for one that is taken for no other."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _ALPHABETS else ""
