"""What stands in an element of Python-Markdown's tree: blocks, and between them runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

SPACE = re.compile(r"[^\S ]")
"""What becomes a space in the text of a block, but for what is one."""

_BLOCKS = frozenset("div ul ol dl table blockquote hr h1 h2 h3 h4 h5 h6 p".split())


@dataclass(slots=True)
class Run:
    """Words and inline elements in a row, with no block between them."""

    text: str
    children: list[Element]

    @property
    def words(self) -> str:
        """All words of it, every white space as a space."""
        inner = ("".join(child.itertext()) + (child.tail or "") for child in self.children)
        return SPACE.sub(" ", self.text + "".join(inner))


def whole_run(element: Element) -> Run:
    """Return all that stands in an element that holds no blocks."""
    return Run(element.text or "", list(element))


def parts_of(parent: Element) -> Iterator[Run | Element]:
    """Yield the blocks that stand in an element, and the runs of words between them."""
    run = Run(parent.text or "", [])
    for child in parent:
        if child.tag in _BLOCKS:
            if run.children or run.text.strip():
                yield run
            yield child
            run = Run(child.tail or "", [])
        else:
            run.children.append(child)
    if run.children or run.text.strip():
        yield run
