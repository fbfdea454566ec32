"""Outputs for tests: what a project's handbook becomes, written to a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import pipeline
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.workers import WorkerPool
from handbook.staging import write_files
from project import load

PAGES, SEARCH = "handbook.render.html.output", "handbook.render.search.output"
HOSTING = "handbook.render.hosting.output"


@dataclass(frozen=True, slots=True)
class Built:
    """A handbook and the folder its site was written to."""

    handbook: Handbook
    folder: Path


def build(root: Path, out: Path, address: str = "", outputs: Sequence[str] = (PAGES, SEARCH)) -> Built:
    """Build the site of a project, for an address if one is given; it must be free of problems."""
    handbook, _ = load(root)
    assert handbook is not None
    if address:
        handbook = replace(handbook, clinic=replace(handbook.clinic, handbook_address=address))
    assert render(handbook, outputs, out) == []
    return Built(handbook, out)


def print_books(handbook: Handbook, out: Path) -> list[Problem]:
    """Print a handbook's books into a folder; return what was wrong."""
    with WorkerPool((pipeline.COMPILER,)) as workers:
        rendered = pipeline.render(handbook, (pipeline.PRINT,), workers)
    write_files({Path(path).name: content for path, content in rendered.files.items()}, out)
    return list(rendered.problems)


def render(handbook: Handbook, outputs: Sequence[str], out: Path) -> list[Problem]:
    """Make some outputs and write them into a folder; return what was wrong."""
    with WorkerPool(jobs=0) as workers:
        rendered = pipeline.render(handbook, outputs, workers)
    write_files(rendered.files, out)
    return list(rendered.problems)
