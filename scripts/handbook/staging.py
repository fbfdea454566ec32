"""A folder is replaced in whole or not at all, whatever happens on the way.

The new content grows in a folder of its own beside the old one. At the end the two change places in one step of
the file system where it knows such a step (Linux: renameat2 with RENAME_EXCHANGE, macOS: renamex_np with
RENAME_SWAP); elsewhere two renames follow each other, and a build that dies between them is mended by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of <linux/fs.h> and RENAME_SWAP of macOS's <stdio.h>: both are 2."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder in the making."""

    folder: Path
    out: Path

    def publish(self) -> None:
        """Put the folder in the place of ``out``, where everybody may read it."""
        _open_to_all(self.folder)
        _put(self.folder, self.out)


@contextmanager
def staged(out: Path) -> Iterator[Stage]:
    """Give an empty folder beside ``out``; unless it is published, it vanishes when the block ends.

    What an earlier, killed build left behind is cleaned away first.
    """
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(out.parent):
        _mend(out)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
        try:
            folder.chmod(0o755)
            yield Stage(folder, out)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other command puts anything into a folder, and let none begin meanwhile.

    The system forgets the lock when the program ends, however it ends. Some network drives know no locks.
    """
    import fcntl  # not above: Windows has none, and is told in words that it cannot run this

    place = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, by their paths in it."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def replace_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files into a folder in which others stay: all of them or none.

    All are written beside the folder first, then each takes its place; if one cannot, those before it are taken back.
    """
    with staged(folder) as stage:
        new, old = stage.folder / "new", stage.folder / "old"
        write_files(files, new)
        _open_to_all(new)
        if not folder.exists():
            new.rename(folder)
            return
        old.mkdir()
        with ExitStack() as undo:
            for path in files:
                _replace(new / path, folder / path, old / path, undo)
            undo.pop_all()


def _replace(new: Path, file: Path, old: Path, undo: ExitStack) -> None:
    """Put a new file in the place of another, and note how to take that back."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, old)
        undo.callback(old.replace, file)
    else:
        undo.callback(file.unlink, missing_ok=True)
    new.replace(file)


def _open_to_all(folder: Path) -> None:
    """Let everybody read a folder and what is in it: a web server runs as another user, whatever the umask is here."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _prefix(out: Path) -> str:
    return f".{out.name}-building-{os.getpid()}-"


def _backup(out: Path) -> Path:
    return out.with_name(f".{out.name}-before")


def _mend(out: Path) -> None:
    """Finish or undo what a build that was killed has left."""
    backup = _backup(out)
    if backup.exists() and not out.exists():
        backup.rename(out)
    shutil.rmtree(backup, ignore_errors=True)
    for left in out.parent.glob(f".{out.name}-building-*"):
        if not _is_running(left.name.removeprefix(f".{out.name}-building-").partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True


def _put(folder: Path, out: Path) -> None:
    """Put ``folder`` in the place of ``out``; afterwards ``folder`` may be the old content."""
    if not out.exists():
        folder.rename(out)
    elif not _exchanged(folder, out):
        out.rename(_backup(out))
        folder.rename(out)
        shutil.rmtree(_backup(out), ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "linux":
            done = library.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
        elif sys.platform == "darwin":
            done = library.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE)
        else:
            return False
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)
