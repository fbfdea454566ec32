"""Which files of a project have changed, by looking at them again and again.

Asking the system to tell would be quicker by a moment, but it tells nothing of network drives, containers and Windows
folders under WSL, and a few hundred files are looked at in milliseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

_WATCHED = ("docs", "overrides")
_FILES = ("mkdocs.yml", "CHANGELOG.md")
_PAUSE = 0.15
"""Seconds between two looks; also how long nothing may change before a change counts as finished."""

Stamps = Mapping[str, tuple[int, int]]
"""Time of change and size of each file, by its path in the project."""


def stamps_of(root: Path) -> Stamps:
    """Return what tells whether a file has changed, for all files that the site is made from."""
    listed = [*(root / name for name in _FILES), *_below(root)]
    return {file.relative_to(root).as_posix(): stamp for file in listed if (stamp := _stamp(file)) is not None}


def changes(root: Path, before: Stamps) -> Iterator[frozenset[str]]:
    """Yield the paths of the files that have changed, come or gone since ``before``, once they are quiet."""
    while True:
        time.sleep(_PAUSE)
        now = stamps_of(root)
        if now == before:
            continue
        while (later := _after_pause(root)) != now:
            now = later
        yield frozenset(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
        before = now


def _after_pause(root: Path) -> Stamps:
    time.sleep(_PAUSE)
    return stamps_of(root)


def _below(root: Path) -> Iterator[Path]:
    """Yield the files below the watched folders, without those that editors keep for themselves."""
    for top in _WATCHED:
        for folder, folders, names in os.walk(root / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(folder, name) for name in names if not name.startswith(".") and not name.endswith("~"))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
