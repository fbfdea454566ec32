"""What was found of a word before: a language has few thousand words, and a handbook says them again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


class LookedUp(dict[T, U]):
    """What a function returns, by what it is given; it is asked once for each, and must have no effects."""

    def __init__(self, look_up: Callable[[T], U]):
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: T) -> U:
        found = self[key] = self._look_up(key)
        return found

    def __reduce__(self) -> tuple[type[LookedUp[T, U]], tuple[Callable[[T], U]]]:
        """Let a copy begin without what was found: it is soon found again."""
        return type(self), (self._look_up,)
