"""Pages are plain Markdown, without HTML tags, comments or codes for letters.

Tags would look different on paper or not work at all, and could carry what nobody has looked at. They are not
interpreted: readers would see them letter by letter.

Passes:

    **Do not** pick & scratch. Pain of 3 is < 5.

Fails:

    <b>Do not</b> pick &amp; scratch.

What to do: write over a comment that `handbook translate start` has left; else write Markdown (`**bold**`,
`*stressed*`, a list, a box with `!!! note`), and letters as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from handbook.checks.prose import is_escaped, without_code
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_HTML = re.compile(
    r"<!--.*?(?:-->|$)"  # a comment
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9:-]*)(?P<rest>[^<>]*)>"  # a tag, or an address in angle brackets
    r"|<[!?/]?[A-Za-z][^<>\s]*$"  # a tag that is not closed
    r"|&(?:#\d+|#x[0-9a-fA-F]+|(?P<name>[A-Za-z][A-Za-z0-9]*));"  # a letter written as a code
)
_INSTEAD = {
    "b": "**bold**", "strong": "**bold**", "i": "*stressed*", "em": "*stressed*", "br": Message("a new paragraph"),
    "a": "[words](page.md)", "img": "![words](../images/name.png)", "p": Message("an empty line between paragraphs"),
    "li": "- item", "ul": "- item", "ol": "1. item", "table": Message("a table with |"), "details": "!!! note",
    "div": "!!! note", "span": "**bold**",
}  # fmt: skip


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each tag, comment and entity that stands in the text."""
    comment = Message("take the comment out")
    if page.language != handbook.source.code:
        comment = Message("write the translation in its place, or take the comment out")
    for block, text in without_code(page.document):
        for found in _HTML.finditer(text):
            if is_escaped(block, found.start()) or not _is_html(found, text):
                continue
            message = Message("{words} is HTML, and readers would see it letter by letter", words=found[0])
            yield Problem(block.locate(*found.span()), message, _hint(found, comment))


def _is_html(found: re.Match[str], text: str) -> bool:
    """Tell a code that HTML knows from other letters, and leave out a closing tag whose opening one has been told."""
    if found[0].startswith("</"):
        return f"<{found['tag']}" not in text[: found.start()]
    return not found["name"] or f"{found['name']};" in html5


def _hint(found: re.Match[str], comment: Message) -> Message:
    if found[0].startswith("<!--"):
        return comment
    if found[0].startswith("&"):
        letter = unescape(found[0])
        return (
            Message("write {right}", right=letter)
            if letter.isprintable() and not letter.isspace()
            else Message("write the letter itself")
        )
    if ":" in (found["tag"] or ""):
        return Message("write {right}", right=f"[words]({found[0].strip('<>')})")
    instead = _INSTEAD.get((found["tag"] or "").lower())
    return Message("write {right}", right=instead) if instead else Message("write it in Markdown, or take it out")
