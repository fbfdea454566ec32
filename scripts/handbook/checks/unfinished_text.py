"""No page is published with a note of its writers that something is still to be written.

A patient who meets one does not know what is missing, and whether it would have been the warning.

Passes:

    Call the clinic if the swelling grows.

Fails:

    TODO: say when to call.

What to do: write what is missing, or delete the note. Which words are such notes stands in
docs/data/languages/<xx>.yml: `unfinished-words`; a language without the list has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word that holds the place of what is still to be written."""
    words = handbook.language(page.language).phrases["unfinished-words"]
    for block in page.document.texts:
        for start, end in words.find(block.text):
            message = Message("{words} holds the place of what is still to be written", words=block.text[start:end])
            yield Problem(block.locate(start, end), message, Message("write it, or delete the note"))
