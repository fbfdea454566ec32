"""What a ban governs that stands apart from it: "to smoke, to drink, even a little, is banned", «ждать, …, нельзя».

Most bans stand before what they forbid, or behind it in one clause. A ban that names no deed of its own governs the
nearest part of its sentence that does, and the deeds in a row with that; else the things in a row before it, or all
that is said there. A command of its own ends this, and conditions in between stand for themselves. A bare ban governs
as well what follows behind "that", and what its colon sums up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from handbook.language.advice_phrases import QUOTES, Found
from handbook.language.advice_words import AdviceWords
from handbook.language.denials import is_fixed
from handbook.language.sentence_parts import Part

_STOPS = frozenset(".;!?")
LONGEST_THING = 5
"""How many words a thing has in a row of things."""


def governed(ban: Found, parts: Sequence[Part], plain: Sequence[str], words: AdviceWords) -> Iterator[Found]:
    """Yield what a ban governs beyond its own clause."""
    at = next(number for number, part in enumerate(parts) if part.start <= ban.at < part.end)
    own = parts[at]
    denied = any(item.does("denies") and item.last == ban.at for item in own.said)
    if own.sign in QUOTES or "parts" in own.opening or denied:
        return  # what is quoted or denied forbids nothing, and behind a "but" something new begins
    things = [item for item in own.said if item != ban and item.does("pole") and not is_fixed(item, words)]
    if words.deed(plain[ban.last : own.end]) >= 0 or any(item.at >= ban.last for item in things):
        return
    deed = words.deed(plain[own.start : ban.at]) >= 0
    sums_up = own.sign == ":" and not things and not deed
    before = list(_before(parts[: at + 1], _STOPS if sums_up else _STOPS | {":"}))
    reached: Sequence[Part]
    if deed:
        reached = [own, *_row(before)]
    elif not things and at + 1 < len(parts) and "aims" in parts[at + 1].opening:
        reached = [parts[at + 1], *takewhile(_goes_on, parts[at + 2 :])]
    else:
        reached = _reached_back(before, own, things=bool(things), bare=ban.last == own.end)
    yield from (item for part in reached for item in part.said if not item.does("aims"))


def _before(parts: Sequence[Part], stops: frozenset[str]) -> Iterator[Part]:
    """Yield the parts before the last one, the nearest first, up to a stop or a command."""
    for part, behind in zip(parts[-2::-1], parts[:0:-1], strict=True):
        if behind.sign in stops or (part.commands and not part.aside):
            return
        if not part.aside:
            yield part


def _goes_on(part: Part) -> bool:
    """Tell whether a part may belong to what is said before it."""
    return part.sign == "," and not (part.aside or part.commands)


def _row(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts that open with a deed, up to one that begins with a "but"."""
    for part in takewhile(lambda part: part.opens_with_deed, parts):
        yield part
        if "parts" in part.opening:
            return


def _reached_back(before: Sequence[Part], own: Part, *, things: bool, bare: bool) -> Sequence[Part]:
    """Return what a ban without a deed reaches: the nearest part with one and its row, else things, else all."""
    named = next((number for number, part in enumerate(before) if part.deed >= 0), None)
    if named is not None:
        return [before[named], *_row(before[named + 1 :])]
    if things and own.does("joins", "adds"):
        return list(takewhile(lambda part: part.length <= LONGEST_THING, before))
    return before if bare and not things else []
