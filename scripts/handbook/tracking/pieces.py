"""What of a text is translated at once: a heading, a paragraph, an item, a row, the title of a box.

A piece is named by the heading it stands under and a number, ``crusts/3``, in the same way in every language. Its words
in one form (``markup/markdown_writer.py``) are what a ledger compares, so that neither dates nor commits are asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handbook.diagnostics.problems import Location
from handbook.language.printed_marks import with_straight
from handbook.markup.blocks import Box, BoxTitle, Cell, Figure, Heading, Paragraph, Part, Plain, Row, TextBlock
from handbook.markup.dialect import COMMANDING
from handbook.markup.document import Document
from handbook.markup.inlines import Image
from handbook.markup.markdown_writer import write_markdown

_DIGITS = 12
"""Of a hash: enough to tell the pieces of a handbook apart."""


@dataclass(frozen=True)
class Piece:
    """A piece of a text in one language."""

    id: str
    text: str
    """Its Markdown in one form."""
    blocks: tuple[TextBlock, ...]
    """The blocks it is; none for a photograph."""
    place: Location
    section: str
    """What it stands under: the id of a heading, or what a sign's words are about."""
    frame: tuple[int, bool, tuple[str, ...]]
    """What it shares with the pieces that say the same in another language: how many parts that all languages have
    stand above it in its section, whether it is none of these itself, and what it stands in."""
    is_warning: bool
    """Whether it stands in a box that commands or warns, or is what a warning sign is called."""

    @cached_property
    def hash(self) -> str:
        """Stands for the words."""
        return hash_of(self.text)


def hash_of(text: str) -> str:
    """Return what stands for a text in a ledger; with other quotation marks and apostrophes it says the same."""
    return hashlib.sha256(with_straight(text).encode()).hexdigest()[:_DIGITS]


def joined_hash(pieces: Sequence[Piece]) -> str:
    """Return what stands for pieces that together are the translation of one."""
    return hash_of("\n".join(piece.text for piece in pieces))


def section_of(id: str) -> str:
    """Return what a piece stands under, by its id; a heading stands under itself."""
    section, _, number = id.rpartition("/")
    return section if number.isdecimal() else id


def place_in_file(id: str) -> tuple[str, int]:
    """Return by what pieces are sorted: the section, then the number in it."""
    section = section_of(id)
    return section, int(id.removeprefix(section).strip("/") or 0)


def pieces_of(document: Document, path: str, section: str = "", is_warning: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a text as it is written; what it shows from elsewhere is none of them.

    Links start from ``path``. Without a heading all pieces stand in ``section``.
    """
    return tuple(_pieces(document, path, section, is_warning))


def _pieces(document: Document, path: str, section: str, is_warning: bool) -> Iterator[Piece]:
    kinds = {id(box.title): box.kind for box in document.boxes}
    number = above = 0
    for part in document.parts:
        is_free = isinstance(part, Paragraph | Plain | Figure)
        above += not is_free
        if isinstance(part, Heading):
            section, number, above = part.id, -1, 0
        text, blocks = _written(part, path, kinds)
        if not text:
            continue
        number += 1
        within = blocks[0].within if blocks else ()
        name = section if isinstance(part, Heading) else f"{section}/{number}" if section else str(number)
        warns = is_warning or not COMMANDING.isdisjoint(within)
        yield Piece(name, text, blocks, part.location, section, (above, is_free, within), warns)


def _written(part: Part, path: str, kinds: Mapping[int, str]) -> tuple[str, tuple[TextBlock, ...]]:
    """Return a part as Markdown, with its blocks; empty where it is no piece of its own."""
    match part:
        case Heading():
            return f"{'#' * part.level} {write_markdown(part.inlines, path)}", (part,)
        case BoxTitle():
            words = write_markdown(part.inlines, path)
            return f"!!! {kinds[id(part)]}" + (f' "{words}"' if words else ""), (part,)
        case Row():
            return "| " + " | ".join(write_markdown(cell.inlines, path) for cell in part.cells) + " |", part.cells
        case Figure():
            return _photograph(part), ()
        case Cell() | Box():
            return "", ()
    return (_words(part, path), (part,)) if isinstance(part, TextBlock) else ("", ())


def _words(block: TextBlock, path: str) -> str:
    shows = any(isinstance(image, Image) and image.insertion for image in block.images)
    return "" if shows and not block.text else write_markdown(block.inlines, path)


def _photograph(figure: Figure) -> str:
    """Return the words of a photograph; a picture and what is put in have none on the page."""
    image = figure.image
    return write_markdown([image], "") if isinstance(image, Image) and not image.insertion else ""


def counterparts(originals: Iterable[Piece], mine: Sequence[Piece]) -> dict[str, tuple[Piece, ...]]:
    """Return for each piece of the original, by id, the pieces of the translation that stand where it stands.

    Paragraphs may be split and joined: where a run of them has another number, each has all of the run.
    """
    here, there = _framed(mine), _framed(originals)
    found: dict[str, tuple[Piece, ...]] = {}
    for frame, pieces in there.items():
        said = tuple(here.get(frame, ()))
        for at, piece in enumerate(pieces):
            found[piece.id] = said[at : at + 1] if len(said) == len(pieces) else said
    return found


def _framed(pieces: Iterable[Piece]) -> dict[tuple[str, object], list[Piece]]:
    found: dict[tuple[str, object], list[Piece]] = {}
    for piece in pieces:
        found.setdefault((piece.section, piece.frame), []).append(piece)
    return found
