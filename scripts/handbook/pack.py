"""Checksums of everything that was made, so that a clinic can see whether its copy is whole and unchanged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SUMS = "SHA256SUMS"
"""In the form that ``sha256sum --check`` reads."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy beside its checksums: paths, sorted."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the copy is what was made, and nothing else."""
        return not (self.missing or self.changed or self.extra)


def write(folder: Path) -> None:
    """Write the checksums of every file in ``folder``, sorted by path."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    sums = {path: digest(file.read_bytes()) for path, file in files.items() if path != SUMS}
    (folder / SUMS).write_text(format_sums(sums), encoding="utf-8")


def digest(content: bytes) -> str:
    """Return the checksum of a file."""
    return hashlib.sha256(content).hexdigest()


def format_sums(sums: Mapping[str, str]) -> str:
    """Return checksums by path as the text of a file."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def parse_sums(text: str) -> dict[str, str]:
    """Return the checksums of such a text by path; lines that are none, as of one that is cut off, are left out."""
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return {line[2]: line[1] for line in found if line}


def compare(wanted: Mapping[str, str], there: Mapping[str, str]) -> Compared:
    """Compare the checksums of what was made with those of a copy."""
    return Compared(
        missing=tuple(sorted(wanted.keys() - there.keys())),
        changed=tuple(sorted(path for path in wanted.keys() & there.keys() if wanted[path] != there[path])),
        extra=tuple(sorted(there.keys() - wanted.keys() - {SUMS})),
    )
