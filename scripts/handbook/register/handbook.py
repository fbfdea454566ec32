"""What the handbook says: the pages in every language, the register of facts, and the clinic's details."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from handbook.diagnostics.stand_ins import StandIn
from handbook.language.languages import Language
from handbook.language.units import Units
from handbook.markup.inlines import PASSAGE
from handbook.project import Project
from handbook.register.clinic import Clinic
from handbook.register.countries import Countries
from handbook.register.decisions import Decision
from handbook.register.editions import Edition
from handbook.register.editorial_reviews import EditorialReview
from handbook.register.facts import Fact, Register
from handbook.register.glossary import Glossary
from handbook.register.handed_out import HandedOut
from handbook.register.images import Images
from handbook.register.insertions import insertions_of
from handbook.register.limits import Limits
from handbook.register.open_questions import OpenQuestion
from handbook.register.pages import Page
from handbook.register.passages import Passages
from handbook.register.pictures import Pictures, addresses_of
from handbook.register.searches import Searches
from handbook.register.sign_offs import SignOff
from handbook.register.sign_rules import SignRules
from handbook.register.sign_words import FOLDER, Said, SignWords
from handbook.register.stand_ins import StandIns
from handbook.register.subjects import Claim, Topic
from handbook.text_version import TextVersion
from handbook.tracking.ledger import SIGN_PAGE, Ledgers
from handbook.tracking.states import Standing

__all__ = ["Clinic", "Fact", "Handbook", "Language", "Page", "Register", "anchors_of"]


@dataclass(frozen=True, slots=True)
class Handbook:
    """Everything that was read; the outputs and the checks take all they need from here."""

    project: Project
    languages: tuple[Language, ...]
    """The source language first."""
    units: Units
    """Everything that numbers can count."""
    pages: tuple[Page, ...]
    """Those that are written: by language, and within a language in the order of the navigation."""
    fallbacks: tuple[Page, ...]
    """Originals that readers of another language get until there is a translation."""
    register: Register
    decisions: Mapping[str, Decision]
    """What each clinic settles for itself, by id."""
    countries: Countries
    """Where a clinic can be, and the fact that has their emergency numbers."""
    sign_rules: SignRules
    """What tells expected signs from warning signs."""
    passages: Passages
    """What is written once and shown on several pages."""
    sign_words: SignWords
    """What the warning signs are called in each language."""
    glossary: Mapping[str, Glossary]
    """The words for each concept, by language; empty where there is no glossary."""
    searches: Mapping[str, Searches]
    """What patients type, by language; a language may have none."""
    pictures: Pictures
    """What is drawn from the register."""
    images: Images
    """The photographs and other images that pages can show."""
    clinic: Clinic
    topics: Mapping[str, Topic]
    """What patients look for, by id."""
    claims: Mapping[str, Claim]
    """What they may have heard, by id."""
    open_questions: Mapping[str, OpenQuestion]
    """What only a clinician can settle, by id; told to who signs, and never to patients."""
    editorial_reviews: tuple[EditorialReview, ...]
    """Who read which page once more against its sources."""
    limits: Limits
    """How long and how hard a page may be."""
    stand_ins: StandIns
    """What still has the words of the original, by language."""
    sign_offs: tuple[SignOff, ...]
    """Who has answered for which page, whether that still holds or not."""
    handed_out: tuple[HandedOut, ...]
    """Which printed forms were handed out, by their codes."""
    editions: tuple[Edition, ...]
    """What is printed, the one first that the site offers."""
    ledgers: Ledgers
    """Of which original each block of each translation was made."""
    today: datetime.date
    """For reviews that are overdue; nothing that is printed depends on it."""
    standings: Mapping[tuple[str, str], tuple[Standing, ...]] = field(default_factory=dict)
    """How each block of each translation stands to its original now, by language and page."""

    @property
    def text_version(self) -> TextVersion:
        """Which text this is."""
        return self.project.text_version

    @property
    def source(self) -> Language:
        """The language the others are translated from."""
        return self.languages[0]

    @property
    def written(self) -> tuple[Page, ...]:
        """Every text as it was written, once: pages, passages, and words of signs, each with its own blocks alone."""
        signs = (page for said in self.sign_words.values() for texts in said.values() for page in _flat(texts))
        pages = (*self.pages, *self.passages.values(), *signs)
        return tuple(page if page.document is page.written else replace(page, document=page.written) for page in pages)

    @property
    def sign_files(self) -> frozenset[str]:
        """The files with the words of signs."""
        return frozenset(f"docs/data/{FOLDER}/{code}.yml" for code in self.sign_words)

    @property
    def shared_files(self) -> frozenset[str]:
        """The files of passages and signs, which several pages show."""
        return self.sign_files.union(page.document.path for page in self.passages.values())

    @property
    def tracked(self) -> frozenset[str]:
        """The codes of the languages whose translation is recorded."""
        return frozenset(code for code, _ in self.ledgers)

    def passages_of(self, page: Page) -> tuple[Page, ...]:
        """Return the passages that a page names, also those that could not be read."""
        named = (image.insertion for image in insertions_of(page.written))
        keys = ((page.language, shown[1]) for shown in named if shown is not None and shown[0] == PASSAGE)
        return tuple(self.passages[key] for key in keys if key in self.passages)

    def pages_in(self, code: str) -> tuple[Page, ...]:
        """Return every page as readers of a language get it, in the order of the navigation."""
        found = (self.page(entry.path, code) for entry in self.project.nav)
        return tuple(page for page in found if page is not None)

    def page(self, path: str, code: str) -> Page | None:
        """Return one page as readers of a language get it, or None where there is not even an original."""
        pages = chain(self.pages, self.fallbacks)
        return next((page for page in pages if page.path == path and page.language == code), None)

    def standings_on(self, page: Page) -> tuple[Standing, ...]:
        """Return how the blocks that a page shows stand to their originals: its own, of passages, of signs.

        What is missing of the page and its passages is among them.
        """
        shown = {part.location for part in page.document.parts}
        texts = (page.path, *(passage.path for passage in self.passages_of(page)), SIGN_PAGE)
        found = ((text, it) for text in texts for it in self.standings.get((page.text_language, text), ()))
        return tuple(
            it
            for text, it in found
            if any(piece.place in shown for piece in it.mine) or (not it.mine and text != SIGN_PAGE)
        )

    def page_of_signs(self, code: str) -> Page | None:
        """Return the page on when to call as readers of a language get it, the first that is always in a handbook."""
        path = next(iter(self.sign_rules.always), None)
        return self.page(path, code) if path else None

    def name_in(self, code: str) -> str:
        """Return what the handbook is called in a language."""
        return next(locale.site_name for locale in self.project.locales if locale.code == code)

    def language(self, code: str) -> Language:
        """Return a language by its code."""
        return next(language for language in self.languages if language.code == code)

    def unsaid(self, code: str, *keys: str) -> tuple[StandIn, ...]:
        """Return what the file of a language has below some keys that nobody has said in that language yet."""
        file = f"docs/data/languages/{code}.yml"
        found = self.stand_ins.get(code, ())
        return tuple(each for each in found if each.location.path == file and each.keys[0] in keys)

    @property
    def printed(self) -> tuple[Language, ...]:
        """The languages that can be printed: those that do not still have to name a font for their letters."""
        return tuple(language for language in self.languages if not self.unsaid(language.code, "fonts"))

    def used(self, page: Page) -> tuple[str, ...]:
        """Return the addresses of the facts on a page and in its pictures, in order of first use."""
        return addresses_of(page.document, self.pictures)


def _flat(said: Said) -> Iterator[Page]:
    return (page for pages in said.values() for page in pages)


def anchors_of(pages: Iterable[Page], project: Project) -> frozenset[str]:
    """Return every page of the source language and every heading on it, as topics and searches name them."""
    source = [page for page in pages if page.language == project.codes[0]]
    sections = (f"{page.path}#{heading.id}" for page in source for heading in page.document.headings)
    return frozenset(page.path for page in source).union(sections)
