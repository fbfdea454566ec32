"""What a printed book must say: each chapter from the source of its page, the list of sources from the register."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from handbook.language.languages import Language
from handbook.register.editions import Edition
from handbook.register.explained import concept_of
from handbook.register.facts import Fact, Source
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.editions import portions_of
from handbook.render.typst.index import index_of as printed_index
from render.comparison.letters import Unit, read_from_the_right, same, stream_of
from render.comparison.marking import marked
from render.comparison.paper import Printed
from render.comparison.pictured import drawn
from render.comparison.source import Block, Piece
from render.comparison.wording import blocks_of, cited, facts_of, filled, picture_of, title_of

_OUTSIDE = re.compile(r"^(?:https?://|tel:|mailto:)")
_WIDEST = 3
"""Columns of a table; a wider one is printed as a list."""
_MARKED = ("mark", "image")
"""Pieces that have a mark; an image, if it is a picture."""
_MOST_AUTHORS = 3
_TWICE = ("confirmed", "corrected")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the handbook in a printed book."""

    page: Page
    language: Language
    """Of its text."""
    handbook: Handbook
    places: Mapping[str, int]
    """The sheets, counted from 0."""
    numbers: Mapping[str, Sequence[int]]
    """Of the sources of each fact."""
    marks: Mapping[tuple[int, ...], int]
    """The number of the mark in this chapter for some sources."""

    def units(self, opens: bool, follows_on: bool) -> Iterator[Unit]:
        """Yield everything under the head of the first sheet; the first chapter of a section ``opens`` it.

        Where chapters follow one another, the head alone says that nobody has reviewed them.
        """
        title, *blocks = marked(blocks_of(self.page, self.handbook), self.language, self.handbook)
        reader = self.handbook.language(self.page.language)
        if opens:
            yield Unit("the name of the section", self.page.section)
        yield self._unit(title.line, title.pieces)
        if self.page.is_fallback or not follows_on:
            yield Unit("who has reviewed it", _status(self.page, reader))
        box = ""
        for block in _with_terms_together(blocks):
            units = list(self._block(block))
            if block.kind == "box":
                box = units[0].text
            elif block.within and not block.within[0].startswith(("list:", "item:")):
                units = [replace(unit, repeated=f"{box} {unit.repeated}".strip()) for unit in units]
            yield from units

    def _block(self, block: Block) -> Iterator[Unit]:
        if block.rows and len(block.rows[0].cells) > _WIDEST and not _is_form(block):
            yield from self._records(block)
        elif block.rows:
            yield from self._table(block)
        else:
            pieces = block.pieces
            if block.kind == "box" and not pieces:
                pieces = (Piece("text", self.language.word(f"boxes.{block.name}")),)
            yield self._unit(block.line, pieces, block.lead)

    def _table(self, table: Block) -> Iterator[Unit]:
        head, *rows = [self._row(row.line, row.cells) for row in table.rows]
        yield head
        for number, row in enumerate(rows):
            yield replace(row, repeated=head.text if number else "")

    def _row(self, line: int, cells: Sequence[Sequence[Piece]]) -> Unit:
        units = [self._unit(line, cell) for cell in cells]
        return Unit(units[0].place, " ".join(it.text for it in units), tuple(f for it in units for f in it.figures))

    def _records(self, table: Block) -> Iterator[Unit]:
        """Yield the rows of a wide table: the first cell, and each other behind the head of its column."""
        heads = [self._unit(table.line, cell).text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            yield self._unit(row.line, row.cells[0])
            for head, cell in zip(heads[1:], row.cells[1:], strict=True):
                yield self._unit(row.line, (Piece("text", f"{head}: "), *cell), "•")

    def _unit(self, line: int, pieces: Sequence[Piece], lead: str = "") -> Unit:
        alone = len(pieces) == 1 and pieces[0].kind == "image"
        words = [self._said(piece, alone) for piece in pieces]
        figures = [figure for piece in pieces for figure in self._figures(piece)]
        place = f"docs/{self.page.text_language}/{self.page.path}:{line}"
        return Unit(place, f"{lead} {''.join(words)}".strip(), tuple(figures))

    def _said(self, piece: Piece, alone: bool) -> str:
        match piece.kind:
            case "text":
                return piece.text
            case "link":
                return self._link(piece)
            case "fact":
                return filled(piece, self.language, self.handbook).text
            case "mark":
                return self._mark(piece)
            case "clinic":
                words = filled(piece, self.language, self.handbook)
                return "" if words.blank else words.text
            case "image":
                return self._image(piece) if alone else ""
        return ""

    def _image(self, piece: Piece) -> str:
        picture = picture_of(piece, self.handbook)
        if picture is None:
            return piece.title
        said = drawn(picture, self.language)
        return f"{said.title} {said.words} {self._mark(piece)}"

    def _figures(self, piece: Piece) -> Iterator[str]:
        if piece.kind == "blank":
            yield self.language.word("common.blank")
        elif piece.kind == "clinic" and (words := filled(piece, self.language, self.handbook)).blank:
            yield words.text
        elif (picture := picture_of(piece, self.handbook)) is not None:
            said = drawn(picture, self.language)
            yield " ".join((said.alt, *said.description))
        elif piece.kind == "image" and piece.text:
            yield piece.text

    def _link(self, piece: Piece) -> str:
        if _OUTSIDE.match(piece.target):
            shown = _OUTSIDE.sub("", piece.target)
            return piece.text if shown in piece.text else f"{piece.text} ({shown})"
        path, _, anchor = piece.target.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.path), path)) if path else self.page.path
        sheet = self.places.get(f"{path}#{anchor}", self.places[path]) + 1
        return f"{piece.text} ({self.language.word('print.see-page').replace('{page}', str(sheet))})"

    def _mark(self, piece: Piece) -> str:
        numbers = _behind(piece, self.numbers, self.handbook)
        return f"[{self.marks[numbers]}]" if numbers else ""


def _with_terms_together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield some blocks; terms that share their meaning stand on one line."""
    before: Block | None = None
    for block in blocks:
        if before and before.kind == block.kind == "term":
            before = replace(before, pieces=(*before.pieces, Piece("text", " / "), *block.pieces))
            continue
        if before:
            yield before
        before = block
    if before:
        yield before


def _is_form(table: Block) -> bool:
    """Tell whether a table has places to write on and nothing else behind the heads of its rows; it stays a table."""
    return all({piece.kind for piece in cell} == {"blank"} for row in table.rows[1:] for cell in row.cells[1:])


def _drawn_together(numbers: Sequence[int]) -> str:
    """Return numbers with three and more that follow one another as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _status(page: Page, reader: Language) -> str:
    if not page.is_fallback:
        return reader.word("print.draft-page")
    return " ".join(reader.word(f"print.untranslated-{name}") for name in ("title", "text", "draft"))


def chapters_of(handbook: Handbook, language: Language, printed: Printed) -> list[Chapter]:
    """Return the chapters of a book whose pages nobody has signed."""
    pages = handbook.pages_in(language.code)
    numbers = _numbers(pages, handbook)
    return [
        Chapter(
            page,
            handbook.language(page.text_language),
            handbook,
            printed.places,
            numbers,
            {sources: number for number, sources in enumerate(_marks(page, numbers, handbook), 1)},
        )
        for page in pages
    ]


def _numbers(pages: Sequence[Page], handbook: Handbook) -> dict[str, list[int]]:
    return {fact: [number for number, _ in found] for fact, found in _numbered(pages, handbook).items()}


def _marks(page: Page, numbers: Mapping[str, Sequence[int]], handbook: Handbook) -> list[tuple[int, ...]]:
    """Return the sources of each mark of a page, in the order in which the marks are read."""
    found = []
    for block in marked(blocks_of(page, handbook), handbook.language(page.text_language), handbook):
        cells = (piece for row in block.rows for cell in row.cells for piece in cell)
        found += [_behind(piece, numbers, handbook) for piece in (*block.pieces, *cells) if piece.kind in _MARKED]
    return [*dict.fromkeys(filter(None, found))]


def _behind(piece: Piece, numbers: Mapping[str, Sequence[int]], handbook: Handbook) -> tuple[int, ...]:
    """Return the numbers of the sources behind a mark."""
    return tuple(sorted({number for fact in cited(piece, handbook) for number in numbers[fact.id]}))


def _numbered(pages: Sequence[Page], handbook: Handbook) -> dict[str, list[tuple[int, Source]]]:
    """Return the sources of each fact with their numbers, counted in the order in which the text needs them."""
    numbers: dict[str, int] = {}
    following = count(1)
    found: dict[str, list[tuple[int, Source]]] = {}
    for fact in _facts(pages, handbook):
        sources = [handbook.register.sources[item.source] for item in fact.evidence]
        for source in sources:
            if source.id not in numbers:
                numbers[source.id] = next(following)
        found[fact.id] = sorted({numbers[source.id]: source for source in sources}.items())
    return found


def _facts(pages: Sequence[Page], handbook: Handbook) -> tuple[Fact, ...]:
    return tuple({fact.id: fact for page in pages for fact in facts_of(page, handbook)}.values())


def notes_of(handbook: Handbook, language: Language) -> Iterator[Unit]:
    """Yield the notes of a book: under each chapter, for each of its marks the numbers of its sources."""
    pages = handbook.pages_in(language.code)
    numbers = _numbers(pages, handbook)
    for name in ("notes", "notes-intro"):
        yield Unit(name, language.word(f"print.{name}"))
    for page in pages:
        marks = _marks(page, numbers, handbook)
        if marks:
            yield Unit(f"the notes of {page.path}", title_of(page, handbook))
        for number, sources in enumerate(marks, 1):
            yield Unit(f"note {number} of {page.path}", f"{number}. {_drawn_together(sources)}")


def sources_of(handbook: Handbook, language: Language) -> Iterator[Unit]:
    """Yield the list of sources of a book under its title."""
    pages = handbook.pages_in(language.code)
    facts = _facts(pages, handbook)
    sources = {number: source for found in _numbered(pages, handbook).values() for number, source in found}
    for name in ("sources", "sources-intro"):
        yield Unit(name, language.word(f"print.{name}"))
    for number, source in sorted(sources.items()):
        using = [fact for fact in facts if any(item.source == source.id for item in fact.evidence)]
        yield Unit(f"source {source.id}", f"{number}. {_entry(source, using, language)}")


def _entry(source: Source, using: Sequence[Fact], language: Language) -> str:
    names = source.authors.split(", ")
    many = len(names) > _MOST_AUTHORS
    authors = language.word("print.and-others").replace("{name}", names[0]) if many else source.authors
    shown = source.address.removeprefix("https://").removesuffix("/")
    parts = [part for part in (authors, source.title, source.place) if part]
    told = [part if part.endswith((".", "?", "!")) else f"{part}." for part in parts]
    told += [f"{shown}."] if shown else []
    regions = {fact.region for fact in using}
    where = [f"{language.word(f'common.region.{region}')}." for region in regions if region and len(regions) == 1]
    return " ".join((*told, *where, _checked(using, language)))


def _checked(using: Sequence[Fact], language: Language) -> str:
    twice = sum(fact.second_check in _TWICE for fact in using)
    name = "once" if not twice else "partly" if twice < len(using) else "twice"
    words = language.word(f"print.source-{name}")
    return words.replace("{twice}", str(twice)).replace("{facts}", str(len(using)))


def checked_of(handbook: Handbook, language: Language) -> Iterator[Unit]:
    """Yield the last pages of a book that nobody has signed: how it is checked, and who has reviewed which chapter."""
    pages = handbook.pages_in(language.code)
    facts = _facts(pages, handbook)
    twice = sum(fact.second_check in _TWICE for fact in facts)
    counts = language.word("print.checked-counts")
    for name, number in (("facts", len(facts)), ("twice", twice), ("once", len(facts) - twice)):
        counts = counts.replace(f"{{{name}}}", str(number))
    yield Unit("checked", language.word("print.checked"))
    yield Unit("checked-facts", language.word("print.checked-facts"))
    yield Unit("checked-counts", counts)
    yield Unit("none-signed", language.word("print.none-signed"))
    head = " ".join(language.word(f"print.{name}") for name in ("chapter", "reviewed-by", "reviewed-on"))
    yield Unit("the table of chapters", head)
    for number, page in enumerate(pages):
        said = language.word("print.untranslated" if page.is_fallback else "print.nobody")
        yield Unit(f"the row of {page.path}", f"{title_of(page, handbook)} {said} –", repeated=head if number else "")


def foot_of(handbook: Handbook, language: Language, sheet: int, sheets: int, places: Mapping[str, int]) -> str:
    """Return what stands under every sheet; ``sheet`` is counted from 1, the ``places`` of pages from 0."""
    always = handbook.sign_rules.always
    call = language.word("print.call").replace("{page}", str(places[always[0]] + 1)) if always else ""
    names = ("phone", "out-of-hours")
    calls = " ".join(f"{language.word(f'print.{name}')}: {handbook.clinic.detail(name)}" for name in names)
    number = language.word("print.page-of").replace("{page}", str(sheet)).replace("{pages}", str(sheets))
    version = f"{language.word('print.version')} {handbook.text_version.version}"
    day = language.date(handbook.text_version.day)
    return f"{calls} {call} {number} {language.name} · {version} · {day}"


def index_of(handbook: Handbook, language: Language, edition: Edition, printed: Printed) -> Iterator[Unit]:
    """Yield the index of a book; what is in it, and where each leads, is the program's opinion, the sheets are not."""
    for name in ("index", "index-intro"):
        yield Unit(name, language.word(f"print.{name}"))
    for letter, entries in printed_index(portions_of(edition, language, handbook), language, handbook):
        yield Unit("a letter of the index", letter)
        for words, places, meaning in entries:
            sheets = {printed.places[place] + 1 for place in places}
            sheets |= {_sheet_of_word(meaning, handbook, language, printed)} if meaning else set()
            yield Unit(f"{words} in the index", f"{words} {', '.join(map(str, sorted(sheets)))}")


def _sheet_of_word(place: str, handbook: Handbook, language: Language, printed: Printed) -> int:
    """Return the sheet, counted from 1, on which the word list has a word in a line of its own.

    Only headings are places of the file.
    """
    path, _, anchor = place.partition("#")
    word = handbook.glossary[language.code].concepts[concept_of(anchor)].word
    ordered = language.direction == "ltr"
    wanted = stream_of(word if ordered else read_from_the_right(word)).letters
    for number, text in enumerate(printed.texts[printed.places[path] :], printed.places[path] + 1):
        if any(same(wanted, stream_of(line).letters, ordered) for line in text.splitlines()):
            return number
    return 0


def contents_of(handbook: Handbook, language: Language, printed: Printed, last: Sequence[str]) -> Iterator[Unit]:
    """Yield the contents of a book, each line with its sheet; its ``last`` chapters are no pages of the handbook."""
    yield Unit("contents", language.word("print.contents"))
    pages = handbook.pages_in(language.code)
    before = ""
    for page in pages:
        sheet = printed.places[page.path] + 1
        if page.section and page.section != before:
            yield Unit("a section in the contents", f"{page.section} {sheet}")
        mark = f" ({language.word('print.untranslated-mark')})" if page.is_fallback else ""
        yield Unit("a chapter in the contents", f"{title_of(page, handbook)}{mark} {sheet}")
        before = page.section
    for name in last:
        yield Unit(f"{name} in the contents", f"{language.word(f'print.{name}')} {printed.places[name] + 1}")
    missing = sum(page.is_fallback for page in pages)
    if missing:
        words = language.word("print.untranslated-contents").replace("{count}", str(missing))
        yield Unit("what is not translated", words.replace("{chapters}", str(len(pages))))
    yield Unit("other-forms", language.word("print.other-forms"))
    if handbook.project.site_url:
        folder = "" if language.code == handbook.project.codes[0] else f"{language.code}/"
        top = handbook.project.site_url.removeprefix("https://").rstrip("/")
        address = f"{language.word('print.online')} {top}/{folder}index.html"
        yield Unit("where it stands on the site", address, (address,))
    yield Unit("advice", language.word("print.advice"))
