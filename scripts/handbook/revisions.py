"""The files of a handbook as they were at a revision of git.

Nothing in them is run: git is asked for the content of files alone, so no hook, filter or attribute of either side
takes part.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from handbook.diagnostics.messages import Message

WANTED = ("mkdocs.yml", "CHANGELOG.md", "docs")
"""What a handbook is read from."""

_LINK = "120000"
"""The mode of a symbolic link in a tree of git."""


class RevisionError(Exception):
    """Says in a sentence why there is nothing to compare with."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def write_revision(root: Path, revision: str, folder: Path) -> None:
    """Write into a folder the files as they were where the way to now left the one to a revision: the merge base.

    RevisionError is raised where git or the revision is missing.
    """
    _write_files(root, _merge_base(root, revision), folder)


def _merge_base(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip():
        raise RevisionError(
            Message("{revision!r} is no revision: name a branch or a commit, such as origin/main", revision=revision)
        )
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise RevisionError(
            Message("{root} is in no git repository, so there is nothing to compare with", root=root.resolve())
        )
    if _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise RevisionError(_unknown(root, revision))
    base = _git(root, "merge-base", revision, "HEAD")
    if base is None:
        raise RevisionError(
            Message(
                "{revision} and this have no commit in common; git fetch --unshallow gets all of them",
                revision=revision,
            )
        )
    return base.decode().split()[0]


def _unknown(root: Path, revision: str) -> Message:
    """Say that git knows no such revision, and what may help: only a clone without its history can fetch more."""
    if _git(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        return Message(
            "git knows no revision {revision}; is it fetched? git fetch --unshallow gets all", revision=revision
        )
    return Message(
        "git knows no revision {revision}; is the name right? ORIG_HEAD is there after the first git pull",
        revision=revision,
    )


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git answers, or None where it cannot."""
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise RevisionError(Message("git is not installed, and --since needs it")) from None
    except subprocess.CalledProcessError:
        return None


def _write_files(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit that checks read; links last, so that nothing is written through one."""
    listed = _needed(_git(root, "ls-tree", "-r", "-z", commit, "--", *WANTED), commit).split(b"\0")
    entries = [_entry(line) for line in listed if line]
    wanted = [(mode, id, path) for mode, kind, id, path in entries if kind == "blob" and is_inside(path)]
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
        raise RevisionError(
            Message("git cannot read all files of the commit {commit}; clone the repository anew", commit=commit[:10])
        )
    return answer


def _entry(line: bytes) -> tuple[str, str, str, str]:
    """Return mode, kind, id and path of a line of ``git ls-tree -z``."""
    about, _, path = line.partition(b"\t")
    mode, kind, id = about.decode().split()
    return mode, kind, id, os.fsdecode(path)


def is_inside(path: str) -> bool:
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
