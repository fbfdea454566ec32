"""Compares any printed edition with its Markdown: all that it holds is there, once, and in its order.

It is read as a screen reader does, by the tags, so that what stands beside a paragraph does not part it where it goes
on overleaf. What is folded has no tags: its pages are put in order again, and each read as it is printed.
Decorations, such as heads and feet, are left out; what the program puts between the words of a page, such as "page 12"
behind a link, is passed over. Two languages that stand beside each other are each followed for themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object
from pypdfium2 import raw

from handbook.language.languages import Language
from handbook.register.editions import DATES, PAGE, Edition, Held
from handbook.register.handbook import Handbook
from handbook.render.editions import portions_of
from render.comparison.insertions import expanded
from render.comparison.letters import stream_of
from render.comparison.sight import text_of
from render.comparison.source import Block, Piece, read_blocks
from render.comparison.wording import blocks_of, filled

_HYPHENS = "-\u00ad\x02"
_SHORT = 4
"""Letters; shorter words stand in many places."""
_DIRECTIONS = 2
"""Sides of paper before a booklet: how to make it."""
_TWICE = 24
"""Letters of what would not be said twice by chance."""


def faults_of_order(handbook: Handbook, language: Language, edition: Edition, file: Path) -> list[str]:
    """Return the first piece of what an edition holds that is missing, doubled or moved, in each of its languages."""
    letters = letters_of_booklet(file) if edition.folded else letters_of(file)
    codes = dict.fromkeys((language.code, *([edition.beside] if edition.beside else [])))
    found = (fault_in(handbook, handbook.language(code), edition, letters) for code in codes)
    return [f"{file.name}: {fault}" for fault in found if fault]


def letters_of(file: Path) -> str:
    """Return the letters of a file in the order of its tags, without decorations."""
    with pypdfium2.PdfDocument(file) as document:
        pages = [_marked(page) for page in document]
    with pikepdf.open(file) as tagged:
        numbers = {page.objgen: number for number, page in enumerate(tagged.pages)}
        marks = _marks(tagged.Root.StructTreeRoot, (0, 0))
        return plain(" ".join(pages[numbers[page]].get(mark, "") for page, mark in marks))


def _marked(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return what stands on a page, by the mark that the tags call it by."""
    said = page.get_textpage()
    found: dict[int, list[str]] = defaultdict(list)
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        found[raw.FPDFPageObj_GetMarkedContentID(thing.raw)].append(text_of(thing, said))
    return {mark: " ".join(texts) for mark, texts in found.items()}


def _marks(element: Object, page: tuple[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each piece that is tagged, in order: its page, and its mark there."""
    kids = element.get("/K", Array())
    own = element.Pg.objgen if "/Pg" in element else page
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary):
            yield own, int(kid)
        elif kid.get("/Type") == "/MCR":
            yield (kid.Pg.objgen if "/Pg" in kid else own), int(kid.MCID)
        elif "/S" in kid:
            yield from _marks(kid, own)


def letters_of_booklet(file: Path) -> str:
    """Return the letters of a booklet in the order in which its pages are turned, as they are printed.

    From the outer sheet to the inner one and back: the front of each has the page on the right first, its back that
    on the left.
    """
    with pypdfium2.PdfDocument(file) as document:
        sides = [_halves(page) for page in [*document][_DIRECTIONS:]]
    outer = [sides[at][1 - at % 2] for at in range(len(sides))]
    inner = [sides[at][at % 2] for at in reversed(range(len(sides)))]
    return plain(" ".join((*outer, *inner)))


def _halves(page: pypdfium2.PdfPage) -> tuple[str, str]:
    """Return what the left and the right page of a sheet say."""
    said = page.get_textpage()
    halves: tuple[list[str], list[str]] = ([], [])
    half = 0
    for thing in page.get_objects():
        if thing.type == raw.FPDF_PAGEOBJ_FORM and thing.level == 0:  # a page, before what stands on it
            left, _, right, _ = thing.get_bounds()
            half = int(left + right > page.get_width())
        if thing.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetMarkedContentID(thing.raw) >= 0:
            halves[half].append(text_of(thing, said))
    return " ".join(halves[0]), " ".join(halves[1])


def plain(text: str) -> str:
    """Return the letters of a text without hyphens, for which pdfium puts another sign at the end of a line."""
    return "".join(letter for letter in stream_of(text).letters if letter not in _HYPHENS)


def fault_in(handbook: Handbook, language: Language, edition: Edition, letters: str) -> str:
    """Return the first piece in a language that is missing, doubled or moved among some letters; else nothing."""
    at = 0
    texts = [*texts_of(handbook, language, edition)]
    for (place, text, is_head), following in zip(texts, (*(text for _, text, _ in texts[1:]), ""), strict=True):
        wanted = plain(text)
        if len(wanted) < _SHORT:
            continue
        begin = letters.find(wanted, at)
        if begin < 0:
            how = "is missing" if wanted not in letters else "is moved"
            return f"{place} {how}: {text}; it is read: {letters[at : at + 60]}"
        if not is_head:  # where a table becomes a list, the words of its head stand in each row
            at = begin + len(wanted)
            if len(wanted) > _TWICE and letters.startswith(wanted, at) and not plain(following).startswith(wanted):
                return f"{place} stands there twice: {text}"
    return ""


def texts_of(handbook: Handbook, language: Language, edition: Edition) -> Iterator[tuple[str, str, bool]]:
    """Yield what must be read, in order: where it comes from, the words, and whether it is the head of a table."""
    portions = [portion for portion in portions_of(edition, language, handbook) if portion.held.kind != DATES]
    for portion in portions:
        own = handbook.language(portion.page.text_language)
        blocks = _blocks(portion.held, own.code, handbook)
        titled = edition.is_sheet and len(portions) == 1 and sum(block.kind == "heading" for block in blocks) == 1
        for block in blocks[titled:]:  # the title of a sheet stands for the only heading
            for text, is_head in _of_block(block, own, handbook):
                yield f"{portion.held.name}:{block.line}", text, is_head


def _blocks(held: Held, code: str, handbook: Handbook) -> list[Block]:
    """Return what an edition holds as blocks of the second reader."""
    folder = handbook.project.root / "docs" / code
    if held.kind == PAGE:
        page = handbook.page(held.name, code)
        assert page is not None
        blocks = list(blocks_of(page, handbook))
        return list(_below(blocks, held.section)) if held.section else blocks
    return read_blocks(expanded(f"![]({held.kind}:{held.name})", folder, "index.md"))


def _below(blocks: Sequence[Block], section: str) -> Iterator[Block]:
    level = 0
    for block in blocks:
        if block.kind == "heading":
            if block.name == section:
                level = block.level
            elif level and block.level <= level:
                return
        if level:
            yield block


def _of_block(block: Block, language: Language, handbook: Handbook) -> Iterator[tuple[str, bool]]:
    pieces = block.pieces
    if block.kind == "box" and not pieces:
        pieces = (Piece("text", language.word(f"boxes.{block.name}")),)
    for text in _stretches(pieces, language, handbook):
        yield text, False
    for at, row in enumerate(block.rows):
        for cell in row.cells if at else row.cells[1:]:  # the first cell of the head stands in no list
            for text in _stretches(cell, language, handbook):
                yield text, at == 0


def _stretches(pieces: Sequence[Piece], language: Language, handbook: Handbook) -> Iterator[str]:
    """Yield words that nothing is put between: a link may have its page behind it, a blank is drawn."""
    text = ""
    for piece in pieces:
        words = filled(piece, language, handbook) if piece.kind in ("fact", "clinic") else None
        is_words = piece.kind in ("text", "link") or (words is not None and not words.blank)
        text += (words.text if words else piece.text) if is_words else ""
        if piece.kind == "link" or not is_words:
            yield text
            text = ""
    yield text
