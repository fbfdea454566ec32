"""What an edition says beside its chapters: cover, feet, list of sources, and how far it has been checked.

The templates receive these as finished texts in the language; they choose only where and how they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from handbook.diagnostics.problems import Location
from handbook.language.direction import direction_of
from handbook.language.languages import Language
from handbook.markup.inlines import PASSAGE
from handbook.register.clinic import CALLS
from handbook.register.editions import DATES, PAGE, SECTION, Edition
from handbook.register.facts import Fact, Source
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME, Page
from handbook.register.passages import id_of
from handbook.register.regions import region_words
from handbook.register.sign_offs import SignOff
from handbook.render.addresses import site_address, site_path
from handbook.render.citations import Bibliography, marks_on
from handbook.render.editions import Portion, portions_of, purpose_of, title_of
from handbook.render.typst.dates import range_from
from handbook.render.typst.fonts import ProjectFonts
from handbook.render.typst.index import index_of
from handbook.render.typst.qr_codes import qr_code

Inputs: TypeAlias = Mapping[str, object]

_TWICE = ("confirmed", "corrected")
_MOST_AUTHORS = 3


def inputs_of(
    edition: Edition,
    code: str,
    portions: Sequence[Portion],
    language: Language,
    handbook: Handbook,
    cited: Bibliography,
    fonts: ProjectFonts,
) -> Inputs:
    """Return everything that words.typ reads, for an edition in one language; ``code`` tells it from later ones."""
    pages = tuple(portion.page for portion in portions if portion.held.kind != DATES)
    whole = {portion.page.path for portion in portions if portion.is_whole}
    facts = _facts(pages, handbook)
    address = _address(edition, language, handbook)
    shown = [language, *(each for each in handbook.languages if each.code == edition.beside)]
    citing: dict[str, list[Fact]] = {}
    for fact in facts:
        for id in {evidence.source for evidence in fact.evidence}:
            citing.setdefault(id, []).append(fact)
    return {
        "code": language.code,
        "language": " + ".join(each.name for each in shown),
        "directions": {each.code: each.direction for each in handbook.languages},
        "fonts": list(dict.fromkeys(font for each in shown for font in fonts.of_text(each))),
        "sign-fonts": fonts.of_signs(),
        "edition": _edition(edition, len(portions) == len(whole) == 1, _share(edition, portions, handbook)),
        "title": {"text": title_of(edition, language, handbook), "origin": _origin(_title_place(edition, language))},
        "subtitle": _subtitle(edition, language),
        "sheet-code": code,
        "day": language.date(edition.day) if edition.day else "",
        "dates": _dates(edition, language),
        "blank": language.word("common.blank"),
        "review-by": _review_by(facts, language),
        "address": address.removeprefix("https://"),
        "qr": qr_code(address) if address else "",
        "clinic": {
            "name": handbook.clinic.detail("name"),
            "origin": _origin(handbook.clinic.location("name")),
            "example": handbook.clinic.example,
        },
        "draft": any(page.sign_off is None for page in pages),
        "calls": [_detail(name, language, handbook) for name in CALLS],
        "phone": _detail("phone", language, handbook),
        "out-of-hours": _detail("out-of-hours", language, handbook),
        "call": signs.path if (signs := handbook.page_of_signs(language.code)) and signs.path in whole else "",
        "text-day": language.date(handbook.text_version.day),
        "version": handbook.text_version.version,
        "words": language.section("print"),
        "see-page": {code: handbook.language(code).word("print.see-page") for code in _codes(pages, shown)},
        "on-site": {code: handbook.language(code).word("print.on-site") for code in _codes(pages, shown)},
        "untranslated": [page.path for page in pages if page.is_fallback],
        "untranslated-cover": _untranslated("cover", language, pages),
        "untranslated-contents": _untranslated("contents", language, pages),
        "notes": [note for page in pages if (note := _notes(page, cited, handbook))["notes"]],
        "sources": [_source(source, language, citing.get(source.id, [])) for source in cited.sources],
        "checked": _checked(language, facts, pages),
        "sign-offs": _sign_offs(language, pages),
        "index": index_of(portions, language, handbook) if edition.index else [],
    }


def status_of(page: Page, language: Language) -> str:
    """Return what stands under a chapter's title: who reviewed it, or that nobody has."""
    sign_off = page.sign_off
    if sign_off is None:
        return language.word("print.draft-page")
    return language.word("print.signed-page", **_values(sign_off, language))


def notice_of(original: Page, language: Language) -> tuple[str, str, str]:
    """Return what stands above an original in place of its translation: what is missing, what to do, how far it is."""
    sign_off = original.sign_off
    values = _values(sign_off, language) if sign_off else {}
    return (
        language.word("print.untranslated-title"),
        language.word("print.untranslated-text"),
        language.word(f"print.untranslated-{'signed' if sign_off else 'draft'}", **values),
    )


def _values(sign_off: SignOff, language: Language) -> Mapping[str, object]:
    return {"name": sign_off.name, "role": sign_off.role, "date": language.date(sign_off.day)}


def _codes(pages: Sequence[Page], shown: Sequence[Language]) -> list[str]:
    """Return the languages that are in a book, with those ``shown`` on every page of it."""
    said = (code for page in pages for code in (page.language, page.text_language))
    return list(dict.fromkeys((*(language.code for language in shown), *said)))


def _untranslated(where: str, language: Language, pages: tuple[Page, ...]) -> list[str]:
    """Say in one place how many chapters are in another language; nothing where none is."""
    count = sum(page.is_fallback for page in pages)
    return [language.word(f"print.untranslated-{where}", count=count, chapters=len(pages))] if count else []


def _share(edition: Edition, portions: Sequence[Portion], handbook: Handbook) -> float:
    """Return how long a text is for each letter of the one that stands beside it; 0 where none does."""
    if not edition.beside:
        return 0
    others = portions_of(edition, handbook.language(edition.beside), handbook)
    own, its = (sum(len(portion.page.document.source) for portion in each) for each in (portions, others))
    return own / max(1, its)


def _edition(edition: Edition, is_one_page: bool, beside: float) -> Inputs:
    """Return how an edition looks; a sheet of one page has its title from there and does not say it twice."""
    return {
        "paper": edition.paper,
        "size": edition.size,
        "gaps": 1,
        "sides": edition.sides,
        "small": edition.small,
        "sheet": edition.is_sheet,
        "one-page": is_one_page,
        "sources": edition.sources,
        "two-sided": edition.two_sided,
        "follow-on": edition.follow_on,
        "large-print": edition.large_print,
        "folded": edition.folded,
        "to-hang": edition.to_hang,
        "dated": edition.has_dates and bool(edition.day or not edition.days),
        "beside": beside,
    }


def _dates(edition: Edition, language: Language) -> Mapping[str, str]:
    """Return the reader's own dates of the parts of an edition, by the targets of their headings."""
    if edition.day is None:
        return {}
    return {
        f"{held.name}#{held.section}": range_from(edition.day, *edition.days[held.section], language)
        for held in edition.holds
        if held.section in edition.days
    }


def _address(edition: Edition, language: Language, handbook: Handbook) -> str:
    """Return where on the site an edition can be read; empty where nobody has said where the site will stand."""
    top = site_address(handbook)
    path = next(_places(edition, language, handbook), HOME) if edition.is_sheet else HOME
    return top + site_path(path, language.code, handbook) if top else ""


def _places(edition: Edition, language: Language, handbook: Handbook) -> Iterator[str]:
    """Yield where on the site the parts of an edition stand, a passage on the first page that shows it."""
    for held in edition.holds:
        if held.kind == PAGE:
            yield f"{held.name}#{held.section}" if held.section else held.name
        for page in handbook.pages_in(language.code) if held.kind == PASSAGE else ():
            if held.name in map(id_of, handbook.passages_of(page)):
                yield page.path


def _title_place(edition: Edition, language: Language) -> Location:
    """Return where the title of an edition is written."""
    address = f"{SECTION}.{edition.id}.title"
    return language.places.places.get(address, Location("mkdocs.yml"))


def _subtitle(edition: Edition, language: Language) -> str:
    """Return whom an edition is for."""
    return purpose_of(edition, language) or ("" if edition.is_sheet else language.word("print.subtitle"))


def _review_by(facts: Sequence[Fact], language: Language) -> str:
    """Return the first day by which something in an edition is to be looked at again, in words."""
    days = [fact.review_by for fact in facts if not fact.decided_by]
    return language.date(min(days)) if days else ""


def _detail(name: str, language: Language, handbook: Handbook) -> Inputs:
    words = clinic_words(name, language, handbook)
    origin = _origin(handbook.clinic.location(name))
    return {"name": language.word(f"print.{name}"), "text": words.text, "blank": words.blank, "origin": origin}


def _origin(location: Location) -> list[str | int]:
    """Return where something is written, as the templates mark it in print."""
    return [location.path, location.line, location.column]


def _facts(pages: tuple[Page, ...], handbook: Handbook) -> tuple[Fact, ...]:
    """Return the facts of some pages, each once."""
    found = (handbook.register.find(target) for page in pages for target in handbook.used(page))
    return tuple({fact.id: fact for fact in found if fact}.values())


def _notes(page: Page, cited: Bibliography, handbook: Handbook) -> Inputs:
    """Return the sources of each mark in a chapter, by their numbers."""
    return {
        "path": page.path,
        "title": page.title,
        "language": page.text_language,
        "notes": marks_on(page, cited, handbook),
    }


def _source(source: Source, language: Language, using: list[Fact]) -> Inputs:
    """Return one entry of the list of sources, with the one country of the facts that cite it, ``using``."""
    counts, regions = _counts(using), {region_words(fact, language) for fact in using}
    checked = "source-once" if not counts["twice"] else "source-partly" if counts["once"] else "source-twice"
    where = _sentence(regions.pop()) if len(regions) == 1 else ""
    told = language.word(f"print.{checked}", **counts)
    return {
        "authors": _sentence(_shortened(source.authors, language)),
        "title": _sentence(source.title),
        "language": source.language,
        "direction": direction_of(source.authors + source.title),
        "place": _sentence(source.place),
        "address": source.address,
        "shown": source.address.removeprefix("https://").removesuffix("/"),
        "note": f"{where} {told}".lstrip(),
        "origin": _origin(source.location),
    }


def _shortened(authors: str, language: Language) -> str:
    """Return the authors, of four and more only the first, as journals do."""
    names = authors.split(", ")
    return authors if len(names) <= _MOST_AUTHORS else language.word("print.and-others", name=names[0])


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _counts(facts: list[Fact] | tuple[Fact, ...]) -> Mapping[str, int]:
    twice = sum(fact.second_check in _TWICE for fact in facts)
    return {"facts": len(facts), "twice": twice, "once": len(facts) - twice}


def _checked(language: Language, facts: tuple[Fact, ...], pages: tuple[Page, ...]) -> list[str]:
    """Return the paragraphs on how the handbook was checked."""
    signed = sum(page.sign_off is not None for page in pages)
    state = "none-signed" if signed == 0 else "some-signed" if signed < len(pages) else "all-signed"
    return [
        language.word("print.checked-facts"),
        language.word("print.checked-counts", **_counts(facts)),
        language.word(f"print.{state}"),
    ]


def _sign_offs(language: Language, pages: tuple[Page, ...]) -> list[list[object]]:
    """Return the table of who reviewed which chapter, its head first."""
    head: list[object] = [language.word(f"print.{name}") for name in ("chapter", "reviewed-by", "reviewed-on")]
    return [head, *(_sign_off(language, page) for page in pages)]


def _sign_off(language: Language, page: Page) -> list[object]:
    if page.is_fallback:
        title = {"text": page.title, "language": page.text_language}
        return [title, language.word("print.untranslated"), "–"]
    if page.sign_off is None:
        return [page.title, language.word("print.nobody"), "–"]
    sign_off = page.sign_off
    reviewer = language.word("print.reviewer", **_values(sign_off, language))
    return [page.title, reviewer, language.date(sign_off.day)]
