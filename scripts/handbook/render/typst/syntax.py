"""Typst code as text: strings, calls and blocks of it.

Everything a page says goes into Typst as a string literal, never as markup. In a literal only the backslash and
the straight quote mean anything, so quotes, dashes and dots print as they were typed and no text can become code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.diagnostics.problems import Location

_POSITION = re.compile(r"/\*(?P<path>[^*:]*?):?(?P<line>\d+):(?P<column>\d+)\*/\s*")

_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')

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


def position(location: Location, path: str) -> str:
    """Return a comment that says where the code after it comes from; the file is left out where it is ``path``."""
    file = "" if location.path == path else f"{location.path}:"
    return f"/*{file}{location.line}:{location.column}*/"


def marked(code: str, path: str) -> str:
    """Return code in which each piece of the page at ``path`` begins with a mark of the templates, and no comment."""
    return _POSITION.sub(lambda at: f"at({literal(at['path'] or path)}, {at['line']}, {at['column']})+", code)


def unplaced(code: str) -> str:
    """Return code without where its pieces come from: the same for the same words."""
    return _POSITION.sub("", code)


def words_in(code: str) -> str:
    """Return what some code says: its literals. How the templates are called does not count."""
    return "\0".join(_LITERAL.findall(code))


def pieces_of(code: str, path: str) -> Iterator[tuple[Location, str]]:
    """Yield the pieces of the page at ``path``, each with the place it comes from."""
    _, *found = _POSITION.split(code)
    for file, line, column, piece in zip(found[::4], found[1::4], found[2::4], found[3::4], strict=True):
        yield Location(file or path, int(line), int(column)), piece


def targets_in(code: str) -> str:
    """Return code that puts down the targets of links in some code, and nothing else of it."""
    return joined([f"[#metadata(none)#label({target})]" for target in _TARGET.findall(code)])


def place_in(code: str, offset: int, path: str) -> Location:
    """Return the place in the page at ``path`` from which the code at ``offset`` was written."""
    last = None
    for last in _POSITION.finditer(code, 0, offset):  # noqa: B007
        pass
    return Location(last["path"] or path, int(last["line"]), int(last["column"])) if last else Location(path)
