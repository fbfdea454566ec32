"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

A ``Press`` starts a process for each language early, so that they are ready when the pages have been checked;
``start`` writes the Typst code and sets them to work, so that other work can go on meanwhile. An edition is a file
in overrides/pdf/editions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.pdf.printing import Press

if TYPE_CHECKING:
    from handbook.content import Handbook
    from handbook.problems import Problem

__all__ = ["Press", "render", "start"]


def render(handbook: Handbook, out: Path) -> list[Problem]:
    """Write ``out/handbook-<language>-<edition>.pdf`` for each language and edition; return what was wrong."""
    with Press(len(handbook.languages)) as press:
        return start(handbook, press) + press.result(out)


def start(handbook: Handbook, press: Press) -> list[Problem]:
    """Begin to print a handbook, or return what stands against it; ask the press for its ``result`` later."""
    from handbook.pdf.jobs import jobs_of  # not above: a worker imports this package, and needs nothing of the content

    jobs, problems = jobs_of(handbook)
    press.print(jobs)
    return problems
