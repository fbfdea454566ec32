"""Smaller copies of the site's files, which web servers hand out as they are.

They are made once, as small as can be, and not at every visit. A copy of the last build that still unpacks to the same
text is kept: to unpack takes a fiftieth of the time.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import brotli

from handbook.render.hosting.rules import PACKED

_QUALITY = 10
"""The best, 11, takes three times as long and saves one more percent."""
_LONG, _QUALITY_OF_LONG = 1_000_000, 9
"""Bytes from which on, as in the whole handbook, packing a little worse takes a tenth of the time."""
_UNPACKED: Mapping[str, Callable[[bytes], bytes]] = {"gz": gzip.decompress, "br": brotli.decompress}
_LEAST = 500
"""Bytes; less fits into one parcel of the network anyway."""


def smaller_copies(files: Mapping[str, bytes], earlier: Path) -> dict[str, bytes]:
    """Return a gzip and a brotli copy of each file of text, under its name with .gz or .br behind.

    ``earlier`` is the folder with what was made before.
    """
    chosen = {
        path: content
        for path, content in files.items()
        if path.endswith(tuple(f".{kind}" for kind in PACKED)) and len(content) >= _LEAST
    }
    with ThreadPoolExecutor() as threads:  # both libraries work outside the lock of the interpreter
        packed = list(threads.map(lambda path: _copies(chosen[path], earlier / path), chosen))
    pairs = zip(chosen, packed, strict=True)
    return {f"{path}.{end}": content for path, copies in pairs for end, content in copies.items()}


def _copies(content: bytes, before: Path) -> dict[str, bytes]:
    """Return the copies by their endings; ``before`` is where the file stood in the last build."""
    kept = {end: before.with_name(f"{before.name}.{end}") for end in _UNPACKED}
    with suppress(OSError, zlib.error, EOFError, brotli.error):
        copies = {end: file.read_bytes() for end, file in kept.items()}
        if all(_UNPACKED[end](copy) == content for end, copy in copies.items()):
            return copies
    return _pack(content)


def _pack(content: bytes) -> dict[str, bytes]:
    """Pack a file, without the time, so that the same text gives the same bytes."""
    quality = _QUALITY if len(content) < _LONG else _QUALITY_OF_LONG
    return {"gz": gzip.compress(content, 9, mtime=0), "br": brotli.compress(content, quality=quality)}
