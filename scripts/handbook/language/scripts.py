"""Which language some words are in, by their letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import cache, lru_cache

from handbook.language.languages import Language


def words_of(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of a text, with what makes no difference alike; numbers are none."""
    return tuple(word for word in language.lexicon.words(text) if not word[0].isdecimal())


@lru_cache(maxsize=100)  # the common words of the same few languages are asked for again at each sentence
def script_of(words: Collection[str]) -> str:
    """Return the script that most words begin in, by its name in Unicode: ``LATIN``, ``CYRILLIC``, ``ARABIC``."""
    counted = Counter(map(_script, [word[0] for word in words]))
    return counted.most_common(1)[0][0] if counted else ""


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
