"""What a web page must say: its text from the source of the page, its notes from the register, the frame around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handbook.language.alphabet import place_in_order
from handbook.language.languages import Language
from handbook.register.explained import explained_on, with_explained
from handbook.register.facts import Evidence, Fact
from handbook.register.glossary import Concept
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from render.comparison.letters import Unit
from render.comparison.marking import marked
from render.comparison.pictured import drawn
from render.comparison.source import Block, Piece
from render.comparison.wording import (
    blocks_of,
    cited,
    facts_of,
    filled,
    picture_of,
    pieces_of,
    title_of,
)

_LONGEST_QUOTE = 60
"""Letters of the text that a note repeats."""
_FEWEST = 3
"""Headings; a page with fewer has no list of them under its title."""


@dataclass(frozen=True)
class WebPage:
    """A page of the handbook as the site shows it."""

    page: Page
    handbook: Handbook
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]
    """In the order of their first use, which is that of their notes."""

    @classmethod
    def of(cls, page: Page, handbook: Handbook) -> WebPage:
        """Return a page with its blocks and facts."""
        blocks = marked(blocks_of(page, handbook), handbook.language(page.text_language), handbook)
        return cls(page, handbook, blocks, facts_of(page, handbook))

    @property
    def language(self) -> Language:
        """Return the language of the text."""
        return self.handbook.language(self.page.text_language)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Return the number of each fact's note."""
        return {fact.id: number for number, fact in enumerate(self.facts, 1)}

    @cached_property
    def explained(self) -> tuple[Concept, ...]:
        """Return the words that the end of the page explains; which they are is the program's opinion."""
        return explained_on(with_explained(self.page, self.handbook), self.handbook)

    @property
    def reader(self) -> Language:
        """Return the language of everything around the text."""
        return self.handbook.language(self.page.language)

    def article(self) -> Iterator[Unit]:
        """Yield what stands between menu and foot."""
        title, *blocks = self.blocks
        if self.page.is_fallback:
            for name in ("title", "text", "draft"):
                yield Unit(f"the notice: {name}", self.reader.word(f"site.untranslated.{name}"))
            if self.page.path not in self.handbook.sign_rules.always:
                yield Unit("the notice: when to call", self.reader.word("site.call"))
        yield self._unit(title.line, title.pieces)
        if not self.page.is_fallback:
            yield Unit("who has reviewed it", self.reader.word("site.draft"))
        ends = bool(self.explained) + bool(self.facts)
        if len([block for block in self._headings if block.level == 2]) + ends >= _FEWEST:
            yield from self.contents()
        for block in blocks:
            yield from self._block(block)
        yield from self._words()
        if self.facts:
            yield Unit("the title of the notes", self._say("title"))
            yield Unit("the way to the notes", f"{self._say('intro')} {self._say('more')}")
        yield from self._topics()

    def _topics(self) -> Iterator[Unit]:
        """Yield the topics from A to Z, which the first page lists; their order is the program's opinion."""
        topics = self.handbook.topics.values() if self.page.path == "index.md" else ()
        labels = [topic.labels[self.reader.code] for topic in topics if topic.labels[self.reader.code]]
        if labels:
            yield Unit("the topics", self.reader.word("site.search.topics"))
        letter = ""
        for label in sorted(labels, key=lambda label: place_in_order(label, self.reader)):
            if self.reader.lexicon.plain(label)[0].upper() != letter:
                letter = self.reader.lexicon.plain(label)[0].upper()
                yield Unit(f"the letter {letter} of the topics", letter)
            yield Unit(f"the topic {label}", label[0].upper() + label[1:])

    @property
    def _headings(self) -> list[Block]:
        return [block for block in self.blocks if block.kind == "heading" and block.level > 1]

    def contents(self) -> Iterator[Unit]:
        """Yield the list of the sections of a page."""
        yield Unit("the contents of the page", self.reader.word("site.contents"))
        for block in self._headings:
            dot = {2: "•", 3: "–"}.get(block.level)
            words = "".join(piece.text for piece in block.pieces)
            if dot:
                yield Unit(f"the heading of line {block.line} in the contents", f"{dot} {words}")
        if self.explained:
            yield Unit("the words in the contents", f"• {self.language.word('site.words.title')}")
        if self.facts:
            yield Unit("the notes in the contents", f"• {self.language.word('site.notes.title')}")

    def _block(self, block: Block) -> Iterator[Unit]:
        if block.rows:
            yield from self._table(block)
            return
        pieces = block.pieces
        if block.kind == "box" and not pieces:
            pieces = (Piece("text", self.language.word(f"boxes.{block.name}")),)
        yield self._unit(block.line, pieces, block.lead)

    def _table(self, table: Block) -> Iterator[Unit]:
        """Yield the rows; in a wider table each cell comes with the head of its column, which phones show."""
        head, *rows = table.rows
        heads = [self._unit(head.line, cell) for cell in head.cells]
        yield Unit(heads[0].place, " ".join(it.text for it in heads))
        for row in rows:
            cells = [self._unit(row.line, cell) for cell in row.cells]
            named = ["", *(it.text for it in heads[1:])] if len(heads) > 2 else [""] * len(heads)
            text = " ".join(f"{name} {cell.text}" for name, cell in zip(named, cells, strict=True))
            yield Unit(cells[0].place, text, tuple(figure for cell in cells for figure in cell.figures))

    def _unit(self, line: int, pieces: Sequence[Piece], lead: str = "") -> Unit:
        alone = len(pieces) == 1 and pieces[0].kind == "image"
        words = "".join(self._said(piece, alone) for piece in pieces)
        figures = tuple(figure for piece in pieces for figure in self._figures(piece))
        place = f"docs/{self.page.text_language}/{self.page.path}:{line}"
        return Unit(place, f"{lead} {words}".strip(), figures)

    def _said(self, piece: Piece, alone: bool) -> str:
        match piece.kind:
            case "mark":
                return self._marks(piece)
            case "fact" | "clinic":
                return filled(piece, self.language, self.handbook).text
            case "image":
                return self._image(piece) if alone else ""
        return piece.text

    def _image(self, piece: Piece) -> str:
        picture = picture_of(piece, self.handbook)
        if picture is None:
            return piece.title
        said = drawn(picture, self.language)
        told = " ".join(f"• {line}" for line in said.description)
        opened = f"{self.language.word('pictures.in-words')} {told}" if told else ""
        return f"{said.title} {self._marks(piece)} {said.words} {said.words} {opened}"  # for phones and for desks

    def _marks(self, piece: Piece) -> str:
        numbers = sorted(self.numbers[fact.id] for fact in cited(piece, self.handbook))
        return " ".join(map(str, numbers))

    def _figures(self, piece: Piece) -> Iterator[str]:
        if piece.kind == "blank":
            yield self.language.word("common.blank")
        elif (picture := picture_of(piece, self.handbook)) is not None:
            yield from [drawn(picture, self.language).alt] * 2
        elif piece.kind == "image" and piece.text:
            yield piece.text

    def _words(self) -> Iterator[Unit]:
        if self.explained:
            yield Unit("the title of the words", self.language.word("site.words.title"))
        for concept in self.explained:
            yield Unit(f"the word {concept.id}", f"↑ {concept.word} {concept.definition.text}")

    def notes(self) -> Iterator[Unit]:
        """Yield what stands between menu and foot on the page beside it, which has its notes."""
        arrow = "→" if self.reader.direction == "rtl" else "←"
        yield Unit("the way to the page", f"{arrow} {title_of(self.page, self.handbook)}")
        yield Unit("the title of the notes", self._say("title"))
        uses: dict[str, list[Piece]] = {}
        for piece in pieces_of(self.blocks):
            for fact in cited(piece, self.handbook) if piece.kind != "fact" else ():
                uses.setdefault(fact.id, []).append(self._use(piece, fact))
        for number, fact in enumerate(self.facts, 1):
            told = f"{self._back(uses[fact.id])} {self._evidence(fact)}"
            yield Unit(f"note {number}, fact {fact.id}", f"{number}. {told}")

    def _use(self, piece: Piece, fact: Fact) -> Piece:
        """Return what stands for a fact at a mark: its first link there, or the picture."""
        return next((link for link in piece.cites if cited(link, self.handbook) == (fact,)), piece)

    def _say(self, name: str, **values: str) -> str:
        return self.language.word(f"site.notes.{name}").format(**values)

    def _back(self, uses: Sequence[Piece]) -> str:
        """Return the ways back to the text: the words of the first use, the count of each other."""
        picture = picture_of(uses[0], self.handbook)
        words = drawn(picture, self.language).title if picture else filled(uses[0], self.language, self.handbook).text
        if len(words) > _LONGEST_QUOTE:
            words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
        return " ".join(f"↑ {said}" for said in (words, *map(str, range(2, len(uses) + 1))))

    def _evidence(self, fact: Fact) -> str:
        contested = [self._say("contested")] if fact.contested else []
        where = [self.language.word(f"common.region.{fact.region}")] if fact.region else []
        listed = [f"• {self._publication(item)}" for item in fact.evidence]
        checked = [
            *([self._say("disagree")] if fact.contested else []),
            self._say("collected", date=self.language.date(fact.collected)),
            self._say(fact.second_check),
            self._say("review", date=self.language.date(fact.review_by)),
        ]
        return " ".join((self._say(fact.confidence), *contested, *where, *listed, *checked))

    def _publication(self, item: Evidence) -> str:
        source = self.handbook.register.sources[item.source]
        where = ", ".join(part for part in (source.place, item.locator) if part)
        said = item.says.get(self.language.code) or next(iter(item.says.values()))
        authors = f"{source.authors.removesuffix('.')}. " if source.authors else ""
        return f"{authors}{source.title}. {where}. {self._say('says', text=said)}"

    def menu(self) -> Iterator[Unit]:
        """Yield every page of the handbook in its section, and the way to the print."""
        sections: list[str] = []
        for page in self.handbook.pages_in(self.page.language):
            if page.section and page.section not in sections:
                sections.append(page.section)
                yield Unit(f"the section of {page.path}", f"• {page.section}")
            words = title_of(page, self.handbook) if page.path != "index.md" else self.reader.word("site.home")
            yield Unit(f"the entry of {page.path}", f"{'–' if page.section else '•'} {words}")
        yield Unit("the way to the print", f"• {self.reader.word('site.print')}")

    def foot(self) -> Iterator[Unit]:
        """Yield the ways to the pages before and after, and the imprint."""
        pages = self.handbook.pages_in(self.page.language)
        at = [page.path for page in pages].index(self.page.path)
        turned = self.reader.direction == "rtl"
        if at > 0:
            before = title_of(pages[at - 1], self.handbook)
            yield Unit("the page before", f"• {'→' if turned else '←'} {self.reader.word('site.previous')} {before}")
        if at + 1 < len(pages):
            after = title_of(pages[at + 1], self.handbook)
            yield Unit("the page after", f"• {self.reader.word('site.next')} {'←' if turned else '→'} {after}")
        yield Unit("the clinic", self.handbook.clinic.detail("name"))
        if self.handbook.clinic.example:
            yield Unit("that the clinic is an example", self.reader.word("site.example"))
        yield Unit("the advice", self.reader.word("site.advice"))
        yield Unit("the way to the print", self.reader.word("site.print"))
        yield Unit("the way to the whole in one file", self.reader.word("site.whole"))
        version = self.reader.word("site.text-version").format(date=self.reader.date(self.handbook.text_version.day))
        licence = self.reader.word("site.licence").format(licence="CC BY 4.0")
        yield Unit("the version of the text", f"{version} · {licence}")
