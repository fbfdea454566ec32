"""Boxes as Python-Markdown parses them, but for the order of their words.

Where a list in a box goes on after an empty line, Python-Markdown wraps the words of the item above it in a paragraph
and puts that behind what the item already holds: behind its inner list.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor


class BoxParser(AdmonitionProcessor):
    """Parses ``!!! kind "Title"`` and what is indented under it."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Parse the first of the blocks into ``parent``; what does not belong to the box stays in ``blocks``."""
        holder = self.current_sibling
        if holder is not None and holder.tag in ("li", "dd") and (holder.text or "").strip():
            words = Element("p")
            words.text, holder.text = holder.text, ""
            holder.insert(0, words)
        super().run(parent, blocks)


class BoxExtension(AdmonitionExtension):
    """Switches the boxes on."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the parser in its place before those of lists."""
        md.parser.blockprocessors.register(BoxParser(md.parser), "admonition", 105)
