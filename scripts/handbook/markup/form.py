"""What can be wrong with the form of a page, before anybody asks what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.diagnostics.hidden_characters import report_hidden
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
        return [Problem(Location(path), f"the page has {len(source):,} characters, more than {MAX_SIZE:,}", "split it")]
    problems = []
    for number, line in enumerate(source.split("\n"), 1):
        start = line[: len(line) - len(line.lstrip(" \t>"))].replace("    ", ">").replace("\t", ">")
        if len(line) > MAX_LINE or start.count(">") > MAX_NESTING or "[" * (2 * MAX_NESTING) in line:
            problems.append(
                Problem(
                    Location(path, number),
                    "the line is too long or too deeply nested to be read",
                    "shorten it",
                )
            )
    problems += report_hidden(source, path)
    for chunk in _CHUNK.finditer(source):
        if chunk[0].count("\n") > MAX_MARKS or chunk[0].count("[") > MAX_MARKS:
            message = "what begins here has too many lines or links to be read"
            place = Location(path, source.count("\n", 0, chunk.start()) + 1)
            problems.append(Problem(place, message, "break it up by empty lines"))
    if not source.strip():
        problems.append(Problem(Location(path), "the page is empty", "begin it with a title: # Title {#title}"))
    return problems


def box_problems(boxes: tuple[Box, ...]) -> list[Problem]:
    """Return what is wrong with the boxes of a page."""
    return [
        Problem(
            box.location,
            f"the box !!! {box.kind} is of no known kind",
            f"use one of: {', '.join('!!! ' + kind for kind in BOXES)}",
        )
        for box in boxes
        if box.kind not in BOXES
    ] + [
        Problem(box.location, "the box has no text", "indent its text by four spaces under the !!! line")
        for box in boxes
        if not any(_is_filled(part) for part in walk(*box.blocks))
    ]


def _is_filled(part: Part) -> bool:
    """Tell whether there is anything in a part of a box that a reader sees."""
    return isinstance(part, Figure) or (isinstance(part, TextBlock) and bool(part.inlines))


def list_problems(parts: Iterable[Part]) -> list[Problem]:
    """Return a problem for each numbered list that begins with a number nobody counts to."""
    return [
        Problem(part.location, f"the list begins with {part.start}, more than {LAST_NUMBER}", "begin it with 1.")
        for part in parts
        if isinstance(part, NumberedList) and part.start + len(part.items) > LAST_NUMBER
    ]


def heading_problems(headings: tuple[Heading, ...], path: str) -> list[Problem]:
    """Return what is wrong with the headings of a page."""
    problems = []
    seen: set[str] = set()
    for heading in headings:
        words = re.sub(r"[^a-z0-9]+", "-", heading.text.lower()).strip("-") or "name-of-the-section"
        if not heading.text:
            problems.append(Problem(heading.location, "the heading has no words", "write them, or take it out"))
        if heading.level > DEEPEST:
            message = f"the heading is of level {heading.level}, and the deepest is {DEEPEST}"
            problems.append(Problem(heading.location, message, "divide the page, or make a list of it"))
        if not heading.id and heading.text:
            hint = f"write it as: {'#' * heading.level} {heading.text} {{#{words}}}"
            problems.append(Problem(heading.location, "the heading has no id", hint))
        elif heading.id and not _PLAIN_ID.fullmatch(heading.id):
            hint = "use small Latin letters, digits and single hyphens, beginning with a letter"
            problems.append(Problem(heading.location, f"the heading's id {heading.id!r} is not plain", hint))
        elif heading.id.startswith(RESERVED):
            message = f"the program uses ids that begin with {RESERVED} itself"
            problems.append(Problem(heading.location, message, f"write {{#{heading.id.removeprefix(RESERVED)}}}"))
        elif heading.id in seen:
            problems.append(Problem(heading.location, f"the id {heading.id} is used twice on this page", "rename one"))
        seen.add(heading.id)
    titles = [heading for heading in headings if heading.level == 1]
    if len(titles) != 1:
        place = titles[1].location if titles else Location(path)
        message = f"the page has {len(titles)} titles (# …) and must have exactly 1"
        problems.append(Problem(place, message, "begin the page with one: # Title {#title}"))
    return problems
