"""Which phrases of a clause a denial reaches, and which it may or may not reach."""

from __future__ import annotations

from handbook.language.advice_phrases import Found
from handbook.language.advice_words import SWALLOWS, AdviceWords, Role

DENYING = ("denies", "empties", "forbids", "spares", "only", "limits", SWALLOWS)
"""Kinds of words with which a denial can be said."""
_REACH = 4
"""How many words behind it a denial reaches, besides those of a row that it denies together."""
_JOINED = 8
"""How many words before an "or" the row may have begun."""


def denials_of(item: Found, role: Role, same: list[Found], words: AdviceWords) -> int:
    """Count the denials that reach a phrase: one close before it, and those that forbid its whole clause."""
    if role.pole[0] in words.fixed:
        return 0
    if role.pole[0] in words.firm:
        return sum(other.does("denies", "forbids") and other.last == item.at for other in same)
    denied = sum(_goes_to(other, item, same, words) for other in same if other.does("denies"))
    forbidden = sum(other.does("forbids") and not _stands_alone(other, item, same) for other in same)
    emptying = () if item.does(SWALLOWS) else [other for other in same if other.does("empties")]  # «никогда не ждите»
    emptied = (_goes_to(other, item, same, words) or other.at == item.last for other in emptying)
    return denied + forbidden or any(emptied)


def _stands_alone(ban: Found, item: Found, same: list[Found]) -> bool:
    """Tell whether only an "or" stands between a ban and a phrase, or an "and" before it: "call and avoid the sun".

    Behind an "and not" and an "or must" something is denied, or commanded, for itself.
    """
    joining = [other for other in same if other.does("adds", "joins")]
    joined = any(other.last == ban.at for other in joining)
    commands = {other.at for other in same if other.does("denies", "forbids", "bids")}
    anew = any(ban.last <= other.at < item.at and other.last in commands for other in joining)
    return (bool(item.link) and item.at == ban.last + 1) or (joined and item.at < ban.at) or anew


def _goes_to(denial: Found, item: Found, same: list[Found], words: AdviceWords) -> bool:
    """Tell whether a denial reaches a phrase: the first of a pair behind it, and those that follow in a row."""
    if item.row == denial.at:
        return True
    behind = [one for one in same if denial.last <= one.at < item.at]
    row = [one for one in behind if one.does("pole") and not one.does(*DENYING) and not is_fixed(one, words)]
    before = denial
    for other in (*row, item):
        gap = other.at - before.last
        if gap < 0 or not (_is_near(before, other, denial) or (other.link == "joins" and gap <= _JOINED)):
            return False
        before = other
    parted = any(one.does("adds") for one in behind if one.at < (row[0] if row else item).at)
    stopped = any(one.does("stops") for one in behind)  # "do not stop smoking" is not "do not smoke"
    return item.at >= denial.last and not (parted or stopped)


def _is_near(before: Found, other: Found, denial: Found) -> bool:
    """Tell whether a denial goes on from one phrase to the next: a thing close by, or a second one in its row."""
    gap = other.at - before.last
    if before is denial:
        return gap <= _REACH
    return (gap == 0 and _names_same(before, other)) or (gap == 1 and other.link == "adds")


def _names_same(one: Found, other: Found) -> bool:
    """Tell whether two phrases are of one side of a pair: "drink alcohol"."""
    return any(role.kind == "pole" and role in other.roles for role in one.roles)


def is_fixed(item: Found, words: AdviceWords) -> bool:
    """Tell whether a phrase names only sides of pairs that no denial turns round."""
    return all(role.pole[0] in words.fixed for role in item.roles if role.kind == "pole")


def is_unsure(item: Found, role: Role, same: list[Found], words: AdviceWords) -> bool:
    """Tell whether a phrase stands behind one that leaves it open, or beside a denial that may or may not reach it."""
    before = [other for other in same if other.last <= item.at]
    added = max((other.at for other in before if other.does("adds")), default=-1)
    if any(other.does("hides") and other.at > added for other in before):
        return True
    if role.pole[0] in words.firm or role.pole[0] in words.fixed:
        return False
    if any(other.does("stops") and other.last == item.at for other in before):
        return True  # "stop smoking" can be "do not smoke"
    denials = [other for other in before if other.does("denies", "empties")]
    late = (other.does("denies") and 0 <= other.at - item.last <= _REACH for other in same)
    return any(late) or (bool(denials) and not any(_goes_to(other, item, same, words) for other in denials))
