"""What the templates are given: plain values, each with the meaning the templates read off its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from handbook.language.languages import Language
from handbook.register.behind import behind_on, behind_words
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME, Page
from handbook.register.sign_offs import SignOff
from handbook.render.addresses import call_path, card_path, has_card, notes_address, site_address, site_path
from handbook.render.citations import notes
from handbook.render.editions import list_file
from handbook.render.html.notes import NOTES
from handbook.render.html.page_text import PageText
from handbook.render.html.single_file import whole_file
from handbook.render.html.structured_data import structured_data
from handbook.render.html.ways import Way, topics_by_letter, ways_on

_SHOWN = 155
"""Characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language, as something to link to."""

    code: str
    name: str
    """The language in its own words."""
    path: str
    """From the site's root: ``ms/recovery/day-by-day.html``."""
    address: str
    """The full address; empty while nobody has said where the site will stand."""
    is_source: bool
    is_fallback: bool
    """Whether the original stands in for it; search engines are not told of such a page."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every template may show in one language, whichever page it is for."""

    language: str
    language_name: str
    direction: str
    """Which way the text runs, ``ltr`` or ``rtl``."""
    name: str
    """The handbook's name."""
    home: str
    homes: tuple[Version, ...]
    call: str
    """From the site's root, the page on when to call; empty where no page is."""
    clinic: str
    is_example: bool
    print: str
    """From the site's root, the list of what is printed; empty where nothing is."""
    card: str
    """The full address of the picture that a messenger shows beside a link; empty where there is none."""
    whole: str
    """From the site's root, the whole handbook in one file."""
    text_version: str
    """What tells the day of the text."""
    text_day: str
    """That day in words."""
    day: str
    """The same day for machines."""
    help: tuple[Way, ...]
    """Where else to go, for whom the search finds nothing."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of one page may show beside its text."""

    title: str
    heading: str
    """The title as HTML."""
    description: str
    address: str
    """The full address of the text, which for an original that stands in is its own."""
    versions: tuple[Version, ...]
    is_home: bool
    status: str
    """Who has reviewed the text, or that nobody has."""
    is_signed: bool
    text_language: str
    is_fallback: bool
    """Whether the text is in another language than all around it."""
    topics: tuple[tuple[str, tuple[Way, ...]], ...] = ()
    """On the first page, what patients look for, by the first letter of what it is called."""
    told: str = ""
    """What the page says of itself to machines, as JSON."""
    behind: BehindView | None = None
    """What is told where the original has changed since it was translated."""
    notes: str = ""
    """Where not the page itself but the notes to it are shown: these, as HTML."""


@dataclass(frozen=True, slots=True)
class BehindView:
    """What stands above a translation whose original has changed since."""

    text: str
    link: str
    """The words of the link to the original."""
    path: str
    """From the site's root, the section of the original that has changed; empty where the site has no original."""
    language: str
    """The code of the original's language."""


def site_view(language: Language, handbook: Handbook) -> SiteView:
    """Return what the frame of every page in a language shows."""
    homes = versions(HOME, handbook)
    text_day = language.date(handbook.text_version.day)
    return SiteView(
        language=language.code,
        language_name=language.name,
        direction=language.direction,
        name=handbook.name_in(language.code),
        home=site_path(HOME, language.code, handbook),
        homes=homes,
        call=call_path(language.code, handbook),
        clinic=handbook.clinic.detail("name"),
        is_example=handbook.clinic.example,
        print=f"print/{list_file(language.code)}" if language in handbook.printed and handbook.editions else "",
        card=site_address(handbook) + card_path(language.code) if has_card(language, handbook) else "",
        whole=whole_file(language.code),
        text_version=language.word("site.text-version", date=text_day),
        text_day=text_day,
        day=handbook.text_version.day.isoformat(),
        help=tuple(ways_on(language, handbook)),
    )


def page_view(page: Page, title: str, handbook: Handbook) -> PageView:
    """Return what one page shows around its text, below its title as HTML."""
    here = versions(page.path, handbook)
    address = next(version.address for version in here if version.code == page.text_language)
    original = handbook.page(page.path, page.text_language) or page
    language = handbook.language(page.language)
    return PageView(
        title=page.title,
        heading=title,
        description=_description(page, language),
        address=address,
        versions=here,
        is_home=page.path == HOME,
        status=_status(original.sign_off, language, "site.untranslated" if page.is_fallback else "site"),
        is_signed=original.sign_off is not None,
        text_language=page.text_language,
        is_fallback=page.is_fallback,
        topics=tuple(topics_by_letter(language, handbook)) if page.path == HOME else (),
        told=structured_data(page, address, handbook),
        behind=_behind(page, language, handbook),
    )


def _behind(page: Page, language: Language, handbook: Handbook) -> BehindView | None:
    behind = behind_on(page, handbook)
    if behind is None:
        return None
    every = versions(page.path, handbook)
    original = next((version for version in every if (version.code, page.path) not in handbook.standings), None)
    return BehindView(
        text=behind_words("site.behind.", behind, language),
        link=language.word("site.behind.link"),
        path=f"{original.path}{'#' if behind.section else ''}{behind.section}" if original else "",
        language=original.code if original else "",
    )


def notes_view(page: Page, text: PageText, handbook: Handbook) -> PageView:
    """Return what the page beside one shows, which has the notes to it; without notes there is no such page.

    Search engines are not told of it: whoever looks for a matter is to find the page itself.
    """
    view = page_view(page, text.title, handbook)
    title = handbook.language(page.text_language).word("site.notes.title")
    return replace(
        view,
        title=f"{title} – {page.title}",
        heading=f'<h1 id="{NOTES}">{escape(title, quote=False)}</h1>',
        description="",
        address="",
        versions=tuple(_notes_version(version, page, handbook) for version in view.versions),
        is_home=False,
        topics=(),
        told="",
        behind=None,
        notes=text.notes,
    )


def _notes_version(version: Version, page: Page, handbook: Handbook) -> Version:
    """Return the notes in another language, or the page itself where it has none there."""
    other = handbook.page(page.path, version.code)
    path = notes_address(version.path) if other and notes(other, handbook) else version.path
    return replace(version, path=path, address="")


def versions(path: str, handbook: Handbook) -> tuple[Version, ...]:
    """Return a page in every language, whether it is translated there or not."""
    pages = ((language, handbook.page(path, language.code)) for language in handbook.languages)
    return tuple(_version(page, language, handbook) for language, page in pages if page is not None)


def sitemap_of(handbook: Handbook) -> tuple[tuple[Version, ...], ...]:
    """Return every page of the site with its versions; none while nobody has said where the site will stand."""
    paths = dict.fromkeys(page.path for page in handbook.pages) if site_address(handbook) else ()
    return tuple(versions(path, handbook) for path in paths)


def _version(page: Page, language: Language, handbook: Handbook) -> Version:
    place = site_path(page.path, language.code, handbook)
    root = site_address(handbook)
    address = root + place.removesuffix("index.html") if root else ""
    is_source = language is handbook.source
    return Version(language.code, language.name, place, address, is_source, page.is_fallback)


def _description(page: Page, language: Language) -> str:
    """Return the first paragraph for search engines, or what stands above an original in place of its translation."""
    summary = language.word("site.untranslated.text") if page.is_fallback else page.document.summary
    return summary if len(summary) <= _SHOWN else summary[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _status(sign_off: SignOff | None, language: Language, words: str) -> str:
    if sign_off is None:
        return language.word(f"{words}.draft")
    day = language.date(sign_off.day)
    return language.word(f"{words}.signed", name=sign_off.name, role=sign_off.role, date=day)
