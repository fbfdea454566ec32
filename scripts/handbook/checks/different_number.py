"""A translation says the same numbers as its original, block by block.

A number that only one language has, or that is another one there, is found by nobody who reads one language: the
patient who reads Malay counts 75 of a hundred where the others count 57.

Passes:

    docs/en/index.md:
    Healing is 2 things. It took [3 to 7 days](fact:crusts-last).
    docs/ms/index.md:
    Penyembuhan ialah dua perkara. Ia mengambil [3 hingga 7 hari](fact:crusts-last).
    docs/ru/index.md:
    Заживление — это две вещи. На него ушло [3–7 дней](fact:crusts-last).

Fails:

    docs/en/index.md:
    Healing is 2 things. It took [3 to 7 days](fact:crusts-last).
    docs/ms/index.md:
    Penyembuhan ialah tiga perkara. Ia mengambil [beberapa hari](fact:crusts-last).

What to do: write the number that the original has, in words or digits, or correct the original. What is said in passing
("one of them", "once", "both") may be left out. A fact link that says its number in the original says it in the
translation too. Only pages that are built alike are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.pairs import Pair, pairs
from handbook.checks.registered import advised
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import both
from handbook.language.languages import Language
from handbook.language.quantity_formatter import format_quantity
from handbook.language.quotations import Quotation
from handbook.language.said_numbers import Said, compared_numbers, exchanged, surplus
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import AnyLink, ClinicLink, FactLink
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each number that only one language has, and each link that has lost its number."""
    register, language = handbook.register, handbook.language(text.language)
    for pair in pairs(text.document, original.document):
        yield from _numbers(pair, language, handbook.source, register)
        yield from _links(pair, language, handbook.source, register)


def _numbers(pair: Pair, language: Language, source: Language, register: Register) -> Iterator[Problem]:
    mine, theirs = _said(pair.mine, language, register), _said(pair.theirs, source, register)
    if not (mine or theirs):
        return
    extra, missing = list(surplus(mine, theirs)), list(surplus(theirs, mine))
    for said, lost in zip(extra, missing, strict=False):
        yield _other(said, mine[said], lost, theirs[lost], language)
    for said, lost in exchanged(mine, theirs):
        yield _other(said, mine[said], lost, theirs[lost], language)
    more, fewer = extra[len(missing) :], missing[len(extra) :]
    if more:
        listed = _listed(_words(said, mine[said]) for said in more)
        message = Message("the original{place} does not say {words}", place=_line(pair.theirs), words=listed)
        yield Problem(_place(more[0], mine[more[0]]), message, Message("take it out here, or add it to the original"))
    if fewer:
        listed = _listed(_words(lost, theirs[lost]) for lost in fewer)
        message = Message(
            "the original ({place}) says {words}, and that is missing here",
            place=_at(_place(fewer[0], theirs[fewer[0]])),
            words=listed,
        )
        right = _listed(_written(lost, _words(lost, theirs[lost]), language) for lost in fewer)
        yield Problem(_near(pair), message, Message("say it here: {right}; or take it out there", right=right))


def _listed(words: Iterator[str]) -> str:
    return both(dict.fromkeys(words))


def _said(blocks: tuple[TextBlock, ...], language: Language, register: Register) -> dict[Said, TextBlock]:
    """Return the numbers of some blocks that no other check compares with the register or refuses."""
    found: dict[Said, TextBlock] = {}
    for block in blocks:
        numbers = compared_numbers(block.text, language)
        closed = [(link.start, link.end) for link in block.links if _is_judged(link, register)] if numbers else []
        for said in numbers:
            inside = any(said.start < end and said.end > start for start, end in closed)
            if not inside and not _is_refused(said):
                found[said] = block
    return found


def _is_refused(said: Said) -> bool:
    """Tell whether stray_number.py tells a number wherever it stands."""
    unit = said.unit
    return said.found is not None and said.found.counted and unit.clinical and unit.kind != "share"


def _is_judged(link: AnyLink, register: Register) -> bool:
    """Tell whether the numbers in a link are those of the register or the clinic."""
    return isinstance(link, ClinicLink) or (isinstance(link, FactLink) and register.quantity(link.target) is not None)


def _other(said: Said, block: TextBlock, lost: Said, original: TextBlock, language: Language) -> Problem:
    """Return the problem of a number that stands in another's place."""
    words, right = _words(said, block), _words(lost, original)
    message = Message(
        "says {words}, but the original ({place}) says {right}",
        words=words,
        place=_at(_place(lost, original)),
        right=right,
    )
    if lost.found is not None and not lost.found.counted:  # in digits it would need a fact: "1 of 3" for "a third"
        hint = Message("say it here: {right}; or take it out there", right=right)
    else:
        hint = Message("write {right}, or correct the original", right=_written(lost, right, language))
    return Problem(_place(said, block), message, hint)


def _written(lost: Said, words: str, language: Language) -> str:
    """Return a number of the original in the language of the translation."""
    if lost.found is not None:
        return format_quantity(lost.found.quantity, language)
    return language.numbers.format(lost.ends[0]) if lost.ends else words


def _links(pair: Pair, language: Language, source: Language, register: Register) -> Iterator[Problem]:
    """Look for links without the number that they have in the original."""
    numbered = [link.target for link, block in _facts(pair.theirs) if _has_number(link, block, source, register)]
    for link, block in _facts(pair.mine):
        if link.target in numbered and _has_number(link, block, language, register):
            numbered.remove(link.target)
    for link, block in _facts(pair.mine):
        quantity = register.quantity(link.target)
        fact = register.find(link.target)
        known = fact is not None and fact.audience != "staff" and link.target in numbered
        if quantity is None or not known or _has_number(link, block, language, register):
            continue
        numbered.remove(link.target)
        right = format_quantity(quantity, language)
        message = Message(
            "the words of {fact} have no number here, and in the original{place} they have",
            fact=link.target,
            place=_line(pair.theirs),
        )
        hint = Message("write {right}", right=f"[{right}](fact:{link.target})")
        yield Problem(block.locate(link.start, link.end), message, advised(hint, fact) if fact else hint)


def _facts(blocks: tuple[TextBlock, ...]) -> Iterator[tuple[FactLink, TextBlock]]:
    """Yield the fact links with words."""
    for block in blocks:
        yield from ((link, block) for link in block.links if isinstance(link, FactLink) and link.words)


def _has_number(link: FactLink, block: TextBlock, language: Language, register: Register) -> bool:
    quantity = register.quantity(link.target)
    if quantity is None or any(sign.isdecimal() for sign in link.words):
        return quantity is not None  # whether the digits are right is for wrong_number.py to say
    return bool(Quotation(block.text, link.start, link.end, language, quantity).numbers)


def _words(said: Said, block: TextBlock) -> str:
    return block.text[said.start : said.end]


def _place(said: Said, block: TextBlock) -> Location:
    return block.locate(said.start, said.end)


def _near(pair: Pair) -> Location:
    """Return where the translation says the rest of a block."""
    block = pair.mine[0] if pair.mine else pair.theirs[0]
    return block.locate(0, len(block.text))


def _line(blocks: tuple[TextBlock, ...]) -> str:
    return f" ({_at(blocks[0].location)})" if blocks else ""


def _at(place: Location) -> str:
    return f"{place.path}:{place.line}"
