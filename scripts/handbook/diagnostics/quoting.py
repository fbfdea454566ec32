"""Words as a message quotes them: shortened, in a row, joined, and the one that a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import reduce

from handbook.diagnostics.messages import NOTHING, Message

_LONGEST = 60
"""Of a longer word so much is shown, and compared: comparing takes the square of the time."""
_MOST = 30


def shortened(text: str) -> str:
    """Return a text as a message can quote it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def listed(names: Iterable[str], most: int = _MOST) -> str:
    """Return the first of some names in a row, and how many more there are."""
    every = list(names)
    shown, more = ", ".join(every[:most]), len(every) - most
    return Message("{names} and {count} more", names=shown, count=more) if more > 0 else shown


def both(parts: Iterable[str]) -> str:
    """Return texts with "and" between them."""
    return reduce(lambda some, one: Message("{some} and {one}", some=some, one=one), parts)


def either(parts: Iterable[str]) -> str:
    """Return texts with "or" between them."""
    return reduce(lambda some, one: Message("{some} or {one}", some=some, one=one), parts)


def in_a_row(parts: Iterable[str]) -> str:
    """Return texts with commas between them; the empty text where there are none."""
    return reduce(lambda some, one: Message("{some}, {one}", some=some, one=one) if some else one, parts, "")


def in_sentences(parts: Iterable[str]) -> str:
    """Return sentences one behind the other."""
    return reduce(lambda some, one: Message("{some} {one}", some=some, one=one), parts)


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the choice that a misspelt word was probably meant to be, or the empty text."""
    return next(iter(get_close_matches(word[:_LONGEST], list(choices), n=1, cutoff=cutoff)), "")


def meant(word: str, choices: Iterable[str], otherwise: Message = NOTHING) -> Message:
    """Return as a hint what a misspelt word was probably meant to be; else ``otherwise``, or the choices there are."""
    known = list(choices)
    near = nearest(word, known)
    if near:
        return Message("did you mean {near}?", near=near)
    return otherwise or Message("known are {names}", names=listed(known))
