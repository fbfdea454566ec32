"""What a memory holds for: one state of the program, one day and one of the text, the content of every file."""

from __future__ import annotations

import datetime
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import handbook
from handbook.project import is_passage
from handbook.text_version import read_text_version

_FILES = ("mkdocs.yml", "CHANGELOG.md")
_FOLDERS = ("docs", "overrides")
"""Everything that a handbook is read from; tests/memory/ sees that nothing else of a project is opened."""
_DATA = "data"
_LARGEST = 100_000_000
"""Bytes of a file; a larger one is none of a handbook's, and is told as soon as it is read."""


class Stamp(NamedTuple):
    """What tells whether a project is as it was."""

    beside: str
    """A digest of the program, the day, that of the text, and all files but the pages; of these their names."""
    pages: Mapping[str, str]
    """A digest of each page's file, by its path in the project."""


def stamp_of(root: Path, today: datetime.date) -> Stamp | None:
    """Return the stamp of a project, or None where a link or an unfit file stands in it: it is read each time."""
    try:
        digests = {file.relative_to(root).as_posix(): _digest_of(file) for file in sorted(_files(root))}
    except OSError:
        return None
    pages = {path: digest for path, digest in digests.items() if _is_page(Path(path))}
    others = (f"{path} {'' if path in pages else digest}" for path, digest in digests.items())
    text = read_text_version(root, [])  # its day is that of the last commit, which is in none of the files
    return Stamp(_digest(_program(), today.isoformat(), str(text), *others), pages)


def _files(root: Path) -> Iterator[Path]:
    yield from (root / name for name in _FILES if (root / name).exists())
    for name in _FOLDERS:
        for folder, folders, files in os.walk(root / name):
            yield from (Path(folder, file) for file in files)
            if any(Path(folder, each).is_symlink() for each in folders):
                raise OSError(f"{folder} holds a link")


def _digest_of(file: Path) -> str:
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:  # to open a pipe would be to wait
        raise OSError(f"{file} is no plain file")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_page(path: Path) -> bool:
    """Tell whether a file can be a page: of the others each can change what is found of any page."""
    parts = path.parts
    is_text = path.suffix == ".md" and len(parts) > 2 and parts[0] == "docs" and parts[1] != _DATA
    return is_text and not is_passage(path, Path(*parts[:2]))


@cache
def _program() -> str:
    """Return a digest of the program, of Python, and of the names and versions of what is installed with it."""
    package = Path(handbook.__file__).parent
    files = (file for file in sorted(package.rglob("*")) if file.is_file() and file.suffix != ".pyc")
    content = (hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    installed = (each.name for way in sys.path for each in Path(way).glob("*-info"))
    return _digest(sys.version, *sorted(installed), *content)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()
