"""Tables become Typst code, with what the templates need to divide the page among the columns.

How wide a word comes out only Typst knows. So each column is handed over with the widest things in it that no line
may end in: a word, perhaps with the citation mark that hangs on it, and a place to write on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from handbook.language.letter_widths import breakable, width_of
from handbook.markup.blocks import Cell, Row, Table
from handbook.markup.inlines import (
    Blank,
    Citation,
    ClinicLink,
    Code,
    Emphasis,
    Explained,
    FactLink,
    Foreign,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
    walk_inlines,
)
from handbook.render.typst.column_shares import shares_of
from handbook.render.typst.context import TypstContext
from handbook.render.typst.inline_writer import cited, words_behind, write_inlines
from handbook.render.typst.syntax import array, boolean, call, joined, literal, position

_ALIGNED = {"": "start", "left": "start", "center": "center", "right": "end"}
"""Where a column's words stand: Markdown says left for where lines begin, in every script."""

_LONGEST_ROW_HEAD = 80
"""Characters; a first column of longer cells is text like the others, not the names of the rows."""

_BOLD = 1.15
"""How much wider the names of the rows are set than other words."""

_LETTERS_OF_A_MARK = 2
"""How many letters a citation mark takes about, beside the word it hangs on."""

_LETTERS_OF_A_BLANK = 2
"""How many letters stand where one underscore leaves room for handwriting."""

_MARK = "\0"
"""Where a citation mark hangs; no page can hold this character."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a cell's words in which no line may end."""

    word: str
    mark: str
    """The code of the citation mark that hangs on it, or nothing."""

    @property
    def width(self) -> float:
        """About how wide it is, in letters."""
        return width_of(self.word, 1) + _LETTERS_OF_A_MARK * bool(self.mark)

    @property
    def code(self) -> str:
        """The piece as content."""
        return joined([literal(self.word), self.mark]) if self.mark else literal(self.word)


def write_table(table: Table, context: TypstContext) -> str:
    """Return a table as a call of ``grid-of``."""
    rows = (table.head, *table.rows)
    columns = list(zip(*(row.cells for row in rows), strict=True))
    named = all(len(cell.text) <= _LONGEST_ROW_HEAD for cell in columns[0])
    wide = [_BOLD if named and at == 0 else 1 for at in range(len(columns))]
    letters = [
        [round(_letters(cell, context) * width) for cell, width in zip(row.cells, wide, strict=True)] for row in rows
    ]
    is_form = all(_is_blank(cell) for row in table.rows for cell in row.cells[1:])
    foot = " + bottom" if all(map(_is_written, table.rows)) else ""  # lines to write on stand level with one another
    return call(
        "grid-of",
        *(["form: true"] if is_form else []),
        array([_widest(column, context) for column in columns]),
        array([str(share) for share in shares_of(letters)]),
        array([_ALIGNED[cell.align] + foot for cell in table.head.cells]),
        boolean(named),
        *(_row(row, context) for row in rows),
    )


def _is_blank(cell: Cell) -> bool:
    """Tell whether a cell is a place to write on and nothing else."""
    written = [inline for inline in cell.inlines if not (isinstance(inline, Text) and not inline.text.strip())]
    return bool(written) and all(isinstance(inline, Blank) for inline in written)


def _is_written(row: Row) -> bool:
    return any(isinstance(inline, Blank) for cell in row.cells for inline in walk_inlines(cell.inlines))


def _row(row: Row, context: TypstContext) -> str:
    return array([_cell(cell, context) for cell in row.cells])


def _cell(cell: Cell, context: TypstContext) -> str:
    return "\n" + position(cell.location, context.file) + write_inlines(cell.inlines, context)


def _widest(column: Sequence[Cell], context: TypstContext) -> str:
    """Return what a column must have room for: a word, another with a mark, and how many underscores in a row."""
    pieces = [piece for cell in column for piece in _pieces(cell.inlines, context)]
    blanks = [inline.length for cell in column for inline in walk_inlines(cell.inlines) if isinstance(inline, Blank)]
    plain = max(pieces, key=lambda piece: width_of(piece.word, 1), default=_Piece("", ""))
    marked = max((piece for piece in pieces if piece.mark), key=lambda piece: piece.width, default=plain)
    words = dict.fromkeys((literal(plain.word), marked.code))
    return array([*words, *(call("writing-room", str(length)) for length in sorted(blanks)[-1:])])


def _letters(cell: Cell, context: TypstContext) -> int:
    """Return how much stands in a cell, as a number of letters."""
    words = sum(len(piece.word) + 1 for piece in _pieces(cell.inlines, context))
    blanks = sum(inline.length for inline in walk_inlines(cell.inlines) if isinstance(inline, Blank))
    return words + _LETTERS_OF_A_BLANK * blanks


def _pieces(inlines: Sequence[Inline], context: TypstContext) -> list[_Piece]:
    """Return the pieces of some words; what hangs together without a space is one."""
    marks: list[str] = []
    text = "".join(_words(inline, context, marks) for inline in inlines)
    found = [word.partition(_MARK) for _, word in breakable(_SPACE.sub(" ", text)) if word]
    codes = iter(marks)
    return [_Piece(before + after.replace(_MARK, ""), next(codes) if sign else "") for before, sign, after in found]


def _words(inline: Inline, context: TypstContext, marks: list[str]) -> str:
    """Return the words of an inline with a sign where a citation mark hangs, whose code is added to ``marks``."""
    match inline:
        case Text() | Code() | Explained():
            return inline.text
        case Link():
            return "".join(_words(part, context, marks) for part in inline.inside) + words_behind(inline, context)
        case Strong() | Emphasis() | Foreign():
            return "".join(_words(part, context, marks) for part in inline.inside)
        case FactLink() | ClinicLink():
            return "".join(_words(part, context, marks) for part in inline.inside) or context.words(inline).text
        case Citation():
            mark = cited([link.target for link in inline.links], context)
            marks += [mark] if mark else []
            return _MARK if mark else ""
        case LineBreak():
            return " "
        case Blank() | Image() | Picture():
            return ""
    assert_never(inline)
