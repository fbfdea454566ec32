"""The print formats there are, and what the file of each is called: the same for the site that links to it."""

from __future__ import annotations

from pathlib import Path

FOLDER = "overrides/pdf/editions"
"""A file for each edition, within the project."""


def editions_of(root: Path) -> tuple[str, ...]:
    """Return the names of a project's editions, as they stand in the folder, in the order of the alphabet."""
    return tuple(sorted(file.stem for file in (root / FOLDER).glob("*.typ")))


def file_name(language: str, edition: str) -> str:
    """Return the name of the file with the print of a language, given by its code, in an edition."""
    return f"handbook-{language}-{edition}.pdf"


def linked_file(language: str, root: Path) -> str:
    """Return the name of the file that the site offers, the first edition's; none without an edition."""
    return next((file_name(language, edition) for edition in editions_of(root)), "")
