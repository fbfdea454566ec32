"""What an output is: a module with ``render(handbook, context)``, which returns files and problems and writes nothing.

The site, its search and the print are such modules, and a further one needs its line in ``OUTPUTS`` of ``pipeline.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.workers import WorkerPool


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What a build lends to every output."""

    workers: WorkerPool
    """Processes for what should run beside everything else."""
    earlier: Path | None = None
    """The folder with what was made before, whose files may be kept where they would come out the same."""


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
