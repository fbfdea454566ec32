"""The running text of a page without what is code."""

from __future__ import annotations

import re
from functools import lru_cache

from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document
from handbook.markup.inlines import Code, Text, walk_inlines

_ASIDE = re.compile('“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"]*"|\\([^()]*\\)')
_CODE = "\N{OBJECT REPLACEMENT CHARACTER}"


@lru_cache(maxsize=1024)  # several checks ask for the same
def without_code(document: Document) -> tuple[tuple[TextBlock, str], ...]:
    """Return every text block with its text, in which code is replaced by as many spaces."""
    return tuple((block, _without_code(block)) for block in document.texts)


def _without_code(block: TextBlock) -> str:
    text = block.text
    for inline in walk_inlines(block.inlines):
        if isinstance(inline, Code):
            text = text[: inline.start] + " " * (inline.end - inline.start) + text[inline.end :]
    return text


@lru_cache(maxsize=20_000)  # several checks ask for the same text
def without_asides(text: str) -> str:
    """Return a text with as many spaces in the place of what stands in quotation marks and in brackets."""
    return _ASIDE.sub(lambda aside: " " * len(aside[0]), text)


def as_typed(block: TextBlock) -> str:
    """Return the text of a block with its line breaks, letter for letter as long as ``block.text``.

    What is code becomes a sign that belongs to no word and no mark.
    """
    parts = []
    for inline in walk_inlines(block.inlines):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, Code):
            parts.append(_CODE * len(inline.text))
    return "".join(parts).strip()


def is_escaped(block: TextBlock, at: int) -> bool:
    """Tell whether a sign of a block's text has a backslash before it in the source: it is meant as it stands."""
    place = block.map.offsets[at]
    return block.map.source[max(0, place - 1) : place] == "\\"
