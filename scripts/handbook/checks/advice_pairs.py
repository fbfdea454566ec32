"""What a translation turns round: its sentences beside those of the original, and how the advice of both differs.

In blocks of as many sentences each is compared with its own; else the whole block with the whole block.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.advice_commands import recommanded
from handbook.checks.advice_conditions import reconditioned
from handbook.checks.advice_pieces import Piece, denial, sentence_pairs
from handbook.checks.advice_sides import turned_sides
from handbook.checks.advice_strength import allowed, lifted, weakened
from handbook.checks.exchanged import Concepts, exchanged
from handbook.checks.reordered import reordered
from handbook.checks.turned import DENYING, Turned, denied, turned, unsaid
from handbook.diagnostics.messages import Message
from handbook.language.advice_words import AdviceWords, Pole
from handbook.language.languages import Language
from handbook.language.polarity import Polarity, Said, opposites
from handbook.markup.document import Document

_OPENING = 1
"""At which character the first word of a sentence begins at the latest."""
_BESIDE = 2
"""How many words stand between a word that puts off and a thing in the row that it puts off."""
_SAYING_LESS = ("idle", "delays", "stops", "implies", "hides", "soothes")
"""Kinds of words that another language may well say by a denial."""
_DENIALS = ("denies", "empties", "forbids")
_ALL_SAYING = (*DENYING, *_SAYING_LESS, "narrows", "excepts", "limits", "lacks", "undoes")
"""Kinds of words with which a denial can be said in any way."""
_OTHERWISE = ("delays", "stops", "narrows", "only")
"""Kinds of words with which another language may deny what the original does."""


def turned_advice(
    original: Document, translation: Document, source: Language, language: Language, concepts: Concepts
) -> Iterator[Turned]:
    """Yield for each pair of sentences, or of their parts, the first thing that the translation turns round."""
    for beside in sentence_pairs(original, translation, source, language):
        each = (next(_differences(*part, source.advice, language.advice), None) for part in beside.parts)
        found = [one for one in each if one is not None]
        yield from found or _exchanged(beside.theirs, beside.mine, source, language, concepts)


def _exchanged(
    theirs: Piece, mine: Piece, source: Language, language: Language, concepts: Concepts
) -> Iterator[Turned]:
    said = exchanged(theirs, mine, source, language, concepts) or reordered(theirs, mine, source, language, concepts)
    if said is not None:
        yield turned(
            Message("“{words}” stands with another thing than in the original", words=mine.words(said)),
            mine.locate(said),
            theirs,
        )


def _differences(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    """Yield what differs: lost force, a pair of opposites, a lost denial, a delay, a lifted condition."""
    if not (theirs.read.said or mine.read.said):
        return
    one_case = _denies_all_but_one(theirs.read, mine.read) or _denies_all_but_one(mine.read, theirs.read)
    yield from weakened(theirs, mine)
    if not one_case:
        yield from _turned_pairs(theirs, mine, source, language)
        yield from allowed(theirs, mine)
    agreed = _agree_on_a_denial(theirs.read, mine.read)
    if not one_case:
        yield from _lost(theirs, mine, agreed)
        yield from () if agreed else _gained(theirs, mine)
        yield from () if agreed else _lost_within(theirs, mine)
        yield from turned_sides(theirs, mine, source, language)
    yield from lifted(theirs, mine, source.fixed)
    yield from recommanded(theirs, mine, language)
    yield from reconditioned(theirs, mine)


def _denies_all_but_one(only: Polarity, other: Polarity) -> bool:
    """Tell whether one says "only if" and the other "not, unless", or "only" and "nothing except": the same."""
    allows = any(said.role.kind == "allows" and not said.reached for said in other.said)
    excepts = (other.kinds["excepts"] and not allows) or (other.kinds["empties"] and other.kinds["denies"])
    excepted = only.kinds["narrows"] and excepts
    return bool((excepted or (only.restricts and not other.restricts)) and denial(other))


def _agree_on_a_denial(original: Polarity, here: Polarity) -> bool:
    """Tell whether both mean the same side of a pair, and one of them by a denial."""
    if not (original.turned or here.turned):
        return False  # as with most sentences
    by_original, by_one = original.turned - here.turned, here.turned - original.turned
    says_all = any(original.poles[pole] <= here.poles.get(pole, 0) for pole in by_original if pole in original.poles)
    return says_all or any(pole in original.poles and pole in here.poles for pole in by_one)


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
            either = {said.denied for said in (my_words, their_words) if said is not None}
            if pole[0] in language.fixed and (len(either) > 1 or (len(others) > 1 and True in either)):
                continue  # a pair that no denial turns round says nothing where one of the two is denied
            if _is_denied_otherwise(theirs, their_words, mine, my_words) or _may_mean(other, mine, language):
                continue
            message = Message(
                "“{words}” turns round “{original}” of the original",
                words=mine.words(my_words),
                original=theirs.words(their_words),
            )
            yield turned(message, mine.locate(my_words), theirs)


def _is_denied_otherwise(theirs: Piece, their_words: Said | None, mine: Piece, my_words: Said | None) -> bool:
    """Tell whether one of the two denies a thing, and the other says as much without a denial.

    A translation may put it off, stop it or allow one case only; an original may ask whether it is gone.
    """
    if their_words is None or my_words is None or their_words.role.pole != my_words.role.pole:
        return False
    if my_words.reached % 2:  # "Is the trust gone?" can be "Don't you trust them any more?"
        asked = theirs.text.endswith("?") and _undenied(theirs.read, "undoes") > _undenied(mine.read, "undoes")
        return asked or (_is_put_off(theirs, their_words) and not mine.read.kinds["delays"])
    delayed = my_words.role.pole[0] != "waiting" and _is_put_off(mine, my_words)
    original, here = theirs.read.kinds, {**mine.read.kinds, "delays": delayed}
    return their_words.reached % 2 == 1 and any(here[kind] > original[kind] for kind in _OTHERWISE)


def _may_mean(pole: Pole, mine: Piece, words: AdviceWords) -> bool:
    """Tell whether a translation says a side of a pair by leaving out the other: "without calling first"."""
    lacks = [said for said in mine.read.said if said.role.kind == "lacks"]
    left_out = (one for lack in lacks for one in mine.read.said if one.unsure and _follows(lack, one, mine))
    return any(pole in opposites(said.role.pole, words) for said in left_out)


def _follows(lack: Said, said: Said, piece: Piece) -> bool:
    return lack.end <= said.start and "," not in piece.between(lack, said)


def _is_put_off(piece: Piece, said: Said) -> bool:
    """Tell whether a thing is put off: "wait with sport"."""
    for delay in (one for one in piece.read.said if one.role.kind == "delays" and one.start != said.start):
        between = piece.between(*sorted((delay, said)))
        if "," not in between or (delay < said and len(between.split()) <= _BESIDE):
            return True
    return False


def _lost(theirs: Piece, mine: Piece, agreed: bool) -> Iterator[Turned]:
    """Yield a denial that the translation has no word for; one is said by an opposite where both have ``agreed``.

    A question denies nothing: "No clear answer?" can be "Is it vague?".
    """
    said, original = denial(theirs.read), theirs.read.kinds
    if said is None:
        return
    least = max(theirs.denying, original["denies"] + original["forbids"] - theirs.asked)
    if _left_to_deny(theirs.read, mine.read) + agreed - mine.asked < least:
        yield unsaid(said, theirs, mine)


def _lost_within(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial within an aim that nothing in the translation can say: "so that none runs".

    A condition is another matter: "if you cannot breathe" can be "if you choke".
    """
    original, here = theirs.read, mine.read
    said = original.first(*_DENIALS) if original.kinds["aims"] and here.kinds["ifs"] else None
    if said is not None and denial(original) is None and not any(here.kinds[kind] for kind in _ALL_SAYING):
        yield unsaid(said, theirs, mine)


def _gained(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial that the original has no word for, outside of questions: a command that forbids now."""
    said, original = denial(mine.read), theirs.read
    if said is None or mine.text.endswith("?"):
        return
    limits = max(0, original.kinds["limits"] - mine.read.kinds["limits"])
    others = any(original.kinds[kind] for kind in DENYING)
    otherwise = limits or others or any(_otherwise(original, mine.read, kind) for kind in _SAYING_LESS)
    doubled = mine.read.kinds["lacks"] > original.kinds["lacks"]  # "not without" denies nothing
    doubled = doubled or any(one.role.kind == "undoes" and one.reached % 2 for one in mine.read.said)
    if not (otherwise or doubled):
        yield denied(said, theirs, mine)


def _otherwise(original: Polarity, here: Polarity, kind: str) -> int:
    """Count the words of a kind; a "first" is said by a denial only in "not before"."""
    if kind != "implies" or any(here.kinds[later] for later in ("hides", "precedes", "delays", "only", "narrows")):
        return original.kinds[kind]
    first = {said.start for said in original.said if said.role.kind == "begins"}
    return sum(said.role.kind == kind and said.start not in first for said in original.said)


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
    before = ("hides" in opening and "ifs" not in opening) or _is_put_behind(original, here)
    same = min(original.kinds["only"], here.kinds["only"])
    limited = min(original.kinds["limits"], _limits_alone(here))
    hidden = min(original.kinds["hides"], here.kinds["hides"])
    conditional = _conditional_denials(here)
    if not original.kinds["excepts"]:  # all of them can be an "unless": "if it was not forbidden"
        conditional = min(conditional, _conditional_denials(original))
    return here.negative + otherwise - same - conditional - (0 if before else max(limited, hidden))


def _is_put_behind(original: Polarity, here: Polarity) -> bool:
    """Tell whether what the original denies stands behind a "before" now: "first ask, before you stop"."""
    before = here.first("precedes") if original.kinds["precedes"] else None
    denied = {said.role.pole for said in original.said if said.role.kind == "pole" and said.reached}
    return before is not None and any(said.start >= before.end and said.role.pole in denied for said in here.said)


def _limits_alone(read: Polarity) -> int:
    """Count the words that limit and do not deny as well."""
    denying = {said.start for said in read.said if said.role.kind in DENYING and said.role.kind != "limits"}
    return sum(said.role.kind == "limits" and said.start not in denying for said in read.said)


def _conditional_denials(read: Polarity) -> int:
    """Count the denials that stand in a condition, and so forbid nothing."""
    return sum(said.conditional and said.role.kind in _DENIALS for said in read.said)


def _commanded(original: Polarity, here: Polarity) -> int:
    """Count what the original commands by two denials: "do not miss it", unless the translation says to miss it."""
    if _undenied(here, "undoes") > _undenied(original, "undoes"):
        return 0
    return original.kinds["undoes"] - _undenied(original, "undoes")


def _undenied(read: Polarity, kind: str) -> int:
    """Count the words of a kind that no denial reaches."""
    return sum(said.role.kind == kind and not said.reached % 2 for said in read.said)
