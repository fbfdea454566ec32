"""Smaller copies of the site's files, which web servers hand out as they are.

They are made once, as small as can be, and not at every visit.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import brotli

from handbook.render.hosting.rules import PACKED

_QUALITY = 10
"""The best, 11, takes three times as long and saves one more percent."""
_LEAST = 500
"""Bytes; less fits into one parcel of the network anyway."""


def smaller_copies(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a gzip and a brotli copy of each file of text, under its name with .gz or .br behind."""
    chosen = {
        path: content
        for path, content in files.items()
        if path.endswith(tuple(f".{kind}" for kind in PACKED)) and len(content) >= _LEAST
    }
    with ThreadPoolExecutor() as threads:  # both libraries work outside the lock of the interpreter
        packed = list(threads.map(_pack, chosen.values()))
    pairs = zip(chosen, packed, strict=True)
    return {f"{path}.{end}": content for path, copies in pairs for end, content in copies.items()}


def _pack(content: bytes) -> dict[str, bytes]:
    """Return the copies by their endings; without the time, so that the same text gives the same bytes."""
    return {"gz": gzip.compress(content, 9, mtime=0), "br": brotli.compress(content, quality=_QUALITY)}
