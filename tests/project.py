"""Tiny projects for tests: the one in tests/base with some files replaced, and everything that is wrong with it.

A case is a text file: what it shows, then files (``-- docs/en/index.md --``), then the problems as people see
them (``-- problems --``). After the path may stand ``(deleted)``, ``(windows-1251)`` or another encoding, ``(base64)``
for what is no text, ``(link to …)``, or ``(edited)`` where only changes of the file stand below, ``old → new``, one a
line; ``-- mode: release --`` and ``-- today: 2027-01-01 --`` set the occasion.
"""

from __future__ import annotations

import base64
import datetime
import re
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.cli import main
from handbook.diagnostics.problems import Problem
from handbook.project import Project
from handbook.register.handbook import Handbook
from handbook.register.loader import load_handbook
from handbook.register.sign_offs import PATH, write_sign_offs
from handbook.register.signed_pages import sign
from handbook.tracking.states import State

ROOT = Path(__file__).resolve().parents[1]
BASE = Path(__file__).resolve().parent / "base"
SECOND = Path(__file__).resolve().parent / "second"
CASES = Path(__file__).resolve().parent / "cases"
TODAY = datetime.date(2026, 12, 1)

_INTERFACE = BASE / "docs" / "data" / "interface"
_PICTURES = re.compile(r"^pictures:.*?(?=^\S)", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^-- (?P<path>[^\s:]+)(?: \((?P<how>[^)]+)\)|: (?P<value>\S+))? --\n", re.MULTILINE)


def make(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """Make the base project below ``root``, with some files put in place; return its folder."""
    folder = root / "project"
    shutil.copytree(BASE, folder)
    shutil.copytree(ROOT / "docs" / "data" / "languages", folder / "docs" / "data" / "languages")
    shutil.copy(ROOT / "docs" / "data" / "units.yml", folder / "docs" / "data" / "units.yml")
    for path in _INTERFACE.glob("*.yml"):
        put(folder / path.relative_to(BASE), base_text(path.relative_to(BASE)))
    for path, text in (files or {}).items():
        put(folder / path, text)
    return folder


def make_second(folder: Path) -> Path:
    """Put the second handbook and the repository's templates, with the second's font, into a folder."""
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(SECOND, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("phrases"))
    return folder


def base_text(path: Path) -> str:
    """Return the text of a file of the base project; the words of a language are the real ones but for pictures."""
    own, real = BASE / path, ROOT / path
    if own.parent != _INTERFACE:
        return (own if own.exists() else real).read_text(encoding="utf-8")
    return _PICTURES.sub(lambda _: own.read_text(encoding="utf-8") + "\n", real.read_text(encoding="utf-8"), count=1)


def put(file: Path, text: str, how: str = "") -> None:
    """Write a file as a section of a case asks for it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if how == "edited":
        edit(file, text)
        return
    if how:
        file.unlink(missing_ok=True)
    if how.startswith("link to "):
        file.symlink_to(how.removeprefix("link to "))
    elif how == "base64":
        file.write_bytes(base64.b64decode(text))
    elif how != "deleted":
        file.write_text(text, encoding=how or "utf-8")


def edit(file: Path, changes: str) -> None:
    """Replace in a file what stands before each arrow, and there once, by what stands behind it; ⏎ ends a line."""
    text = file.read_text(encoding="utf-8")
    for change in changes.splitlines():
        old, _, new = change.replace("⏎", "\n").partition(" → ")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def load(root: Path, today: datetime.date = TODAY) -> tuple[Handbook | None, list[Problem]]:
    """Read a project; return it with the problems of reading. This repository is read once for all tests."""
    if root == ROOT and today == TODAY:
        handbook, problems = _real()
        return handbook, [*problems]
    return load_anew(root, today)


@cache
def _real() -> tuple[Handbook | None, list[Problem]]:
    return load_anew(ROOT)


def load_anew(root: Path, today: datetime.date = TODAY) -> tuple[Handbook | None, list[Problem]]:
    """Read a project, whichever was read before."""
    project, problems = Project.read(root)
    if project is None:
        return None, problems
    loaded = load_handbook(project, today)
    return loaded.handbook, problems + loaded.problems


def sign_pages(root: Path, paths: Collection[str] = (), codes: Collection[str] = ()) -> None:
    """Write sign-offs for a project's pages, or for those of some paths and languages, as they are now."""
    handbook, _ = load(root)
    assert handbook is not None
    chosen = [p for p in handbook.pages if (not paths or p.path in paths) and (not codes or p.language in codes)]
    day = datetime.date(2026, 11, 19)
    signed = [sign(page, handbook, "Dr Aminah Rahman", "dermatologist", day) for page in chosen]
    put(root / PATH, write_sign_offs(signed))


def translate(root: Path, *arguments: str, today: str = "2026-12-01") -> int:
    """Run a step of ``handbook translate`` in a project, told in English unless asked; return its status."""
    told = () if "--for" in arguments else ("--for", "en")
    return main(["translate", *arguments, *told, "--root", str(root), "--today", today])


def record_all(root: Path, *more: str) -> None:
    """Record everything that is translated in a project, as of some days ago."""
    handbook, _ = load(root)
    assert handbook is not None
    names = [f"{code}/{page}" for code, page in handbook.standings]
    assert translate(root, "done", *names, "--on", "2026-11-20", *more) == 0


def states(root: Path, code: str = "ms") -> dict[str, str]:
    """Return the state of each block of a translation that is not current, by page and id."""
    handbook, _ = load(root)
    assert handbook is not None
    found = ((page, it) for (language, page), its in handbook.standings.items() for it in its if language == code)
    return {f"{page}#{it.id}": it.state.value for page, it in found if it.state is not State.CURRENT}


def real_handbook() -> Handbook:
    """Return the handbook of this repository."""
    handbook, _ = load(ROOT)
    assert handbook is not None
    return handbook


def check(root: Path, mode: Mode = Mode.CHECK, today: datetime.date = TODAY) -> list[Problem]:
    """Return everything that is wrong with a project."""
    return pipeline.check(pipeline.Request(root, today, mode)).problems


@dataclass(frozen=True, slots=True)
class Case:
    """A case file, cut into its parts."""

    file: Path
    given: str
    """Everything up to the expected problems."""
    expected: str

    @classmethod
    def read(cls, file: Path) -> Case:
        """Read a case; one without expected problems expects none."""
        given, _, expected = file.read_text(encoding="utf-8").partition("\n-- problems --\n")
        return cls(file, given, expected)

    def make(self, root: Path) -> tuple[Path, Mode, datetime.date]:
        """Make the case's project; return its folder and the occasion."""
        folder = make(root)
        values = {"mode": Mode.CHECK.value, "today": TODAY.isoformat()}
        sections = list(_SECTION.finditer(self.given))
        ends = [*(section.start() for section in sections[1:]), len(self.given)][: len(sections)]
        for section, end in zip(sections, ends, strict=True):
            if section["value"]:
                values[section["path"]] = section["value"]
            else:
                text = self.given[section.end() : end].rstrip("\n")
                put(folder / section["path"], text + "\n" if text else "", section["how"] or "")
        return folder, Mode(values["mode"]), datetime.date.fromisoformat(values["today"])

    def write(self, told: str) -> None:
        """Write what the program says now as what is expected."""
        self.file.write_text(f"{self.given}\n-- problems --\n{told}", encoding="utf-8")
