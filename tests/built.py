"""Sites for tests: a project's pages written to a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.register.handbook import Handbook
from handbook.render import html
from project import load


@dataclass(frozen=True, slots=True)
class Built:
    """A handbook and the folder its site was written to."""

    handbook: Handbook
    folder: Path


def build(root: Path, out: Path) -> Built:
    """Build the site of a project; it must be free of problems."""
    handbook, _ = load(root)
    assert handbook is not None
    out.mkdir()
    assert html.render(handbook, out) == []
    return Built(handbook, out)
