"""The handbook from its first step to its last: load, check, site and print side by side, pack."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbook import checks, content, pack
from handbook.checks import Mode
from handbook.content import Handbook
from handbook.problems import Problem
from handbook.project import Project
from handbook.staging import staged

PRINT_FOLDER = "print"
"""Where the printed handbooks stand in the site."""

Tell = Callable[[str], None]
"""Is told what is going on, one short sentence a step."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A handbook that was read, with everything that is wrong with it."""

    handbook: Handbook | None
    """None where mkdocs.yml is no configuration to build on."""
    problems: list[Problem]

    @property
    def sound(self) -> Handbook | None:
        """The handbook, if nothing is wrong that hinders a build."""
        return None if any(problem.is_error for problem in self.problems) else self.handbook


def check(root: Path, today: datetime.date, mode: Mode = Mode.CHECK) -> Checked:
    """Read the project at ``root`` and check it."""
    project, problems = Project.read(root)
    if project is None:
        return Checked(None, problems)
    handbook, found = content.load(project, today)
    problems += found
    return Checked(handbook, problems + checks.run(handbook, mode))


def build(root: Path, out: Path, today: datetime.date, mode: Mode, tell: Tell) -> list[Problem]:
    """Make the whole handbook in ``out``, or say why not; ``out`` then stays as it was."""
    tell("Reading and checking")
    checked = check(root, today, mode)
    handbook = checked.sound
    if handbook is None:
        return checked.problems
    tell("Making the site and the printed handbooks")
    from handbook import pdf, site  # not above: MkDocs takes longer to import than all checks take to run

    with staged(out) as stage, pdf.start(handbook, stage.folder / PRINT_FOLDER) as printing:
        problems = checked.problems + site.render(handbook, stage.folder) + printing.result()
        if not any(problem.is_error for problem in problems):
            pack.write(stage.folder)
            stage.publish()
    return problems


def make_print(root: Path, out: Path, today: datetime.date, mode: Mode, tell: Tell) -> list[Problem]:
    """Make the printed handbooks alone, in ``out``; other files there stay."""
    tell("Reading and checking")
    checked = check(root, today, mode)
    handbook = checked.sound
    if handbook is None:
        return checked.problems
    tell("Making the printed handbooks")
    from handbook import pdf

    return checked.problems + pdf.render(handbook, out)
