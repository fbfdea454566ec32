"""The words of a text as the search compares them: the same as overrides/assets/search/engine/words.js does in a page.

What makes no difference is alike: capitals, ё in Russian, a Cyrillic letter typed in CO2. SPF30 is two words, so that
it meets SPF 30; mkn, as Malay is written in messages, is makan. A test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from handbook.language.languages import Language
from handbook.language.letters import marks
from handbook.language.roots import Roots, roots_by
from handbook.language.stemmers import STEMMER
from handbook.register.handbook import Handbook
from handbook.register.searches import Searches

_INVISIBLE = "\u00ad\u0600-\u0605\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_NOT_HEARD = re.compile(f"[{_INVISIBLE}'’]")
_PARTS = re.compile(r"(?<=[^\W\d_]{3})(?=\d)|(?<=\d\d)(?=[^\W\d_])")
_HYPHENED = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_DOTLESS = frozenset(("tr", "az"))
"""Languages whose capital I is that of ı; the browser knows them by itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """What reads the words of a language."""

    code: str
    alike: Mapping[str, str]
    lookalikes: Mapping[str, str]
    roots: Roots

    idle: frozenset[str]
    """Words that find nothing by themselves."""
    short: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words for which one is written in messages."""
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What has been read before: the same words come again and again."""

    @classmethod
    def of(cls, language: Language, handbook: Handbook) -> Reader:
        """Return the reader of a language; look-alikes are those of every keyboard."""
        lookalikes = {letter: other for each in handbook.languages for letter, other in each.lookalikes.items()}
        typed = handbook.searches.get(language.code, Searches())
        plain = cls(language.code, language.alike, lookalikes, roots_by(language.word(STEMMER)), frozenset())
        short = {its: tuple(plain.words(word)) for word, several in typed.short.items() for its in several}
        reader = replace(plain, _known={}, short=short)
        return replace(reader, _known={}, idle=frozenset(word for text in typed.idle for word in reader.words(text)))

    def words(self, text: str) -> Iterator[str]:
        """Yield the words of a text, in order."""
        for found in _word().findall(text):
            if found not in self._known:
                parts = filter(None, _PARTS.split(self.plain(found)))
                self._known[found] = tuple(word for part in parts for word in self.short.get(part, (part,)))
            yield from self._known[found]

    def telling(self, text: str) -> list[str]:
        """Return the words of a text that can find something, and what it writes with a hyphen also as one word."""
        return [word for word in (*self.words(text), *self.joined(text)) if word not in self.idle]

    def small(self, text: str) -> list[str]:
        """Return the words of a text that find nothing by themselves."""
        return [word for word in self.words(text) if word in self.idle]

    def joined(self, text: str) -> Iterator[str]:
        """Yield what a text writes with a hyphen as if it were written together: makeup for make-up."""
        if _HYPHENED.search(text):
            plain = set(self.words(text))
            yield from (word for word in self.words(_HYPHENED.sub("", text)) if word not in plain)

    def plain(self, word: str) -> str:
        """Return a word without what makes no difference."""
        small = unicodedata.normalize("NFKC", word)
        if self.code in _DOTLESS:
            small = small.replace("I", "ı").replace("İ", "i")
        small = _NOT_HEARD.sub("", small.lower())
        plain = "".join(self.alike.get(letter, letter) for letter in small)
        if not re.search(r"\d", plain):
            return plain
        return "".join(self.lookalikes.get(letter, letter) for letter in plain)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W_]|[{marks()}{_INVISIBLE}'’])+")
