"""Python-Markdown's tree becomes ours, and every character is found where it stood in the source.

Python-Markdown keeps no positions, and a second parser would disagree with the first. But a page's words come
out of the parser in the order they went in, each to the letter; so one pass over the tree with a cursor in the
source finds them again. What stands in the source and not in the text (addresses of links, ids, marks of lists
and boxes) is stepped over where its element begins or ends. Nothing is written into the source for this, so the
parse that is checked is the very parse that is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from handbook.diagnostics.problems import Location
from handbook.markup.blocks import (
    Block,
    Box,
    BoxTitle,
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
from handbook.markup.cursor import Cursor
from handbook.markup.dialect import HEADING, alignment_of, box_kind, holds_only_image
from handbook.markup.inlines import (
    PICTURE,
    AnyImage,
    AnyLink,
    Blank,
    ClinicLink,
    Code,
    Emphasis,
    FactLink,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from handbook.markup.runs import SPACE, Run, parts_of, whole_run
from handbook.markup.source_map import SourceMap

T = TypeVar("T", bound=TextBlock)


def build(root: Element, map: SourceMap) -> tuple[Block, ...]:
    """Return the blocks of a tree that Python-Markdown made of the source of ``map``."""
    return _Builder(map).blocks(root, ())


@dataclass(slots=True)
class _Draft:
    """A text block while its words are being found."""

    lead: int
    """How much white space stands before its first word."""
    length: int
    """How long it will be without the white space at both ends."""
    text: str = ""
    """What has been found so far."""
    offsets: list[int] = field(default_factory=list)
    links: list[AnyLink] = field(default_factory=list)
    images: list[AnyImage] = field(default_factory=list)

    def span(self, start: int) -> tuple[int, int]:
        """Return where what was found from ``start`` on stands in the block's text."""
        return self._within(start), self._within(len(self.text))

    def _within(self, at: int) -> int:
        return min(max(0, at - self.lead), self.length)


class _Builder:
    """One pass over a tree, with a cursor in its source."""

    def __init__(self, map: SourceMap):
        self.cursor = Cursor(map.source)
        self.map = map
        self.section = ""

    def blocks(self, parent: Element, within: tuple[str, ...]) -> tuple[Block, ...]:
        """Return what stands in an element: its blocks, and as plain blocks the words between them."""
        found: list[Block] = []
        for part in parts_of(parent):
            if isinstance(part, Run):
                found.append(self.text_block(Plain, part, within))
            else:
                found.append(self.block(part, within))
        return tuple(found)

    def block(self, element: Element, within: tuple[str, ...]) -> Block:
        """Return one block."""
        tag = element.tag
        if HEADING.fullmatch(tag):
            return self.heading(element, within)
        if tag == "p":
            return self.paragraph(element, within)
        if tag == "ul":
            items = self.items(element, within)
            return BulletList(items[0].location, items)
        if tag == "ol":
            items = self.items(element, within)
            return NumberedList(items[0].location, items, int(element.get("start", "1")))
        if tag == "dl":
            return self.definitions(element, within)
        if tag == "table":
            return self.table(element, within)
        if tag == "blockquote":
            start, blocks = self.cursor.at, self.blocks(element, (*within, "quotation"))
            return Quotation(self.map.between(start, max(self.cursor.at, start + 1)), blocks)
        if tag == "hr":
            return Divider(self.here())
        return self.box(element, within)

    def heading(self, element: Element, within: tuple[str, ...]) -> Heading:
        """Return a heading, and step over its id."""
        id = element.get("id", "")
        self.section = id or self.section
        run, level, mark = whole_run(element), int(element.tag[1]), "}" if id else ""
        bare = None if run.words.strip() or run.children else self.map.between(*self.cursor.skip_bare_heading(level))
        heading = self.text_block(Heading, run, within, mark, level=level, id=id)
        return replace(heading, location=bare) if bare else heading

    def paragraph(self, element: Element, within: tuple[str, ...]) -> Paragraph | Figure:
        """Return a paragraph, or the image that is all there is in it."""
        block = self.text_block(Paragraph, whole_run(element), within)
        return Figure(block.images[0].location, block.images[0]) if holds_only_image(element) else block

    def items(self, element: Element, within: tuple[str, ...]) -> tuple[Item, ...]:
        """Return the items of a list."""
        return tuple(self.item(child, (*within, "list")) for child in element)

    def item(self, element: Element, within: tuple[str, ...]) -> Item:
        """Return an item; its mark is stepped over, so that its letters are not taken for the text's."""
        self.cursor.skip_item_mark()
        start = self.here()
        blocks = self.blocks(element, within)
        done = {"task": False, "task done": True}.get(element.get("class", ""))
        return Item(blocks[0].location if blocks else start, blocks, done)

    def definitions(self, element: Element, within: tuple[str, ...]) -> DefinitionList:
        """Return a list of terms with their definitions."""
        within = (*within, "definitions")
        parts: list[Term | Definition] = []
        for child in element:
            if child.tag == "dt":
                parts.append(self.text_block(Term, whole_run(child), within, id=""))
            else:
                start, blocks = self.here(), self.blocks(child, within)
                parts.append(Definition(blocks[0].location if blocks else start, blocks))
        return DefinitionList(parts[0].location, tuple(parts))

    def table(self, element: Element, within: tuple[str, ...]) -> Table:
        """Return a table."""
        head, *rows = (self.row(row, (*within, "table")) for row in element.iter("tr"))
        return Table(head.location, head, tuple(rows), self.section)

    def row(self, element: Element, within: tuple[str, ...]) -> Row:
        """Return a row of a table."""
        cells = tuple(
            self.text_block(Cell, whole_run(cell), within, align=alignment_of(cell), is_head=cell.tag == "th")
            for cell in element
        )
        return Row(cells[0].location, cells)

    def box(self, element: Element, within: tuple[str, ...]) -> Box:
        """Return a box; its place is the mark that begins it."""
        kind = box_kind(element)
        start = self.cursor.skip_box_mark(kind)
        place = self.here() if start is None else self.map.between(start, start + 4 + len(kind))
        inside = (*within, kind)
        title = self.text_block(BoxTitle, whole_run(element[0]), inside)
        body = Element("div")
        body.extend(element[1:])
        return Box(place, kind, title, self.blocks(body, inside))

    def text_block(self, kind: type[T], run: Run, within: tuple[str, ...], mark: str = "", **own: Any) -> T:
        """Return a block of words; ``mark`` ends it in the source, and ``own`` are the values of its kind alone."""
        whole, start = run.words, self.cursor.at
        lead, text = len(whole) - len(whole.lstrip()), whole.strip()
        draft = _Draft(lead, len(text))
        inlines = tuple(self.inside(run.text, run.children, draft))
        if mark:
            self.cursor.skip_past(mark)
        place = self.place(draft, 0, start)
        map = self.map.with_offsets(tuple(draft.offsets[lead : lead + len(text)]))
        return kind(place, inlines, text, map, within, tuple(draft.links), tuple(draft.images), **own)

    def inside(self, text: str | None, children: list[Element], draft: _Draft) -> Iterator[Inline]:
        """Yield the words and elements of a run, in order."""
        yield from self.text(text, draft)
        for child in children:
            yield self.inline(child, draft)
            yield from self.text(child.tail, draft)

    def text(self, text: str | None, draft: _Draft) -> Iterator[Text]:
        """Yield a stretch of words, each character with its place."""
        if text:
            words_at, start = len(draft.text), self.cursor.at
            draft.offsets += self.cursor.find(text)
            draft.text += SPACE.sub(" ", text)
            yield Text(self.place(draft, words_at, start), *draft.span(words_at), text)

    def inline(self, element: Element, draft: _Draft) -> Inline:
        """Return one inline element."""
        words_at, start = len(draft.text), self.cursor.at
        if element.tag == "a":
            return self.link(element, draft)
        if element.tag == "img":
            return self.image(element, draft)
        inside = tuple(self.inside(element.text, list(element), draft))
        place, span = self.place(draft, words_at, start), draft.span(words_at)
        match element.tag:
            case "strong":
                return Strong(place, *span, inside)
            case "em":
                return Emphasis(place, *span, inside)
            case "code":
                return Code(place, *span, element.text or "")
            case "br":
                return LineBreak(place, *span)
            case "span":
                return Blank(self.map.between(*self.cursor.skip_blank()), *span, int(element.get("size", "0")))
        raise AssertionError(f"the dialect has made <{element.tag}>, which has no place in a page")

    def link(self, element: Element, draft: _Draft) -> AnyLink:
        """Return a link of one of the three kinds; its place is its words, or all of it where it has none."""
        words_at = len(draft.text)
        before = draft.text
        inside = tuple(self.inside(element.text, list(element), draft))
        words, target, title = draft.text[words_at:], element.get("href", ""), element.get("title", "")
        opening = self.cursor.find_link_end()
        first = draft.offsets[words_at] if words else opening - 1
        self.cursor.skip_link_end(opening, target, title)
        place = self.map.between(first, opening if words.strip() else self.cursor.at)
        span = draft.span(words_at)
        scheme, _, rest = target.partition(":")
        link: AnyLink
        if scheme == FactLink.scheme and rest != target:
            link = FactLink(place, *span, rest, words.strip(), title, before, inside)
        elif scheme == ClinicLink.scheme and rest != target:
            link = ClinicLink(place, *span, rest, words.strip(), title, inside)
        else:
            link = Link(place, *span, target, words, title, inside)
        draft.links.append(link)
        return link

    def image(self, element: Element, draft: _Draft) -> AnyImage:
        """Return an image of one of the two kinds."""
        source, alt = element.get("src", ""), element.get("alt", "")
        start, end = self.cursor.skip_image(source, element.get("title", ""))
        place, span = self.map.between(start, end), draft.span(len(draft.text))
        scheme, _, name = source.partition(":")
        image: AnyImage
        if scheme == PICTURE:
            image = Picture(place, *span, name, alt)
        else:
            image = Image(place, *span, source, alt, element.get("title", ""))
        draft.images.append(image)
        return image

    def place(self, draft: _Draft, words_at: int, start: int) -> Location:
        """Return the place of the words found from ``words_at`` on, or of the cursor where there are none."""
        offsets = draft.offsets
        first = next((offsets[at] for at in range(words_at, len(offsets)) if offsets[at] >= start), start)
        return self.map.between(first, max(self.cursor.at, first + 1))

    def here(self) -> Location:
        """Return the place of the cursor."""
        return self.map.between(self.cursor.at, self.cursor.at + 1)
