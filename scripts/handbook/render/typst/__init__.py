"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

A ``CompilerPool`` starts a process for each language early, so that they are ready when the pages have been checked;
``start`` writes the Typst code and sets them to work, so that other work can go on meanwhile. An edition is a file
in overrides/pdf/editions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.render.typst.compiler_pool import CompilerPool

if TYPE_CHECKING:
    from handbook.diagnostics.problems import Problem
    from handbook.register.handbook import Handbook

__all__ = ["CompilerPool", "render", "start"]


def render(handbook: Handbook, out: Path) -> list[Problem]:
    """Write ``out/handbook-<language>-<edition>.pdf`` for each language and edition; return what was wrong."""
    with CompilerPool(len(handbook.languages)) as pool:
        return start(handbook, pool) + pool.result(out)


def start(handbook: Handbook, pool: CompilerPool) -> list[Problem]:
    """Begin to print a handbook, or return what stands against it; ask the pool for its ``result`` later."""
    from handbook.render.typst.jobs import (
        jobs_of,  # not above: a worker imports this package, and needs nothing of the content
    )

    jobs, problems = jobs_of(handbook)
    pool.print(jobs)
    return problems
