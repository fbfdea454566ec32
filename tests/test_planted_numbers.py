"""Mistakes in numbers, planted in the real pages by a fixed seed: how many of each kind are told."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from handbook.checks import (
    different_number,
    different_relation,
    found_by,
    missing_fact,
    stray_number,
    wrong_number,
)
from handbook.checks.pairs import pairs
from handbook.checks.uncounted import free_numbers, other_parts
from handbook.language.languages import Language
from handbook.markup.document import parse
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from project import real_handbook

CHECKS = (stray_number, wrong_number, missing_fact, different_number, different_relation)
ADDED = {
    "en": ["Take 2 of them.", "Take 500 mg.", "Use a 4% cream.", "Swallow two at night.", "Wait sixteen days.",
           "Take it 3 times a day.", "Put on 10 drops.", "Wait 3 working days.", "It rose to 39 °C.", "Rest 12."],
    "ms": ["Ambil 2 biji.", "Ambil 500 mg.", "Guna krim 4%.", "Telan dua pada waktu malam.",
           "Tunggu enam belas hari.", "Ambil 3 kali sehari.",
           "Titik 10 titis.", "Tunggu 3 hari bekerja.", "Suhu naik ke 39 °C.", "Rehat 12."],
    "ru": ["Примите 2 штуки.", "Примите 500 мг.", "Возьмите крем 4 %.", "Выпейте две на ночь.",
           "Ждите шестнадцать дней.", "Принимайте 3 раза в день.",
           "Накапайте 10 капель.", "Ждите 3 рабочих дня.", "Было 39 °C.", "Отдыхайте 12."],
}  # fmt: skip
NINETEEN = {"en": "nineteen", "ms": "sembilan belas", "ru": "девятнадцать"}
NO_NUMBER = {"en": "some time", "ms": "beberapa lama", "ru": "некоторое время"}
OPPOSITE = {"before": "after", "after": "before"}
Planted = tuple[str, str]
"""The path of a page and its source with a mistake in it."""


def added(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Add a dose, a time or a number that counts nothing behind a paragraph."""
    for block in page.written.texts:
        at = block.map.offsets[len(block.text) - 1] + 1
        if type(block).__name__ == "Paragraph" and block.text.endswith("."):
            yield from ((page.path, _put(page, at, at, f" {words}")) for words in ADDED[language.code])


def changed(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Write another number for one that stands free, in digits or in words."""
    original = handbook.page(page.path, handbook.source.code)
    for block in page.written.texts:
        rest = other_parts(block, language, handbook.register)
        for said in free_numbers(block, language):
            compared = original is not page or (said.ends and said.ends[0] in rest)
            if said.found is None and said.ends and not said.passing and compared:
                first, last = block.map.offsets[said.start], block.map.offsets[said.end - 1] + 1
                for more in (2, 20, 70):
                    yield page.path, _put(page, first, last, str(int(said.ends[0]) + more))
                yield page.path, _put(page, first, last, NINETEEN[language.code])


def unlinked(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Take the link away from a number."""
    for link in _numbered(page, handbook):
        yield page.path, page.written.source.replace(_typed(page, link), link.words, 1)


def emptied(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Say the number in a link without a number."""
    for link in _numbered(page, handbook):
        new = f"[{NO_NUMBER[language.code]}](fact:{link.target})"
        yield page.path, page.written.source.replace(_typed(page, link), new, 1)


def swapped(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Exchange two linked numbers between rows, items or paragraphs."""
    original = handbook.page(page.path, handbook.source.code)
    assert original is not None
    groups = [[link for block in pair.mine for link in block.links] for pair in pairs(page.written, original.written)]
    known = [[_typed(page, link) for link in group if link in _numbered(page, handbook)] for group in groups]
    for at, group in enumerate(known):
        for other in known[at + 1 : at + 8]:
            for one, two in zip(group, other, strict=False):
                source = page.written.source
                if source.count(one) == source.count(two) == 1 and one.split("](")[1] != two.split("](")[1]:
                    yield page.path, source.replace(one, "\0").replace(two, one).replace("\0", two)


def turned(page: Page, language: Language, handbook: Handbook) -> Iterator[Planted]:
    """Write after for before at a value that is filled in, and before for after."""
    for link in page.written.references:
        if isinstance(link, FactLink) and not link.words:
            place = page.written.source.index(_typed(page, link))
            before, source = page.written.source[:place], page.written.source
            for name, other in OPPOSITE.items():
                for word in language.relations[name].listed:
                    found = re.search(rf"(?i)\b{word} $", before)
                    if found:
                        new = language.relations[other].listed[0] + " "
                        yield page.path, source[: found.start()] + new + source[place:]


def _put(page: Page, first: int, last: int, words: str) -> str:
    return page.written.source[:first] + words + page.written.source[last:]


def _numbered(page: Page, handbook: Handbook) -> list[FactLink]:
    return [
        link
        for link in page.written.references
        if isinstance(link, FactLink)
        and any(sign.isdecimal() for sign in link.words)
        and handbook.register.quantity(link.target)
        and page.written.source.count(_typed(page, link)) == 1
    ]


def _typed(page: Page, link: FactLink) -> str:
    """Return a link as it was typed, with the spaces that do not break."""
    form = f' "{link.form}"' if link.form else ""
    words = re.escape(link.words).replace(r"\ ", r"\s+")
    found = re.search(rf"\[{words}\]\(fact:{re.escape(link.target + form)}\)", page.written.source)
    return found[0] if found else ""


def told(handbook: Handbook, code: str, planted: Planted) -> bool:
    """Tell whether anything is said of a page with a mistake in it."""
    path, source = planted
    pages = []
    for page in handbook.pages:
        if page.path == path and page.language in (code, handbook.source.code):
            mine = page.language == code
            document = parse(source, page.document.path)[0] if mine else page.document
            pages.append(replace(page, document=document, written=document) if mine else page)
    one = replace(handbook, pages=tuple(pages))
    return any(True for check in CHECKS for _ in found_by(check, one))


KINDS = {kind.__name__: kind for kind in (added, changed, unlinked, emptied, swapped, turned)}
PLANTED = {
    "en": {"added": 20, "changed": 20, "unlinked": 20},
    "ms": {"added": 11, "changed": 12, "unlinked": 11, "emptied": 11, "swapped": 11, "turned": 4},
    "ru": {"added": 11, "changed": 11, "unlinked": 11, "emptied": 11, "swapped": 11, "turned": 5},
}
"""Sixty mistakes a language; the pages have few values with a word such as "after" before them."""
TOLD = {
    "en": {"added": 20, "changed": 16, "unlinked": 20},
    "ms": {"added": 11, "changed": 12, "unlinked": 11, "emptied": 11, "swapped": 11, "turned": 4},
    "ru": {"added": 11, "changed": 11, "unlinked": 11, "emptied": 11, "swapped": 11, "turned": 5},
}
"""Which of them are told: how many clinics a study had is known to nobody but the one who wrote it."""


@pytest.mark.parametrize("code", PLANTED)
def test_planted_mistakes_are_told(code: str) -> None:
    handbook, chance = real_handbook(), random.Random(f"numbers {code}")
    pages = [page for page in handbook.pages if page.language == code]
    found: Counter[str] = Counter()
    for name, count in PLANTED[code].items():
        planted = [one for page in pages for one in KINDS[name](page, handbook.language(code), handbook)]
        found[name] = sum(told(handbook, code, one) for one in chance.sample(planted, count))
    assert found == TOLD[code]
