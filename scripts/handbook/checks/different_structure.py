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
from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.dialect import box_kind
from handbook.markup.document import Document
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

Part = tuple[str, Location]
"""A part of a page in words, and where it stands."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield for each translation the first difference in its parts, or else every link or image that differs."""
    for page in handbook.pages:
        original = handbook.page(page.path, handbook.source.code)
        if original is not None and original is not page and page.document.blocks and original.document.blocks:
            yield from list(_first_difference(page, original)) or _uneven(page, original)


def _first_difference(page: Page, original: Page) -> Iterator[Problem]:
    last = Location(page.document.path)
    for mine, theirs in zip_longest(_parts(page.document), _parts(original.document)):
        if mine is None:
            message = (
                f"the original goes on with {theirs[0]} ({theirs[1].path}:{theirs[1].line}), and this page does not"
            )
            yield Problem(last, message, "add after this what is missing")
            return
        if theirs is None:
            yield Problem(mine[1], f"{mine[0]} stands here, and the original has ended", "take it out, or add it there")
            return
        if mine[0] != theirs[0]:
            message = f"{mine[0]} stands here, and the original has {theirs[0]} ({theirs[1].path}:{theirs[1].line})"
            yield Problem(mine[1], message, "make the two alike")
            return
        last = mine[1]


def _parts(document: Document) -> Iterator[Part]:
    for element in document.root.iter():
        words = _described(element)
        if words:
            yield words, _place(document, element)


def _described(element: Element) -> str:
    """Return a part of a page in words, or nothing for what translations may do differently."""
    if element.tag in ("h1", "h2", "h3", "h4"):
        return f"a heading {'#' * int(element.tag[1])} … {{#{element.get('id', '')}}}"
    if element.tag in ("ul", "ol", "dl"):
        kind = {"ul": "a list", "ol": "a numbered list", "dl": "a list of terms"}[element.tag]
        tasks = " to tick" if any("task" in item.get("class", "") for item in element) else ""
        return f"{kind}{tasks} of {_counted_words(len(element), 'item')}"
    if element.tag == "table":
        rows = list(element.iter("tr"))
        columns = max(map(len, rows), default=0)
        return f"a table of {_counted_words(len(rows), 'row')} and {_counted_words(columns, 'column')}"
    if element.tag == "div" and "admonition" in element.get("class", ""):
        return f"a box !!! {box_kind(element)}"
    return {"blockquote": "a quotation", "hr": "a line across"}.get(element.tag, "")


def _counted_words(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _place(document: Document, element: Element) -> Location:
    """Return the place of a part, or of the first thing in it whose place is its own words."""
    inner = next((child for child in element.iter() if child.tag in ("li", "dt", "th", "td")), element)
    return document.locate(inner)


def _uneven(page: Page, original: Page) -> Iterator[Problem]:
    """Compare links and images, which may stand in another order within a sentence."""
    mine, theirs = _targets(page.document), _targets(original.document)
    for words, place in _surplus(theirs, mine):
        message = f"{words} of the original ({place.path}:{place.line}) is missing"
        yield Problem(_counterpart(place, original, page), message, "put it where the original has it")
    for words, place in _surplus(mine, theirs):
        message = f"{words} is not in the original, or not so often ({original.document.path})"
        yield Problem(place, message, "take it out here, or add it to the original")


def _counterpart(place: Location, original: Page, page: Page) -> Location:
    """Return the heading of the translation under which a place of the original falls."""
    above = sum(heading.location.line <= place.line for heading in original.document.headings)
    return page.document.headings[above - 1].location if above else Location(page.document.path)


def _targets(document: Document) -> list[Part]:
    links = [(f"the link to {link.target}", link.location) for link in document.links]
    return links + [(f"the image {image.source}", image.location) for image in document.images]


def _surplus(mine: list[Part], theirs: list[Part]) -> Iterator[Part]:
    """Yield what stands more often in the first list than in the second, from its end on."""
    left = Counter(words for words, _ in mine)
    left.subtract(words for words, _ in theirs)
    for words, place in reversed(mine):
        if left[words] > 0:
            left[words] -= 1
            yield words, place
