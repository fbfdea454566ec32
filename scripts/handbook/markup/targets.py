"""Where the target of a link leads, from the page it stands on."""

from __future__ import annotations

import posixpath


def file_at(way: str, path: str) -> str:
    """Return the path of the file at the end of a way that begins at the file ``path``; itself for an empty way."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) if way else path


def place_at(target: str, path: str) -> str:
    """Return where a link on the page ``path`` leads within the handbook: a page, and ``#id`` where it names one."""
    way, mark, id = target.partition("#")
    return file_at(way, path) + mark + id


def way_to(path: str, start: str) -> str:
    """Return the way from the file ``start`` to another, as a link there is written."""
    return posixpath.relpath(path, posixpath.dirname(start) or ".")
