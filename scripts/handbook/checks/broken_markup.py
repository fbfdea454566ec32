"""Nothing half-written is left over in the text: no open bracket of a link, no lone stars, no table row cut short.

What the reader of Markdown does not understand it prints as it stands, or drops it without a word: of a table row
with a cell too many the last one vanishes, and a warning may stand in it.

Passes:

    **Do not pick.** Crusts last [3 to 7 days](fact:crusts-last).

Fails:

    **Do not pick. Crusts last [3 to 7 days(fact:crusts-last).

What to do: look for the bracket, star or empty line that is missing. A list, a table and a box begin after an
empty line; what belongs into a box or under an item is indented by four spaces. In a table no `|` can stand
inside a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.prose import without_code
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import Paragraph, Plain, Table
from handbook.markup.document import Document
from handbook.register.handbook import Handbook

_LEFTOVERS = {
    r"(?<!<)https?://[^\s<>)\]]+|\bwww\.[^\s<>)\]]+": ("the address {} cannot be clicked", "write [words]({})"),
    r"\]\s+\([^\s()]*[.:#/][^\s()]*\)?": ("between ] and ( no space may stand", "write [words](address)"),
    r"\]\([^\s()]*|\[\]": ("a link is not complete here", "write [words](address)"),
    r"\b(?:fact|clinic):[a-z][\w/-]*": ("{} is not inside a link", "write [words]({})"),
    r"\[\^|\]\[|^\[[^\]]+\]:": (
        "links and notes with a key, such as [1], are not known here",
        "write [words](address)",
    ),
    r"\*\*|(?<![\w_])__(?!_)|(?<!_)__(?![\w_])": (
        "{} opens or closes nothing here",
        "put ** before and behind the bold words",
    ),
    r"!!!": ("!!! does not begin a box here", 'put an empty line before it, and write: !!! note "Title"'),
    r"\{[#:.{%!][^}]*\}?\}?": ("{} has no meaning here", "delete it; only headings have an id, at their end"),
    r"^\|.*|\|\s*:?-{2,}.*": (
        "this is not read as a table",
        "put an empty line before it, and under its head a line with as many |---| as the head has cells",
    ),
    r"~~(?:.*?~~)?|={3,}|`": ("{} has no meaning here", "delete it"),
}
"""What no finished text holds, and what to say about it; {} is what was found."""

_SUSPICIOUS = re.compile(r"[]\[{|!*_~=`:]|www")
"""One of these stands in every leftover; most texts have none and need no closer look."""

_PATTERN = re.compile("|".join(f"({pattern})" for pattern in _LEFTOVERS))
_GLUED = re.compile(r"\n[ >]*(?P<mark>[-*+]|\d+\.|#{1,6})[ ]")
_GLUED_TITLE = re.compile(r"(?P<mark>#{1,6})(?P<title>[^#\s].*)")
_INDENTED_ITEM = re.compile(r"(?P<space> +)(?:[-*+]|\d+\.) ")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each leftover of Markdown that was meant to be something else."""
    for page in handbook.pages:
        yield from _leftovers(page.document)
        yield from _glued(page.document)
        yield from _lines(page.document)
        for table in page.document.tables:
            yield from _rows(table, page.document)


def _leftovers(document: Document) -> Iterator[Problem]:
    told = list(_LEFTOVERS.values())
    for block, text in without_code(document):
        for found in _PATTERN.finditer(text) if _SUSPICIOUS.search(text) else ():
            message, hint = told[(found.lastindex or 1) - 1]
            yield Problem(block.locate(*found.span()), message.format(found[0]), hint.format(found[0]))


def _glued(document: Document) -> Iterator[Problem]:
    """Look for lists and headings that are read as part of the paragraph above them."""
    for block in document.texts:
        if isinstance(block, Paragraph | Plain):
            start, end = block.map.offsets[0], block.map.offsets[-1] + 1
            for found in _GLUED.finditer(document.source, start, end):
                line = document.source.count("\n", 0, found.start("mark")) + 1
                column = found.start("mark") - document.source.rfind("\n", 0, found.start("mark"))
                kind = "heading" if found["mark"].startswith("#") else "list"
                place = Location(document.path, line, column, len(found["mark"]))
                yield Problem(place, f"this {kind} is read as part of the text above it", "put an empty line before it")


def _lines(document: Document) -> Iterator[Problem]:
    headings = {heading.location.line for heading in document.headings}
    for number, line in enumerate(document.source.split("\n"), 1):
        title, item = _GLUED_TITLE.match(line), _INDENTED_ITEM.match(line)
        if title and number in headings:
            place = Location(document.path, number, 1, len(title["mark"]))
            yield Problem(place, "the heading's words stand right at the #", f"write {title['mark']} {title['title']}")
        if item and len(item["space"]) % 4:
            place = Location(document.path, number, 1, len(item["space"]))
            message = f"the item is indented by {len(item['space'])}, which does not say to which list it belongs"
            yield Problem(place, message, "indent by 4 for each level")


def _rows(table: Table, document: Document) -> Iterator[Problem]:
    """Compare the cells of each row with those of the head: a cell too many would be dropped."""
    first = table.head.location.line
    lines = document.source.split("\n")
    wanted = _cells(lines[first - 1])
    for number, line in enumerate(lines[first + 1 :], first + 2):
        if "|" not in line:
            return
        found = _cells(line)
        if found != wanted:
            place = Location(document.path, number, len(line) - len(line.lstrip()) + 1, len(line.strip()))
            hint = f"give it {wanted}; a | inside a cell or its links splits the cell"
            yield Problem(
                place, f"the row has {found} cell{'s' * (found != 1)}, and the table's head has {wanted}", hint
            )


def _cells(line: str) -> int:
    """Count the cells of a table row as written."""
    row = re.sub(r"(`+).*?\1|\\.", "", line.strip())
    return row.removeprefix("|").removesuffix("|").count("|") + 1
