"""Says of each link within a file where it leads, for screen readers: Typst says "Section, page 12" of most.

The last bookmark before a place names it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Name, NameTree, Object, OutlineItem, String


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a file its links lead."""

    document: pikepdf.Pdf
    pages: Mapping[object, int]
    """The number of each page."""

    def at(self, destination: object) -> tuple[int, float]:
        """Return the page of a destination, and how far down on it this is."""
        named = isinstance(destination, String)
        found = NameTree(self.document.Root.Names.Dests)[str(destination)] if named else destination
        assert isinstance(found, Array)
        return self.pages[found[0].objgen], -float(found[3])


def describe_links(document: pikepdf.Pdf, see_page: str) -> None:
    """Describe the links of a file, as "Sun, page 12"; ``see_page`` has the place ``{page}`` for its number."""
    places = _Places(document, {page.objgen: number for number, page in enumerate(document.pages, 1)})
    with document.open_outline() as outline:
        bookmarks = sorted(_bookmarks(outline.root, places))
    starts = [where for where, _ in bookmarks]
    for link in _links(document):
        where = places.at(link.Dest)
        if before := bisect_right(starts, where):
            link.Contents = String(f"{bookmarks[before - 1][1]}, {see_page.replace('{page}', str(where[0]))}")


def _bookmarks(items: Iterable[OutlineItem], places: _Places) -> Iterator[tuple[tuple[int, float], str]]:
    """Yield the place and the title of each bookmark."""
    for item in items:
        yield places.at(item.destination), item.title
        yield from _bookmarks(item.children, places)


def _links(document: pikepdf.Pdf) -> Iterator[Object]:
    """Yield the links that lead within the file."""
    for page in document.pages:
        yield from (it for it in page.get("/Annots", ()) if it.Subtype == Name.Link and "/Dest" in it)
