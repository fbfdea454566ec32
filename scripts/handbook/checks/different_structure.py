"""A translation has the same headings, lists, tables, boxes, links and images as its original, in the same order.

People who help each other across languages find the same thing in the same place, "see the table below" is true
in all of them, and a warning box cannot get lost on the way.

Passes:

    docs/en/index.md:
    - Wash your hands.
    - Pat dry.
    docs/ms/index.md:
    - Basuh tangan.
    - Tepuk kering.
    docs/ru/index.md:
    - Вымойте руки.
    - Промокните кожу.

Fails:

    docs/en/index.md:
    - Wash your hands.
    - Pat dry.
    docs/ms/index.md:
    Basuh tangan dan tepuk kering.

What to do: compare the two lines that are named, and make the translation like the original. Only the first
difference of a page is told; the next one shows once it is mended. Paragraphs may be split and joined as the
language likes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import (
    Box,
    BulletList,
    DefinitionList,
    Divider,
    Heading,
    NumberedList,
    Part,
    Quotation,
    Table,
)
from handbook.markup.document import Document
from handbook.markup.inlines import AnyImage, Image
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

Described = tuple[str, Location]
"""A part of a page in words, and where it stands."""

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield for a translation the first difference in its parts, or else every link or image that differs."""
    yield from list(_first_difference(text, original)) or _uneven(text, original)


def _first_difference(page: Page, original: Page) -> Iterator[Problem]:
    last = Location(page.document.path)
    for mine, theirs in zip_longest(_parts(page.document), _parts(original.document)):
        if mine is None:
            message = Message(
                "the original goes on with {original} ({path}:{line}), and this page does not",
                original=theirs[0],
                path=theirs[1].path,
                line=theirs[1].line,
            )
            yield Problem(last, message, Message("add after this what is missing"))
            return
        if theirs is None:
            yield Problem(
                mine[1],
                Message("{words} stands here, and the original has ended", words=mine[0]),
                Message("take it out, or add it there"),
            )
            return
        if mine[0] != theirs[0]:
            message = Message(
                "{words} stands here, and the original has {original} ({path}:{line})",
                words=mine[0],
                original=theirs[0],
                path=theirs[1].path,
                line=theirs[1].line,
            )
            yield Problem(mine[1], message, Message("make the two alike"))
            return
        last = mine[1]


def _parts(document: Document) -> Iterator[Described]:
    for part in document.parts:
        words = _described(part)
        if words:
            yield words, part.location


def _described(part: Part) -> str:
    """Return a part of a page in words, or nothing for what translations may do differently."""
    match part:
        case Heading():
            return Message("a heading {words}", words=f"{'#' * part.level} … {{#{part.id}}}")
        case BulletList() | NumberedList():
            return Message("{kind} of {items}", kind=_kind(part), items=_items(part.items))
        case DefinitionList():
            return Message("a list of terms of {items}", items=_items(part.parts))
        case Table():
            rows = Message("{count} rows", "{count} row", count=1 + len(part.rows))
            columns = Message("{count} columns", "{count} column", count=len(part.head.cells))
            return Message("a table of {rows} and {columns}", rows=rows, columns=columns)
        case Box():
            return Message("a box !!! {kind}", kind=part.kind)
        case Quotation():
            return Message("a quotation")
        case Divider():
            return Message("a line across")
        case _:
            return ""


def _kind(part: BulletList | NumberedList) -> str:
    ticked = any(item.done is not None for item in part.items)
    if isinstance(part, BulletList):
        return Message("a list to tick") if ticked else Message("a list")
    return Message("a numbered list to tick") if ticked else Message("a numbered list")


def _items(items: Sequence[object]) -> str:
    return Message("{count} items", "{count} item", count=len(items))


def _uneven(page: Page, original: Page) -> Iterator[Problem]:
    """Compare links and images, which may stand in another order within a sentence."""
    mine, theirs = _targets(page.document), _targets(original.document)
    for words, place in _surplus(theirs, mine):
        message = Message(
            "{words} of the original ({path}:{line}) is missing", words=words, path=place.path, line=place.line
        )
        yield Problem(_counterpart(place, original, page), message, Message("put it where the original has it"))
    for words, place in _surplus(mine, theirs):
        message = Message(
            "{words} is not in the original, or not so often ({path})", words=words, path=original.document.path
        )
        yield Problem(place, message, Message("take it out here, or add it to the original"))


def _counterpart(place: Location, original: Page, page: Page) -> Location:
    """Return the heading of the translation under which a place of the original falls."""
    above = sum(heading.location.line <= place.line for heading in original.document.headings)
    return page.document.headings[above - 1].location if above else Location(page.document.path)


def _targets(document: Document) -> list[Described]:
    links = [(Message("the link to {target}", target=link.target), link.location) for link in document.links]
    return links + [(_named(image), image.location) for image in document.images]


def _named(image: AnyImage) -> str:
    shown = isinstance(image, Image) and image.insertion
    return f"![]({image.source})" if shown else Message("the image {path}", path=image.source)


def _surplus(mine: list[Described], theirs: list[Described]) -> Iterator[Described]:
    """Yield what stands more often in the first list than in the second, from its end on."""
    left = Counter(words for words, _ in mine)
    left.subtract(words for words, _ in theirs)
    for words, place in reversed(mine):
        if left[words] > 0:
            left[words] -= 1
            yield words, place
