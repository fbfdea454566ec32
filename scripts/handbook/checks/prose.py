"""The running text of a page without what is code."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document
from handbook.markup.inlines import Code, walk_inlines


def without_code(document: Document) -> Iterator[tuple[TextBlock, str]]:
    """Yield every text block with its text, in which code is replaced by as many spaces."""
    for block in document.texts:
        text = block.text
        for inline in walk_inlines(block.inlines):
            if isinstance(inline, Code):
                text = text[: inline.start] + " " * (inline.end - inline.start) + text[inline.end :]
        yield block, text
