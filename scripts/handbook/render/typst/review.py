"""Writes a page for the clinician who answers for it: beside each block what it rests on, and where to sign.

A fact is told in full where the page first uses it. What publications leave open stands behind the page, with the
command that records the reading.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from handbook.language.languages import Language
from handbook.language.printed_marks import with_marks
from handbook.language.quantity_formatter import format_quantity
from handbook.markup.blocks import Block, Figure, links_in
from handbook.markup.inlines import FactLink, Picture
from handbook.register.facts import Evidence, Fact
from handbook.register.handbook import Handbook
from handbook.register.open_questions import OpenQuestion
from handbook.register.pages import Page
from handbook.render.typst.context import TypstContext
from handbook.render.typst.syntax import array, call, joined, literal
from handbook.render.typst.writer import leads_on, write_blocks

_NOTES = "site.notes"
"""Where the interface has the words about evidence."""

_CONTINUED = 2
"""Names of authors; of more the first stands for all."""


def write_reviewed(page: Page, language: Language, handbook: Handbook, context: TypstContext) -> tuple[str, ...]:
    """Return the code of a page's blocks, each with its facts beside it, and of the place to sign."""
    told: set[str] = set()
    rows = []
    for block in page.document.blocks:
        (*code,) = write_blocks((block,), context)
        if code:
            facts = [fact for fact in _facts(block, handbook, context) if fact.id not in told]
            told |= {fact.id for fact in facts}
            notes = joined([_note(fact, language, handbook) for fact in facts])
            rows.append(call("reviewed", "true" if leads_on(block) else "false", *code, notes))
    questions = (each for each in handbook.open_questions.values() if told.intersection(each.facts))
    return (*rows, _sign(page, [_question(each, language, handbook) for each in questions], language))


def _facts(block: Block, handbook: Handbook, context: TypstContext) -> Iterator[Fact]:
    """Yield the facts of a block in reading order, each once; those of a picture too."""
    targets = [link.target for link in links_in(block) if isinstance(link, FactLink)]
    if isinstance(block, Figure) and isinstance(block.image, Picture) and (figure := context.picture(block.image.name)):
        targets += figure.addresses
    facts = (handbook.register.find(target) for target in targets)
    yield from {fact.id: fact for fact in facts if fact}.values()


def _note(fact: Fact, language: Language, handbook: Handbook) -> str:
    source = handbook.source.code
    trust = [f"{language.word(f'{_NOTES}.{fact.confidence}')}.", language.word(f"{_NOTES}.{fact.second_check}")]
    trust += [language.word(f"{_NOTES}.disagree")] if fact.contested else []
    values = [format_quantity(value, language) for value in (fact.quantity, *fact.named.values()) if value]
    own = language.word("print.review-value", value="; ".join(values)) if fact.decided_by and values else ""
    statement = f"{fact.id}: {fact.statement}"
    says = array([_said(item, language, handbook) for item in fact.evidence])
    return call("fact-note", literal(source), literal(statement), literal(" ".join(trust)), literal(own), says)


def _said(item: Evidence, language: Language, handbook: Handbook) -> str:
    """Return what a source says in the reader's language, or in that of the register, and where it stands."""
    code = language.code if language.code in item.says else item.original
    quoted = with_marks(f'"{item.says[code]}"', handbook.language(code).quotation_marks)
    return array([literal(code), literal(quoted), literal(f"{_name(item.source, handbook)}, {item.locator}")])


def _name(id: str, handbook: Handbook) -> str:
    """Return a source in a few words: its first author, or its title, and its year."""
    source = handbook.register.sources.get(id)
    if source is None:
        return id
    names = source.authors.split(", ")
    shown = ", ".join(names) if len(names) <= _CONTINUED else f"{names[0]} …"
    return " ".join(part for part in (shown or source.title, source.year) if part)


def _question(question: OpenQuestion, language: Language, handbook: Handbook) -> str:
    sides = (f"{side.says} ({', '.join(_name(id, handbook) for id in side.sources)})" for side in question.sides)
    told = array([literal(side) for side in sides])
    said = (literal(handbook.source.code), literal(question.question), told, literal(question.meanwhile))
    return call("open-question", *said)


def _sign(page: Page, questions: Sequence[str], language: Language) -> str:
    """Return the end of a page: what is open, lines for who has read it, and how to record it."""
    command = f"handbook sign {shlex.quote(page.path)} --language {page.text_language} --name … --role … --on …"
    return call("to-sign", array(questions), literal(command))
