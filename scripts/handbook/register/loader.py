"""How a handbook is read: first all that stands beside the pages, then the pages, which show and name parts of it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language, load_language
from handbook.language.unit_reader import load_units
from handbook.language.units import Units
from handbook.markup.blocks import Block
from handbook.markup.inlines import GLOSSARY, PASSAGE, SIGNS
from handbook.project import Project
from handbook.register.clinic_reader import load_clinic
from handbook.register.countries import load_countries
from handbook.register.decisions import load_decisions, with_decisions
from handbook.register.edition_contents import Contents
from handbook.register.edition_reader import load_editions
from handbook.register.editorial_reviews import load_editorial_reviews
from handbook.register.explained import word_list, words_on
from handbook.register.fact_days import check_days
from handbook.register.fact_reader import load_register
from handbook.register.facts import Register
from handbook.register.glossary import load_glossaries
from handbook.register.handbook import Handbook, anchors_of
from handbook.register.handed_out import load_handed_out
from handbook.register.images import load_images
from handbook.register.insertions import Find, Found, insertions_of, put_in
from handbook.register.limits import load_limits
from handbook.register.open_questions import load_open_questions
from handbook.register.pages import HOME, Loader, Page, concerned, fallbacks, file_of, loading
from handbook.register.passages import load_passages
from handbook.register.picture_reader import load_pictures
from handbook.register.picture_vocabulary import check_words
from handbook.register.pictures import Pictures
from handbook.register.searches import load_searches, lost_sections, lost_signs
from handbook.register.sign_lists import blocks_of
from handbook.register.sign_offs import load_sign_offs
from handbook.register.sign_rules import load_sign_rules
from handbook.register.sign_words import load_sign_words
from handbook.register.signed_pages import signed_pages
from handbook.register.stand_ins import load_stand_ins
from handbook.register.subjects import load_claims, load_topics
from handbook.register.tracked import load_standings
from handbook.tracking.ledger import load_ledgers

_UNDER_PICTURES = ("docs/data/units.yml", "docs/data/facts/", "docs/data/languages/")
"""What pictures are drawn from; while it has mistakes, theirs would be the same ones again."""


Words: TypeAlias = Mapping[tuple[str, str], frozenset[str]]
"""Which concepts each page speaks of that patients need explained, by its language and path."""


class Loaded(NamedTuple):
    """A handbook that was read, and what is wrong with its files."""

    handbook: Handbook
    beside: tuple[Problem, ...]
    """What is wrong beside the pages."""
    in_pages: tuple[Problem, ...]
    """What is wrong with the pages, and with what names parts of them."""

    words: Words

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong."""
        return [*self.beside, *self.in_pages]


def load_handbook(project: Project, today: datetime.date) -> Loaded:
    """Read everything under docs/; what is wrong stands beside what could be read."""
    with loading(project) as load_pages:
        problems: list[Problem] = []
        bare = _load_beside(project, today, problems)
        return _with_pages(bare, tuple(problems), load_pages, {})


def with_pages(loaded: Loaded, files: Collection[str]) -> Loaded:
    """Return a handbook with the pages of some files read again, and all else as it was."""
    before, others = loaded.handbook, concerned(files, loaded.handbook.project)
    known = {page.written.path: page for page in before.pages if page.written.path not in files}
    standings = {key: its for key, its in before.standings.items() if key not in others}
    words = {key: said for key, said in loaded.words.items() if file_of(*key) not in files}
    with loading(before.project, known) as load_pages:
        return _with_pages(replace(before, standings=standings), loaded.beside, load_pages, words)


def _load_beside(project: Project, today: datetime.date, problems: list[Problem]) -> Handbook:
    """Read all but the pages, and what names parts of them."""
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
    searches = load_searches(project, problems)
    problems += lost_signs(searches, signs.signs)
    read = Handbook(
        project=project,
        languages=languages,
        units=units,
        pages=(),
        fallbacks=(),
        register=register,
        decisions=decisions,
        countries=countries,
        sign_rules=signs,
        passages={},
        sign_words=words,
        glossary=glossary,
        searches=searches,
        pictures=pictures,
        images=load_images(project.root),
        clinic=clinic,
        topics=topics,
        claims=claims,
        open_questions=load_open_questions(project, facts, problems),
        editorial_reviews=reviews,
        limits=limits,
        stand_ins=load_stand_ins(project),
        sign_offs=load_sign_offs(project, languages, today, problems),
        handed_out=load_handed_out(project, clinic.detail("name"), problems),
        editions=(),
        ledgers=load_ledgers(project, problems),
        today=today,
    )
    find = _signs_of(read)
    return replace(read, passages={key: put_in(it, find) for key, it in load_passages(project, problems).items()})


def _with_pages(handbook: Handbook, beside: tuple[Problem, ...], load_pages: Loader, known: Words) -> Loaded:
    """Return a handbook with its pages, what names parts of them, and what was recorded of them.

    Its standings and the words that are ``known`` still hold.
    """
    problems: list[Problem] = []
    project, signs = handbook.project, handbook.sign_rules.signs
    pages, words = _shown(load_pages(problems), handbook, known)
    if handbook.searches:
        problems += lost_sections(handbook.searches, anchors_of(pages, project))
    contents = Contents.of(project, pages, handbook.passages, signs, handbook.pictures)
    editions = load_editions(project, contents, problems)
    read = replace(handbook, pages=pages, fallbacks=fallbacks(pages, project), editions=editions)
    judged = replace(read, pages=signed_pages(read), standings=load_standings(read, handbook.standings))
    return Loaded(judged, beside, tuple(problems), words)


def _shown(read: tuple[Page, ...], handbook: Handbook, known: Words) -> tuple[tuple[Page, ...], Words]:
    """Put into pages what they show: signs, passages and the word list; return them, and the words they speak of.

    The word list has the words of all this, so it comes last.
    """
    passages, find_signs = handbook.passages, _signs_of(handbook)

    def find(scheme: str, name: str, code: str) -> Found | None:
        passage = passages.get((code, name)) if scheme == PASSAGE else None
        return (passage.document.blocks, passage.path) if passage else find_signs(scheme, name, code)

    pages = tuple(put_in(page, find) if page.document is page.written else page for page in read)
    asked = {page.language for page in pages if names_words(page)}
    speaking = {(page.language, page.path): page for page in pages if page.language in asked}
    words = {key: known[key] if key in known else words_on(page, handbook.glossary) for key, page in speaking.items()}
    lists = _word_lists(words, handbook)

    def find_all(scheme: str, name: str, code: str) -> Found | None:
        listed = lists.get(code, ()) if scheme == GLOSSARY and not name else ()
        return (listed, HOME) if listed else find(scheme, name, code)

    return tuple(put_in(page, find_all) if names_words(page) else page for page in pages), words


def _word_lists(words: Words, handbook: Handbook) -> dict[str, tuple[Block, ...]]:
    """Return the word list of each language, as blocks."""
    languages = (language for language in handbook.languages if language.code in handbook.glossary)
    return {
        each.code: word_list(
            frozenset().union(*(said for (code, _), said in words.items() if code == each.code)),
            handbook.glossary[each.code],
            each,
        )
        for each in languages
    }


def _signs_of(handbook: Handbook) -> Find:
    """Return what finds the warning signs that a name stands for, as ``put_in`` asks for them."""
    signs, words = handbook.sign_rules.signs, handbook.sign_words

    def find(scheme: str, name: str, code: str) -> Found | None:
        blocks = blocks_of(name, signs, words, code) if scheme == SIGNS else ()
        return (blocks, HOME) if blocks else None

    return find


def names_words(page: Page) -> bool:
    """Tell whether a page shows words of the glossary, which depend on what all pages say."""
    return any(image.insertion and image.insertion[0] == GLOSSARY for image in insertions_of(page.written))


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
