"""Reads a clinic's file, and tells what is wrong with its lines: people type it who do not know YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.yaml_reader import Value, compose

VALUE_INDENT = 2
"""Spaces in front of the numbers below ``values:``, as the form has them."""

_OPEN = re.compile(r"""^ *(?P<key>[\w/-]+): +(?P<quote>"(?:[^"\\]|\\.)*|'[^']*)$""")
"""A key, and behind it a text whose quotation mark is not closed on its line."""

_CLOSED = re.compile(r"""^ *(?P<key>[\w/-]+): +(?P<text>[^\s"'#\[{|>&*!][^"'#]*)(?P<quote>["'])\s*$""")
"""A key, and behind it a text that a quotation mark ends and none begins: YAML would print the mark."""

_TIGHT = re.compile(r"^ *(?P<key>[a-z][\w/-]*):(?P<value>[^\s:/].*)$")
"""A key with its value directly behind the colon."""

_COLON = re.compile(r"""^ *(?P<key>[\w/-]+): +(?P<text>[^\s"'#\[{|>&*!][^#"]*?(?P<colon>:)(?: [^#"]*?)?)(?: +#.*)?$""")
"""A key, and behind it a text with a colon and a space in it, which YAML takes for another key."""

_INDENTED = re.compile(r"^(?P<spaces> *)(?P<key>[a-z][\w/-]*):(?: |$)")
"""A key with the spaces in front of it."""

_LOST = re.compile(r"""^ *(?P<key>[\w/-]+):(?P<value> +(?:"[^"]*"|'[^']*'|[^\s#"'][^#"']*?))?(?P<lost> #[^\s#].*)$""")
"""A key, its value, and behind it a sign # that no space follows: hardly meant as a remark."""


def compose_typed(text: str, path: str, indents: Mapping[str, int], problems: list[Problem]) -> Value | None:
    """Compose the text of a clinic's file; what was mistyped is reported at the line where it was.

    YAML itself sees an open quotation mark or a missing space only lines later, or takes what follows for something
    else. ``indents`` are the spaces in front of each key that the file may have.
    """
    found: list[Problem] = []
    value = compose(text, path, found)
    quotes = list(_quotes(text, path))
    mistyped = [*quotes, *_tight_colons(text, path, indents)]
    if value is None and not mistyped:
        mistyped = [*_second_colons(text, path, indents), *_wrong_indents(text, path, indents)]
    problems += mistyped or [*found, *(_lost_ends(text, path) if value is not None else ())]
    return None if any(problem.is_error for problem in mistyped) else value


def _quotes(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _OPEN.match(line)
        if found:
            sign = found["quote"][0]
            message = Message("the quotation mark {sign} that opens here is not closed", sign=sign)
            yield Problem(
                Location(path, number, found.start("quote") + 1),
                message,
                Message("write {sign} at the line's end", sign=sign),
            )
        closed = _CLOSED.match(line)
        if closed:
            yield _closed(closed, Location(path, number, closed.start("quote") + 1))


def _closed(found: re.Match[str], place: Location) -> Problem:
    """Tell a closing mark without an opening one; an apostrophe may be meant, as in the name of the Doctors' Clinic."""
    sign, key = found["quote"], found["key"]
    if sign == "'":
        message = Message("an apostrophe ends this text and is printed with it")
        hint = Message('if it is meant, write {key}: "{text}\'"; otherwise take it out', key=key, text=found["text"])
        return Problem(place, message, hint, Severity.WARNING)
    message = Message("the quotation mark {sign} that closes here is not opened", sign=sign)
    return Problem(place, message, Message("write {key}: {sign}{text}{sign}", key=key, sign=sign, text=found["text"]))


def _tight_colons(text: str, path: str, indents: Mapping[str, int]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _TIGHT.match(line)
        if found and found["key"] in indents:
            place = Location(path, number, found.start("value"))
            message = Message("there is no space behind the colon of {key}", key=found["key"])
            yield Problem(place, message, Message("write {key}: {value}", key=found["key"], value=found["value"]))


def _second_colons(text: str, path: str, indents: Mapping[str, int]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _COLON.match(line)
        if found and found["key"] in indents:
            place = Location(path, number, found.start("colon") + 1)
            message = Message("a second colon with a space behind it stands in this line")
            yield Problem(
                place,
                message,
                Message('write the text in quotation marks: {key}: "{text}"', key=found["key"], text=found["text"]),
            )


def _wrong_indents(text: str, path: str, indents: Mapping[str, int]) -> Iterator[Problem]:
    """Yield a problem for each key with more or fewer spaces in front of it than belong there."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _INDENTED.match(line)
        if found and len(found["spaces"]) != indents.get(found["key"], len(found["spaces"])):
            there, wanted = len(found["spaces"]), indents[found["key"]]
            message = _misplaced(found["key"], there, wanted)
            place = Location(path, number, 1, max(1, there))
            yield Problem(
                place,
                message,
                Message("put {wanted} spaces in front of it", wanted=wanted)
                if wanted
                else Message("take the spaces away"),
            )


def _misplaced(key: str, there: int, wanted: int) -> Message:
    if not there:
        return Message("no space stands in front of {key}, and {wanted} must", key=key, wanted=wanted)
    if not wanted:
        return Message(
            "{count} spaces stand in front of {key}, and none must",
            "1 space stands in front of {key}, and none must",
            count=there,
            key=key,
        )
    return Message(
        "{count} spaces stand in front of {key}, and {wanted} must",
        "1 space stands in front of {key}, and {wanted} must",
        count=there,
        key=key,
        wanted=wanted,
    )


def _lost_ends(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each end of a value that YAML takes as a remark, such as the number of a flat."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _LOST.match(line)
        if found:
            lost = found["lost"].strip()
            value = (found["value"] or "").strip(" \"'")
            whole = f"{value} {lost}".strip()
            place = Location(path, number, found.start("lost") + 2, len(lost))
            message = Message("{lost} is not read: behind a space, the sign # begins a remark", lost=lost)
            yield Problem(
                place,
                message,
                Message('write the whole in quotation marks: {key}: "{whole}"', key=found["key"], whole=whole),
            )
