"""What a translation takes force from, allows, puts off and lifts, that its original commands.

Here nothing has an opposite: a word is there that the original lacks, such as "if you like", "later" and "even if", or
one is gone, such as "only".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from handbook.checks.advice_pieces import Piece, denial
from handbook.checks.turned import DENYING, Turned, denied, turned
from handbook.diagnostics.messages import Message
from handbook.language.polarity import Polarity, Said

_Tells: TypeAlias = Callable[[Polarity, Polarity], bool]
"""Asked with the sentence that has more words of a kind, and its counterpart."""

_WORDS_BEFORE = 2
"""How many words may stand before one that allows all that follows: "when you like, you may"."""
_SUBORDINATE = ("ifs", "hides", "parts")
_NARROWING = ("hides", "spares", "only", "narrows")
_WEAKENING = (("spares", Message("says that there is no need")), ("weakens", Message("takes force away")))
"""Kinds of words that take force away, and what is told of each."""
_ONE_CASE = (*DENYING, "narrows", "excepts", "limits", "idle", "hides", "lacks")
"""Kinds of words with which a language may say that one case alone is meant."""


def lifted(theirs: Piece, mine: Piece, fixed: Collection[str]) -> Iterator[Turned]:
    """Yield what lifts, narrows or puts off what the original commands; ``fixed`` pairs command nothing."""
    yield from _optional(theirs, mine, fixed)
    yield from _narrowed(theirs, mine)
    yield from _put_off(theirs, mine)
    yield from _freed(theirs, mine)
    yield from _soothed(theirs, mine)
    yield from _loosened(theirs, mine)


def weakened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield what takes force away, and what says that there is no need."""
    for kind, what in _WEAKENING:
        if mine.read.kinds[kind] <= theirs.read.kinds[kind]:
            continue  # as in most sentences
        said = mine.read.first(kind)
        if not (_is_one_denial(theirs) or _is_said_too(said, mine, theirs)):
            yield turned(
                Message("“{words}” {what}, and the original does not", words=mine.words(said), what=what),
                mine.locate(said),
                theirs,
            )


def _is_one_denial(piece: Piece) -> bool:
    """Tell whether a sentence is nothing but a denial, as an answer is: "No."."""
    said = denial(piece.read)
    return said is not None and piece.words(said) == piece.text.strip(" .!")


def _is_said_too(phrase: Said | None, mine: Piece, theirs: Piece) -> bool:
    """Tell whether a phrase is a side of a pair as well that the original says: "no need to wait" for "at once"."""
    sides = [said.role.pole for said in mine.read.said if phrase and said.start == phrase.start]
    return any(side in theirs.read.poles for side in sides)


def allowed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield what allows that which the original denies."""
    original, here = theirs.read, mine.read
    fewer = here.denials < original.denials or here.kinds["forbids"] < original.kinds["forbids"]
    free = _undenied(here, "allows")
    if original.denials and fewer and free and not free.conditional and here.kinds["allows"] > original.kinds["allows"]:
        yield turned(
            Message("“{words}” allows what the original denies", words=mine.words(free)), mine.locate(free), theirs
        )


def _undenied(read: Polarity, kind: str) -> Said | None:
    """Return the first phrase of a kind that no denial reaches."""
    if not read.kinds[kind]:
        return None  # as in most sentences
    return next((said for said in read.said if said.role.kind == kind and not said.reached), None)


def _put_off(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that puts off what the original does not."""
    said = _undenied(mine.read, "delays")
    open_to_it = denial(theirs.read) or any(theirs.read.kinds[kind] for kind in ("hides", "spares", "delays", "idle"))
    if said is not None and not open_to_it and not mine.read.denies_before(said):
        yield turned(
            Message("“{words}” puts off what the original does not", words=mine.words(said)), mine.locate(said), theirs
        )


def _freed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that makes a condition of the original one that does not matter: even if, without."""
    for said in _more(mine.read, theirs.read, _LIFTS):
        message = Message("“{words}” lifts a condition of the original", words=mine.words(said))
        yield turned(message, mine.locate(said), theirs)


def _more(there: Polarity, other: Polarity, told: Mapping[str, _Tells]) -> Iterator[Said]:
    """Yield the first phrase of each kind of which one sentence has more than the other, where it is to be told."""
    kinds = (kind for kind in told if there.kinds[kind] > other.kinds[kind] and told[kind](there, other))
    yield from filter(None, map(there.first, kinds))


def _is_conceded(here: Polarity, original: Polarity) -> bool:
    looser = any(_conditions(here, kind) < _conditions(original, kind) for kind in ("hides", "ifs"))
    return _is_freer(here, original) or looser or _is_new(original, here, "admits", "concedes", "excepts")


def _is_needless(here: Polarity, original: Polarity) -> bool:
    open_now = original.restricts and bool(here.kinds["allows"]) and not here.restricts
    free = _is_freer(here, original) or open_now or original.kinds["hides"] > original.denials
    return free and not here.denials


def _is_excepted(here: Polarity, original: Polarity) -> bool:
    return _is_new(original, here, "excepts", "implies")


def _is_freer(here: Polarity, original: Polarity) -> bool:
    return here.kinds["allows"] > original.kinds["allows"]


_LIFTS: Mapping[str, _Tells] = {"concedes": _is_conceded, "lacks": _is_needless, "excepts": _is_excepted}
"""By kind of words that can lift a condition, when a translation with more of them than its original does so."""


def _optional(theirs: Piece, mine: Piece, fixed: Collection[str]) -> Iterator[Turned]:
    """Yield a word that only allows what the original begins by commanding: "you may call"."""
    original, here = theirs.read, mine.read
    free = _undenied(here, "allows")
    if not free or original.kinds["allows"] or original.denies or here.denies or mine.text.endswith("?"):
        return
    if here.restricts and original.kinds["ifs"]:
        return  # "if" can be "you may only if"
    first = [said for said in original.said if _begins(theirs, said, 0)]
    names = any(said.role.kind == "pole" and said.role.pole[0] not in fixed for said in first)
    commands = names and not any(said.role.kind in _SUBORDINATE for said in first)
    if commands and _begins(mine, free, _WORDS_BEFORE):
        yield turned(
            Message("“{words}” allows what the original commands", words=mine.words(free)), mine.locate(free), theirs
        )


def _begins(piece: Piece, said: Said, words: int) -> bool:
    """Tell whether at most a few words stand before a phrase."""
    return len(piece.block.text[piece.start : piece.start + said.start].split()) <= words


def _narrowed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "only", or a "but not", in place of an "also"."""
    original, here = theirs.read, mine.read
    if not (original.kinds["admits"] or original.kinds["concedes"]):
        return  # so it is with most sentences
    said = here.first("only", "narrows") if original.kinds["admits"] else None
    if said is not None and not any(original.kinds[kind] for kind in (*_ONE_CASE, "implies")):
        yield denied(said, theirs, mine)
    parts = {one.end for one in here.said if one.role.kind == "contrasts"}
    but_not = next((one for one in here.said if one.role.kind == "denies" and one.start - 1 in parts), None)
    if but_not and not (original.denies or original.kinds["contrasts"] or original.kinds["implies"]):
        yield denied(but_not, theirs, mine)


def _is_new(original: Polarity, here: Polarity, *kinds: str) -> bool:
    """Tell whether nothing is denied here or there, and the original has no words of some kinds or of a condition."""
    return not (original.denies or here.denials or any(original.kinds[kind] for kind in (*kinds, *_NARROWING)))


def _loosened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word with which the original takes back what the translation insists on: "even if" for "only if"."""
    for said in _more(theirs.read, mine.read, _TAKES_BACK):
        message = Message("the original says “{words}”, and this does not", words=theirs.words(said))
        yield turned(message, mine.locate(None), theirs)


def _calls_more(original: Polarity, here: Polarity) -> bool:
    return here.kinds["calls"] > original.kinds["calls"]


_TAKES_BACK: Mapping[str, _Tells] = {
    "concedes": lambda original, here: here.restricts and not original.restricts,
    "delays": lambda original, here: _calls_more(original, here) and not original.denies,
    "soothes": lambda original, here: _calls_more(original, here) and not original.kinds["calls"],
    "spares": lambda original, here: here.kinds["forbids"] > original.kinds["forbids"],
}
"""By kind of words that can take back what is insisted on, when an original with more of them does so."""


def _conditions(read: Polarity, kind: str) -> int:
    return read.restricts + read.kinds[kind]


def _soothed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that says that all is well where the original tells somebody to call."""
    original, here = theirs.read.kinds, mine.read.kinds
    said = mine.read.first("soothes") if original["calls"] and here["soothes"] > original["soothes"] else None
    if said is not None and (here["calls"] < original["calls"] or not original["soothes"]):
        yield turned(
            Message("“{words}” says that all is well, and the original calls", words=mine.words(said)),
            mine.locate(said),
            theirs,
        )
