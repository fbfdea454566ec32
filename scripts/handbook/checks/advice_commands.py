"""What a translation leaves of a command: a call that nobody is told to make, a ban on stopping that says to stop.

Here the words are there, or gone, and so is what they ask for: "come as usual" for "call before you come", "put the
tablets aside" for "do not stop them", "you may smoke" for "stop smoking", "you cannot refuse" for "you can refuse".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.checks.advice_pieces import Piece, denial
from handbook.checks.turned import Turned, denied, unsaid
from handbook.language.advice_words import SWALLOWS, AdviceWords, words_and_signs
from handbook.language.polarity import Polarity, Said, meant

_CALL = ("calling", "call")
_MAY = ("modality", "may")
_WAIT = ("waiting", "wait")
_WAITING = (
    "delays", "hides", "denies", "empties", "forbids", "only", "narrows", "stops", "limits", "follows", "succeeds",
    "spares", "concedes", "idle",
)  # fmt: skip
"""Kinds of words with which a "wait" can be said otherwise: not before, only after."""
_ASKED = frozenset(
    (
        "calling", "telling", "asking", "booking", "seeing-doctor", "sending",
        "showing", "speaking", "checking", "going-out", "haste",
    )
)  # fmt: skip
"""Pairs with which a call can be said in other words: "tell the clinic at once"."""
_OTHERWISE = ("only", "narrows", "hides", "excepts", "lacks", "ifs", "follows", "succeeds")
"""Kinds of words with which "do not stop before you have asked" can be said without a denial."""
_LIMITED = ("only", "narrows", "hides", "limits", "spares", "delays", "concedes", "excepts")
"""Kinds of words that leave open how much of a "can" is denied."""
_SPARING = ("allows", "soothes", "concedes", "idle", "hides", "weakens", "implies", "stops", "lacks")
"""Kinds of words with which a "need not" can be said otherwise."""
_BANNING = ("hides", "only", "narrows", "stops", "forbids", "undoes", "spares", "delays", "excepts", "lacks", "idle")
"""Kinds of words that another language may say by a ban."""
_LIMITING = ("limits", "implies", "admits")
_TURNING = ("hides", "lacks", "excepts", "delays", SWALLOWS)
"""Kinds of words with which a ban says what another language commands."""
_BEGINNING = 40
"""Among how many characters a sentence says what it is about: "keep it dry"."""
_PARTED = ("adds", "contrasts", "only", "narrows", "undoes")
"""Kinds of words with which not all of a row is denied, or what is denied is commanded."""
_BANS = ("denies", "forbids", "empties")
_AND_DO = 2
"""How many words stand at least between an "and" and a denial that does not belong to it."""
_OPENING = 4
"""At which character the denial of a whole row ends its "do" at the latest."""


def recommanded(theirs: Piece, mine: Piece, words: AdviceWords) -> Iterator[Turned]:
    """Yield what a translation no longer commands, and what it denies that may be or can be."""
    original, here = theirs.read.kinds, mine.read.kinds
    asked = {
        _uncalled: original["calls"] and not here["calls"],
        _stopped: original["stops"] and here["stops"],
        _taken_up: original["stops"] and here["allows"],
        _barred: mine.read.denials > theirs.read.denials,
        _bared: original["lacks"] and here["lacks"],
        _unbanned: (original["forbids"] or original["stops"]) and here["denies"],
        _hurried: original["delays"] and not here["delays"],
        _bound: original["spares"] and not here["spares"],
        _left_out: here["lacks"] and not original["lacks"],
        _forbidden: here["denies"] and not original["denies"],
    }
    for look, is_asked in asked.items():
        yield from look(theirs, mine) if is_asked else ()
    yield from _half_banned(theirs, mine, words) if original["denies"] and original["joins"] else ()
    yield from _spread(theirs, mine, words) if original["adds"] and theirs.read.denials else ()


def _uncalled(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a call that the translation has no word for; behind a colon a telephone number may say as much."""
    calls = {one.start for one in theirs.read.said if one.role.kind == "calls" and not one.reached}
    said = next((one for one in theirs.read.said if one.role.pole == _CALL and one.start in calls), None)
    if said is None or mine.read.kinds["calls"] or "?" in theirs.text + mine.text or ":" in mine.text:
        return
    if _ASKED.isdisjoint(pair for pair, _ in mine.read.poles):
        yield unsaid(said, theirs, mine)


def _stopped(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield the denial of a "do not stop" whose translation says to stop."""
    original, here = _stops(theirs.read), _stops(mine.read)
    lost = theirs.read.first("denies", "empties", "forbids") if mine.read.denials < theirs.read.denials else None
    if lost is None or not len(original) >= len(here) > 0 or any(mine.read.kinds[kind] for kind in _OTHERWISE):
        return
    if all(said.reached % 2 for said in original) and not any(said.reached % 2 for said in here):
        yield unsaid(lost, theirs, mine)


def _taken_up(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that allows what the original tells to stop."""
    stops, free = _stops(theirs.read), _free(mine.read)
    if not stops or free is None or _stops(mine.read) or any(said.reached % 2 for said in stops):
        return
    if not theirs.read.kinds["allows"] and denial(mine.read) is None:
        yield denied(free, theirs, mine)


def _stops(read: Polarity) -> list[Said]:
    return [said for said in read.said if said.role.kind == "stops"]


def _free(read: Polarity) -> Said | None:
    return next((said for said in read.said if said.role.kind == "allows" and not said.reached), None)


def _barred(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial of what the original says may or can be."""
    if any(theirs.read.kinds[kind] for kind in _LIMITED) or mine.read.kinds["lacks"] or mine.read.kinds["limits"]:
        return  # "it cannot stop it" is "it can come through"
    (may, cannot), (may_here, cannot_here) = _modals(theirs.read), _modals(mine.read)
    said = mine.read.first("forbids", "denies")
    if said and may > may_here and cannot_here > cannot and mine.read.denials > theirs.read.denials:
        yield denied(said, theirs, mine)


def _modals(read: Polarity) -> tuple[int, int]:
    """Count the words that say that something may be, and those that deny it."""
    ends = {said.end for said in read.said if said.role.kind == "denies"}
    may = {said.start for said in read.said if said.role.pole == _MAY or said.role.kind == "allows"}
    shut = {start for start in may if not ends.isdisjoint((start, start - 1))}
    return len(may - shut), len(shut) + read.kinds["forbids"]


def _bared(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield the denial of a "never without" whose translation says to do it without."""
    lost, lacks = theirs.read.first("denies", "empties", "forbids"), _lacks(theirs.read)
    here = _lacks(mine.read)
    if lost is None or not any(said.reached % 2 for said in lacks) or not here or mine.read.restricts:
        return
    if not mine.read.denies and not any(mine.read.kinds[kind] for kind in ("spares", "bids", "undoes", "stops")):
        yield unsaid(lost, theirs, mine)


def _lacks(read: Polarity) -> list[Said]:
    return [said for said in read.said if said.role.kind == "lacks"]


def _unbanned(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a ban that is denied where the original bans or stops: "we would not avoid it" for "leave it out"."""
    bans = [said for said in theirs.read.said if said.role.kind in ("forbids", "stops")]
    here = [said for said in mine.read.said if said.role.kind in ("forbids", "stops")]
    if "?" in mine.text or not (bans and here):
        return
    if all(said.reached % 2 for said in here) and not any(said.reached % 2 for said in bans):
        yield denied(here[0], theirs, mine)


def _half_banned(theirs: Piece, mine: Piece, words: AdviceWords) -> Iterator[Turned]:
    """Yield a row that the original denies as a whole, "do not squeeze or cut", with a command in the translation."""
    denies = theirs.read.first("denies")
    if denies is None or denies.start > _OPENING or not theirs.read.kinds["joins"]:
        return
    if any(theirs.read.kinds[kind] for kind in _PARTED) or "?" in mine.text + theirs.text:
        return
    text = mine.block.text[mine.start : mine.end]
    ends = (one.start for one in mine.read.said if one.role.kind == "parts" and one.start)
    plain = words_and_signs(words.lexicon.plain(text[: min(ends, default=len(text))]))
    rows = [words.begun[before].kinds for before, word in pairwise(["", *plain]) if words.commands.fullmatch(word)]
    denied = [not kinds.isdisjoint(("denies", "empties")) for kinds in rows]
    if any(denied) and not all(denied):
        yield unsaid(denies, theirs, mine)


def _spread(theirs: Piece, mine: Piece, words: AdviceWords) -> Iterator[Turned]:
    """Yield a ban that reaches what the original commands before it: "take it out, and do not rub"."""
    original, here = theirs.read, mine.read
    bans = here.denials + here.kinds[SWALLOWS] > original.denials + original.kinds[SWALLOWS]
    joined, ban, opens = original.first("adds"), original.first(*_BANS), here.first(*_BANS, SWALLOWS)
    if not (bans and joined and ban and opens) or "?" in mine.text + theirs.text:
        return
    follows = joined.end <= ban.start and len(theirs.between(joined, ban).split()) < _AND_DO
    commands = not any(one.start < joined.start and one.role.kind in (*_BANNING, "limits") for one in original.said)
    ends = next((one.start for one in here.said if one.role.kind in ("adds", "joins") and one.start > opens.start), 0)
    known = (one for one in here.said if one.role.kind == "pole" and opens.start <= one.start < ends)
    agree = any(meant(one, words) in original.poles for one in known if one.role.pole[0] not in words.fixed)
    if follows and commands and ends and not agree:
        yield denied(opens, theirs, mine)


def _hurried(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a "wait" for which the translation has no word."""
    delays = {one.start for one in theirs.read.said if one.role.kind == "delays" and not one.denied}
    said = next((one for one in theirs.read.said if one.role.pole == _WAIT and one.start in delays), None)
    if said is None or "?" in mine.text + theirs.text or any(mine.read.kinds[kind] for kind in _WAITING):
        return
    if any(pair in ("waiting", "haste", "order") for pair, _ in mine.read.poles):
        return
    awaited = {one.role.pole for one in theirs.read.said if one.conditional and one.unsure}
    if not any(one.conditional and one.role.pole in awaited for one in mine.read.said):
        yield unsaid(said, theirs, mine)  # "wait until it has closed" can be "do it once it has closed"


def _bound(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a "need not" whose translation says must, or nothing of the kind."""
    spared, here = theirs.read.first("spares"), mine.read
    bids = here.kinds["bids"] > theirs.read.kinds["bids"] and not (here.denies or here.kinds["spares"])
    silent = not (here.negative or any(here.kinds[kind] for kind in _SPARING))
    if spared and (bids or silent) and "?" not in mine.text + theirs.text:
        yield unsaid(spared, theirs, mine)


def _left_out(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a "without" before a thing that the original names without any denial."""
    if theirs.read.denies or theirs.read.kinds["lacks"] or mine.read.denials:
        return
    for lack in _lacks(mine.read):
        behind = (one for one in mine.read.said if 0 <= one.start - lack.end <= 1 and one.role.kind == "pole")
        if any(one.role.pole in theirs.read.poles for one in behind):
            yield denied(lack, theirs, mine)


def _forbidden(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a ban on something that no pair knows, where the original denies nothing and begins with no limit."""
    original, here = theirs.read, mine.read
    open_to_it = original.denies or any(original.kinds[kind] for kind in _BANNING) or "?" in mine.text + theirs.text
    said = next((one for one in here.said if one.role.kind == "denies"), None)
    if said is None or open_to_it or mine.block.text[mine.start : mine.start + said.start].strip(" -"):
        return
    limited = any(one.start <= _BEGINNING and one.role.kind in _LIMITING for one in original.said)
    reached = any(one.reached % 2 for one in here.said if one.role.kind in ("pole", "undoes", "stops", "allows"))
    if not (limited or reached or any(here.kinds[kind] for kind in _TURNING)):
        yield denied(said, theirs, mine)
