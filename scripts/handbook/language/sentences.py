"""Where the sentences of a text end, in any script."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_END = re.compile(r"[.!?…؟۔।]+[\"”»’)]*(?=\s+(?P<next>\S)|\s*$)")
"""What ends a sentence, unless a small letter follows, or the full stop is that of an abbreviation."""

_OPENING = re.compile(r"[(«“\"]")


@lru_cache(maxsize=20_000)  # several checks ask for the same text
def split(text: str, abbreviations: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a text stand; what follows one of the ``abbreviations`` belongs to its sentence."""
    ends = sentence_ends(text, abbreviations)
    if text[ends[-1] if ends else 0 :].strip():
        ends = (*ends, len(text))
    return tuple(pairwise((0, *ends)))


@lru_cache(maxsize=20_000)
def sentence_ends(text: str, abbreviations: frozenset[str]) -> tuple[int, ...]:
    """Return the places in a text right behind each full stop or the like that ends a sentence."""
    return tuple(found.end() for found in _END.finditer(text) if not _goes_on(text, found, abbreviations))


def _goes_on(text: str, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    following = stop["next"] or ""
    if not following:
        return False
    word = text[: stop.start() + 1].rsplit(maxsplit=1)[-1]
    return following.islower() or _OPENING.split(word)[-1].lower() in abbreviations
