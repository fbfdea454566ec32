"""What a translation turns round: its sentences beside those of the original, and how the advice of both differs.

In blocks of as many sentences each is compared with its own; else the whole block with the whole block.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from handbook.checks.advice_pieces import Piece, denial, sentence_pairs
from handbook.checks.exchanged import Concepts, exchanged
from handbook.checks.reordered import reordered
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location
from handbook.language.advice_words import SWALLOWS, AdviceWords
from handbook.language.languages import Language
from handbook.language.polarity import Polarity, Said, opposites
from handbook.markup.document import Document

_OPENING = 1
"""At which character the first word of a sentence begins at the latest."""
_SAYING_LESS = ("idle", "delays", "stops", "implies", "hides", "soothes")
"""Kinds of words that another language may well say by a denial."""
_DENYING = ("denies", "empties", "forbids", "spares", "only", SWALLOWS)
_DENIALS = ("denies", "empties", "forbids")
_NARROWING = ("hides", "spares", "only", "narrows")
_OTHERWISE = ("delays", "stops", "narrows", "only")
"""Kinds of words with which another language may deny what the original does."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Something that a translation turns round."""

    message: Message
    location: Location


def turned_advice(
    original: Document, translation: Document, source: Language, language: Language, concepts: Concepts
) -> Iterator[Turned]:
    """Yield for each pair of sentences, or of their parts, the first thing that the translation turns round."""
    for beside in sentence_pairs(original, translation, source, language):
        each = (next(_differences(*part, source.advice, language.advice), None) for part in beside.parts)
        found = [turned for turned in each if turned is not None]
        yield from found or _exchanged(beside.theirs, beside.mine, source, language, concepts)


def _exchanged(
    theirs: Piece, mine: Piece, source: Language, language: Language, concepts: Concepts
) -> Iterator[Turned]:
    said = exchanged(theirs, mine, source, language, concepts) or reordered(theirs, mine, source, language, concepts)
    if said is not None:
        yield _turned(
            Message("“{words}” stands with another thing than in the original", words=mine.words(said)),
            mine.locate(said),
            theirs,
        )


def _differences(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    """Yield what differs: lost force, a pair of opposites, a lost denial, a delay, a lifted condition."""
    if not (theirs.read.said or mine.read.said):
        return
    one_case = _denies_all_but_one(theirs.read, mine.read) or _denies_all_but_one(mine.read, theirs.read)
    yield from _weakened(theirs, mine)
    if not one_case:
        yield from _turned_pairs(theirs, mine, source, language)
        yield from _allowed(theirs, mine)
    agreed = _agree_on_adenial(theirs.read, mine.read)
    if not one_case:
        yield from _lost(theirs, mine, agreed)
        yield from () if agreed else _gained(theirs, mine)
        yield from () if agreed else _lost_within(theirs, mine)
    yield from _optional(theirs, mine, source.fixed)
    yield from _widened(theirs, mine)
    yield from _put_off(theirs, mine)
    yield from _freed(theirs, mine)
    yield from _soothed(theirs, mine)
    yield from _loosened(theirs, mine)


def _denies_all_but_one(only: Polarity, other: Polarity) -> bool:
    """Tell whether one says "only if" and the other "not, unless", or "only" and "nothing except": the same."""
    excepted = only.kinds["narrows"] and (other.kinds["excepts"] or (other.kinds["empties"] and other.kinds["denies"]))
    return bool((excepted or (only.restricts and not other.restricts)) and denial(other))


def _agree_on_adenial(original: Polarity, here: Polarity) -> bool:
    """Tell whether both mean the same side of a pair, and one of them by a denial."""
    by_one = original.turned ^ here.turned
    return any(pole in original.poles and pole in here.poles for pole in by_one)


def _turned_pairs(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    original, here = theirs.read.poles, mine.read.poles
    for pole in here:
        if here[pole] <= original.get(pole, 0):
            continue
        others = opposites(pole, language)
        for other in others:
            if here.get(other, 0) >= original.get(other, 0) or (other in here and pole in original):
                continue
            my_words, their_words = mine.read.at(pole, language), theirs.read.at(other, source)
            denied = {said.denied for said in (my_words, their_words) if said is not None}
            if pole[0] in language.fixed and (len(denied) > 1 or (len(others) > 1 and True in denied)):
                continue  # a pair that no denial turns round says nothing where one of the two is denied
            if _is_denied_otherwise(theirs, their_words, mine, my_words):
                continue
            message = Message(
                "“{words}” turns round “{original}” of the original",
                words=mine.words(my_words),
                original=theirs.words(their_words),
            )
            yield _turned(message, mine.locate(my_words), theirs)


def _is_denied_otherwise(theirs: Piece, their_words: Said | None, mine: Piece, my_words: Said | None) -> bool:
    """Tell whether one of the two denies a thing, and the other says as much without a denial.

    A translation may put it off, stop it or allow one case only; an original may ask whether it is gone.
    """
    if their_words is None or my_words is None or their_words.role.pole != my_words.role.pole:
        return False
    if my_words.reached % 2:  # "Is the trust gone?" can be "Don't you trust them any more?"
        return theirs.text.endswith("?") and _undenied(theirs.read, "undoes") > _undenied(mine.read, "undoes")
    delays = [said for said in mine.read.said if said.role.kind == "delays" and said.end <= my_words.start]
    put_off = any("," not in mine.between(said, my_words) for said in delays)
    original, here = theirs.read.kinds, {**mine.read.kinds, "delays": put_off}
    return their_words.reached % 2 == 1 and any(here[kind] > original[kind] for kind in _OTHERWISE)


def _weakened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    answer = theirs.read.said and theirs.words(theirs.read.said[0]) == theirs.text.strip(" .!")
    for kind, what in (("spares", Message("says that there is no need")), ("weakens", Message("takes force away"))):
        said = mine.read.first(kind)
        if mine.read.kinds[kind] > theirs.read.kinds[kind] and not (answer or _is_said_too(said, mine, theirs)):
            yield _turned(
                Message("“{words}” {what}, and the original does not", words=mine.words(said), what=what),
                mine.locate(said),
                theirs,
            )


def _is_said_too(phrase: Said | None, mine: Piece, theirs: Piece) -> bool:
    """Tell whether a phrase is a side of a pair as well that the original says: "no need to wait" for "at once"."""
    sides = [said.role.pole for said in mine.read.said if phrase and said.start == phrase.start]
    return any(side in theirs.read.poles for side in sides)


def _allowed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    original, here = theirs.read, mine.read
    fewer = here.denials < original.denials or here.kinds["forbids"] < original.kinds["forbids"]
    free = next((said for said in here.said if said.role.kind == "allows" and not said.reached), None)
    if original.denials and fewer and free and here.kinds["allows"] > original.kinds["allows"]:
        yield _turned(
            Message("“{words}” allows what the original denies", words=mine.words(free)), mine.locate(free), theirs
        )


def _lost(theirs: Piece, mine: Piece, agreed: bool) -> Iterator[Turned]:
    """Yield a denial that the translation has no word for; one is said by an opposite where both have ``agreed``.

    A question denies nothing: "No clear answer?" can be "Is it vague?".
    """
    said = None if theirs.text.endswith("?") else denial(theirs.read)
    if said is not None and _left_to_deny(theirs.read, mine.read) + agreed < max(
        theirs.denying, theirs.read.kinds["denies"] + theirs.read.kinds["forbids"]
    ):
        yield _turned(
            Message("nothing here says “{words}”, as the original does", words=theirs.words(said)),
            mine.locate(None),
            theirs,
        )


def _lost_within(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial within a condition or an aim that nothing in the translation can say: "so that none runs"."""
    original, here = theirs.read, mine.read
    said = original.first(*_DENIALS)
    silent = not any(here.kinds[kind] for kind in (*_DENYING, *_SAYING_LESS, "undoes", "lacks", "excepts", "narrows", "limits"))
    silent = silent and not _commanded(original, here)
    if said is not None and denial(original) is None and silent and not theirs.text.endswith("?"):
        yield _turned(
            Message("nothing here says “{words}”, as the original does", words=theirs.words(said)),
            mine.locate(None),
            theirs,
        )


def _gained(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial that the original has no word for, outside of questions: a command that forbids now."""
    said, original = denial(mine.read), theirs.read
    limits = max(0, original.kinds["limits"] - mine.read.kinds["limits"])
    others = any(original.kinds[kind] for kind in _DENYING)
    otherwise = limits or others or any(original.kinds[kind] for kind in _SAYING_LESS)
    doubled = mine.read.kinds["lacks"] > original.kinds["lacks"]  # "not without" denies nothing
    if said is not None and not (otherwise or doubled or mine.text.endswith("?")):
        yield _turned(
            Message("“{words}” denies what the original does not", words=mine.words(said)), mine.locate(said), theirs
        )


def _left_to_deny(original: Polarity, here: Polarity) -> int:
    """Count the words with which a translation may deny, but for a "before" or "until" that the original has too.

    "Never without" can be "only with": what the original says by two denials, a narrowing word says as well. "Wait"
    can be "not yet", "not on broken skin" can be "only on whole skin", "do not miss it" can be "go", and "before you do
    this, do that" can be "do not do this before that".
    """
    waits = max(0, here.kinds["delays"] - original.kinds["delays"])
    narrows = max(0, here.kinds["narrows"] - original.kinds["narrows"])
    otherwise = waits + narrows + _commanded(original, here)
    if original.kinds["lacks"] > here.kinds["lacks"]:
        return here.negative + otherwise
    opening = {said.role.kind for said in here.said if said.start <= _OPENING}
    before = "hides" in opening and "ifs" not in opening
    same = min(original.kinds["only"], here.kinds["only"])
    return here.negative + otherwise - same - (0 if before else min(original.kinds["hides"], here.kinds["hides"]))


def _commanded(original: Polarity, here: Polarity) -> int:
    """Count what the original commands by two denials: "do not miss it", unless the translation says to miss it."""
    if _undenied(here, "undoes") > _undenied(original, "undoes"):
        return 0
    return original.kinds["undoes"] - _undenied(original, "undoes")


def _undenied(read: Polarity, kind: str) -> int:
    """Count the words of a kind that no denial reaches."""
    return sum(said.role.kind == kind and not said.reached % 2 for said in read.said)


def _put_off(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that puts off what the original does not."""
    said = next((said for said in mine.read.said if said.role.kind == "delays" and not said.reached), None)
    open_to_it = theirs.read.denials or any(theirs.read.kinds[kind] for kind in ("hides", "spares", "delays", "idle"))
    if said is not None and not open_to_it and not mine.read.denies_before(said):
        yield _turned(
            Message("“{words}” puts off what the original does not", words=mine.words(said)), mine.locate(said), theirs
        )


def _freed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that makes a condition of the original one that does not matter: even if, without."""
    original, here = theirs.read, mine.read
    allowed = here.kinds["allows"] > original.kinds["allows"]
    looser = any(_conditions(here, kind) < _conditions(original, kind) for kind in ("hides", "ifs"))
    lifted = original.restricts and here.kinds["allows"] and not here.restricts
    needless = not here.denials and (allowed or lifted or original.kinds["hides"] > original.denials)
    for kind, frees in (
        ("concedes", allowed or looser or _is_new(original, here, "admits", "concedes", "excepts")),
        ("lacks", needless),
        ("excepts", _is_new(original, here, "excepts", "implies")),
    ):
        said = here.first(kind)
        if said is not None and frees and here.kinds[kind] > original.kinds[kind]:
            yield _turned(
                Message("“{words}” lifts a condition of the original", words=mine.words(said)),
                mine.locate(said),
                theirs,
            )


def _optional(theirs: Piece, mine: Piece, fixed: Collection[str]) -> Iterator[Turned]:
    """Yield a word that only allows what the original begins by commanding: "you may call"."""
    original, here = theirs.read, mine.read
    begins = {said.start for said in original.said if said.role.kind in ("ifs", "hides", "parts")}
    commands = any(_begins(theirs, said, 0) and said.role.kind == "pole" and said.role.pole[0] not in fixed and said.start not in begins for said in original.said)
    free = next((said for said in here.said if said.role.kind == "allows" and not said.reached), None)
    open_to_it = any(original.kinds[kind] for kind in ("allows", "restricts", "hides")) if False else original.kinds["allows"] or original.denies or here.denies
    if commands and free and _begins(mine, free, 2) and not open_to_it and not mine.text.endswith("?"):
        yield _turned(
            Message("“{words}” allows what the original commands", words=mine.words(free)), mine.locate(free), theirs
        )


def _begins(piece: Piece, said: Said, words: int) -> bool:
    """Tell whether at most a few words stand before a phrase."""
    return len(piece.block.text[piece.start : piece.start + said.start].split()) <= words


def _widened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield an "only" of the original that nothing in the translation can say, and one in place of an "also"."""
    original, here = theirs.read, mine.read
    said = original.first("only") if original.restricts else None
    kinds = (*_DENYING, "narrows", "excepts", "limits", "idle", "hides", "lacks")
    if said is not None and not any(here.kinds[kind] for kind in kinds):
        yield _turned(
            Message("nothing here says “{words}”, as the original does", words=theirs.words(said)),
            mine.locate(None),
            theirs,
        )
    said = here.first("only", "narrows")
    if said is not None and original.kinds["admits"] and not any(original.kinds[kind] for kind in (*kinds, "implies")):
        yield _turned(
            Message("“{words}” denies what the original does not", words=mine.words(said)), mine.locate(said), theirs
        )


def _is_new(original: Polarity, here: Polarity, *kinds: str) -> bool:
    """Tell whether nothing is denied here or there, and the original has no words of some kinds or of a condition."""
    return not (original.denies or here.denials or any(original.kinds[kind] for kind in (*kinds, *_NARROWING)))


def _loosened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word with which the original takes back what the translation insists on: "even if" for "only if"."""
    original, here = theirs.read, mine.read
    calls = here.kinds["calls"] > original.kinds["calls"]
    insists = {
        "concedes": here.restricts and not original.restricts,
        "delays": calls and not original.denies,
        "soothes": calls and not original.kinds["calls"],
        "spares": here.kinds["forbids"] > original.kinds["forbids"],
    }
    for kind, is_told in insists.items():
        said = original.first(kind)
        if said is not None and is_told and original.kinds[kind] > here.kinds[kind]:
            yield _turned(
                Message("the original says “{words}”, and this does not", words=theirs.words(said)),
                mine.locate(None),
                theirs,
            )


def _conditions(read: Polarity, kind: str) -> int:
    return read.restricts + read.kinds[kind]


def _soothed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a word that says that all is well where the original tells somebody to call."""
    original, here = theirs.read.kinds, mine.read.kinds
    said = mine.read.first("soothes") if original["calls"] and here["soothes"] > original["soothes"] else None
    if said is not None and (here["calls"] < original["calls"] or not original["soothes"]):
        yield _turned(
            Message("“{words}” says that all is well, and the original calls", words=mine.words(said)),
            mine.locate(said),
            theirs,
        )


def _turned(message: str, location: Location, theirs: Piece) -> Turned:
    place = theirs.locate(None)
    said = Message(
        "{message} ({path}:{line}): “{original}”",
        message=message, path=place.path, line=place.line, original=theirs.text,
    )  # fmt: skip
    return Turned(said, location)
