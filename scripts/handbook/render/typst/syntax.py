"""Typst code as text: strings, calls and blocks of it.

Everything a page says goes into Typst as a string literal, never as markup. In a literal only the backslash and
the straight quote mean anything, so quotes, dashes and dots print as they were typed and no text can become code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.diagnostics.problems import Location

_POSITION = re.compile(r"/\*(?P<line>\d+):(?P<column>\d+)\*/\s*")

_TARGET = re.compile(r'\bh\(\d, ("(?:[^"\\]|\\.)*"), ')
"""A heading with what it is called; in the words of a page its quotes would stand behind a backslash."""


def literal(text: str) -> str:
    """Return a text as a string literal of Typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def joined(parts: Sequence[str]) -> str:
    """Return pieces of content one after another as one piece of content."""
    if len(parts) == 1:
        return parts[0]
    return "{" + ";".join(parts) + "}" if parts else "[]"


def call(name: str, *arguments: str) -> str:
    """Return a call of a function of the templates."""
    return f"{name}({', '.join(arguments)})"


def array(items: Sequence[str]) -> str:
    """Return an array, also of one item or none."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def boolean(value: bool) -> str:
    """Return true or false."""
    return "true" if value else "false"


def position(location: Location) -> str:
    """Return a comment that says where in a page the code after it comes from."""
    return f"/*{location.line}:{location.column}*/"


def marked(code: str, chapter: int) -> str:
    """Return code in which each piece of a page begins with a mark of the templates, and not with a comment."""
    return _POSITION.sub(rf"at({chapter}, \g<line>, \g<column>)+", code)


def pieces_of(code: str) -> Iterator[tuple[int, int, str]]:
    """Yield the pieces of a page, each with the line and column it comes from."""
    _, *found = _POSITION.split(code)
    for line, column, piece in zip(found[::3], found[1::3], found[2::3], strict=True):
        yield int(line), int(column), piece


def targets_in(code: str) -> str:
    """Return code that puts down the targets of links in some code, and nothing else of it."""
    return joined([f"[#metadata(none)#label({target})]" for target in _TARGET.findall(code)])


def place_in(code: str, offset: int, path: str) -> Location:
    """Return the place in the page at ``path`` from which the code at ``offset`` was written."""
    last = None
    for last in _POSITION.finditer(code, 0, offset):  # noqa: B007
        pass
    return Location(path, int(last["line"]), int(last["column"])) if last else Location(path)
