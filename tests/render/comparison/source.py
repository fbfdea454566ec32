"""Reads a page's source into blocks of words, without the program: a second opinion on what a page says.

It goes through the lines from the top and knows the dialect as far as the handbook uses it; it knows nothing of how
the program reads it. What a link or a picture becomes is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block, or what stands among them."""

    kind: str
    """``text``, ``link``, ``image``, ``blank``, or the scheme of a link of our own: ``fact``, ``clinic``."""
    text: str = ""
    """Its words; of an image what it shows."""
    target: str = ""
    title: str = ""
    """What stands in quotation marks behind the target."""
    before: str = ""
    """The words of the block before it."""
    cites: tuple[Piece, ...] = ()
    """Of a ``mark`` the links whose sources stand there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    line: int
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together."""

    line: int
    kind: str
    """``heading``, ``paragraph``, ``term``, ``table``, or ``box`` for its title, empty where it is the usual."""
    pieces: tuple[Piece, ...] = ()
    lead: str = ""
    """The sign of an item before its words: a dot, a number, a box to tick."""
    name: str = ""
    """The id of a heading; the kind of a box."""
    level: int = 0
    rows: tuple[Row, ...] = ()
    within: tuple[str, ...] = field(default=(), compare=False)
    """The box, the list and the item of several paragraphs it stands in, outermost first, each with its line."""


class _Line(NamedTuple):
    number: int
    text: str

    @property
    def empty(self) -> bool:
        return not self.text.strip()

    @property
    def indented(self) -> bool:
        return self.text.startswith(" " * _INDENT)


_HEADING = re.compile(r"(?P<signs>\#+)\ +(?P<words>.*?)\ *(?:\{\#(?P<id>[^{}]*)\})?\s*$", re.VERBOSE)
_BOX = re.compile(r"!!! *(?P<kind>[\w-]+)(?: +\"(?P<title>.*)\")?\s*$")
_ITEM = re.compile(r"(?P<sign>[-*+]|\d+\.)[ \t]+(?:\[(?P<tick>[ xX])\]\s+)?(?P<words>.*)")
_MEANING = re.compile(r":[ ]+(?P<words>.*)")
_QUOTED = re.compile(r"> ?(?P<words>.*)")
_RULE = re.compile(r"(?:-\s*){3,}$")
_TABLE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_DOTS = ("•", "–")
_INDENT = 4

_PIECE = re.compile(
    r"(?P<blank>(?:\\_|_){4,})"
    r"|\\(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])"
    r"|`(?P<code>[^`]+)`"
    r"|!\[(?P<alt>[^\]]*)\]\((?P<source>[^()\s]*)(?:[ ]+\"(?P<caption>[^\"]*)\")?\)"
    r"|\[(?P<words>(?:\\.|[^\[\]])*)\]\((?P<target>[^()\s]*)(?:[ ]+\"(?P<form>[^\"]*)\")?\)"
    r"|(?P<stress>\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))"
    r"|(?P<plain>[^\\`!\[*_]+|[\s\S])"
)


def read_blocks(source: str) -> list[Block]:
    """Return the blocks of a page in the order of its lines."""
    return list(_blocks([_Line(number, text) for number, text in enumerate(source.split("\n"), 1)]))


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the words of a block cut at its links, images and places to write on."""
    pieces: list[Piece] = []
    before = ""
    for found in _PIECE.finditer(text):
        pieces.append(_piece(found, before))
        before += pieces[-1].text
    return tuple(_joined(pieces))


def _piece(found: re.Match[str], before: str) -> Piece:
    if found["blank"]:
        return Piece("blank")
    if found["source"] is not None:
        return Piece("image", found["alt"], found["source"], found["caption"] or "")
    if found["target"] is None:
        return Piece("text", found["escaped"] or found["code"] or found["plain"] or "")
    words = "".join(piece.text for piece in pieces_of(found["words"]))
    scheme, colon, target = found["target"].partition(":")
    if colon and scheme in ("fact", "clinic"):
        return Piece(scheme, words, target, found["form"] or "", before)
    return Piece("link", words, found["target"])


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Put neighbouring words together."""
    text = ""
    for piece in pieces:
        if piece.kind == "text":
            text += piece.text
            continue
        if text:
            yield Piece("text", text)
        text = ""
        yield piece
    if text:
        yield Piece("text", text)


def _blocks(lines: Sequence[_Line], depth: int = 0, inside: bool = False) -> Iterator[Block]:
    """Yield the blocks of some lines that begin at the same column.

    ``depth`` counts the lists with dots around them; in what is ``inside`` an item a list needs no empty line before.
    """
    at = 0
    while at < len(lines):
        end, found = _block(lines, at, depth, inside)
        yield from found
        at = end


def _block(lines: Sequence[_Line], at: int, depth: int, inside: bool) -> tuple[int, Iterator[Block]]:
    """Return the blocks that begin at a line, and where the next begin."""
    text = lines[at].text
    if _is_table(lines, at):
        end = _end(lines, at, lambda line: "|" in line.text)
        return end, iter((Block(lines[at].number, "table", rows=tuple(_rows(lines[at:end]))),))
    if lines[at].empty or _RULE.match(text):
        return at + 1, iter(())
    if _HEADING.match(text):
        return at + 1, _heading(lines[at])
    if _BOX.match(text):
        end = _end(lines, at, lambda line: line.indented or line.empty)
        return end, _box(lines[at:end], depth)
    if _QUOTED.match(text):
        end = _end(lines, at, lambda line: bool(_QUOTED.match(line.text)))
        return end, _blocks([_Line(it.number, _QUOTED.sub(r"\g<words>", it.text)) for it in lines[at:end]], depth)
    if _ITEM.match(text):
        end = _end_of_list(lines, at)
        return end, _inside(f"list:{lines[at].number}", _list(lines[at:end], depth))
    if _MEANING.match(text):
        end = _end_of_item(lines, at)
        return end, _blocks([lines[at]._replace(text=text[1:].lstrip()), *_moved(lines[at + 1 : end])], depth, True)
    end = _end(lines, at, lambda line: not _ends_paragraph(line, inside))
    return end, _paragraph(lines[at:end], end < len(lines) and bool(_MEANING.match(lines[end].text)))


def _end(lines: Sequence[_Line], at: int, belongs: Callable[[_Line], bool]) -> int:
    """Return where the lines end that belong to the first."""
    return next((end for end in range(at + 1, len(lines)) if not belongs(lines[end])), len(lines))


def _ends_paragraph(line: _Line, inside: bool) -> bool:
    return line.empty or bool(_BOX.match(line.text) or _MEANING.match(line.text) or (inside and _ITEM.match(line.text)))


def _moved(lines: Sequence[_Line]) -> list[_Line]:
    """Return lines without the room before what is held."""
    return [line._replace(text=line.text[_INDENT:] if line.indented else line.text.lstrip()) for line in lines]


def _heading(line: _Line) -> Iterator[Block]:
    found = _HEADING.match(line.text)
    assert found is not None
    yield Block(line.number, "heading", pieces_of(found["words"]), name=found["id"] or "", level=len(found["signs"]))


def _box(lines: Sequence[_Line], depth: int) -> Iterator[Block]:
    found = _BOX.match(lines[0].text)
    assert found is not None
    title = found["title"] or ""
    pieces = () if title == found["kind"].capitalize() else pieces_of(title)
    name = f"{found['kind']}:{lines[0].number}"
    title = Block(lines[0].number, "box", pieces, name=found["kind"])
    yield from _inside(name, (title, *_blocks(_moved(lines[1:]), depth)))


def _inside(name: str, blocks: Iterable[Block]) -> Iterator[Block]:
    return (replace(block, within=(name, *block.within)) for block in blocks)


def _paragraph(lines: Sequence[_Line], terms: bool) -> Iterator[Block]:
    if terms:
        for line in lines:
            yield Block(line.number, "term", pieces_of(line.text))
    else:
        yield Block(lines[0].number, "paragraph", pieces_of("\n".join(line.text.strip() for line in lines)))


def _is_table(lines: Sequence[_Line], at: int) -> bool:
    return "|" in lines[at].text and at + 1 < len(lines) and "|" in lines[at + 1].text and bool(
        _TABLE.match(lines[at + 1].text)
    )


def _rows(lines: Sequence[_Line]) -> Iterator[Row]:
    for line in (lines[0], *lines[2:]):
        cells = _BAR.split(line.text.strip().removeprefix("|").removesuffix("|"))
        yield Row(line.number, tuple(pieces_of(cell.strip()) for cell in cells))


def _end_of_list(lines: Sequence[_Line], at: int) -> int:
    """Return where a list ends: at words or another kind of item that stand under an empty line."""
    numbered = lines[at].text[0].isdigit()
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if line.empty or line.indented or not lines[end - 1].empty:
            continue
        if not _ITEM.match(line.text) or line.text[0].isdigit() != numbered:
            return end
    return len(lines)


def _end_of_item(lines: Sequence[_Line], at: int) -> int:
    """Return where an item ends: at the next one, or at words under an empty line."""
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if line.indented or line.empty:
            continue
        if lines[end - 1].empty or _ITEM.match(line.text) or _MEANING.match(line.text):
            return end
    return len(lines)


def _list(lines: Sequence[_Line], depth: int) -> Iterator[Block]:
    at = number = 0
    while at < len(lines):
        found, end = _ITEM.match(lines[at].text), _end_of_item(lines, at)
        assert found is not None
        number = number + 1 if number else int(found["sign"][:-1] or 0)
        item = _item(found, lines[at:end], f"{number}." if number else _dot(found["tick"], depth), depth)
        yield from _inside(f"item:{lines[at].number}", item) if _has_paragraphs(lines, at, end) else item
        at = end


def _has_paragraphs(lines: Sequence[_Line], at: int, end: int) -> bool:
    """Tell whether the words of an item are paragraphs: an empty line parts them from each other or another item."""
    parted = (at > 0 and lines[at - 1].empty) or (end < len(lines) and lines[end - 1].empty)
    inside = zip(lines[at:end], lines[at + 1 : end], strict=False)
    return parted or any(one.empty and not (two.empty or _ITEM.match(two.text.strip())) for one, two in inside)


def _dot(tick: str | None, depth: int) -> str:
    return {None: _DOTS[depth % len(_DOTS)], " ": "☐"}.get(tick, "☑")


def _item(found: re.Match[str], lines: Sequence[_Line], lead: str, depth: int) -> Iterator[Block]:
    """Yield what stands in an item; its sign belongs to the first words."""
    held = [lines[0]._replace(text=found["words"]), *_moved(lines[1:])]
    inner = depth + (lead in _DOTS)
    first, *others = list(_blocks(held, inner, inside=True)) or [Block(lines[0].number, "paragraph")]
    if first.lead or first.kind != "paragraph":
        yield Block(lines[0].number, "paragraph", lead=lead)
        yield first
    else:
        yield replace(first, lead=lead)
    yield from others
