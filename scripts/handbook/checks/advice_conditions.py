"""What a translation makes of a condition: "if it is said" for "if it is not said", or "or" for the "and" in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.advice_pieces import Piece, denial
from handbook.checks.turned import Turned, denied, unsaid
from handbook.language.advice_words import SWALLOWS
from handbook.language.polarity import Polarity, Said

_SIGN = re.compile(r"[,.:;!?()—–](?=\s|$)")
_SENTENCE = re.compile(r"[.!?…]\s")
_DENIES = ("denies", "empties", "forbids", "spares")
_SOFT = (
    "limits", "implies", "hides", "lacks", "undoes", "stops", "excepts", "admits", "idle", "delays", SWALLOWS,
)  # fmt: skip
"""Kinds of words in a condition with which another language may well say its denial."""
_TWICE = ("stops", "undoes")
"""Kinds of words of which a denial says that something goes on."""
_EARLIER = (
    "precedes", "hides", "begins", "denies", "empties", "forbids", "only", "narrows", "delays", "lacks", "succeeds",
    "follows", "limits", SWALLOWS,
)  # fmt: skip
"""Kinds of words with which a "before" can be said otherwise: first, only after, not until."""
_FIRST = (("order", "before"), ("early", "early"))
_BOTH = ("either", "both")
_BINDING = ("ifs", "only", "bids", "succeeds")
"""Kinds of words behind which it matters whether one of two things is enough: if, only when, must, once."""
_OPEN = ("only", "narrows", "stops", "delays", "idle", "spares", "undoes", "weakens", "concedes", "aims")
"""Kinds of words with which a ban can end or begin in another way."""
_UNTIL = ("hides", "limits", "lacks", "excepts")
"""Kinds of words with which it can end."""


def reconditioned(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a "not" that a condition lost or gained, a "before" that is gone, an "or" for an "and" or the reverse."""
    original, here = theirs.read.kinds, mine.read.kinds
    only = here["only"] or here["narrows"]
    yield from _within(theirs, mine) if original["ifs"] and here["ifs"] else ()
    yield from _unordered(theirs, mine) if original["precedes"] and not here["precedes"] else ()
    yield from _either(theirs, mine) if original["adds"] and here["joins"] else ()
    yield from _all_at_once(theirs, mine) if original["joins"] and here["ifs"] and here["adds"] else ()
    yield from _only_then(theirs, mine) if original["excepts"] and only else ()
    yield from _from_then(theirs, mine) if original["hides"] and not here["hides"] else ()
    yield from _not_only_one(theirs, mine) if here["joins"] and not original["joins"] else ()


def _within(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial in the only condition of one sentence and not in that of the other."""
    original, here = _condition(theirs), _condition(mine)
    if original is None or here is None:
        return
    lost, gained = _denial(original.said), _denial(here.said)
    more = mine.read.denials - theirs.read.denials
    if gained and not lost and more > 0 and not _has(original.said, _SOFT):
        yield denied(gained, theirs, mine)
    answers = original.words == here.words == 1  # "if not", "if so"
    known = answers or _pairs(original.said) & _pairs(here.said)  # "if you cannot breathe" can be "if you choke"
    if lost and not gained and more < 0 and known and not (_has(here.said, _SOFT) or _has(original.said, _TWICE)):
        yield unsaid(lost, theirs, mine)


class _Condition(NamedTuple):
    """What is said behind an "if"."""

    said: list[Said]
    words: int


def _condition(piece: Piece) -> _Condition | None:
    """Return the only condition of a sentence; None where there is none, or more than one."""
    said = piece.read.said
    others = {one.start for one in said if one.role.kind in ("hides", "aims", "concedes")}
    opens = [one for one in said if one.role.kind == "ifs" and one.start not in others]
    if len(opens) != 1 or _SENTENCE.search(piece.text):
        return None
    text = piece.block.text[piece.start : piece.end]
    signs = (found.start() for found in _SIGN.finditer(text, opens[0].end))
    parts = (one.start for one in said if one.role.kind == "parts" and one.start > opens[0].start)
    end = min((*signs, *parts), default=len(text))
    behind = [one for one in said if opens[0].end <= one.start < end]
    return _Condition(behind, len(text[opens[0].end : end].split()))


def _denial(said: list[Said]) -> Said | None:
    return next((one for one in said if one.role.kind in _DENIES), None)


def _pairs(said: list[Said]) -> frozenset[str]:
    """Return the pairs of opposites that a condition names a side of."""
    return frozenset(one.role.pole[0] for one in said if one.role.kind == "pole")


def _has(said: list[Said], kinds: tuple[str, ...]) -> bool:
    return any(one.role.kind in kinds for one in said)


def _unordered(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a "before" for which the translation has no word."""
    original, here = theirs.read, mine.read
    said = original.first("precedes")
    if said is None or original.kinds["delays"] or original.kinds["allows"] or _ends_clause(said, theirs):
        return
    if not (any(here.kinds[kind] for kind in _EARLIER) or any(pole in here.poles for pole in _FIRST)):
        yield unsaid(said, theirs, mine)


def _ends_clause(said: Said, piece: Piece) -> bool:
    """Tell whether nothing stands behind a phrase: "the night before"."""
    behind = piece.block.text[piece.start + said.end : piece.end].strip()
    return not behind or _SIGN.match(behind) is not None


def _either(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "or" within a condition or a duty where the original has an "and"."""
    original, here = theirs.read, mine.read
    if original.kinds["joins"] or here.kinds["adds"] >= original.kinds["adds"]:
        return
    both, one = _bound(theirs, "adds"), _bound(mine, "joins")
    if both and one and not (original.denies_before(both) or (here.denies_before(one) and not _until(here))):
        yield denied(one, theirs, mine)


def _all_at_once(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "and" within a condition where the original has only "or": not if one of them is so, but if all are."""
    original, here = theirs.read.kinds, mine.read.kinds
    if original["adds"] or here["joins"] or here["admits"] > original["admits"]:
        return
    condition = _condition(mine)
    both = next((one for one in condition.said if one.role.kind == "adds"), None) if condition else None
    if both is not None:
        yield denied(both, theirs, mine)


def _bound(piece: Piece, kind: str) -> Said | None:
    """Return the first phrase of a kind that stands behind a condition or a duty."""
    binds = piece.read.first(*_BINDING)
    return next((one for one in piece.read.said if binds and one.role.kind == kind and one.start > binds.start), None)


def _only_then(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "only" in place of an "unless" that only takes something out of what is commanded."""
    original, here = theirs.read, mine.read
    said = here.first("only", "narrows")
    narrower = said is not None and not (original.kinds["narrows"] or original.kinds["only"] or here.kinds["excepts"])
    negative = any(original.kinds[kind] for kind in ("forbids", "spares", "stops", "delays")) or denial(original)
    if said and narrower and original.kinds["excepts"] and not (negative or denial(here)):
        yield denied(said, theirs, mine)


def _from_then(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield the condition of a ban or command that ended with it, and begins with it now: "not if" for "not before"."""
    original, here = theirs.read, mine.read
    begins = next((one for one in here.said if one.role.kind in ("ifs", "succeeds")), None)
    free = [one for one in original.said if not (one.conditional or one.reached)]
    free_here = [one for one in here.said if not one.reached]
    open_to_it = _has(free, _OPEN) or _has(free_here, (*_OPEN, *_UNTIL))
    if begins is None or open_to_it or original.kinds["hides"] != 1 or original.kinds["lacks"]:
        return
    behind = [one for one in here.said if one.start > begins.start]
    denied_here, denied_there = denial(here), denial(original)
    banned = denied_there and denied_here and original.denials == here.denials
    commanded = _until(original) and not (denied_there or denied_here)
    if not _has(behind, _DENIES) and (commanded or (banned and not _has(behind, (SWALLOWS,)))):
        yield denied(begins, theirs, mine)


def _until(read: Polarity) -> bool:
    """Tell whether something goes on up to a condition: until, and neither before nor unless."""
    ends, excepted = ({one.start for one in read.said if one.role.kind == kind} for kind in ("hides", "excepts"))
    return any(one.start in ends - excepted for one in read.said if one.role.kind == "ifs")


def _not_only_one(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "or" between two of which the original says that both are meant."""
    one = mine.read.first("joins")
    if one and theirs.read.poles.get(_BOTH, 0) > mine.read.poles.get(_BOTH, 0) and not mine.read.denials:
        yield denied(one, theirs, mine)
