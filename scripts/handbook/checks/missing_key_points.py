"""A page begins with a sentence that says what it is for, and then a box with its key points.

Many readers come in fear and read no further than the first screen. What they take away from there must be what
matters most.

Passes:

    This page helps you to keep your skin clean.

    !!! key-points "Key points"
        - Do not pick.

    ## By day {#by-day}

    ## By night {#by-night}

Fails:

    This page helps you to keep your skin clean.

    ## By day {#by-day}

    ## By night {#by-night}

What to do: after the title write one short paragraph, and then `!!! key-points` with a list of three to five points.
Only a call box may stand before, where readers need it first. A page with fewer than two sections is short enough to
be read whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.language.languages import Language
from handbook.language.sentences import split
from handbook.markup.blocks import Box, Heading, Paragraph
from handbook.markup.dialect import CALL_BOXES
from handbook.markup.document import Document
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}

BOX = "key-points"
SECTIONS = 2
"""From so many sections on a page needs key points."""

_PARAGRAPH = "paragraph"

MOST_SENTENCES = 2
"""In the paragraph before the box."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page of several sections that begins in another way."""
    document = page.document
    titles = [heading for heading in document.headings if heading.level == 1]
    sections = [heading for heading in document.headings if heading.level == 2]
    if titles and len(sections) >= SECTIONS:
        message, hint = _fault(document, handbook.language(page.language))
        if message:
            yield Problem(titles[0].location, message, hint)


def _fault(document: Document, language: Language) -> tuple[Message, Message]:
    """Return how the beginning of a page differs from what is wanted and what to do, or two empty texts."""
    opening = [kind for kind in _opening(document) if kind not in CALL_BOXES]
    if BOX not in opening:
        hint = Message("write after the first sentence: !!! {box}, and indented by four spaces a list", box=BOX)
        return Message("the page has no box of key points before its first section"), hint
    if opening[: opening.index(BOX)] != [_PARAGRAPH]:
        hint = Message("write there in a sentence what the page is for, and nothing else")
        return Message("between the title and the key points must stand one paragraph"), hint
    first = next(block for block in document.blocks if isinstance(block, Paragraph))
    if len(split(first.text, language.abbreviations)) > MOST_SENTENCES:
        hint = Message("say in one sentence, or {most}, what the page is for", most=MOST_SENTENCES)
        return Message("the paragraph before the key points is long"), hint
    return NOTHING, NOTHING


def _opening(document: Document) -> Iterator[str]:
    """Yield what stands between the title and the first section: kinds of boxes, paragraphs, and anything else."""
    blocks = (block for block in document.blocks if not (isinstance(block, Heading) and block.level == 1))
    for block in takewhile(lambda block: not isinstance(block, Heading), blocks):
        yield block.kind if isinstance(block, Box) else _PARAGRAPH if isinstance(block, Paragraph) else ""
