"""What the handbook says: the pages in every language, the register of facts, and the clinic's details."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.stand_ins import StandIn
from handbook.language.languages import Language, load_language
from handbook.language.units import Units, load_units
from handbook.markup.document import parse
from handbook.markup.inlines import GLOSSARY, PASSAGE, SIGNS
from handbook.project import Project
from handbook.register.clinic import Clinic
from handbook.register.clinic_reader import load_clinic
from handbook.register.countries import Countries, load_countries
from handbook.register.decisions import Decision, load_decisions, with_decisions
from handbook.register.edition_contents import Contents
from handbook.register.edition_reader import load_editions
from handbook.register.editions import Edition
from handbook.register.editorial_reviews import EditorialReview, load_editorial_reviews
from handbook.register.explained import word_lists
from handbook.register.fact_days import check_days
from handbook.register.fact_reader import load_register
from handbook.register.facts import Fact, Register
from handbook.register.glossary import Glossary, load_glossaries
from handbook.register.handed_out import HandedOut, load_handed_out
from handbook.register.images import Images, load_images
from handbook.register.insertions import Found, insertions_of, put_in
from handbook.register.limits import Limits, load_limits
from handbook.register.open_questions import OpenQuestion, load_open_questions
from handbook.register.pages import HOME, Loader, Page, Parser, fallbacks, loading
from handbook.register.passages import Passages, load_passages
from handbook.register.picture_reader import load_pictures
from handbook.register.picture_vocabulary import check_words
from handbook.register.pictures import Pictures, addresses_of
from handbook.register.searches import Searches, load_searches, lost_sections, lost_signs
from handbook.register.sign_lists import blocks_of
from handbook.register.sign_offs import SignOff, load_sign_offs
from handbook.register.sign_rules import SignRules, load_sign_rules
from handbook.register.sign_words import FOLDER, Said, SignWords, load_sign_words
from handbook.register.signed_pages import signed_pages
from handbook.register.stand_ins import StandIns, load_stand_ins
from handbook.register.subjects import Claim, Topic, load_claims, load_topics
from handbook.register.tracked import load_standings
from handbook.register.warning_signs import WarningSign
from handbook.text_version import TextVersion
from handbook.tracking.ledger import SIGN_PAGE, Ledgers, load_ledgers
from handbook.tracking.states import Standing

__all__ = ["Clinic", "Fact", "Handbook", "Language", "Page", "Register", "load_handbook", "with_pages"]


_UNDER_PICTURES = ("docs/data/units.yml", "docs/data/facts/", "docs/data/languages/")
"""What pictures are drawn from; while it has mistakes, theirs would be the same ones again."""


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
        return tuple(
            page if page.document is page.written else replace(page, document=page.written) for page in pages
        )

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


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What pages show that does not stand in files of their own folder."""

    signs: Mapping[str, WarningSign]
    sign_words: SignWords
    glossary: Mapping[str, Glossary]
    languages: tuple[Language, ...]

    def signs_found(self, scheme: str, name: str, code: str) -> Found | None:
        """Return the warning signs that a name stands for, as ``put_in`` asks for them."""
        blocks = blocks_of(name, self.signs, self.sign_words, code) if scheme == SIGNS else ()
        return (blocks, HOME) if blocks else None


def load_handbook(
    project: Project, today: datetime.date, parser: Parser = parse
) -> tuple[Handbook, list[Problem]]:
    """Read everything under docs/; what is wrong is returned beside what could be read. ``parser`` reads a page."""
    with loading(project, parser) as load_pages:
        return _load(project, today, load_pages)


def _load(project: Project, today: datetime.date, load_pages: Loader) -> tuple[Handbook, list[Problem]]:
    problems: list[Problem] = []
    units = load_units(project, problems)
    languages = tuple(load_language(project, locale, units, problems) for locale in project.locales)
    facts = load_register(project, units, problems)
    problems += check_days(facts, today)
    decisions = load_decisions(project, facts, units, problems)
    countries = load_countries(project, facts, problems)
    clinic = load_clinic(project, languages, decisions, countries, facts, problems)
    register = with_decisions(facts, decisions, clinic.values)
    pictures = _pictures(project, register, units, languages, problems)
    topics, claims = load_topics(project, problems), load_claims(project, problems)
    reviews, limits = load_editorial_reviews(project, problems), load_limits(project, problems)
    signs = load_sign_rules(project, facts, problems)
    words = load_sign_words(project, signs.signs, problems)
    glossary = load_glossaries(project, languages, problems)
    texts = Elsewhere(signs.signs, words, glossary, languages)
    pages, passages = _load_texts(project, texts, problems, load_pages)
    missing, searches = fallbacks(pages, project), load_searches(project, problems)
    problems += lost_sections(searches, anchors_of(pages, project)) if searches else ()
    problems += lost_signs(searches, signs.signs)
    recorded = (
        load_sign_offs(project, languages, today, problems),
        load_handed_out(project, clinic.detail("name"), problems),
    )
    editions = load_editions(project, Contents.of(project, pages, passages, signs.signs, pictures), problems)
    shown = (pictures, load_images(project.root))
    beside = (topics, claims, load_open_questions(project, facts, problems), reviews, limits, load_stand_ins(project))
    read = (register, decisions, countries, signs, passages, words, glossary, searches, *shown, clinic, *beside)
    ledgers = load_ledgers(project, problems)
    handbook = Handbook(project, languages, units, pages, missing, *read, *recorded, editions, ledgers, today)
    return _judged(handbook), problems


def with_pages(handbook: Handbook, problems: list[Problem], parser: Parser) -> Handbook:
    """Return the handbook with its pages read again; what is wrong with them is reported."""
    project = handbook.project
    rules, words, glossary = handbook.sign_rules, handbook.sign_words, handbook.glossary
    texts = Elsewhere(rules.signs, words, glossary, handbook.languages)
    with loading(project, parser) as load_pages:
        pages, passages = _load_texts(project, texts, problems, load_pages)
    read = replace(handbook, pages=pages, passages=passages, fallbacks=fallbacks(pages, project))
    return _judged(read)


def _judged(handbook: Handbook) -> Handbook:
    """Return the handbook with what holds of what was recorded: sign-offs, and the ledgers of the translations."""
    return replace(handbook, pages=signed_pages(handbook), standings=load_standings(handbook))


def _load_texts(
    project: Project, elsewhere: Elsewhere, problems: list[Problem], load_pages: Loader
) -> tuple[tuple[Page, ...], Passages]:
    """Load the pages and passages, and put into them what they show: signs, and into pages passages too.

    The word list has the words of all this, so it comes last.
    """
    passages = {key: put_in(page, elsewhere.signs_found) for key, page in load_passages(project, problems).items()}

    def find(scheme: str, name: str, code: str) -> Found | None:
        passage = passages.get((code, name)) if scheme == PASSAGE else None
        return (passage.document.blocks, passage.path) if passage else elsewhere.signs_found(scheme, name, code)

    pages = tuple(put_in(page, find) for page in load_pages(problems))
    asked = {page.language for page in pages if _names_words(page)}
    lists = word_lists([page for page in pages if page.language in asked], elsewhere.glossary, elsewhere.languages)

    def find_all(scheme: str, name: str, code: str) -> Found | None:
        listed = lists.get(code, ()) if scheme == GLOSSARY and not name else ()
        return (listed, HOME) if listed else find(scheme, name, code)

    return tuple(put_in(page, find_all) if _names_words(page) else page for page in pages), passages


def anchors_of(pages: Iterable[Page], project: Project) -> frozenset[str]:
    """Return every page of the source language and every heading on it, as topics and searches name them."""
    source = [page for page in pages if page.language == project.codes[0]]
    sections = (f"{page.path}#{heading.id}" for page in source for heading in page.document.headings)
    return frozenset(page.path for page in source).union(sections)


def _names_words(page: Page) -> bool:
    return any(image.insertion and image.insertion[0] == GLOSSARY for image in insertions_of(page.written))


def _flat(said: Said) -> Iterator[Page]:
    return (page for pages in said.values() for page in pages)


def _pictures(
    project: Project, register: Register, units: Units, languages: tuple[Language, ...], problems: list[Problem]
) -> Pictures:
    """Load the pictures, and check their words; what is wrong with the register or the pictures is told only once."""
    if any(problem.location.path.startswith(_UNDER_PICTURES) for problem in problems):
        return {}
    before = len(problems)
    pictures = load_pictures(project, register, units, problems) if register.facts else {}
    if pictures and len(problems) == before:
        problems += check_words(pictures, languages, project)
    return pictures
