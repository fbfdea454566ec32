"""Files of the last build that would come out the same are kept, by what they are made of and never by their dates.

Behind its end each file says what it was made of, and what stands before: one that was changed since is made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from handbook.render.typst.book import TEMPLATES, Book

_MARK = b"\n%made of "
"""Begins a comment of PDF; readers look for the end of a file some way before its last byte."""

_PROGRAMS = ("typst", "pikepdf", "pypdfium2")


def foundation_of(root: Path) -> str:
    """Return a digest of what every edition is made of: templates, fonts, and the programs that print and look."""
    files = (root / TEMPLATES).rglob("*"), Path(__file__).parent.glob("*.py")
    parts = [file.read_bytes() for found in files for file in sorted(found) if file.is_file()]
    return _digest((*parts, *(version(name).encode() for name in _PROGRAMS)))


def made_of(book: Book, foundation: str) -> bytes:
    """Return a digest of everything that one edition is made of."""
    images = (part for path, content in sorted(book.images.items()) for part in (path.encode(), content))
    parts = (foundation.encode(), book.code.encode(), book.inputs_for().encode(), str(book.day).encode(), *images)
    return _digest(parts).encode()


def marked(pdf: bytes, digest: bytes) -> bytes:
    """Return a file that says at its end what it was made of."""
    return pdf + _MARK + digest + b" " + _digest((digest, pdf)).encode() + b"\n"


def is_current(pdf: bytes, digest: bytes) -> bool:
    """Tell whether a file was made of exactly this, and is as it was then."""
    before, mark, _ = pdf.rpartition(_MARK)
    return bool(mark) and marked(before, digest) == pdf


def kept(digests: Mapping[str, bytes], earlier: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that need not be made: those of the last build whose digest is still the same."""
    return {name: pdf for name, digest in digests.items() if is_current(pdf := earlier.get(name, b""), digest)}


def _digest(parts: Iterable[bytes]) -> str:
    """Return a digest of some parts, which counts where each of them ends."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
