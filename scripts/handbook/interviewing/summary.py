"""What a release of the handbook still needs, told in the language in which the clinic is asked."""

from __future__ import annotations

import datetime

from handbook import pipeline
from handbook.checks import Mode, unset_clinic
from handbook.command_line import typed
from handbook.interviewing import terminal
from handbook.interviewing.sitting import Sitting
from handbook.language.interface import fill
from handbook.register.handbook import Handbook


def summarise(sitting: Sitting, today: datetime.date) -> None:
    """Tell what is missing: answers, sign-offs, and whatever else the check of a release finds."""
    said = sitting.words.dialogue
    checked = pipeline.check(pipeline.Request(sitting.handbook.project.root, today, Mode.RELEASE))
    found = [problem.check for problem in checked.problems if problem.is_error]
    terminal.tell(said["missing" if found else "nothing-missing"])
    for key in _missing(checked.handbook) if checked.handbook else ():
        _tell("- " + sitting.words.questions.get(key, key).partition("\n")[0], f"clinic {key}", sitting)
    unsigned = found.count("unsigned-page")
    others = len(found) - unsigned - found.count("unset-clinic")
    if unsigned:
        _tell("- " + fill(said["unsigned"], {"count": unsigned}), "sign --list", sitting)
    if others:
        _tell("- " + fill(said["other-problems"], {"count": others}), "check --release", sitting)


def _missing(handbook: Handbook) -> list[str]:
    """Return the answers that a release needs; a clinic that is still an example has to say its name."""
    missing = list(unset_clinic.missing_answers(handbook))
    return ["name", *missing] if handbook.clinic.example and "name" not in missing else missing


def _tell(text: str, command: str, sitting: Sitting) -> None:
    terminal.tell(text)
    terminal.tell_command(typed(command, sitting.language.code))
