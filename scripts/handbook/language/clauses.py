"""The phrases of a text by clause, each with what stands apart from it and belongs to it all the same.

That is what a ban governs from afar (bans.py), and the row behind a denial: "no pool, sea, hot bath or sport".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from handbook.language.advice_phrases import Found
from handbook.language.advice_words import AdviceWords
from handbook.language.bans import LONGEST_THING, governed
from handbook.language.denials import is_fixed
from handbook.language.sentence_parts import COMMANDING, Part, parts_of

_DENYING = frozenset(("denies", "empties", "forbids"))
_POLE = frozenset(("pole",))
_NOTHING_ELSE = frozenset(("pole", "implies", "undoes"))
_IN_ROW = (",", ")")
"""Signs that a row goes on behind."""
_BEHIND = 2
"""How many words behind the "or" of a row belong to it for certain."""


def clauses(found: Sequence[Found], plain: Sequence[str], words: AdviceWords) -> list[list[Found]]:
    """Part phrases by clause; what a denial reaches from afar stands in its clause."""
    denials = [item for item in found if not item.kinds.isdisjoint(_DENYING)]
    if not denials or found[-1].clause == found[0].clause:
        return [list(group) for _, group in groupby(found, lambda item: item.clause)]
    parts = list(parts_of(found, plain, words))
    moved = {item.at: item for denial in denials for item in _moved(denial, parts, plain, words)}
    by_clause: dict[int, list[Found]] = {}
    for item in found:
        placed = moved.get(item.at, item)
        by_clause.setdefault(placed.clause, []).append(placed)
    return list(by_clause.values())


def _moved(denial: Found, parts: Sequence[Part], plain: Sequence[str], words: AdviceWords) -> Iterator[Found]:
    """Yield what a denial reaches in other clauses than its own, as it stands in its clause."""
    row = list(_row(denial, parts, words))
    yield from row
    if "forbids" in denial.kinds and not row:
        yield from (item._replace(clause=denial.clause) for item in governed(denial, parts, plain, words))


def _row(denial: Found, parts: Sequence[Part], words: AdviceWords) -> Iterator[Found]:
    """Yield what stands behind a denial and its first thing in a row of short things that "or" or "and" ends.

    What stands behind the row or in brackets, or in one that may be commanded as well, belongs to the clause and is
    not denied for certain: "do not rub, wash and dry it".
    """
    at = next(number for number, part in enumerate(parts) if part.start <= denial.at < part.end)
    things = list(_things(parts[at + 1 :]))
    if not things or not _opens_row(denial, parts[at], things[0]):
        return
    ends = [_row_end(part, number, words) for number, part in enumerate(things)]
    row = list(zip(things, ends, strict=True))[: max((at for at, end in enumerate(ends, start=1) if end), default=0)]
    sure = not denial.does("denies") or any(part.does("joins") for part, end in row if end)
    for part, end in row:
        for item in takewhile(lambda item: not item.does("parts", *COMMANDING), part.said):
            if sure and part.sign in _IN_ROW and item.at < (end or part.end):
                yield item._replace(clause=denial.clause, row=denial.at)
            elif not denial.does("forbids"):
                yield item._replace(clause=denial.clause)


def _opens_row(denial: Found, own: Part, second: Part) -> bool:
    """Tell whether a row may begin in the part of a denial: in its clause, and not behind "do not stop"."""
    behind = [item for item in own.said if item.at >= denial.last]
    if own.aside or any(item.clause != denial.clause for item in behind):
        return False
    stopped = any(item.does("stops") for item in behind)
    return "joins" in second.opening or not (stopped or denial.last == own.end)


def _things(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield short parts behind commas, and the one behind them, with what stands in brackets between them."""
    for part in parts:
        is_thing = part.sign in _IN_ROW and not part.aside
        if not (is_thing or part.sign == "(") or part.commands_within(LONGEST_THING):
            return
        yield part
        if part.length > LONGEST_THING:
            return


def _row_end(part: Part, before: int, words: AdviceWords) -> int:
    """Return where a row may end in a part: some words behind an "or" or "and"; 0 where it may not.

    The second thing of a row may open with its "or" only where a side of a pair follows: "do not come, or cover it".
    """
    for number, item in enumerate(part.said):
        if item.does("joins", "adds"):
            opens = item.at == part.start and part.sign == ","
            follows = next((other for other in part.said[number + 1 :] if other.at == item.last), None)
            if not opens or (item.does("joins") and (before or (follows and _is_thing(follows, words)))):
                return item.last + _BEHIND
    return 0


def _is_thing(item: Found, words: AdviceWords) -> bool:
    """Tell whether a phrase is nothing but a side of a pair that a denial turns round."""
    return _POLE <= item.kinds <= _NOTHING_ELSE and not is_fixed(item, words)
