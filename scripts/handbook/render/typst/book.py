"""An edition in one language, ready to be printed: plain text and numbers, so that another process can take it."""

from __future__ import annotations

import datetime
import json
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.diagnostics.problems import Location
from handbook.register.editions import LEAST, NAME
from handbook.render.typst.syntax import joined, marked, pieces_of, place_in, targets_in

TEMPLATES = "overrides/pdf"
"""The folder of the Typst files, within the project."""

_BEFORE = '#import "/overrides/pdf/handbook.typ": *\n#show: handbook\n#{opening();'
_AFTER = "\nclosing()}\n"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the handbook as a chapter of the book."""

    path: str
    """From the project's root, ``docs/ms/recovery/day-by-day.md``."""
    opening: str
    """The code before its text, which ends where the text is asked for."""
    blocks: tuple[str, ...]
    """The code of each block of its text."""

    @property
    def code(self) -> str:
        """The whole of it in Typst."""
        return f"{self.opening}{joined(self.blocks)});"

    def with_only(self, kept: Collection[int]) -> Chapter:
        """Return it with some of its blocks, given by their numbers; of the others stay the targets of links."""
        blocks = (code if number in kept else targets_in(code) for number, code in enumerate(self.blocks))
        return replace(self, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class Book:
    """What one edition in one language is made from."""

    language: str
    file_name: str
    """What its file is called."""
    chapters: tuple[Chapter, ...]
    inputs: str
    """JSON: the words, the clinic, the version, the sources; words.typ reads it."""
    day: datetime.date
    """Stands in the file as the day it was made."""
    images: Mapping[str, bytes] = field(default_factory=dict)
    """The images in it as they are published, by their paths from the project's root."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """A digest of what each part says, by its title, for who asks later what has changed."""
    place: Location = field(default_factory=lambda: Location(f"docs/data/{NAME}"))
    """Where its edition is described."""

    @property
    def code(self) -> str:
        """The whole of it in Typst."""
        return _BEFORE + "".join(chapter.code for chapter in self.chapters) + _AFTER

    @property
    def sheet_code(self) -> str:
        """The code that stands at its foot."""
        return str(json.loads(self.inputs)["sheet-code"])

    @property
    def see_page(self) -> str:
        """How the book says on which page something stands."""
        return str(json.loads(self.inputs)["see-page"][self.language])

    @property
    def paper(self) -> str:
        """The name of its format."""
        return str(self._edition["paper"])

    @property
    def is_folded(self) -> bool:
        """Whether its pages are put two on a sheet."""
        return bool(self._edition["folded"])

    @property
    def runs_from_right(self) -> bool:
        """Whether its language is written from the right."""
        return bool(json.loads(self.inputs)["directions"].get(self.language) == "rtl")

    @property
    def sides(self) -> int:
        """How many sides of paper it may take; 0 where nobody has said."""
        return int(self._edition["sides"])

    @property
    def size(self) -> float:
        """The size of its letters in points."""
        return float(self._edition["size"])

    @property
    def least(self) -> float:
        """The smallest size that they may have in its stead; large print says on itself how large it is."""
        return self.size if self._edition["large-print"] else min(self.size, LEAST)

    @property
    def _edition(self) -> dict[str, Any]:
        """What templates are told of its edition."""
        edition: dict[str, Any] = json.loads(self.inputs)["edition"]
        return edition

    def set_in(self, size: float, gaps: float) -> Book:
        """Return it in letters of another size, and with a share of the gaps between lines and blocks."""
        inputs = json.loads(self.inputs)
        inputs["edition"] = {**self._edition, "size": size, "gaps": gaps}
        return replace(self, inputs=json.dumps(inputs, ensure_ascii=False))

    def inputs_for(self, marks: bool = False) -> str:
        """Return the inputs, and among them whether templates set ``marks`` too."""
        inputs = {**json.loads(self.inputs), "marks": marks}
        return json.dumps(inputs, ensure_ascii=False, sort_keys=True)

    def location(self, line: int, column: int) -> Location | None:
        """Return the place in a page from which a place in the code was written; None outside the chapters."""
        lines = self.code.split("\n")
        offset = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1 - len(_BEFORE)
        starts = [0]
        for chapter in self.chapters:
            starts.append(starts[-1] + len(chapter.code))
        index = bisect_right(starts, offset) - 1
        if not 0 <= index < len(self.chapters):
            return None
        return place_in(self.chapters[index].code, offset - starts[index], self.chapters[index].path)

    @property
    def marked_code(self) -> str:
        """The same with a mark before each piece of a chapter, and at the end a list of where each mark stands."""
        chapters = (marked(chapter.code, chapter.path) for chapter in self.chapters)
        return _BEFORE + "".join(chapters) + _AFTER + "#places()"

    @property
    def pieces(self) -> Mapping[Location, str]:
        """The code that follows each mark, as far as the next, by the place that the mark names."""
        found: dict[Location, str] = {}
        for chapter in self.chapters:
            for place, code in pieces_of(chapter.code, chapter.path):
                found[place] = found.get(place, "") + code
        return found
