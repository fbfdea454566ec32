"""The messages of the program in other languages than English.

They stand beside the program and not in a handbook: whoever writes another handbook gets them with it.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from handbook.diagnostics.messages import Message
from handbook.language.plurals import plural_category

FOLDER = Path(__file__).parent / "messages"
_CODES = frozenset(file.stem for file in FOLDER.glob("*.yml"))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages in one language; without any it tells them in English."""

    code: str = "en"
    """The language, as in the names of files."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """The plural categories of the language with their rules, as in a handbook's file of a language."""
    texts: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    """By the English template: the same in this language, or where something is counted one for each category."""
    decimal: str = "."
    """What stands before the decimals of a number that is told."""

    def tell(self, text: str) -> str:
        """Return a message in this language; what is none of the program's stays as it is."""
        found = self.texts.get(text.template) if isinstance(text, Message) else None
        if not isinstance(text, Message) or found is None:
            return text
        if isinstance(found, Mapping):
            found = found[plural_category(str(text.gaps["count"]), self.categories)]
        told = {name: self.tell(gap) if isinstance(gap, str) else gap for name, gap in text.gaps.items()}
        return _Filler(self.decimal).vformat(found, (), told)


class _Filler(string.Formatter):
    """Fills gaps as ``str.format`` does, decimal numbers with the sign of a language."""

    def __init__(self, decimal: str) -> None:
        self.decimal = decimal

    def format_field(self, value: object, format_spec: str) -> str:
        """Return what stands in one gap."""
        written = str(super().format_field(value, format_spec))
        return written.replace(".", self.decimal) if isinstance(value, float) else written


ENGLISH = Catalogue()


def catalogue_codes() -> list[str]:
    """Return the languages that have a catalogue."""
    return sorted(file.stem for file in FOLDER.glob("*.yml"))


@cache
def load_catalogue(code: str) -> Catalogue:
    """Load the messages in a language, or in that without the country (``pt`` for ``pt-BR``), or in English."""
    for name in (code, code.partition("-")[0]):
        if name in _CODES:
            text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
            read = yaml.load(text, Loader=yaml.CSafeLoader)
            return Catalogue(name, read["categories"], read["messages"], read["decimal"])
    return ENGLISH


def catalogues() -> Iterator[Catalogue]:
    """Yield the messages in each language, in English first."""
    yield ENGLISH
    yield from map(load_catalogue, sorted(_CODES))
