"""Which words are forms of one another: those that share a root. Each language names what finds its roots."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import snowballstemmer

from handbook.language.malay_roots import malay_roots

Roots: TypeAlias = Callable[[str], frozenset[str]]
"""Returns everything that a word, in small letters, can be a form of; two words meet where they share one."""

_OWN: dict[str, Roots] = {"malay": malay_roots}
"""What Snowball does not have, by the name of the stemmer."""


@cache
def roots_by(stemmer: str) -> Roots:
    """Return what finds the roots of words, by the name of a language's stemmer, as the search knows it.

    Without such a stemmer each word is a root of its own.
    """
    if stemmer in _OWN:
        return cache(_OWN[stemmer])
    if stemmer not in snowballstemmer.algorithms():
        return lambda word: frozenset((word,))
    cut = snowballstemmer.stemmer(stemmer).stemWord
    return cache(lambda word: frozenset((cut(word),)))
