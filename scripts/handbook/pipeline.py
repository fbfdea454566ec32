"""The handbook from its first step to its last: load, check, site and print side by side, pack."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbook import checks, pack
from handbook.checks import Mode
from handbook.diagnostics.problems import Problem
from handbook.project import Project
from handbook.register.handbook import Handbook, load_handbook
from handbook.render import typst
from handbook.staging import staged

PRINT_FOLDER = "print"
"""Where the printed handbooks stand in the site."""

_FOUNDATION = (
    "mkdocs.yml", "docs/data/facts.yml", "docs/data/sources.yml", "docs/data/decisions.yml", "docs/data/clinic.yml",
    "docs/data/pictures.yml", "docs/images/", "docs/data/languages/", "docs/data/interface/",
)  # fmt: skip
"""What every check stands on. While it has mistakes, checks would tell the same mistakes again, page by page."""

Progress = Callable[[str], None]
"""Is told what is going on, one short sentence a step."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A handbook that was read, with everything that is wrong with it."""

    handbook: Handbook | None
    """None where mkdocs.yml is no configuration to build on."""
    problems: list[Problem]

    @property
    def buildable(self) -> Handbook | None:
        """The handbook, if nothing is wrong that hinders a build."""
        return None if any(problem.is_error for problem in self.problems) else self.handbook


def check(root: Path, today: datetime.date, mode: Mode = Mode.CHECK) -> Checked:
    """Read the project at ``root`` and check it."""
    return _checked(*Project.read(root), today, mode)


def build(root: Path, out: Path, today: datetime.date, mode: Mode, tell: Progress) -> list[Problem]:
    """Make the whole handbook in ``out``, or say why not; ``out`` then stays as it was."""
    tell("Reading and checking")
    project, problems = Project.read(root)
    with typst.CompilerPool(len(project.locales) if project else 0) as pool:
        checked = _checked(project, problems, today, mode)
        if checked.buildable is None:
            return checked.problems
        tell("Making the site and the printed handbooks")
        return checked.problems + _make(checked.buildable, out, pool)


def make_print(root: Path, out: Path, today: datetime.date, mode: Mode, tell: Progress) -> list[Problem]:
    """Make the printed handbooks alone, in ``out``; other files there stay."""
    tell("Reading and checking")
    checked = check(root, today, mode)
    if checked.buildable is None:
        return checked.problems
    tell("Making the printed handbooks")
    return checked.problems + typst.render(checked.buildable, out)


def _checked(project: Project | None, problems: list[Problem], today: datetime.date, mode: Mode) -> Checked:
    if project is None:
        return Checked(None, problems)
    handbook, found = load_handbook(project, today)
    problems = problems + found
    if any(problem.is_error and problem.location.path.startswith(_FOUNDATION) for problem in problems):
        return Checked(handbook, problems)
    return Checked(handbook, problems + checks.run(handbook, mode))


def _make(handbook: Handbook, out: Path, pool: typst.CompilerPool) -> list[Problem]:
    """Write site and print side by side, and put them in the place of ``out`` if nothing is wrong."""
    _refuse_foreign(out)
    problems = typst.start(handbook, pool)
    from handbook.render import html  # not above: MkDocs takes longer to import than all checks take to run

    with staged(out) as stage:
        problems += html.render(handbook, stage.folder)
        problems += pool.result(stage.folder / PRINT_FOLDER)
        if not any(problem.is_error for problem in problems):
            pack.write(stage.folder)
            stage.publish()
    return problems


def _refuse_foreign(out: Path) -> None:
    """Raise FileExistsError where ``out`` is no folder that a build has made: replacing it would lose its files."""
    if out.exists() and not (out / pack.SUMS).exists() and (not out.is_dir() or any(out.iterdir())):
        reason = "it holds something else than a handbook; delete it, or name another folder with --out"
        raise FileExistsError(errno.EEXIST, reason, str(out))
