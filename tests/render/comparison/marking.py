"""Where citation marks must stand: a second opinion, from the lines of the source.

Behind the full stop of a sentence; of a row in its last cell; of a box to call for, and of a list of signs with the
words that lead to it, at the end, but for items of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from render.comparison.source import Block, Piece, Row

_CALLS = ("call-now:", "call-today:")
_END = re.compile(r"[.!?…؟۔।]+[\"”»’)]*(?=\s|$)")


def marked(blocks: Sequence[Block], language: Language, handbook: Handbook) -> tuple[Block, ...]:
    """Return the blocks of a page with a piece ``mark`` wherever sources must stand."""
    page = _Page(tuple(blocks), language, handbook)
    return tuple(page.marked(at) for at in range(len(blocks)))


@dataclass(frozen=True, slots=True)
class _Page:
    blocks: tuple[Block, ...]
    language: Language
    handbook: Handbook

    def marked(self, at: int) -> Block:
        block = self.blocks[at]
        if block.rows:
            return replace(block, rows=tuple(map(_marked_row, block.rows)))
        unit = self.unit(at)
        if not unit:
            return replace(block, pieces=tuple(_behind_sentences(block.pieces, self.language.abbreviations)))
        members = [one for one in range(len(self.blocks)) if self.blocks[one].pieces and self.unit(one) == unit]
        if not block.pieces or at != members[-1]:
            return block
        return replace(block, pieces=_at_the_end(block.pieces, [p for one in members for p in self.blocks[one].pieces]))

    def unit(self, at: int) -> str:
        """Return the name of what has one mark at its end and holds a block, or nothing."""
        block = self.blocks[at]
        led = self.led(at)
        for name in (*block.within, *((led,) if led else ())):
            if name.startswith(_CALLS) or (name.startswith("list:") and self.is_of_signs(name)):
                items = [inner for inner in block.within[block.within.index(name) :] if inner.startswith("item:")] if (
                    name in block.within
                ) else []
                return items[-1] if items else name
        return ""

    def led(self, at: int) -> str:
        """Return the name of the list that the words of a block lead to."""
        block, following = self.blocks[at], self.blocks[at + 1 : at + 2]
        depth = len(block.within)
        text = "".join(piece.text for piece in block.pieces).rstrip()
        if block.kind != "paragraph" or not text.endswith(":") or not following:
            return ""
        inner = following[0].within
        return inner[depth] if inner[:depth] == block.within and inner[depth:][:1] and "list:" in inner[depth] else ""

    def is_of_signs(self, name: str) -> bool:
        first = next(at for at, block in enumerate(self.blocks) if name in block.within)
        lead = [first - 1] if first and self.led(first - 1) == name else []
        members = [at for at, block in enumerate(self.blocks) if name in block.within]
        return self.warn(members) or self.warn([*lead, *members])

    def warn(self, members: Sequence[int]) -> bool:
        cells = [p for at in members for row in self.blocks[at].rows for cell in row.cells for p in cell]
        links = _links([*(p for at in members for p in self.blocks[at].pieces), *cells])
        facts = [self.handbook.register.find(link.target) for link in links]
        return bool(facts) and all(fact is not None and fact.urgency for fact in facts)


def _links(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.kind == "fact"]


def _at_the_end(pieces: tuple[Piece, ...], cited: Sequence[Piece]) -> tuple[Piece, ...]:
    links = _links(cited)
    return (*pieces, Piece("mark", cites=tuple(links))) if links else pieces


def _marked_row(row: Row) -> Row:
    last = max((at for at, cell in enumerate(row.cells) if any(p.kind != "blank" for p in cell)), default=0)
    cited = [piece for cell in row.cells for piece in cell]
    cells = (_at_the_end(cell, cited) if at == last else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _behind_sentences(pieces: Sequence[Piece], abbreviations: frozenset[str]) -> Iterator[Piece]:
    """Yield some pieces with a mark behind each sentence that has facts."""
    text = "".join(piece.text for piece in pieces)
    ends = [end.end() for end in _END.finditer(text) if not _goes_on(text, end, abbreviations)]
    links: list[Piece] = []
    start = 0
    for piece in pieces:
        if piece.kind == "text":
            begin = start
            for end in ends:
                if links and begin < end <= start + len(piece.text):
                    yield Piece("text", text[begin:end])
                    yield Piece("mark", cites=tuple(links))
                    begin, links = end, []
            yield replace(piece, text=text[begin : start + len(piece.text)])
        else:
            yield piece
            links += _links([piece])
            if piece.kind == "fact" and start + len(piece.text) in ends and piece.text:
                yield Piece("mark", cites=tuple(links))
                links = []
        start += len(piece.text)
    if links:
        yield Piece("mark", cites=tuple(links))


def _goes_on(text: str, end: re.Match[str], abbreviations: frozenset[str]) -> bool:
    words, after = text[: end.start() + 1].split(), text[end.end() :].lstrip()
    return bool(after) and (after[0].islower() or words[-1].lower() in abbreviations)
