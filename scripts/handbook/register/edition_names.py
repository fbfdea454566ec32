"""Which edition somebody means who does not know what it is called in editions.yml: by words of its title.

"first week" and "minggu pertama" mean ``first-week``; so does any form of these words, «первую неделю». What else
people ask for, such as aftercare, stands beside the title as ``also``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.language.roots import roots_by
from handbook.language.stemmers import STEMMER
from handbook.register.editions import SECTION, Edition

_PARTS = ","
"""Between what an edition is also asked for by."""

_Forms = frozenset[str]
"""What a word can be a form of."""


@dataclass(frozen=True, slots=True)
class _Called:
    """What an edition is called in a language: its id, its title and what else it is asked for by."""

    edition: Edition
    phrases: tuple[tuple[_Forms, ...], ...]

    def is_exactly(self, asked: tuple[_Forms, ...]) -> bool:
        """Tell whether one of them has the words that are asked for, and no others."""
        return any(len(phrase) == len(asked) and _are_in(asked, phrase) for phrase in self.phrases)

    def has(self, asked: tuple[_Forms, ...]) -> bool:
        """Tell whether all words that are asked for are among them."""
        return _are_in(asked, [word for phrase in self.phrases for word in phrase])


def editions_named(name: str, editions: Sequence[Edition], languages: Sequence[Language]) -> list[Edition]:
    """Return the editions that a name can mean: those that are called so, or else all that have its words."""
    if found := [edition for edition in editions if edition.id == name]:
        return found
    called = [(_forms(name, language), _called(edition, language)) for language in languages for edition in editions]
    called = [(asked, names) for asked, names in called if asked]
    exact = {names.edition.id for asked, names in called if names.is_exactly(asked)}
    meant = exact or {names.edition.id for asked, names in called if names.has(asked)}
    return [edition for edition in editions if edition.id in meant]


def title_in(edition: Edition, language: Language) -> str:
    """Return the title that an edition has in a language, or the empty text."""
    return _word("title", edition, language)


def _called(edition: Edition, language: Language) -> _Called:
    also = _word("also", edition, language).split(_PARTS)
    names = (edition.id.replace("-", " "), title_in(edition, language), *also)
    return _Called(edition, tuple(filter(None, (_forms(name, language) for name in names))))


def _word(name: str, edition: Edition, language: Language) -> str:
    words = language.section(f"{SECTION}.{edition.id}")
    return language.word(f"{SECTION}.{edition.id}.{name}") if name in words else ""


def _forms(text: str, language: Language) -> tuple[_Forms, ...]:
    roots = roots_by(language.word(STEMMER))
    return tuple(roots(word) for word in language.lexicon.words(text))


def _are_in(asked: Sequence[_Forms], words: Sequence[_Forms]) -> bool:
    return all(any(not one.isdisjoint(word) for word in words) for one in asked)
