"""A page calls each thing by its word in the glossary, in every language.

A patient who reads of crusts here and of scabs there looks for two things. A word that looks right can mean something
else: kudis is no crust but scabies, and some words of a neighbouring language are no words here.

Passes:

    docs/ms/index.md:
    Pelindung matahari menahan cahaya. Ada yang menyebutnya “krim matahari”.

Fails:

    docs/ms/index.md:
    Sapukan krim mataharinya setiap hari.

What to do: write the word that is named. Every form of a word to avoid is found, by its root. It may stand in
quotation marks or in brackets, where it is somebody else's. The words stand in docs/data/glossary/<xx>.yml: those below
`avoid` are warned of, those below `misleading` are errors. Is a good word refused, write the one that is avoided with
an equals sign, `=kontrol`: then it counts only as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.checks.prose import without_asides, without_code
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.register.glossary import Avoided
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING}


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word to avoid on a page: an error where it misleads, a warning elsewhere."""
    if page.language not in handbook.glossary:
        return
    avoided = handbook.glossary[page.language].avoided
    for block, text in without_code(page.document):
        for start, end, found in avoided.find(without_asides(text)):
            said = block.text[start:end]
            severity = Severity.ERROR if found.misleads else Severity.WARNING
            hint = Message("write {right}", right=found.word)
            yield Problem(block.locate(start, end), _message(said, found), hint, severity)


def _message(said: str, found: Avoided) -> Message:
    wrong = Message("means something else to readers") if found.misleads else Message("is a word to avoid")
    return Message("“{words}” {wrong}: {reason}", words=said, wrong=wrong, reason=found.reason)
