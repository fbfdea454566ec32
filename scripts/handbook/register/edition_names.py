"""Which edition somebody means who does not know what it is called in editions.yml: by words of its title.

"first week" and "minggu pertama" mean ``first-week``; endings are passed over, as in «первую неделю».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.language.languages import Language
from handbook.register.editions import SECTION, Edition

_WORD = re.compile(r"\w+")
_ROOT, _ENDING = 4, 2
"""Letters: so many of a word count at least, and so many at its end do not."""


def editions_named(name: str, editions: Sequence[Edition], languages: Sequence[Language]) -> list[Edition]:
    """Return the editions that a name can mean: the one with this id or title, or all whose title has its words."""
    asked = _words(name)
    said = {edition.id: [edition.id.split("-"), *map(_words, _titles(edition, languages))] for edition in editions}
    exact = [edition for edition in editions if name == edition.id or asked in said[edition.id]]
    return exact or [it for it in editions if asked and any(_holds(title, asked) for title in said[it.id])]


def title_in(edition: Edition, language: Language) -> str:
    """Return the title that an edition has in a language, or the empty text."""
    return language.word(f"{SECTION}.{edition.id}.title") if edition.id in language.section(SECTION) else ""


def _titles(edition: Edition, languages: Sequence[Language]) -> Iterator[str]:
    yield from filter(None, (title_in(edition, language) for language in languages))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds(title: Sequence[str], asked: Sequence[str]) -> bool:
    """Tell whether each word that is asked for begins like one of a title."""
    beginnings = (word[: max(_ROOT, len(word) - _ENDING)] for word in asked)
    return all(any(word.startswith(beginning) for word in title) for beginning in beginnings)
