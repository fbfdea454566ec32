"""What a page cannot know by itself when it becomes Typst code, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.inlines import Reference
from handbook.register.filled_words import Words
from handbook.render.pictures import Figure


@dataclass(frozen=True, slots=True)
class TypstContext:
    """What the rules need beside the part of the page itself."""

    images: Collection[str]
    """The images there are, by their paths from the project's root."""
    folder: str
    """Where the pages of the language stand, ``docs/ms``."""
    targets: Mapping[str, str]
    """The labels of the places links may lead to: ``recovery/day-by-day.md``, ``recovery/day-by-day.md#day-1``."""
    addresses: Mapping[str, str]
    """By the same names where each place of the handbook stands on the site, also those that are not printed here."""
    box_titles: Mapping[str, str]
    """The title of each kind of box, for boxes that have none of their own."""
    blank: str
    """What a place to write on is called, for those who cannot see it."""
    see_page: str
    """How print says behind a link on which page something stands, with the place ``{page}``."""
    on_site: str
    """How it says that something stands on the site alone."""
    words: Callable[[Reference], Words]
    """The words of a reference: typed or filled in, or blank for a detail that the clinic has not set."""
    marks: Callable[[Iterable[str]], int]
    """The number of the mark that leads to the sources of some facts; 0 where there is none."""
    explained: Mapping[str, str]
    """The labels of the places that explain words, by concept; empty in a book without the word list."""
    picture: Callable[[str], Figure | None]
    """The drawn picture of a name such as ``skin-columns``; None where there is none."""
    path: str
    """The page within its language's folder."""
    file: str
    """Its file, from the project's root."""
    prefix: str = ""
    """What the labels of its places begin with, where the same page stands beside it in another language."""
    problems: list[Problem] = field(default_factory=list)
    """Gathers what could not be written."""

    def report(self, location: Location, message: Message, hint: Message) -> None:
        """Report something at a place of the page."""
        self.problems.append(Problem(location, message, hint))
