"""What a page says once its links are filled in: the words of facts, clinic and pictures, from the register.

The pages are read by ``source.py``; what the program makes of them, its tree and its numbers of notes and sources, is
not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook.language.languages import Language
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.markup.blocks import Term
from handbook.register.countries import EVERYWHERE
from handbook.register.explained import concept_of
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.pictures import Picture
from render.comparison.insertions import expanded
from render.comparison.source import Block, Piece, read_blocks

PICTURE = "picture:"
CALLS = ("phone", "out-of-hours", "messages", "emergency")
"""The details of the clinic that may be a line to write on."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The words of a link, or what to write on a line by hand."""

    text: str
    blank: bool = False


@cache
def _blocks_in(folder: Path, page: str, words: str) -> tuple[Block, ...]:
    text = (folder / page).read_text(encoding="utf-8").replace("![](glossary:)", words)
    return tuple(read_blocks(expanded(text, folder, page)))


def blocks_of(page: Page, handbook: Handbook) -> tuple[Block, ...]:
    """Return the blocks of a page in the language of its text."""
    return _blocks_in(handbook.project.root / "docs" / page.text_language, page.path, _word_list(page, handbook))


def _word_list(page: Page, handbook: Handbook) -> str:
    """Return the word list as Markdown; which words are in it, and their order, is the program's opinion."""
    ids = [concept_of(part.id) for part in page.document.parts if isinstance(part, Term) and part.id]
    listed = [handbook.glossary[page.text_language].concepts[id] for id in ids]
    return "\n\n".join(f"{concept.word}\n:   {concept.definition.text}" for concept in listed)


def pieces_of(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """Yield what stands in some blocks, in reading order."""
    for block in blocks:
        yield from block.pieces
        for row in block.rows:
            for cell in row.cells:
                yield from cell


def cited(piece: Piece, handbook: Handbook) -> tuple[Fact, ...]:
    """Return the facts that a link, a mark or a picture rests on, each once."""
    picture = picture_of(piece, handbook)
    links = (piece,) if piece.kind == "fact" else piece.cites
    addresses = picture.facts.values() if picture else [link.target for link in links]
    facts = (handbook.register.find(address) for address in addresses)
    return tuple({fact.id: fact for fact in facts if fact}.values())


def facts_of(page: Page, handbook: Handbook) -> tuple[Fact, ...]:
    """Return the facts of a page in the order of their first use."""
    found = (fact for piece in pieces_of(blocks_of(page, handbook)) for fact in cited(piece, handbook))
    return tuple({fact.id: fact for fact in found}.values())


def title_of(page: Page, handbook: Handbook) -> str:
    """Return the words of a page's title."""
    return "".join(piece.text for piece in blocks_of(page, handbook)[0].pieces)


def picture_of(piece: Piece, handbook: Handbook) -> Picture | None:
    """Return the picture that an image asks for; none where it is a file."""
    is_picture = piece.kind == "image" and piece.target.startswith(PICTURE)
    return handbook.pictures[piece.target.removeprefix(PICTURE)] if is_picture else None


def filled(piece: Piece, language: Language, handbook: Handbook) -> Filled:
    """Return the words of a link to a fact or to a detail of the clinic."""
    if piece.kind == "clinic":
        return detail(piece.target, language, handbook)
    if piece.text:
        return Filled(piece.text)
    quantity = handbook.register.quantity(piece.target)
    assert quantity is not None, piece
    return Filled(format_quantity(quantity, language, piece.title or form_after(piece.before, language) or ""))


def detail(name: str, language: Language, handbook: Handbook) -> Filled:
    """Return a detail of the clinic; one that is not set is written by hand."""
    if name == "emergency":
        fact = handbook.register.facts[handbook.countries.emergency_fact]
        words = language.word(f"common.emergency.{handbook.clinic.country or EVERYWHERE}")
        return Filled(words.format(**{name: str(quantity.low) for name, quantity in fact.named.items()}))
    text = handbook.clinic.detail(name)
    return Filled(text or language.word(f"common.unset.{name}"), blank=not text)
