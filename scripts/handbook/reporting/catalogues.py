"""The messages of the program in other languages than English.

They stand beside the program and not in a handbook: whoever writes another handbook gets them with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.plurals import plural_category

FOLDER = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages in one language; without any it tells them in English."""

    categories: Mapping[str, str] = field(default_factory=dict)
    """The plural categories of the language with their rules, as in a handbook's file of a language."""
    texts: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    """By the English template: the same in this language, or where something is counted one for each category."""

    def tell(self, text: str) -> str:
        """Return a message in this language; what is none of the program's stays as it is."""
        found = self.texts.get(text.template) if isinstance(text, Message) else None
        if not isinstance(text, Message) or found is None:
            return text
        if isinstance(found, Mapping):
            found = found[plural_category(str(text.gaps["count"]), self.categories)]
        told = {name: self.tell(gap) if isinstance(gap, str) else gap for name, gap in text.gaps.items()}
        return found.format(**told)

    def told(self, problem: Problem) -> Problem:
        """Return a problem in this language."""
        return replace(problem, message=self.tell(problem.message), hint=self.tell(problem.hint))


ENGLISH = Catalogue()


def load_catalogue(code: str) -> Catalogue:
    """Load the messages in a language, or in that without the country (``pt`` for ``pt-BR``), or in English."""
    for name in (code, code.partition("-")[0]):
        file = FOLDER / f"{name}.yml"
        if file.is_file():
            read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            return Catalogue(read["categories"], read["messages"])
    return ENGLISH
