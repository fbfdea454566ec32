"""Words to write instead of words that say something else than a quantity, so that the whole passes when pasted."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.language.languages import Language
from handbook.language.leftovers import Stretch
from handbook.language.quantities import Quantity
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.language.quotations import Quotation

_OWNED = frozenset(("filler", "bound", "point-bound", "bound-filler", "open", "per", "denial", "minus", "within"))
"""Roles of words before a number that a number with a bound of its own would say again."""
_BOUNDS = frozenset(("bound", "point-bound", "bound-filler", "open", "denial"))
"""Those of them that change a number from outside a link."""


def corrected(quotation: Quotation, quantity: Quantity, stretches: list[Stretch]) -> tuple[str, str]:
    """Return words for a link that say a quantity, and what must go from before it, if anything must.

    ``stretches`` are the words of the link that say something else; the others are kept where they still make sense.
    """
    start, end = min(first for first, _ in stretches), max(last for _, last in stretches)
    tries = list(_tries(quotation, quantity, start, end))
    words = next((words for words in tries if quotation.rewritten(words).agrees), tries[-1])
    if not (quotation.rewritten(words).agrees and (not _is_bounded(quantity) or words != tries[-1])):
        before = quotation.text[: quotation.start]
        return words, before[_owned(before, len(before), quotation.language, _BOUNDS) :].strip()
    return words, ""


def _tries(quotation: Quotation, quantity: Quantity, start: int, end: int) -> Iterator[str]:
    """Yield words in the order in which they should be tried: most of the link kept first, none of it last."""
    words, language = quotation.words, quotation.language
    before = quotation.text[: quotation.start]
    first = _owned(words, start, language) if _is_bounded(quantity) else start
    for at in (first, _owned(words, start, language)):
        form = form_after(before + words[:at], language) or ""
        yield words[:at] + format_quantity(quantity, language, form) + words[end:]
    yield format_quantity(quantity, language, form_after(before, language) or "")


def _is_bounded(quantity: Quantity) -> bool:
    return quantity.low is None or quantity.high is None


def _owned(text: str, end: int, language: Language, roles: frozenset[str] = _OWNED) -> int:
    """Return where the words before ``end`` begin that bound a number, or stand between it and a bound."""
    for token in reversed(language.lexicon.tokens(text[:end])):
        if roles.isdisjoint(token.roles) or text[token.end : end].strip():
            break
        end = token.start
    return end
