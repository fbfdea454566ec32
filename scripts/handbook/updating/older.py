"""An older version of the files of a handbook, whichever way a clinic still has it.

Nothing in it is run, and what is packed is only read from: a ZIP can name places outside of its folder.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from handbook.diagnostics.messages import Message
from handbook.register.clinic import OWN_FILE
from handbook.register.sign_offs import PATH as SIGN_OFFS
from handbook.revisions import WANTED, RevisionError, is_inside, write_revision

_LARGEST = 500_000_000
"""Bytes of a ZIP once it is unpacked; a handbook with many photographs has a tenth of it."""
_OURS = (OWN_FILE, SIGN_OFFS)
"""What a clinic has written; it is the same on both sides, so that only what the update changes is told."""


@contextmanager
def older_files(root: Path, place: str) -> Iterator[Path]:
    """Give a folder with the files at ``place``, a folder, a ZIP or a revision of git, and the clinic's own of today.

    RevisionError is raised where there is nothing to compare with.
    """
    with TemporaryDirectory(prefix="handbook-older-") as name:
        folder, found = Path(name), Path(place).expanduser()
        if found.is_dir():
            _copy(found, folder)
        elif found.is_file():
            _unpack(found, folder)
        else:
            write_revision(root, place, folder)
        for path in _OURS:
            (folder / path).unlink(missing_ok=True)
            if (root / path).is_file():
                shutil.copyfile(root / path, folder / path)
        yield folder


def _copy(found: Path, folder: Path) -> None:
    if not (found / "mkdocs.yml").is_file():
        raise RevisionError(
            Message("{found} is no handbook: it has no mkdocs.yml; name the folder of the older version", found=found)
        )
    for name in WANTED:
        if (found / name).is_dir():
            shutil.copytree(found / name, folder / name, symlinks=True)
        elif (found / name).is_file():
            shutil.copyfile(found / name, folder / name)


def _unpack(file: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            _unpack_wanted(archive, file, folder)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise RevisionError(Message("{file} is cut off, or is no ZIP: download it again", file=file)) from error


def _unpack_wanted(archive: zipfile.ZipFile, file: Path, folder: Path) -> None:
    """Unpack what a handbook is read from; everything in a ZIP of a repository stands in one folder."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    tops = [PurePosixPath(entry.filename).parent for entry in entries if entry.filename.endswith("mkdocs.yml")]
    top = min(tops, key=lambda path: len(path.parts), default=None)
    if top is None:
        raise RevisionError(
            Message("{file} holds no handbook: it has no mkdocs.yml; name the ZIP of the older version", file=file)
        )
    if sum(entry.file_size for entry in entries) > _LARGEST:
        raise RevisionError(
            Message("{file} is larger than a handbook can be; name the ZIP of the older version", file=file)
        )
    for entry in entries:
        path = PurePosixPath(entry.filename)
        inner = path.relative_to(top) if path.is_relative_to(top) else PurePosixPath()
        if inner.parts[:1] and inner.parts[0] in WANTED and is_inside(str(inner)):
            (folder / inner).parent.mkdir(parents=True, exist_ok=True)
            (folder / inner).write_bytes(archive.read(entry))
