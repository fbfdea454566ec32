"""Whether the items of numbered lists have the numbers that they are printed with: the parser counts for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import NumberedList
from handbook.markup.document import Document

_NUMBER = re.compile(r"[ \t>]*(?:[-*+:][ \t]+)*(?P<number>\d+)\.[ \t]")


def renumbered_items(document: Document) -> Iterator[Problem]:
    """Yield a problem for the first item of each list that is typed with another number than is printed.

    Items that all begin with the number of the first, as in ``1. 1. 1.``, leave the counting to the program.
    """
    lines = document.source.split("\n")
    for part in document.parts:
        if isinstance(part, NumberedList):
            typed = [_NUMBER.match(lines[item.location.line - 1]) for item in part.items]
            numbers = [int(found["number"]) if found else None for found in typed]
            if set(numbers) - {part.start, None}:
                yield from _first_wrong(part, typed, document.path)


def _first_wrong(part: NumberedList, typed: list[re.Match[str] | None], path: str) -> Iterator[Problem]:
    for wanted, (item, found) in enumerate(zip(part.items, typed, strict=True), part.start):
        if found and int(found["number"]) != wanted:
            number = found["number"]
            place = Location(path, item.location.line, found.start("number") + 1, len(number) + 1)
            yield Problem(
                place,
                Message("this item says {number}., and is printed as {wanted}.", number=number, wanted=wanted),
                Message("write {wanted}.", wanted=wanted),
            )
            return
