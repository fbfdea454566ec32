"""`handbook check --since REV`: what a change has brought, told apart from what was wrong before it.

The files as they were where the change began (the merge base of REV and the last commit) are written into a folder of
their own and checked by the same program on the same day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from handbook.diagnostics.problems import Problem
from handbook.revisions import WANTED, write_revision

_PLACE = re.compile(r"(\.(?:md|yml))(?::\d+){1,2}|\bline \d+")
"""A place that a message names; it moves when lines are added above it."""

_TEXTS = (".md", ".yml")


_Key: TypeAlias = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The problems of a project, parted by whether they were there before."""

    new: tuple[Problem, ...]
    older: tuple[Problem, ...]
    changed: Mapping[str, frozenset[int]]
    """The lines of pages and data files that were added or changed, by file."""
    files: tuple[str, ...]
    """Every file of the handbook that was added, changed or taken away."""


def compare(root: Path, revision: str, problems: Sequence[Problem], check: Callable[[Path], list[Problem]]) -> Compared:
    """Part the problems of the project at ``root`` by those that ``check`` finds in its files at ``revision``.

    Two problems are the same where check, file and sentence are, wherever the line has moved. RevisionError is raised
    where git or the revision is missing.
    """
    with TemporaryDirectory(prefix="handbook-since-") as name:
        before = Path(name)
        write_revision(root, revision, before)
        known = Counter(_key(problem) for problem in check(before))
        alike: dict[_Key, list[Problem]] = {}
        for problem in problems:
            alike.setdefault(_key(problem), []).append(problem)
        new = {id(problem) for key, found in alike.items() for problem in _new(found, known[key], root, before)}
        files = tuple(_changed_files(root, before))
        texts = [path for path in files if path.endswith(_TEXTS) and (root / path).is_file()]
        changed = {path: frozenset(_changed_lines(root / path, before / path)) for path in texts}
    return Compared(
        tuple(problem for problem in problems if id(problem) in new),
        tuple(problem for problem in problems if id(problem) not in new),
        changed,
        files,
    )


def _changed_files(root: Path, before: Path) -> Iterator[str]:
    tops = [folder / name for folder in (root, before) for name in WANTED]
    found = (file for top in tops for file in (top, *top.rglob("*")) if file.is_file())
    for path in sorted({file.relative_to(before if file.is_relative_to(before) else root) for file in found}):
        now, old = (folder / path for folder in (root, before))
        if not (now.is_file() and old.is_file() and now.read_bytes() == old.read_bytes()):
            yield path.as_posix()


def _key(problem: Problem) -> _Key:
    message = _PLACE.sub(r"\1", problem.message)
    return problem.check, problem.severity.value, problem.location.path, message


def _new(alike: list[Problem], known: int, root: Path, before: Path) -> list[Problem]:
    """Return those of the like problems that are more than before; those in changed lines are taken first."""
    more = max(len(alike) - known, 0)
    if more in (0, len(alike)):
        return alike[:more]
    path = alike[0].location.path
    changed = _changed_lines(root / path, before / path)
    return sorted(alike, key=lambda problem: problem.location.line not in changed)[:more]


def _changed_lines(now: Path, before: Path) -> set[int]:
    old, new = (
        file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
        for file in (before, now)
    )
    steps = SequenceMatcher(None, old, new).get_opcodes()
    return {line + 1 for step, _, _, start, end in steps if step != "equal" for line in range(start, end)}
