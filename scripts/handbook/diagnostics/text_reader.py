"""Text files of a project as they stand on disk: one that cannot be read is a problem, and reading goes on."""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem

MOST_BYTES = 10_000_000
"""No text of a handbook comes near it; a larger file would take the memory of whoever checks it."""


def read_text(file: Path, root: Path, problems: list[Problem]) -> str | None:
    """Return the text of a UTF-8 file with ``\\n`` line ends, or report why it cannot be read and return None."""
    path = file.relative_to(root).as_posix()
    refusal = _refusal(file, root)
    if refusal:
        problems.append(Problem(Location(path), *refusal))
        return None
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(Location(path), Message("the file is missing"), Message("create {path}", path=path)))
    except OSError as error:
        problems.append(Problem(Location(path), Message("the file cannot be read: {cause}", cause=error.strerror)))
    else:
        return _decoded(raw, path, problems)
    return None


def _refusal(file: Path, root: Path) -> tuple[Message, Message] | None:
    """Return why a file is not even opened and what to do: it leads elsewhere, or whoever reads it would wait."""
    if not file.exists():
        return None
    if not file.resolve().is_relative_to(root.resolve()):
        return Message("the file is a link to a place outside the project"), Message("put the file itself here")
    if not (file.is_file() or file.is_dir()):
        return Message("this is a pipe or a device, and no file with a text"), Message(
            "put a text file here, or delete it"
        )
    if not is_readable(file):
        most = Message("the file has more than {most:g} million bytes", most=MOST_BYTES / 1e6)
        return most, Message("put the text into several files, or delete it")
    return None


def is_readable(file: Path) -> bool:
    """Tell whether a file is not too large to be read."""
    return file.is_dir() or file.stat().st_size <= MOST_BYTES


def _decoded(raw: bytes, path: str, problems: list[Problem]) -> str | None:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = Message(
            "the file is not UTF-8: the byte {byte} here begins no character", byte=f"0x{raw[error.start]:02x}"
        )
        problems.append(
            Problem(Location(path, line, column), message, Message("save the file with the encoding UTF-8"))
        )
        return None
