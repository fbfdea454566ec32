"""One archive of the whole handbook, the same bytes each time: whoever makes it again can compare."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping

_EARLIEST = datetime.date(1980, 1, 1)
"""A ZIP knows no earlier day."""
_READABLE = 0o100644 << 16


def write_archive(files: Mapping[str, bytes], day: datetime.date) -> bytes:
    """Return a ZIP with files by their paths in it, all of one day."""
    target, when = io.BytesIO(), max(day, _EARLIEST)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (when.year, when.month, when.day, 0, 0, 0))
            entry.external_attr, entry.create_system = _READABLE, 3  # so that it is readable whoever unpacks it
            archive.writestr(entry, files[path], zipfile.ZIP_DEFLATED)
    return target.getvalue()
