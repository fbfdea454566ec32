"""`handbook check --since REV`: what a change has brought, told apart from what was wrong before it.

The files as they were where the change began (the merge base of REV and the last commit) are written into a folder of
their own and checked by the same program on the same day. Nothing in them is run: git is asked for the content of
files alone, so no hook, filter or attribute of either side takes part.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeAlias

from handbook.diagnostics.problems import Problem

_WANTED = ("mkdocs.yml", "CHANGELOG.md", "docs")
"""What checks read."""

_LINK = "120000"
"""The mode of a symbolic link in a tree of git."""

_PLACE = re.compile(r"(\.(?:md|yml))(?::\d+){1,2}|\bline \d+")
"""A place that a message names; it moves when lines are added above it."""


_Key: TypeAlias = tuple[str, str, str, str]


class RevisionError(Exception):
    """Says in a sentence why there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The problems of a project, parted by whether they were there before."""

    new: tuple[Problem, ...]
    older: tuple[Problem, ...]
    changed: Mapping[str, frozenset[int]]
    """The lines of pages that were added or changed, by the page's file."""
    files: tuple[str, ...]
    """Every file of the handbook that was added, changed or taken away."""


def compare(root: Path, revision: str, problems: Sequence[Problem], check: Callable[[Path], list[Problem]]) -> Compared:
    """Part the problems of the project at ``root`` by those that ``check`` finds in its files at ``revision``.

    Two problems are the same where check, file and sentence are, wherever the line has moved. RevisionError is raised
    where git or the revision is missing.
    """
    with TemporaryDirectory(prefix="handbook-since-") as name:
        before = Path(name)
        _write_files(root, _merge_base(root, revision), before)
        known = Counter(_key(problem) for problem in check(before))
        alike: dict[_Key, list[Problem]] = {}
        for problem in problems:
            alike.setdefault(_key(problem), []).append(problem)
        new = {id(problem) for key, found in alike.items() for problem in _new(found, known[key], root, before)}
        changed, files = dict(_changed_pages(root, before)), tuple(_changed_files(root, before))
    return Compared(
        tuple(problem for problem in problems if id(problem) in new),
        tuple(problem for problem in problems if id(problem) not in new),
        changed,
        files,
    )


def _changed_pages(root: Path, before: Path) -> Iterator[tuple[str, frozenset[int]]]:
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root)
        old = before / path
        if not old.is_file() or old.read_bytes() != file.read_bytes():
            yield path.as_posix(), frozenset(_changed_lines(file, old))


def _changed_files(root: Path, before: Path) -> Iterator[str]:
    tops = [folder / name for folder in (root, before) for name in _WANTED]
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


def _merge_base(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip():
        raise RevisionError(f"{revision!r} is no revision: name a branch or a commit, such as origin/main")
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise RevisionError(f"{root.resolve()} is in no git repository, so there is nothing to compare with")
    if _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise RevisionError(f"git knows no revision {revision}; is it fetched? git fetch --unshallow gets all")
    base = _git(root, "merge-base", revision, "HEAD")
    if base is None:
        raise RevisionError(f"{revision} and this have no commit in common; git fetch --unshallow gets all of them")
    return base.decode().split()[0]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git answers, or None where it cannot."""
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise RevisionError("git is not installed, and --since needs it") from None
    except subprocess.CalledProcessError:
        return None


def _write_files(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit that checks read; links last, so that nothing is written through one."""
    listed = _needed(_git(root, "ls-tree", "-r", "-z", commit, "--", *_WANTED), commit).split(b"\0")
    entries = [_entry(line) for line in listed if line]
    wanted = [(mode, id, path) for mode, kind, id, path in entries if kind == "blob" and _is_inside(path)]
    asked = "".join(f"{id}\n" for _, id, _ in wanted).encode()
    answer = _needed(_git(root, "cat-file", "--batch", given=asked), commit)
    contents = zip(wanted, _contents(answer, commit), strict=True)
    for (mode, _, path), content in sorted(contents, key=lambda pair: pair[0][0] == _LINK):
        _write_file(folder / path, content, mode == _LINK, folder)


def _write_file(file: Path, content: bytes, is_link: bool, folder: Path) -> None:
    """Write one file where nothing stands yet: a tree made by hand can name a place twice, or one behind a link."""
    if not file.parent.resolve().is_relative_to(folder.resolve()) or os.path.lexists(file):
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    if is_link:
        file.symlink_to(os.fsdecode(content))
    else:
        file.write_bytes(content)


def _needed(answer: bytes | None, commit: str) -> bytes:
    """Return what git answers; raise RevisionError where its store is damaged or not whole."""
    if answer is None:
        raise RevisionError(f"git cannot read all files of the commit {commit[:10]}; clone the repository anew")
    return answer


def _entry(line: bytes) -> tuple[str, str, str, str]:
    """Return mode, kind, id and path of a line of ``git ls-tree -z``."""
    about, _, path = line.partition(b"\t")
    mode, kind, id = about.decode().split()
    return mode, kind, id, os.fsdecode(path)


def _is_inside(path: str) -> bool:
    """Tell whether a path stays in its folder; a tree made by hand may hold others."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def _contents(answer: bytes, commit: str) -> Iterator[bytes]:
    """Yield the contents in an answer of ``git cat-file --batch``: a line that ends in the size, then so many bytes.

    A line with another end, such as ``missing``, is a file that git does not have; RevisionError is raised.
    """
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        said = answer[at:end].split()[-1]
        size = int(_needed(said if said.isdigit() else None, commit))
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2
