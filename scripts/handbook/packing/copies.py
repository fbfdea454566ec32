"""What there is of a copy of the handbook: in a folder, in an archive, or on the web; each with its own checksums."""

from __future__ import annotations

import socket
import ssl
import zipfile
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from handbook.diagnostics.messages import Message, as_it_is
from handbook.pack import SUMS, digest, parse_sums
from handbook.render.hosting.rules import HIDDEN, TYPES

_SECONDS = 20
_AT_ONCE = 6
"""Files asked for side by side; a small host is not to be troubled."""


class CopyError(Exception):
    """Says in a sentence why a copy cannot be compared at all."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Copy:
    """The files of a copy by their checksums, and those that they should have."""

    wanted: Mapping[str, str]
    there: Mapping[str, str]
    mistyped: Mapping[str, str]
    """What a host says that a file is, where a browser would not show it then."""


def read_copy(place: str) -> Copy:
    """Read the copy at an address of the web, in an archive or in a folder; raise CopyError where there is none."""
    if place.startswith(("https://", "http://")):
        return _on_the_web(place.rstrip("/") + "/")
    path = Path(place)
    if path.is_dir():
        return _in_folder(path)
    if path.is_file():
        return _in_archive(path)
    raise CopyError(
        Message(
            "{place} is not there; name a folder, an archive that handbook pack has made, or an address", place=place
        )
    )


def _in_folder(folder: Path) -> Copy:
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    if SUMS not in files:
        raise CopyError(
            Message(
                "{folder} has no file {sums}; it is missing, or this is not the folder of the handbook",
                folder=folder,
                sums=SUMS,
            )
        )
    there = {path: digest(file.read_bytes()) for path, file in files.items() if path != SUMS}
    return Copy(_sums(files[SUMS].read_bytes(), str(folder)), there, {})


def _in_archive(file: Path) -> Copy:
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if SUMS not in names:
                raise CopyError(
                    Message("{file} has no file {sums} at its top; handbook pack has not made it", file=file, sums=SUMS)
                )
            wanted = _sums(archive.read(SUMS), str(file))
            there = {name: _member(archive, name) for name in names if name != SUMS}
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise CopyError(Message("{file} is cut off, or is no archive: copy or upload it again", file=file)) from error
    return Copy(wanted, there, {})


def _member(archive: zipfile.ZipFile, name: str) -> str:
    """Return the checksum of a file in an archive; of one that cannot be unpacked, one that nothing has."""
    try:
        return digest(archive.read(name))
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return ""


def _on_the_web(address: str) -> Copy:
    """Ask for each file; what a host keeps to itself, such as its own settings, cannot be asked for."""
    found = _fetch(address, SUMS)
    if found is None:
        raise CopyError(
            Message(
                "{address} is not there; the handbook is at another address, or not all is uploaded",
                address=f"{address}{SUMS}",
            )
        )
    wanted = {path: sum for path, sum in _sums(found[0], address).items() if not _is_hidden(path)}
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        answers = dict(zip(wanted, threads.map(lambda path: _fetch(address, path), wanted), strict=True))
    there = {path: digest(answer[0]) for path, answer in answers.items() if answer}
    kinds = {path: answer[1] for path, answer in answers.items() if answer}
    mistyped = {path: kind for path, kind in kinds.items() if kind != TYPES.get(path.rpartition(".")[2], kind)}
    return Copy(wanted, there, mistyped)


def _fetch(address: str, path: str) -> tuple[bytes, str] | None:
    """Return a file of the web and its type, or None where the host has none."""
    import urllib.error
    import urllib.request  # not above: what never asks the web need not wait for it

    asked = urllib.request.Request(address + quote(path), headers={"Accept-Encoding": "identity"})
    try:
        with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:
            return answer.read(), answer.headers.get_content_type()
    except urllib.error.HTTPError:
        return None
    except (OSError, ValueError) as error:
        message = Message(
            "{address} does not answer ({reason}); is the address right, and is there a network?",
            address=address,
            reason=_reason_of(getattr(error, "reason", error)),
        )
        raise CopyError(message) from error


def _reason_of(error: object) -> Message:
    """Return why a host was not reached; what the system alone knows is told as it says it."""
    match error:
        case socket.gaierror():
            return Message("nobody knows this name")
        case ConnectionRefusedError():
            return Message("the connection is refused")
        case TimeoutError():
            return Message("no answer in {seconds} seconds", seconds=_SECONDS)
        case ssl.SSLError():
            return Message("its certificate is not valid")
    return as_it_is(str(error))


def _is_hidden(path: str) -> bool:
    return path.startswith(HIDDEN) or any(part.startswith(".") for part in path.split("/"))


def _sums(content: bytes, place: str) -> dict[str, str]:
    sums = parse_sums(content.decode(errors="replace"))
    if not sums:
        raise CopyError(
            Message("the file {sums} of {place} is empty or damaged: copy or upload it again", sums=SUMS, place=place)
        )
    return sums
