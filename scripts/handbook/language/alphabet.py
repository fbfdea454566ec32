"""The order of words in a language: by its own alphabet, where its letters do not stand in that order in Unicode."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from handbook.language.languages import Language

T = TypeVar("T")


def place_in_order(word: str, language: Language) -> tuple[int, ...]:
    """Return what words are sorted by: the letters of the alphabet by their place in it, the others behind them.

    What is no letter and no digit comes before everything.
    """
    alphabet = language.alphabet
    return tuple(_rank(letter, alphabet) for letter in language.lexicon.plain(word))


def by_letter(
    things: Iterable[T], called: Callable[[T], str], language: Language
) -> Iterator[tuple[str, tuple[T, ...]]]:
    """Yield the first letters of what things are ``called``, in the order of the alphabet, each with its things."""
    ordered = sorted(things, key=lambda thing: place_in_order(called(thing), language))
    for letter, found in groupby(ordered, key=lambda thing: language.lexicon.plain(called(thing))[:1].upper()):
        yield letter, tuple(found)


def _rank(letter: str, alphabet: str) -> int:
    if not letter.isalnum():
        return -1
    at = alphabet.find(letter)
    return at if at >= 0 else len(alphabet) + ord(letter)
