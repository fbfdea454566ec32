"""Where the citation marks of a page stand, for every output: behind sentences, never between the words.

A sentence has one mark for all its facts, behind its full stop. A row of a table has one in its last cell. A box that
says when to call, and a list of warning signs with the words that lead to it, have one at their end; an item of several
paragraphs and a row have theirs within. A sentence never ends within a link, so that no mark stands in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeAlias, TypeVar

from handbook.language.sentences import sentence_ends
from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Definition,
    DefinitionList,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Part,
    Plain,
    Quotation,
    Row,
    Table,
    Term,
    TextBlock,
    held,
    links_in,
)
from handbook.markup.dialect import CALL_BOXES
from handbook.markup.document import with_blocks
from handbook.markup.inlines import Blank, Citation, Emphasis, FactLink, Foreign, Inline, Strong, Text
from handbook.markup.replacing import replace_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text of a block, and the links whose sources stand there."""

    at: int
    links: tuple[FactLink, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What must be known of a page's language and facts to find the places."""

    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence."""
    warns: Callable[[FactLink], bool]
    """Tells whether a link says what to call for."""


Places: TypeAlias = Mapping[TextBlock, tuple[Place, ...]]

_Found: TypeAlias = tuple[TextBlock, tuple[Place, ...]]
_TextBlock = TypeVar("_TextBlock", bound=TextBlock)

_HOLDING = (Strong, Emphasis, Foreign)
"""What a sentence can end within."""
_COLONS = (":", "：")


def with_marks(page: Page, handbook: Handbook) -> Page:
    """Return a page with a ``Citation`` in its words wherever sources stand."""

    def warns(link: FactLink) -> bool:
        fact = handbook.register.find(link.target)
        return fact is not None and bool(fact.urgency)

    wording = Wording(handbook.language(page.text_language).abbreviations, warns)
    return replace(page, document=with_blocks(page.document, marked(page.document.blocks, wording)))


def marked(blocks: Sequence[Block], wording: Wording) -> tuple[Block, ...]:
    """Return blocks with a ``Citation`` in their words at each of their places."""
    places = places_of(blocks, wording)

    def change(block: _TextBlock) -> _TextBlock:
        if block not in places:
            return block
        cited = [Citation(block.location, place.at, place.at, place.links) for place in places[block]]
        return replace(block, inlines=_put(block.inlines, cited))

    return replace_words(blocks, change)


def places_of(blocks: Sequence[Block], wording: Wording) -> Places:
    """Return the places of the marks in each text block that has any."""
    return {block: places for block, places in _in_blocks(blocks, wording) if places}


def _in_blocks(blocks: Sequence[Block], wording: Wording) -> Iterator[_Found]:
    """Yield the places in blocks under one another; a list of signs and the words that lead to it go together."""
    led = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if block is led:
            continue
        if following is not None and _leads_to(block, following) and _all_warn((block, following), wording):
            led = following
            yield from _together((block, following))
        else:
            yield from _in_block(block, wording)


def _leads_to(block: Block, following: Block) -> bool:
    is_lead = isinstance(block, Paragraph | Plain) and block.text.endswith(_COLONS)
    return is_lead and isinstance(following, BulletList | NumberedList)


def _all_warn(parts: Iterable[Part], wording: Wording) -> bool:
    """Tell whether some parts have facts, and only such as say what to call for."""
    warning = [wording.warns(link) for link in _facts(parts)]
    return bool(warning) and all(warning)


def _in_block(block: Block, wording: Wording) -> Iterator[_Found]:
    match block:
        case Table():
            yield from chain.from_iterable(_together(row.cells) for row in (block.head, *block.rows))
        case Box() if block.kind in CALL_BOXES:
            yield from _together(held(block))
        case Box():
            yield block.title, _sentences(block.title, wording)
            yield from _in_blocks(block.blocks, wording)
        case BulletList() | NumberedList() if _all_warn((block,), wording):
            yield from _together((block,))
        case BulletList() | NumberedList():
            yield from chain.from_iterable(_in_blocks(item.blocks, wording) for item in block.items)
        case DefinitionList():
            yield from chain.from_iterable(_in_definition(part, wording) for part in block.parts)
        case Quotation():
            yield from _in_blocks(block.blocks, wording)
        case Heading() | Paragraph() | Plain():
            yield block, _sentences(block, wording)


def _in_definition(part: Term | Definition, wording: Wording) -> Iterator[_Found]:
    if isinstance(part, Term):
        yield part, _sentences(part, wording)
    else:
        yield from _in_blocks(part.blocks, wording)


def _sentences(block: TextBlock, wording: Wording) -> tuple[Place, ...]:
    """Return the places in a block: behind each sentence that has facts, and at its end if that has no full stop."""
    ends = [end for end in sentence_ends(block.text, wording.abbreviations) if not _cuts(end, block.inlines)]
    found: dict[int, tuple[FactLink, ...]] = {}
    for link in _facts((block,)):
        at = next((end for end in ends if end >= link.end), max(len(block.text), link.end))
        found[at] = (*found.get(at, ()), link)
    return tuple(Place(at, links) for at, links in sorted(found.items()))


def _cuts(at: int, inlines: Iterable[Inline]) -> bool:
    """Tell whether a place lies within a link or the like, which stays whole."""
    inside = [inline for inline in inlines if inline.start < at < inline.end]
    return any(_cuts(at, it.inside) if isinstance(it, _HOLDING) else not isinstance(it, Text) for it in inside)


def _together(parts: Iterable[Part]) -> Iterator[_Found]:
    """Yield one place at the end of some parts; what stands by itself in them has its own."""
    units = [unit for part in parts for unit in _units(part)]
    texts = [unit for unit in units if isinstance(unit, TextBlock) and _says_something(unit)]
    links = tuple(_facts(texts))
    if links:
        yield texts[-1], (Place(texts[-1].inlines[-1].end, links),)
    for unit in units:
        if not isinstance(unit, TextBlock):
            yield from _together(held(unit))


def _says_something(block: TextBlock) -> bool:
    return any(not isinstance(inline, Blank) for inline in block.inlines)


def _units(part: Part) -> Iterator[Part]:
    """Yield the text blocks in a part, and whole what stands by itself: a row, an item with paragraphs of its own."""
    is_item = isinstance(part, Item) and any(isinstance(block, Paragraph) for block in part.blocks)
    if is_item or isinstance(part, Row | TextBlock):
        yield part
    else:
        yield from chain.from_iterable(map(_units, held(part)))


def _facts(parts: Iterable[Part]) -> Iterator[FactLink]:
    return (link for link in links_in(*parts) if isinstance(link, FactLink))


def _put(inlines: Iterable[Inline], cited: Sequence[Citation]) -> tuple[Inline, ...]:
    """Return inlines with some citations among them, each behind all that ends before it."""
    found: list[Inline] = []
    left = list(cited)
    for inline in inlines:
        while left and left[0].start <= inline.start < inline.end:
            found.append(left.pop(0))
        inside = [one for one in left if one.start < inline.end]
        found += _with_inside(inline, inside)
        left = left[len(inside) :]
    return (*found, *left)


def _with_inside(inline: Inline, cited: Sequence[Citation]) -> Iterator[Inline]:
    if isinstance(inline, _HOLDING) and cited:
        yield replace(inline, inside=_put(inline.inside, cited))
    elif isinstance(inline, Text):
        # white space before the first word of a block is not counted
        uncounted = len(inline.text) - len(inline.text.lstrip()) if inline.start == 0 else 0
        ends = [0, *(one.start - inline.start + uncounted for one in cited), len(inline.text)]
        texts = [replace(inline, text=inline.text[start:end]) for start, end in pairwise(ends)]
        yield from [part for pair in zip(texts, cited, strict=False) for part in pair]
        yield texts[-1]
    else:
        yield inline
