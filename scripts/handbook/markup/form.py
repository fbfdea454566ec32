"""What can be wrong with the form of a page, before anybody asks what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.diagnostics.hidden_characters import report_hidden
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import Box, Figure, Heading, NumberedList, Part, TextBlock, walk
from handbook.markup.dialect import BOXES

MAX_SIZE = 64_000
"""Characters; a page of 1,200 words has a tenth of it."""

MAX_LINE = 4_000
"""Characters in a line; patterns with backtracking never see a longer one."""

MAX_NESTING = 6
"""Quotes, lists and boxes inside one another. Deeper ones are no help to a reader and make the parser recurse."""

MAX_MARKS = 400
"""Lines, and opening brackets, between two empty lines. The parser's time grows with the square of both."""

DEEPEST = 4
"""Of headings: below it nobody knows any more where they are."""

RESERVED = "hb-"
"""How every id begins that the program itself puts on a page: for notes, citation marks, menus, search."""

LAST_NUMBER = 999
"""The highest number of an item that a page can need; print cannot count to all that Markdown can."""

_PLAIN_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CHUNK = re.compile(r"(?:.+\n?)+")


def unfit(source: str, path: str) -> list[Problem]:
    """Refuse what the parser should not be given at all."""
    if len(source) > MAX_SIZE:
        return [
            Problem(
                Location(path),
                Message("the page has {size:,} characters, more than {most:,}", size=len(source), most=MAX_SIZE),
                Message("split it"),
            )
        ]
    problems = []
    for number, line in enumerate(source.split("\n"), 1):
        start = line[: len(line) - len(line.lstrip(" \t>"))].replace("    ", ">").replace("\t", ">")
        if len(line) > MAX_LINE or start.count(">") > MAX_NESTING or "[" * (2 * MAX_NESTING) in line:
            problems.append(
                Problem(
                    Location(path, number),
                    Message("the line is too long or too deeply nested to be read"),
                    Message("shorten it"),
                )
            )
    problems += report_hidden(source, path)
    for chunk in _CHUNK.finditer(source):
        if chunk[0].count("\n") > MAX_MARKS or chunk[0].count("[") > MAX_MARKS:
            message = Message("what begins here has too many lines or links to be read")
            place = Location(path, source.count("\n", 0, chunk.start()) + 1)
            problems.append(Problem(place, message, Message("break it up by empty lines")))
    if not source.strip():
        problems.append(
            Problem(Location(path), Message("the page is empty"), Message("begin it with a title: # Title {{#title}}"))
        )
    return problems


def box_problems(boxes: tuple[Box, ...]) -> list[Problem]:
    """Return what is wrong with the boxes of a page."""
    return [
        Problem(
            box.location,
            Message("the box !!! {kind} is of no known kind", kind=box.kind),
            Message("use one of: {names}", names=", ".join("!!! " + kind for kind in BOXES)),
        )
        for box in boxes
        if box.kind not in BOXES
    ] + [
        Problem(
            box.location, Message("the box has no text"), Message("indent its text by four spaces under the !!! line")
        )
        for box in boxes
        if not any(_is_filled(part) for part in walk(*box.blocks))
    ]


def _is_filled(part: Part) -> bool:
    """Tell whether there is anything in a part of a box that a reader sees."""
    return isinstance(part, Figure) or (isinstance(part, TextBlock) and bool(part.inlines))


def list_problems(parts: Iterable[Part]) -> list[Problem]:
    """Return a problem for each numbered list that begins with a number nobody counts to."""
    return [
        Problem(
            part.location,
            Message("the list begins with {start}, more than {most}", start=part.start, most=LAST_NUMBER),
            Message("begin it with 1."),
        )
        for part in parts
        if isinstance(part, NumberedList) and part.start + len(part.items) > LAST_NUMBER
    ]


def needless_headings(headings: tuple[Heading, ...]) -> list[Problem]:
    """Return a problem for each heading in what is shown on several pages: its id would stand on all of them."""
    message = Message("a heading stands here, in what several pages show")
    return [
        Problem(heading.location, message, Message("write it on the pages, above what they show"))
        for heading in headings
    ]


def heading_problems(headings: tuple[Heading, ...], path: str) -> list[Problem]:
    """Return what is wrong with the headings of a page."""
    problems = []
    seen: set[str] = set()
    for heading in headings:
        words = re.sub(r"[^a-z0-9]+", "-", heading.text.lower()).strip("-") or "name-of-the-section"
        if not heading.text:
            problems.append(
                Problem(heading.location, Message("the heading has no words"), Message("write them, or take it out"))
            )
        if heading.level > DEEPEST:
            message = Message(
                "the heading is of level {level}, and the deepest is {deepest}",
                level=heading.level,
                deepest=DEEPEST,
            )
            problems.append(Problem(heading.location, message, Message("divide the page, or make a list of it")))
        if not heading.id and heading.text:
            hint = Message("write it as: {right}", right=f"{'#' * heading.level} {heading.text} {{#{words}}}")
            problems.append(Problem(heading.location, Message("the heading has no id"), hint))
        elif heading.id and not _PLAIN_ID.fullmatch(heading.id):
            hint = Message("use small Latin letters, digits and single hyphens, beginning with a letter")
            problems.append(
                Problem(heading.location, Message("the heading's id {id!r} is not plain", id=heading.id), hint)
            )
        elif heading.id.startswith(RESERVED):
            message = Message("the program uses ids that begin with {prefix} itself", prefix=RESERVED)
            problems.append(
                Problem(
                    heading.location,
                    message,
                    Message("write {right}", right=f"{{#{heading.id.removeprefix(RESERVED)}}}"),
                )
            )
        elif heading.id in seen:
            problems.append(
                Problem(
                    heading.location,
                    Message("the id {id} is used twice on this page", id=heading.id),
                    Message("rename one"),
                )
            )
        seen.add(heading.id)
    titles = [heading for heading in headings if heading.level == 1]
    if len(titles) != 1:
        place = titles[1].location if titles else Location(path)
        message = Message("the page has {count} titles (# …) and must have exactly 1", count=len(titles))
        problems.append(Problem(place, message, Message("begin the page with one: # Title {{#title}}")))
    return problems
