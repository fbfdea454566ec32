"""One sitting with a clinic: the handbook, the language in which it is asked, and its file as it is by now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.text_reader import read_text
from handbook.language.languages import Language
from handbook.register.clinic import OWN_FILE, Clinic
from handbook.register.clinic_questions import Question
from handbook.register.clinic_reader import load_clinic
from handbook.register.clinic_writer import NEW_TEXT, unset_detail, unset_value, write_detail, write_value
from handbook.register.handbook import Handbook
from handbook.register.interview import Interview
from handbook.staging import replace_files


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is known while a clinic is asked."""

    handbook: Handbook
    language: Language
    words: Interview
    clinic: Clinic
    """What the clinic's own file says; of a clinic that has none yet, nothing."""
    problems: tuple[Problem, ...]
    """What is wrong with that file."""

    @property
    def file(self) -> Path:
        """The clinic's own file."""
        return self.handbook.project.root / OWN_FILE

    @property
    def is_unreadable(self) -> bool:
        """Whether that file cannot be read as a whole, so that nothing can be put into it."""
        return self.file.exists() and not self.clinic.locations

    def fault_of(self, key: str) -> Problem | None:
        """Return what is wrong with the answer that stands behind a key."""
        line = self.clinic.location(key).line
        errors = (problem for problem in self.problems if problem.is_error and problem.location.path == OWN_FILE)
        return next((problem for problem in errors if problem.location.line == line), None)


def begin(handbook: Handbook, language: Language, words: Interview) -> Sitting:
    """Return a sitting in which nothing has been asked yet."""
    return _read(Sitting(handbook, language, words, Clinic(example=False), ()))


def save(question: Question, written: str, sitting: Sitting) -> Sitting:
    """Write an answer, as YAML, into the clinic's file, in one step; return the sitting with the file as it is then.

    A clinic that has said its name is no example, and one in a country whose ambulance the register knows needs none
    of its own.
    """
    text = _text(sitting)
    if question.part == "values":
        return _write(write_value(text, question.key, written), sitting)
    text = write_detail(text, question.key, written)
    if question.key == "name" and sitting.clinic.example:
        text = write_detail(text, "example", "false")
    if question.key == "country" and written.strip('"') in sitting.handbook.countries.codes:
        text = unset_detail(text, "emergency-number")
    return _write(text, sitting)


def take_away(question: Question, sitting: Sitting) -> Sitting:
    """Take an answer out of the clinic's file, so that what the handbook prints of itself holds again."""
    text = _text(sitting)
    unset = unset_value if question.part == "values" else unset_detail
    without = unset(text, question.key)
    return sitting if without == text else _write(without, sitting)


def _text(sitting: Sitting) -> str:
    found = read_text(sitting.file, sitting.handbook.project.root, []) if sitting.file.exists() else None
    return NEW_TEXT if found is None else found


def _write(text: str, sitting: Sitting) -> Sitting:
    """Write the file with the ends of lines that it had, and read it again."""
    raw = sitting.file.read_bytes() if sitting.file.exists() else b""
    end = "\r\n" if b"\r\n" in raw else "\n"
    encoding = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"
    replace_files({sitting.file.name: text.replace("\n", end).encode(encoding)}, sitting.file.parent)
    return _read(sitting)


def _read(sitting: Sitting) -> Sitting:
    if not sitting.file.exists():
        return sitting
    handbook, problems = sitting.handbook, list[Problem]()
    read = (handbook.project, handbook.languages, handbook.decisions, handbook.countries, handbook.register)
    clinic = load_clinic(*read, problems)
    return replace(sitting, clinic=clinic, problems=tuple(problems))
