"""The blocks of a page become Typst code: one rule for each kind of the closed set.

The code calls functions of the templates in overrides/pdf, which carry the names of the elements; what they look
like is decided there. Nothing is dropped in silence: a link that leads nowhere in this handbook, and an image that is
not there, are reported with page and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from handbook.diagnostics.problems import Location
from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
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
    Table,
    Term,
)
from handbook.markup.inlines import AnyImage, Blank, ClinicLink, FactLink, Inline, Picture, Strong, walk_inlines
from handbook.render.pictures import PRINT, PRINTED
from handbook.render.typst.context import TypstContext
from handbook.render.typst.inline_writer import (
    cited,
    image_arguments,
    inline_parts,
    is_written,
    write_inlines,
)
from handbook.render.typst.syntax import array, boolean, call, joined, literal, position
from handbook.render.typst.table_writer import write_table

_FEW, _LINE = 5, 60
"""Items of a short list, and about how many letters a line has."""
_SOME = 8 * _LINE
"""Letters of an item that is not cut: what is to be done stands behind its colon."""

_COLONS = (":", "：")
"""What ends words that lead to the block below them."""


def write_title(blocks: Iterable[Block], context: TypstContext) -> str:
    """Return the words of a page's title, which the template sets as a chapter's."""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    return joined([part for title in titles for part in inline_parts(title.inlines, context)])


def write_blocks(blocks: Sequence[Block], context: TypstContext) -> tuple[str, ...]:
    """Return everything under the title, block by block."""
    around = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    return tuple(
        _standing(block, context, introduces(before, block, after), _is_title(before))
        for before, block, after in around
        if not _is_title(block)
    )


def _is_title(block: Block | None) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _standing(block: Block, context: TypstContext, leads: bool, first: bool = False) -> str:
    """Write a block of a page or a box: one that ``leads`` stays with what follows, and a short list is whole."""
    code = _box(block, context, first) if isinstance(block, Box) else _block(block, context)
    code = call("short", code) if is_short(block) else code
    return _mark(_first_place(block), context) + (call("leading", code) if leads else code)


def _marked(block: Block, context: TypstContext) -> str:
    return _mark(_first_place(block), context) + _block(block, context)


def _mark(place: Location, context: TypstContext) -> str:
    """Begin a line that says where in the page its code comes from."""
    return "\n" + position(place, context.file)


def _first_place(block: Block) -> Location:
    """Return the place of the first words of a block."""
    return _first_place(block.blocks[0]) if isinstance(block, Quotation) and block.blocks else block.location


def _block(block: Block, context: TypstContext) -> str:
    match block:
        case Heading():
            target = literal(f"{context.prefix}{context.path}#{block.id}")
            return call("h", str(block.level), target, write_inlines(block.inlines, context))
        case Paragraph():
            return call(_kind_of(block, context), write_inlines(block.inlines, context))
        case Plain():
            return write_inlines(block.inlines, context)
        case Figure():
            return _figure(block.image, context)
        case BulletList():
            return _bullets(block, context)
        case NumberedList():
            return call("ol", str(block.start), *(_held(item, context) for item in block.items))
        case DefinitionList():
            return _definitions(block, context)
        case Table():
            return write_table(block, context)
        case Quotation():
            return call("blockquote", joined(_parts(block.blocks, context)))
        case Divider():
            return call("hr")
        case Box():
            return _box(block, context, first=False)
    assert_never(block)


def introduces(before: Block | None, block: Block, after: Block | None) -> bool:
    """Tell whether words under a heading only introduce what they stand above: a box, a table or a list."""
    shown = (Box, Table, BulletList, NumberedList)
    return isinstance(before, Heading) and isinstance(block, Paragraph) and isinstance(after, shown)


def is_short(block: Block) -> bool:
    """Tell whether a block is a list of a few lines."""
    if not isinstance(block, BulletList | NumberedList) or len(block.items) > _FEW:
        return False
    return _is_within([part for item in block.items for part in item.blocks], _FEW * _LINE)


def _is_within(blocks: Sequence[Block], letters: int) -> bool:
    """Tell whether blocks are nothing but plain words of so many letters."""
    plain = [block for block in blocks if isinstance(block, Plain)]
    return len(plain) == len(blocks) and sum(len(block.text) for block in plain) <= letters


def leads_on(block: Block) -> bool:
    """Tell whether a block belongs to the one below it: a heading, bold words alone, or words that end in a colon."""
    if isinstance(block, Paragraph):
        if [type(inline) for inline in block.inlines] == [Strong]:
            return True
        return block.text.rstrip().endswith(_COLONS) and not _is_filled_in(block.inlines[-1])
    return isinstance(block, Heading)


def _is_filled_in(inline: Inline) -> bool:
    """Tell whether something stands in print where the page has no words."""
    return isinstance(inline, Blank) or (isinstance(inline, FactLink | ClinicLink) and not inline.words)


def _kind_of(paragraph: Paragraph, context: TypstContext) -> str:
    """Return how a paragraph is set: with what it leads to, in one with what is written in it by hand, or as usual."""
    if leads_on(paragraph):
        return "lead"
    return "written" if any(is_written(inline, context) for inline in walk_inlines(paragraph.inlines)) else "p"


def _held(part: Item | Definition, context: TypstContext) -> str:
    """Return what stands in an item or a definition, with its place; an item of some lines is not cut."""
    code = joined(_parts(part.blocks, context))
    is_whole = isinstance(part, Item) and _is_within(part.blocks, _SOME)
    return _mark(part.location, context) + (call("whole", code) if is_whole else code)


def _parts(blocks: Sequence[Block], context: TypstContext) -> list[str]:
    """Return the pieces of some blocks in order; plain words stand among the others without a frame of their own."""
    parts: list[str] = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Plain):
            parts += inline_parts(block.inlines, context, ends_at_block=following is not None)
        else:
            parts.append(_marked(block, context))
    return parts


def _figure(image: AnyImage, context: TypstContext) -> str:
    if isinstance(image, Picture):
        return _drawing(image, context)
    return call("picture", *image_arguments(image, context), literal(image.title))


def _drawing(node: Picture, context: TypstContext) -> str:
    """Write a picture drawn from the register; what it shows is read aloud in full, and its sources stand below it."""
    figure = context.picture(node.name)
    if figure is None:  # a check has reported it
        return "[]"
    return call(
        "drawing",
        literal(figure.title),
        literal(" ".join((figure.alt, *figure.long_description))),
        cited(figure.addresses, context) or "none",
        *(literal(part.for_print(PRINT)) for part in figure.parts(PRINTED)),
    )


def _bullets(block: BulletList, context: TypstContext) -> str:
    items = [_held(item, context) for item in block.items]
    if all(item.done is None for item in block.items):
        return call("ul", *items)
    return call("tasks", array(["none" if item.done is None else boolean(item.done) for item in block.items]), *items)


def _definitions(block: DefinitionList, context: TypstContext) -> str:
    entries: list[tuple[list[str], list[str]]] = []
    for part in block.parts:
        if isinstance(part, Term):
            if not entries or entries[-1][1]:
                entries.append(([], []))
            entries[-1][0].append(_mark(part.location, context) + _term(part, context))
        else:
            entries[-1][1].append(_held(part, context))
    return call("dl", *(array([joined(_between(terms, " / ")), joined(said)]) for terms, said in entries))


def _term(term: Term, context: TypstContext) -> str:
    words = write_inlines(term.inlines, context)
    return call("named", literal(f"{context.prefix}{context.path}#{term.id}"), words) if term.id else words


def _between(parts: list[str], separator: str) -> list[str]:
    return [piece for part in parts for piece in (literal(separator), part)][1:]


def _box(box: Box, context: TypstContext, first: bool) -> str:
    """Write a box, of which the last words are never alone on a page; the ``first`` thing on a page says so."""
    last = [block for block in box.blocks[-2:-1] if isinstance(block, Paragraph) or is_short(block)]
    inside = kept_together(
        (_standing(block, context, block in last), block in last or leads_on(block)) for block in box.blocks
    )
    return call("callout", literal(box.kind), box_title(box, context), *inside, *(["first: true"] if first else []))


def kept_together(pieces: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """Yield pieces of code, between which a box may be parted: what leads to the next one is joined with it."""
    together: list[str] = []
    for code, leads in pieces:
        together.append(code)
        if not leads:
            yield joined(together)
            together = []
    if together:
        yield joined(together)


def box_title(box: Box, context: TypstContext) -> str:
    """Return the words over a box, its own or the usual ones of its kind."""
    return write_inlines(box.title.inlines, context) if box.title.text else literal(context.box_titles[box.kind])
