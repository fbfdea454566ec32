"""What an output is: a module with ``render(handbook, context)``, which returns files and problems and writes nothing.

The site, its search and the print are such modules, and a further one needs its line in ``OUTPUTS`` of ``outputs.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.workers import WorkerPool

T = TypeVar("T")


class Keeper(Protocol):
    """Keeps what an output makes of some languages from one build to the next."""

    def __call__(self, name: str, codes: Collection[str], make: Callable[[], T]) -> T:
        """Return what ``make`` returns, and need not call it while that is the same.

        ``make`` must be free of effects, and may read of the pages only those in the languages with these codes, and
        the originals.
        """
        ...


def make_anew(name: str, codes: Collection[str], make: Callable[[], T]) -> T:
    """Keep nothing: the keeper where nothing is remembered."""
    return make()


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What a build lends to every output."""

    workers: WorkerPool
    """Processes for what should run beside everything else."""
    earlier: Path | None = None
    """The folder with what was made before, whose files may be kept where they would come out the same."""
    keep: Keeper = make_anew
    """For what takes long to make and is in one language."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What an output has made."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """By their paths in the finished folder."""
    problems: tuple[Problem, ...] = ()


class Output(Protocol):
    """A module that makes files of a handbook."""

    def render(self, handbook: Handbook, context: RenderContext) -> Rendered:
        """Return the files; where a problem is an error nothing of the whole build is published."""
        ...
