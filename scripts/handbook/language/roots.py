"""Which words are forms of one another: those that share a root. Each language names what finds its roots."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import TypeAlias

import snowballstemmer

from handbook.language.malay_roots import malay_roots

Roots: TypeAlias = Callable[[str], frozenset[str]]
"""Returns everything that a word, in small letters, can be a form of; two words meet where they share one."""

_FLEETING = re.compile(r"(?<=[^аеиоуыэюя])(?:[ео](?=[кц]$)|ь(?=[кц]$))")
"""A vowel that other forms of a Russian word do not have, or what marks its place: рубец, рубцы; пузырёк, пузырьки."""
_SHORTEST = 5


def _russian_roots(word: str) -> frozenset[str]:
    """Return the stem by Snowball, and the same without a vowel that comes and goes."""
    stem = _cutter("russian")(word)
    return frozenset((stem, _FLEETING.sub("", stem) if len(stem) >= _SHORTEST else stem))


_OWN: dict[str, Roots] = {"malay": malay_roots, "russian": _russian_roots}
"""What Snowball does not have or leaves out, by the name of the stemmer."""


def roots_by(stemmer: str) -> Roots:
    """Return what finds the roots of words, by the name of a language's stemmer, as the search knows it.

    Without such a stemmer each word is a root of its own.
    """
    return partial(_roots, stemmer)


@cache
def _roots(stemmer: str, word: str) -> frozenset[str]:
    own = _OWN.get(stemmer)
    return own(word) if own else frozenset((_cutter(stemmer)(word),))


@cache
def _cutter(stemmer: str) -> Callable[[str], str]:
    if stemmer not in snowballstemmer.algorithms():
        return str
    cut: Callable[[str], str] = snowballstemmer.stemmer(stemmer).stemWord
    return cut
