"""Jobs for other processes, in a module that these can load."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Sleep:
    """A job that takes its time."""

    seconds: float
    name: str = "sleep"

    def run(self) -> None:
        time.sleep(self.seconds)


@dataclass(frozen=True)
class Count:
    """A job that says when it ran."""

    name: str = "count"

    def run(self) -> tuple[float, float]:
        begun = time.monotonic()
        time.sleep(0.2)
        return begun, time.monotonic()


@dataclass(frozen=True)
class Fail:
    """A job that cannot be done."""

    name: str = "the book in 'en'"

    def run(self) -> None:
        raise TypeError("no such book")
