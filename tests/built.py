"""Outputs for tests: what a project's handbook becomes, written to a folder."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import outputs
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.workers import WorkerPool
from handbook.staging import write_files
from project import load

PAGES, SEARCH = "handbook.render.html.output", "handbook.render.search.output"
HOSTING = "handbook.render.hosting.output"
SCRIPTS = ("0", "1", "signs", "words-0", "words-1", "words-2", "words-unknown")
"""What the search of a language of the small handbook loads when it is asked for."""
COMPLETE = "complete"
"""The edition of this repository that holds every page."""


@dataclass(frozen=True, slots=True)
class Built:
    """A handbook and the folder its site was written to."""

    handbook: Handbook
    folder: Path


def build(root: Path, out: Path, address: str = "", made: Sequence[str] = (PAGES, SEARCH)) -> Built:
    """Build the site of a project, for an address if one is given; it must be free of problems."""
    handbook, _ = load(root)
    assert handbook is not None
    handbook = addressed(handbook, address) if address else handbook
    assert render(handbook, made, out) == []
    return Built(handbook, out)


def addressed(handbook: Handbook, address: str) -> Handbook:
    """Return a handbook as one that is published at an address."""
    return replace(handbook, clinic=replace(handbook.clinic, handbook_address=address))


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first process to ask for it makes, while the others wait.

    Tests run in several processes, and each would otherwise build the same again.
    """
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            part = folder.with_suffix(".part")
            make(part)
            part.rename(folder)
    return folder


def without_shorter_books(handbook: Handbook) -> Handbook:
    """Return this repository's handbook with the complete book and the sheets; the other books repeat its pages."""
    kept = (edition for edition in handbook.editions if edition.is_sheet or edition.id == COMPLETE)
    return replace(handbook, editions=tuple(kept))


def print_books(handbook: Handbook, out: Path) -> list[Problem]:
    """Print a handbook's books into a folder; return what was wrong."""
    with WorkerPool((outputs.COMPILER,)) as workers:
        rendered = outputs.render(handbook, (outputs.PRINT,), workers)
    write_files({Path(path).name: content for path, content in rendered.files.items()}, out)
    return list(rendered.problems)


def render(handbook: Handbook, made: Sequence[str], out: Path) -> list[Problem]:
    """Make some outputs and write them into a folder; return what was wrong."""
    with WorkerPool(jobs=0) as workers:
        rendered = outputs.render(handbook, made, workers)
    write_files(rendered.files, out)
    return list(rendered.problems)
