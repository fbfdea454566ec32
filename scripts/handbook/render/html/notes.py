"""The notes to a page: one for each fact it uses, with the publications and how sure we are.

They are a page of their own beside it. They were three fifths of what a phone was sent, and few readers want them; who
taps a mark is led to what the publications say without another tap, without script as well, and the browser's own way
back leads to where the reader was. The words that lead back to the text are the very words a note is about. A page may
have two hundred publications, so each is as little markup as can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from handbook.language.interface import fill
from handbook.language.languages import Language
from handbook.markup.form import RESERVED
from handbook.markup.inlines import Citation, Picture
from handbook.register.facts import Evidence, Fact, Source
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.regions import elsewhere_words, region_words
from handbook.render.addresses import web_address
from handbook.render.citations import Note, notes
from handbook.render.html.links import Mark, Marks, notes_file
from handbook.render.html.spoken import lang_attributes
from handbook.render.pictures import figure_of

NOTES = f"{RESERVED}notes"
"""The id of the heading above the notes, and of that at the end of the page which leads there."""

_LONGEST_QUOTE = 60
"""Characters of the page's words that a note repeats."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place in the text that leads to a note, and its words there."""

    mark: Mark
    words: str


def write_way_to_notes(page: Page, handbook: Handbook) -> str:
    """Return the end of a page, which tells of its notes, or nothing where it uses no facts."""
    if not notes(page, handbook):
        return ""
    language = handbook.language(page.text_language)
    link = f'<a href="{notes_file(page)}#{NOTES}">{_say(language, "more")}</a>'
    return f'<h2 id="{NOTES}">{_say(language, "title")}</h2>\n<p>{_say(language, "intro")} {link}</p>'


def write_notes(page: Page, handbook: Handbook, marks: Marks) -> str:
    """Return the notes to a page that ``with_marks`` has made, or nothing where it uses no facts."""
    uses = _uses(page, handbook, marks)
    items = [_note(note, uses.get(note.fact.id, ()), page, handbook) for note in notes(page, handbook)]
    return f'<ol class="hb-notes">\n{"".join(items)}</ol>' if items else ""


def _say(language: Language, name: str, **values: str) -> str:
    """Return words of the notes; the values are put in as they are."""
    return fill(escape(language.word(f"site.notes.{name}"), quote=False), values)


def _uses(page: Page, handbook: Handbook, marks: Marks) -> Mapping[str, tuple[Use, ...]]:
    """Return the places that lead to the note of each fact, by its id."""
    found: dict[str, tuple[Use, ...]] = {}
    for node, mark in marks.items():
        words: dict[str, str] = {}
        for address, said in _words(node, page, handbook):
            words.setdefault(address.partition("/")[0], said)
        for id, said in words.items():
            found[id] = (*found.get(id, ()), Use(mark, said))
    return found


def _words(node: Citation | Picture, page: Page, handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield what a reader sees of each fact at a mark: the words of the link, or the title of the picture."""
    if isinstance(node, Citation):
        yield from ((link.target, words_of(link, page, handbook).text) for link in node.links)
    elif figure := figure_of(node.name, handbook.language(page.text_language), handbook.pictures):
        yield from ((address, figure.title) for address in figure.addresses)


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_QUOTE:
        return words
    return words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _note(note: Note, uses: tuple[Use, ...], page: Page, handbook: Handbook) -> str:
    language, file = handbook.language(page.text_language), web_address(page.path).rpartition("/")[2]
    back = "\n".join(_back(use, count, file, language) for count, use in enumerate(uses, 1))
    return f'<li id="{RESERVED}note-{note.number}">{back}\n{_evidence(note.fact, language, handbook)}</li>\n'


def _back(use: Use, count: int, file: str, language: Language) -> str:
    """Lead back to the text: the first use by its words, the others by their count."""
    first = count == 1
    words = _shortened(use.words) if first else str(count)
    # Who speaks to the device says what is to be seen, so the label begins with it (WCAG 2.5.3).
    label = "" if first else f' aria-label="{count}. {_back_to(use, language)}"'
    return f'<a class="hb-back" href="{file}#{use.mark.id}"{label}>↑ {escape(words, quote=False)}</a>'


def _back_to(use: Use, language: Language) -> str:
    return escape(language.word("site.notes.back", text=use.words))


def _trust(fact: Fact, language: Language) -> str:
    """Say how sure we are, and where it applies, in words: never by colour alone."""
    parts = [f'<span class="hb-confidence hb-confidence--{fact.confidence}">{_say(language, fact.confidence)}</span>']
    if fact.contested:
        parts.append(f'<span class="hb-confidence hb-confidence--contested">{_say(language, "contested")}</span>')
    if fact.region:
        parts.append(f'<span class="hb-confidence">{escape(region_words(fact, language), quote=False)}</span>')
    return " ".join(parts)


def _evidence(fact: Fact, language: Language, handbook: Handbook) -> str:
    sources = handbook.register.sources
    cited = [(item, sources[item.source]) for item in fact.evidence if item.source in sources]
    items = "".join(f"<li>{_publication(item, source, language, handbook)}</li>\n" for item, source in cited)
    elsewhere = escape(elsewhere_words(fact, language, handbook), quote=False)
    checked = " ".join((
        *((elsewhere,) if elsewhere else ()),
        *((_say(language, "disagree"),) if fact.contested else ()),
        _say(language, "collected", date=language.date(fact.collected)),
        _say(language, fact.second_check),
        _say(language, "review", date=language.date(fact.review_by)),
    ))  # fmt: skip
    listed = f"\n<ul>\n{items}</ul>\n" if items else " "
    return f"<p>{_trust(fact, language)}</p>{listed}{checked}"


def _publication(item: Evidence, source: Source, language: Language, handbook: Handbook) -> str:
    """Write what a publication is and, on a line of its own, what it says; the style sheet keeps the line's end."""
    code, title = source.language or item.original, escape(source.title, quote=False)
    spoken = lang_attributes(code, language, handbook, source.title) if code != language.code else ""
    link = f'<a{spoken} href="{escape(source.address)}">{title}</a>'
    shown = link if source.address else f"<cite{spoken}>{title}</cite>"
    where = ", ".join(part for part in (source.place, item.locator) if part)
    authors = f"{escape(source.authors.removesuffix('.'), quote=False)}. " if source.authors else ""
    return f"{authors}{shown}. {escape(where, quote=False)}.\n{_said(item, language, handbook)}"


def _said(item: Evidence, language: Language, handbook: Handbook) -> str:
    code = language.code if language.code in item.says else item.original
    text = escape(item.says[code], quote=False)
    if code != language.code:
        text = f"<span{lang_attributes(code, language, handbook, item.says[code])}>{text}</span>"
    return _say(language, "says", text=text)
