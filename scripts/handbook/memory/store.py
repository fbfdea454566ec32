"""The files in which it is kept what was read and found of a project, and what was made of it.

They hold pickled objects, and to read those can run code. So they lie in the user's own folder for such things, where
nothing that is taken into a project can put one, and a file that somebody else may write to is not read.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import stat
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import platformdirs

from handbook.memory.known import Known
from handbook.memory.stamps import Stamp
from handbook.processes import collected_later, pickled

VARIABLE = "HANDBOOK_CACHE"
"""The variable of the environment with the folder for it; with nothing in it, nothing is kept."""

_PAGES = 8
"""Changed pages up to which what was known is of use; with more of them all is read anew and kept."""
_PROJECTS = 8
"""Projects of which something is kept, those that were read last."""
_ENDING, _PART = ".handbook", ".part"


def recall(root: Path, stamp: Stamp) -> Known | None:
    """Return what is known of the project at ``root`` and still holds; None where that is nothing."""
    file = _file_of(root, _ENDING)
    head = _head_of(file)
    if file is None or not head or head["beside"] != stamp.beside:
        return None
    pages: dict[str, str] = head["pages"]
    changed = {path for path, digest in stamp.pages.items() if pages.get(path) != digest}
    known: Known | None = _opened(file, head) if len(changed) <= _PAGES else None
    return replace(known, changed=frozenset(changed)) if known else None


def keep(root: Path, stamp: Stamp, known: Known) -> None:
    """Keep what is known of the project at ``root``; where there is no room or no right to do so, it is not kept."""
    file = _file_of(root, _ENDING)
    _write(file, stamp._asdict(), known)
    with suppress(OSError):
        newest = sorted(file.parent.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime) if file else []
        for old in newest[:-_PROJECTS]:
            for gone in (old, *old.parent.glob(f"{old.stem}-*{_PART}")):
                gone.unlink(missing_ok=True)


def recall_part(root: Path, name: str, digest: str) -> Any:
    """Return a part of what was made of the project at ``root``, if it was made of this; else None."""
    file = _file_of(root, f"-{name}{_PART}")
    head = _head_of(file)
    return _opened(file, head) if file and head and head["made of"] == digest else None


def keep_part(root: Path, name: str, digest: str, part: object) -> None:
    """Keep a part of what was made of the project at ``root`` in the place of the last one of its name."""
    _write(_file_of(root, f"-{name}{_PART}"), {"made of": digest}, part)


def _head_of(file: Path | None) -> dict[str, Any]:
    """Return what the first line of a file says of it; nothing of one that is not there or not to be trusted."""
    with suppress(OSError, ValueError):
        if file and _is_own(file.parent) and _is_own(file):
            with file.open("rb") as kept:
                digest, _, line = kept.readline().rstrip(b"\n").partition(b" ")
                head: dict[str, Any] = json.loads(line) if _digest(line) == digest else {}
                return head
    return {}


def _write(file: Path | None, head: dict[str, object], held: object) -> None:
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with collected_later():
            body = pickled(held)
        line = json.dumps({**head, "digest": _digest(body).decode()}).encode()
        _put(_digest(line) + b" " + line + b"\n" + body, file)


def _file_of(root: Path, ending: str) -> Path | None:
    folder = os.environ.get(VARIABLE, platformdirs.user_cache_dir("handbook", False))
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    return Path(folder, name + ending) if folder else None


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


def _opened(file: Path, head: dict[str, Any]) -> Any:
    """Return what a file holds; None if that is not what its head tells of."""
    with suppress(OSError):
        _, _, body = file.read_bytes().partition(b"\n")
        if _digest(body).decode() == head["digest"]:
            with collected_later():
                return pickle.loads(body)
    return None


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).hexdigest().encode()
