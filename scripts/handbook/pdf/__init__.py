"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

``start`` writes the Typst code of every language and sets a process of its own to work on each, so that other work
can go on meanwhile; ``render`` waits for them. An edition is a file in overrides/pdf/editions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.content import Handbook
    from handbook.pdf.printing import Printing
    from handbook.problems import Problem


def render(handbook: Handbook, out: Path) -> list[Problem]:
    """Write ``out/handbook-<language>-<edition>.pdf`` for each language and edition; return what was wrong."""
    with start(handbook, out) as printing:
        return printing.result()


def start(handbook: Handbook, out: Path) -> Printing:
    """Begin to print; ask the Printing for its ``result()`` when the other work is done."""
    from handbook.pdf.jobs import jobs_of  # not above: a worker imports this package, and needs nothing of the content
    from handbook.pdf.printing import Printing

    jobs, problems = jobs_of(handbook)
    return Printing(jobs, out, problems)
