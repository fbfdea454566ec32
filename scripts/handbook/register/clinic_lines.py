"""Reads a clinic's file, and tells what is wrong with its lines: people type it who do not know YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import Value, compose

_OPEN = re.compile(r"""^ *(?P<key>[\w/-]+): +(?P<quote>"(?:[^"\\]|\\.)*|'[^']*)$""")
"""A key, and behind it a text whose quotation mark is not closed on its line."""

_CLOSED = re.compile(r"""^ *(?P<key>[\w/-]+): +(?P<text>[^\s"'#\[{|>&*!][^"'#]*)(?P<quote>["'])\s*$""")
"""A key, and behind it a text that a quotation mark ends and none begins: YAML would print the mark."""

_TIGHT = re.compile(r"^ *(?P<key>[a-z][a-z/-]*):(?P<value>[^\s:/].*)$")
"""A key with its value directly behind the colon."""

_LOST = re.compile(r"""^ *(?P<key>[\w/-]+):(?P<value> +(?:"[^"]*"|'[^']*'|[^\s#"'][^#"']*?))?(?P<lost> #[^\s#].*)$""")
"""A key, its value, and behind it a sign # that no space follows: hardly meant as a remark."""


def compose_typed(text: str, path: str, keys: Collection[str], problems: list[Problem]) -> Value | None:
    """Compose the text of a clinic's file; what was mistyped is reported at the line where it was.

    YAML itself sees an open quotation mark or a missing space only lines later, or takes what follows for something
    else. ``keys`` are those that the file may have.
    """
    found: list[Problem] = []
    value = compose(text, path, found)
    mistyped = [*_open_quotes(text, path), *(_tight_colons(text, path, keys) if value is None else ())]
    problems += mistyped or [*found, *(_lost_ends(text, path) if value is not None else ())]
    return None if mistyped else value


def _open_quotes(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _OPEN.match(line)
        if found:
            sign = found["quote"][0]
            message = f"the quotation mark {sign} that opens here is not closed"
            yield Problem(Location(path, number, found.start("quote") + 1), message, f"write {sign} at the line's end")
        closed = _CLOSED.match(line)
        if closed:
            sign = closed["quote"]
            message = f"the quotation mark {sign} that closes here is not opened"
            hint = f"write {closed['key']}: {sign}{closed['text']}{sign}"
            yield Problem(Location(path, number, closed.start("quote") + 1), message, hint)


def _tight_colons(text: str, path: str, keys: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _TIGHT.match(line)
        if found and found["key"] in keys:
            place = Location(path, number, found.start("value"))
            message = f"there is no space behind the colon of {found['key']}"
            yield Problem(place, message, f"write {found['key']}: {found['value']}")


def _lost_ends(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each end of a value that YAML takes as a remark, such as the number of a flat."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _LOST.match(line)
        if found:
            lost = found["lost"].strip()
            value = (found["value"] or "").strip(" \"'")
            whole = f"{value} {lost}".strip()
            place = Location(path, number, found.start("lost") + 2, len(lost))
            message = f"{lost} is not read: behind a space, the sign # begins a remark"
            yield Problem(place, message, f'write the whole in quotation marks: {found["key"]}: "{whole}"')
