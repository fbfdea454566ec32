"""Nothing half-written is left over in the text, and every word stands where its indentation says.

What the reader of Markdown does not understand it prints as it stands, or drops it without a word: of a table row
with a cell too many the last one vanishes, and a warning may stand in it. Marks that other tools know, such as `1)`,
`•`, `~~`, `???` or `> [!WARNING]`, are printed letter by letter; a paragraph indented by two leaves its item.

Passes:

    **Do not pick.** Crusts last [3 to 7 days](fact:crusts-last).

Fails:

    **Do not pick. Crusts last [3 to 7 days(fact:crusts-last).

What to do: look for the bracket, star or empty line that is missing. A list, a table and a box begin after an
empty line; what belongs into a box or under an item is indented by four spaces. In a table no `|` can stand
inside a cell. A sign that is meant as it stands has a `\\` before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handbook.checks.leftovers import leftovers
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import Figure, Table
from handbook.markup.document import Document, parse_part
from handbook.markup.indentation import wrong_indents
from handbook.markup.inlines import FactLink, Image, Link
from handbook.markup.list_numbers import renumbered_items
from handbook.markup.source_map import SourceMap
from handbook.markup.word_order import misread_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_SETTINGS = re.compile(r"---[ ]*\n(?:.*\n)*?---[ ]*$", re.MULTILINE)
_UNDERLINE = re.compile(
    r"^[ >]*(?P<words>[^\s>#|-][^|\n]*)\n(?P<before>[ >]*)(?P<mark>-{2,})[ ]*$",  # not below a row of a table
    re.MULTILINE,
)
_GLUED_TITLE = re.compile(r"(?P<mark>#{1,6})(?P<title>[^#\s].*)")


def check_text(text: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each leftover of Markdown that was meant to be something else."""
    if text.map is None:
        yield from broken_in(text.document)
    else:  # some words of a data file; they are read as a file of their own, because lines are counted
        document, _ = parse_part(SourceMap.of(text.map.source, text.map.path))
        for problem in broken_in(document):
            yield replace(problem, location=text.map.moved(problem.location))


def broken_in(document: Document) -> Iterator[Problem]:
    """Yield a problem for each leftover in a page, passage or words of a sign."""
    yield from leftovers(document)
    yield from misread_words(document)
    yield from wrong_indents(document)
    yield from renumbered_items(document)
    yield from _glued_titles(document)
    yield from _underlines(document)
    yield from _hidden_titles(document)
    yield from _swallowed(document)
    for table in document.tables:
        yield from _rows(table, document)


def _glued_titles(document: Document) -> Iterator[Problem]:
    lines = document.source.split("\n")
    for heading in document.headings:
        title = _GLUED_TITLE.match(lines[heading.location.line - 1])
        if title:
            place = Location(document.path, heading.location.line, 1, len(title["mark"]))
            yield Problem(
                place,
                Message("the heading's words stand right at the #"),
                Message("write {right}", right=f"{title['mark']} {title['title']}"),
            )


def _underlines(document: Document) -> Iterator[Problem]:
    """Look for headings that other tools know by the line under them, which is one across the page here."""
    settings = _SETTINGS.match(document.source)
    if settings:
        message, hint = (
            Message("settings at the top of a page are not known here"),
            Message("delete everything down to the second ---"),
        )
        yield Problem(Location(document.path, length=len("---")), message, hint)
    for found in _UNDERLINE.finditer(document.source, settings.end() if settings else 0):
        line = document.source.count("\n", 0, found.start("mark")) + 1
        place = Location(document.path, line, 1 + len(found["before"]), len(found["mark"]))
        message = Message("{mark} makes no heading of the line above it", mark=found["mark"])
        yield Problem(
            place, message, Message("delete it, and write ## {words} {{#id-of-your-own}}", words=found["words"].strip())
        )


def _swallowed(document: Document) -> Iterator[Problem]:
    """Look for what a quotation takes in although no > says so: the item that follows right below it."""
    lines = document.source.split("\n")
    for block in document.texts:
        line, column = block.location.line, block.location.column
        if "quotation" in block.within and ">" not in lines[line - 1][:column]:
            hint = Message("put an empty line before it, or > if it belongs there")
            yield Problem(block.location, Message("this is read as a part of the quotation above it"), hint)


def _hidden_titles(document: Document) -> Iterator[Problem]:
    """Look for words behind an address that neither the site nor the print shows."""
    for link in (*document.links, *document.references):
        if not isinstance(link, FactLink) and link.title:
            target = link.target if isinstance(link, Link) else f"{link.scheme}:{link.target}"
            message = Message("“{words}” behind the address is shown nowhere", words=link.title)
            yield Problem(
                link.location,
                message,
                Message("write it in the text, and the link as [{words}]({target})", words=link.words, target=target),
            )
    figures = {part.image for part in document.parts if isinstance(part, Figure)}
    for image in document.images:
        if isinstance(image, Image) and image.title and image not in figures:
            message = Message("“{words}” is shown only below an image that stands alone", words=image.title)
            yield Problem(image.location, message, Message("put the image between two empty lines"))


def _rows(table: Table, document: Document) -> Iterator[Problem]:
    """Compare the cells of each row with those of the head: a cell too many would be dropped."""
    first = table.head.location.line
    lines = document.source.split("\n")
    wanted = _cells(lines[first - 1])
    for number, line in enumerate(lines[first + 1 : first + 1 + len(table.rows)], first + 2):
        found = _cells(line)
        place = Location(document.path, number, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))
        if "|" not in line and line.strip(" >"):
            yield Problem(
                place, Message("this is read as a row of the table above it"), Message("put an empty line before it")
            )
        elif found != wanted and line.strip(" >"):
            message = Message(
                "the row has {count} cells, and the table's head has {wanted}",
                "the row has {count} cell, and the table's head has {wanted}",
                count=found,
                wanted=wanted,
            )
            yield Problem(
                place,
                message,
                Message("give it {wanted}; a | inside a cell or its links splits the cell", wanted=wanted),
            )


def _cells(line: str) -> int:
    """Count the cells of a table row as written."""
    row = re.sub(r"(`+).*?\1|\\.", "", line.strip())
    return row.removeprefix("|").removesuffix("|").count("|") + 1
