"""Who may stand under a page: a person's name and role, and not what was left in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.diagnostics.messages import NOTHING, Message
from handbook.language.languages import Language

_WORD = re.compile(r"[^\W\d_]+")
_TELEPHONE = re.compile(r"(?:\d\D?){3}")
_WANTED = {
    "name": Message("write the name of the person who has read the page, as in Dr Aminah Rahman"),
    "role": Message("write what that person is, as in dermatologist"),
}
"""What to do about each."""


def signatory_fault(what: str, text: str, languages: Iterable[Language]) -> tuple[Message, Message]:
    """Return what is wrong with a ``name`` or ``role`` and what to do, or two empty texts.

    Refused are the empty text, mere signs and initials, words that only hold the place (each language has its list,
    ``placeholders:``), telephone numbers, and characters that are not seen.
    """
    if not text.isprintable():
        return Message("the {what} has characters in it that are not seen", what=what), _WANTED[what]
    if _TELEPHONE.search(text):
        return Message("the {what} is {text!r}, with a number in it", what=what, text=text), _WANTED[what]
    held = {word for language in languages for phrase in language.placeholders[what] for word in _words(phrase)}
    if not any(_is_telling(word) for word in _words(text) if word not in held):
        nobody = Message("the {what} is {text!r}, which names nobody", what=what, text=text)
        return nobody if text else Message("the {what} is empty", what=what), _WANTED[what]
    return NOTHING, NOTHING


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_telling(word: str) -> bool:
    """Tell whether a word is more than an initial; scripts without capitals write names in one letter too."""
    return len(word) > 1 or word.upper() == word.lower()
