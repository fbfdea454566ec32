"""Where the target of a link leads, from the page it stands on."""

from __future__ import annotations

import posixpath


def file_at(way: str, path: str) -> str:
    """Return the path of the file at the end of a way that begins at the file ``path``; itself for an empty way."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) if way else path


def scheme_of(target: str) -> str | None:
    """Return what an address begins with before its colon, in small letters; None for a way within the handbook."""
    scheme, colon, _ = target.partition(":")
    return scheme.strip().lower() if colon and "/" not in scheme and "#" not in scheme else None


def may_open(target: str) -> bool:
    """Tell whether an address leads within the handbook or to an encrypted page of the web, and nowhere else."""
    scheme = scheme_of(target)
    return not target.lstrip().startswith(("/", "\\")) if scheme is None else scheme == "https"


def place_at(target: str, path: str) -> str:
    """Return where a link on the page ``path`` leads within the handbook: a page, and ``#id`` where it names one."""
    way, mark, id = target.partition("#")
    return file_at(way, path) + mark + id


def way_to(path: str, start: str) -> str:
    """Return the way from the file ``start`` to another, as a link there is written."""
    return posixpath.relpath(path, posixpath.dirname(start) or ".")
