"""The running text of a page, each letter with the link or the piece of code that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from handbook.markup.alignment import Block
from handbook.markup.document import Document

_INLINE = frozenset("a strong em code br sub sup img".split())


def holders(block: Block) -> list[Element | None]:
    """Return for each character of the block's text the link or code around it, or None."""
    return _around(block, block.element, None)[_lead(block) :][: len(block.text)]


def without_code(document: Document) -> Iterator[tuple[Block, str]]:
    """Yield every block with its text, in which code is replaced by as many spaces."""
    for block in document.blocks:
        if block.element.find(".//code") is None:
            yield block, block.text
            continue
        letters = zip(block.text, holders(block), strict=True)
        yield (
            block,
            "".join(" " if holder is not None and holder.tag == "code" else letter for letter, holder in letters),
        )


def _around(block: Block, element: Element, holder: Element | None) -> list[Element | None]:
    """Go through the same letters in the same order as the block was gathered from."""
    holder = element if element.tag in ("a", "code") else holder
    found = [holder] * len(element.text or "")
    for child in element:
        found += _around(block, child, holder) if child.tag in _INLINE else []
        found += [holder] * len(child.tail or "")
    return found


def _lead(block: Block) -> int:
    """Return how much white space stood before the block's text."""
    text = "".join(_letters(block.element))
    return len(text) - len(text.lstrip())


def _letters(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _INLINE:
            yield from _letters(child)
        yield child.tail or ""


def spans(block: Block) -> dict[Element, tuple[int, int]]:
    """Return where in the block's text the words of each link stand; links without words are left out."""
    found: dict[Element, tuple[int, int]] = {}
    for position, holder in enumerate(holders(block)):
        if holder is not None and holder.tag == "a":
            found[holder] = (found.get(holder, (position, 0))[0], position + 1)
    return found
