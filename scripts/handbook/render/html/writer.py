"""Writes the blocks of a page as HTML: one small rule for each kind of the closed set.

Everything that comes from a page is escaped here, and only here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import assert_never

from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Cell,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Plain,
    Quotation,
    Row,
    Table,
    Term,
    TextBlock,
)
from handbook.markup.inlines import (
    AnyLink,
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
)
from handbook.render.html.words import write_explained

_SHORT_BLANK, _LONG_BLANK = 7, 16
"""Underscores: for a time or a number, and for a sentence."""


@dataclass(frozen=True, slots=True)
class HtmlContext:
    """What the rules need beside the part of the page itself."""

    link: Callable[[AnyLink, str], str]
    """Writes a link from itself and the HTML of its words."""
    mark: Callable[[Citation], str]
    """Writes a citation mark."""
    box_titles: Mapping[str, str]
    """The title of each kind of box whose page gives none."""
    is_urgent: Callable[[Row], bool]
    """Says of a table row whether it is about an emergency."""
    blank: str
    """What a place to write on is called, for those who cannot see it."""
    picture: Callable[[Picture], str]
    """Writes a picture that is drawn from the register."""
    language: Callable[[str], str]
    """The attributes of words in the language of a code."""
    image: Callable[[Image], Mapping[str, str]]
    """The attributes of an image, from the way that the page names: where it is on the site, and its size."""


def write_blocks(blocks: Iterable[Block], context: HtmlContext) -> str:
    """Return the HTML of everything in a page below its title."""
    return "\n".join(_block(block, context) for block in blocks if not _is_title(block))


def write_title(blocks: Iterable[Block], context: HtmlContext) -> str:
    """Return the HTML of a page's title."""
    return "\n".join(_block(block, context) for block in blocks if _is_title(block))


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _block(block: Block, context: HtmlContext) -> str:
    match block:
        case Heading():
            return f'<h{block.level} id="{escape(block.id)}">{_words(block, context)}</h{block.level}>'
        case Paragraph():
            return f"<p>{_words(block, context)}</p>"
        case Plain():
            return _words(block, context)
        case Figure():
            return _figure(block, context)
        case BulletList():
            return f"<ul>\n{_items(block.items, context)}</ul>"
        case NumberedList():
            first = f' start="{block.start}"' if block.start != 1 else ""
            return f"<ol{first}>\n{_items(block.items, context)}</ol>"
        case DefinitionList():
            return f"<dl>\n{''.join(_definition(part, context) for part in block.parts)}</dl>"
        case Table():
            return _table(block, context)
        case Quotation():
            return f"<blockquote>{_held(block.blocks, context)}</blockquote>"
        case Divider():
            return "<hr>"
        case Box():
            return _box(block, context)
    assert_never(block)


def _figure(figure: Figure, context: HtmlContext) -> str:
    """Write an image with the words below it, if it has any; what the program draws brings its own."""
    shown = _inline(figure.image, context)
    if isinstance(figure.image, Picture):
        return shown
    if not figure.image.title:
        return f"<p>{shown}</p>"
    caption = escape(figure.image.title, quote=False)
    return f'<figure class="hb-image">\n{shown}\n<figcaption>{caption}</figcaption>\n</figure>'


def _held(blocks: tuple[Block, ...], context: HtmlContext) -> str:
    """Write what stands in an item or the like; plain words stand at once between the tags."""
    parts = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        apart = "" if isinstance(block, Plain) or isinstance(following, Plain) else "\n"
        parts.append(_block(block, context) + apart)
    return ("" if not blocks or isinstance(blocks[0], Plain) else "\n") + "".join(parts)


def _items(items: tuple[Item, ...], context: HtmlContext) -> str:
    names = {None: "", False: ' class="hb-task"', True: ' class="hb-task hb-task--done"'}
    return "".join(f"<li{names[item.done]}>{_held(item.blocks, context)}</li>\n" for item in items)


def _definition(part: Term | Definition, context: HtmlContext) -> str:
    if isinstance(part, Term):
        name = f' id="{escape(part.id)}"' if part.id else ""
        return f"<dt{name}>{_words(part, context)}</dt>\n"
    return f"<dd>{_held(part.blocks, context)}</dd>\n"


def _box(box: Box, context: HtmlContext) -> str:
    words = _words(box.title, context) or escape(context.box_titles[box.kind], quote=False)
    rest = "\n".join(_block(block, context) for block in box.blocks)
    return f'<div class="hb-box hb-box--{box.kind}">\n<p class="hb-box__title"><span>{words}</span></p>\n{rest}\n</div>'


def _table(table: Table, context: HtmlContext) -> str:
    """Write a table whose rows become cards on a phone, each cell under the head of its column.

    What scrolls sideways is a group with the name of its section: landmarks need names of their own, and a section
    may have many tables.
    """
    heads = [_words(cell, context) for cell in table.head.cells]
    pairs = len(heads) == 2
    rows = "\n".join(_row(row, [] if pairs else heads, context) for row in table.rows)
    body = f"<thead>\n{_row(table.head, [], context)}\n</thead>\n"
    body += f"<tbody>\n{rows}\n</tbody>\n" if rows else ""
    if pairs:
        return f'<table class="hb-table hb-table--pairs">\n{body}</table>'
    frame = f'<div class="hb-scroll" role="group" tabindex="0" aria-labelledby="{escape(table.section)}">'
    return f'{frame}\n<table class="hb-table">\n{body}</table>\n</div>'


def _row(row: Row, heads: list[str], context: HtmlContext) -> str:
    """Write a row; ``heads`` are the columns' heads where the cells need them on a phone."""
    above = ["", *heads[1:]] if heads else [""] * len(row.cells)
    cells = [
        _cell(cell, place == 0 and not cell.is_head, above[place], context) for place, cell in enumerate(row.cells)
    ]
    kind = ' class="hb-row--now"' if context.is_urgent(row) else ""
    return f"<tr{kind}>{''.join(cells)}</tr>"


def _cell(cell: Cell, names_row: bool, head: str, context: HtmlContext) -> str:
    align = f' class="ta-{cell.align}"' if cell.align else ""
    inside = (f'<span class="hb-head">{head}</span> ' if head else "") + _words(cell, context)
    if names_row:
        return f'<th scope="row"{align}>{inside}</th>'
    tag, scope = ("th", ' scope="col"') if cell.is_head else ("td", "")
    return f"<{tag}{scope}{align}>{inside}</{tag}>"


def _blank_class(blank: Blank) -> str:
    """Return how long a place to write on is, in three steps, because a page may hold no styles of its own."""
    if blank.length <= _SHORT_BLANK:
        return "hb-blank hb-blank--short"
    return "hb-blank hb-blank--long" if blank.length >= _LONG_BLANK else "hb-blank"


def _words(block: TextBlock, context: HtmlContext) -> str:
    return _inlines(block.inlines, context)


def _inlines(inlines: Iterable[Inline], context: HtmlContext) -> str:
    return "".join(_inline(inline, context) for inline in inlines)


def _inline(inline: Inline, context: HtmlContext) -> str:
    match inline:
        case Text():
            return escape(inline.text, quote=False)
        case Strong():
            return f"<strong>{_inlines(inline.inside, context)}</strong>"
        case Emphasis():
            return f"<em>{_inlines(inline.inside, context)}</em>"
        case Foreign():
            return f"<span{context.language(inline.language)}>{_inlines(inline.inside, context)}</span>"
        case Code():
            return f"<code>{escape(inline.text, quote=False)}</code>"
        case Explained():
            return write_explained(inline)
        case LineBreak():
            return "<br>"
        case Blank():
            return f'<span class="{_blank_class(inline)}" role="img" aria-label="{escape(context.blank)}"></span>'
        case Link() | FactLink() | ClinicLink():
            return context.link(inline, _inlines(inline.inside, context))
        case Citation():
            return context.mark(inline)
        case Image():
            attributes = {**context.image(inline), "alt": inline.alt, "loading": "lazy", "decoding": "async"}
            written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
            return f"<img {' '.join(written)}>"
        case Picture():
            return context.picture(inline)
    assert_never(inline)
