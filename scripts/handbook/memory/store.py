"""The file in which it is kept what was read and found of a project.

It holds pickled objects, and to read those can run code. So it lies in the user's own folder for such things, where
nothing that is taken into a project can put one, and a file that somebody else may write to is not read.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pickle
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import platformdirs

from handbook.memory.known import Known
from handbook.memory.stamps import Stamp
from handbook.processes import pickled

VARIABLE = "HANDBOOK_CACHE"
"""The variable of the environment with the folder for it; with nothing in it, nothing is kept."""

_PAGES = 8
"""Changed pages up to which what was known is of use; with more of them all is read anew and kept."""
_PROJECTS = 8
"""Projects of which something is kept, those that were read last."""
_ENDING = ".handbook"


def recall(root: Path, stamp: Stamp) -> Known | None:
    """Return what is known of the project at ``root`` and still holds; None where that is nothing."""
    file = _file_of(root)
    with suppress(OSError, ValueError):
        if file is None or not (_is_own(file.parent) and _is_own(file)):
            return None
        with file.open("rb") as kept:
            head = json.loads(kept.readline())
            pages: dict[str, str] = head["pages"]
            changed = {path for path, digest in stamp.pages.items() if pages.get(path) != digest}
            if head["beside"] != stamp.beside or len(changed) > _PAGES:
                return None
            body = kept.read()
        if hashlib.sha256(body).hexdigest() == head["digest"]:
            return replace(_opened(body), changed=frozenset(changed))
    return None


def keep(root: Path, stamp: Stamp, known: Known) -> None:
    """Keep what is known of the project at ``root``; where there is no room or no right to do so, it is not kept."""
    file = _file_of(root)
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _collected_later():
            body = pickled(known)
        head = {**stamp._asdict(), "digest": hashlib.sha256(body).hexdigest()}
        _put(json.dumps(head).encode() + b"\n" + body, file)
        newest = sorted(file.parent.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in newest[_PROJECTS:]:
            old.unlink(missing_ok=True)


def _file_of(root: Path) -> Path | None:
    folder = os.environ.get(VARIABLE, platformdirs.user_cache_dir("handbook", False))
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    return Path(folder, name + _ENDING) if folder else None


def _is_own(path: Path) -> bool:
    """Tell whether a file or folder is the user's and nobody else may write to it."""
    found = path.stat()
    is_mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return is_mine and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _put(content: bytes, file: Path) -> None:
    """Put a file into its place in one step, whoever reads or writes it meanwhile."""
    place, name = tempfile.mkstemp(dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(place, "wb") as written:
            written.write(content)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def _opened(body: bytes) -> Known:
    with _collected_later():
        known: Known = pickle.loads(body)
    return known


@contextmanager
def _collected_later() -> Iterator[None]:
    """Do without the collector of rubbish: there is none in what is kept, and to look for it takes as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
