"""What pages weigh: the bytes that a phone is sent for a first page, style and scripts included, and its elements.

`.venv/bin/python tests/weights.py site` tells the heaviest ten.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LOADED = re.compile(r'<(?:script src|link rel="stylesheet" href)="([^"?]+)')
_ELEMENT = re.compile(r"<[a-z]")
_APART = ("offline", "print")
"""Folders whose files are no pages of the site."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one page weighs."""

    path: str
    sent: int
    """Bytes, packed with gzip."""
    elements: int


def weights(site: Path) -> list[Weight]:
    """Return the pages of a site, the heaviest first."""
    pages = (file for file in site.rglob("*.html") if file.relative_to(site).parts[0] not in _APART)
    found = [_weight(file, site) for file in pages if file.name != "404.html"]
    return sorted(found, key=lambda weight: (-weight.sent, weight.path))


def _weight(file: Path, site: Path) -> Weight:
    text = file.read_text(encoding="utf-8")
    loaded = ((file.parent / address).resolve() for address in _LOADED.findall(text))
    sent = sum(len(gzip.compress(each.read_bytes(), 9)) for each in (file, *loaded))
    return Weight(file.relative_to(site).as_posix(), sent, len(_ELEMENT.findall(text)))


def report(found: list[Weight]) -> Iterator[str]:
    """Yield the heaviest ten, in bytes and then in elements."""
    yield f"{len(found)} pages; of more than 35,000 bytes: {sum(it.sent > 35_000 for it in found)}"
    yield from (f"{it.sent:7,} bytes  {it.path}" for it in found[:10])
    yield f"of more than 900 elements: {sum(it.elements > 900 for it in found)}"
    most = sorted(found, key=lambda weight: -weight.elements)[:10]
    yield from (f"{it.elements:7,} elements  {it.path}" for it in most)


if __name__ == "__main__":
    print("\n".join(report(weights(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))))
