"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

``start`` writes the Typst code of every language and sets a process of its own to work on each, so that other work
can go on meanwhile; ``render`` waits for them. An edition is a file in overrides/pdf/editions.
"""

from __future__ import annotations

from pathlib import Path

from handbook.content import Handbook
from handbook.pdf.book import TEMPLATES, Job
from handbook.pdf.chapters import book_of
from handbook.pdf.glyphs import characters_of, missing_characters
from handbook.pdf.printing import Printing
from handbook.problems import Location, Problem

__all__ = ["Printing", "render", "start"]


def render(handbook: Handbook, out: Path) -> list[Problem]:
    """Write ``out/handbook-<language>-<edition>.pdf`` for each language and edition; return what was wrong."""
    with start(handbook, out) as printing:
        return printing.result()


def start(handbook: Handbook, out: Path) -> Printing:
    """Begin to print; ask the Printing for its ``result()`` when the other work is done."""
    root = handbook.project.root
    editions = tuple(sorted(file.stem for file in (root / TEMPLATES / "editions").glob("*.typ")))
    problems = _missing_parts(root, editions)
    books = [book_of(language, handbook) for language in handbook.languages]
    problems += [problem for _, found in books for problem in found]
    problems += _missing_characters(handbook) if not problems else []
    jobs = [] if problems else [Job(book, editions, root) for book, _ in books]
    return Printing(jobs, out, problems)


def _missing_characters(handbook: Handbook) -> list[Problem]:
    known = characters_of(handbook.project.root / TEMPLATES / "fonts")
    return [problem for page in handbook.pages for problem in missing_characters(page.document, known)]


def _missing_parts(root: Path, editions: tuple[str, ...]) -> list[Problem]:
    problems = []
    if not editions:
        place = Location(f"{TEMPLATES}/editions")
        problems.append(Problem(place, "no print edition is described here", "add a file such as a4.typ"))
    if not characters_of(root / TEMPLATES / "fonts"):
        problems.append(Problem(Location(f"{TEMPLATES}/fonts"), "there is no font here", "add fonts as .ttf or .otf"))
    return problems
