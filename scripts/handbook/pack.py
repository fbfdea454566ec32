"""Checksums of everything that was made, so that a clinic can see whether its copy is whole and unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"
"""In the form that ``sha256sum --check`` reads."""


def write(folder: Path) -> None:
    """Write the checksums of every file in ``folder``, sorted by path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != SUMS)
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in files
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
