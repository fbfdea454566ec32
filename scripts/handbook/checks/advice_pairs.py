"""What a translation turns round: its sentences beside those of the original, and how the advice of both differs.

In blocks of as many sentences each is compared with its own; else the whole block with the whole block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from handbook.checks.pairs import pairs
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location
from handbook.language.advice_words import AdviceWords
from handbook.language.languages import Language
from handbook.language.polarity import Polarity, Said, opposites, read_polarity
from handbook.language.sentences import split
from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document

Blocks: TypeAlias = tuple[TextBlock, ...]

_OPENING = 1
"""At which character the first word of a sentence begins at the latest."""
_DENIALS = ("denies", "forbids", "empties")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a block whose sentences have no counterpart one by one."""

    block: TextBlock
    start: int
    end: int
    read: Polarity
    denying: int
    """How many of its sentences deny something."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end].strip()

    def locate(self, said: Said | None) -> Location:
        """Return the place of a phrase in it, or its own."""
        if said is None:
            return self.block.locate(self.start + self._indent, self.end)
        return self.block.locate(self.start + said.start, self.start + said.end)

    def words(self, said: Said | None) -> str:
        """Return the words of a phrase in it."""
        return "" if said is None else self.block.text[self.start + said.start : self.start + said.end]

    @property
    def _indent(self) -> int:
        text = self.block.text[self.start : self.end]
        return len(text) - len(text.lstrip())


@dataclass(frozen=True, slots=True)
class Turned:
    """Something that a translation turns round."""

    message: Message
    location: Location


def turned_advice(original: Document, translation: Document, source: Language, language: Language) -> Iterator[Turned]:
    """Yield for each pair of sentences the first thing that the translation turns round."""
    for blocks, counterparts in _paired(original, translation):
        for theirs, mine in _pieces(blocks, counterparts, source, language):
            found = next(_differences(theirs, mine, source.advice, language.advice), None)
            if found is not None:
                yield found


def _paired(original: Document, translation: Document) -> Iterator[tuple[Blocks, Blocks]]:
    """Yield the blocks that say the same in two pages: one by one, where there are as many of them."""
    for pair in pairs(translation, original):
        if len(pair.mine) == len(pair.theirs):
            yield from (((one,), (other,)) for one, other in zip(pair.theirs, pair.mine, strict=True))
        else:
            yield pair.theirs, pair.mine


def _pieces(
    blocks: Blocks, counterparts: Blocks, source: Language, language: Language
) -> Iterator[tuple[Piece, Piece]]:
    first = [piece for block in blocks for piece in pieces_of(block, source)]
    second = [piece for block in counterparts for piece in pieces_of(block, language)]
    if len(first) == len(second):
        yield from zip(first, second, strict=True)
    elif len(blocks) == len(counterparts) == 1:
        yield _whole(first, source), _whole(second, language)


def pieces_of(block: TextBlock, language: Language) -> list[Piece]:
    """Return the sentences of a block, each with what it commands and forbids."""
    sentences = split(block.text, language.abbreviations)
    read = [read_polarity(block.text[start:end], language.advice) for start, end in sentences]
    return [
        Piece(block, start, end, one, _denial(one) is not None)
        for (start, end), one in zip(sentences, read, strict=True)
    ]


def _whole(pieces: list[Piece], language: Language) -> Piece:
    block, denying = pieces[0].block, sum(piece.denying for piece in pieces)
    return Piece(block, 0, len(block.text), read_polarity(block.text, language.advice), denying)


def _differences(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    """Yield what differs: lost force, a pair of opposites, a lost denial, a delay, a lifted condition."""
    one_case = _denies_all_but_one(theirs.read, mine.read) or _denies_all_but_one(mine.read, theirs.read)
    yield from _weakened(theirs, mine)
    if not one_case:
        yield from _turned_pairs(theirs, mine, source, language)
        yield from _allowed(theirs, mine)
    agreed = _agree_on_a_denial(theirs.read, mine.read)
    if not one_case:
        yield from _lost(theirs, mine, agreed)
        yield from () if agreed else _gained(theirs, mine)
    yield from _put_off(theirs, mine)
    yield from _freed(theirs, mine)
    yield from _soothed(theirs, mine)
    yield from _loosened(theirs, mine)


def _denies_all_but_one(only: Polarity, other: Polarity) -> bool:
    """Tell whether one says "only if" and the other "not, unless", or "only" and "nothing except": the same."""
    excepted = only.kinds["narrows"] and other.kinds["excepts"]
    return bool((only.restricts or excepted) and _denial(other))


def _denial(read: Polarity) -> Said | None:
    """Return the first phrase that denies or forbids, and not in a condition alone."""
    return next((said for said in read.said if said.role.kind in _DENIALS and not said.conditional), None)


def _agree_on_a_denial(original: Polarity, here: Polarity) -> bool:
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
            message = Message(
                "“{words}” turns round “{original}” of the original",
                words=mine.words(my_words),
                original=theirs.words(their_words),
            )
            yield _turned(message, mine.locate(my_words), theirs)


def _weakened(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    for kind, what in (("spares", Message("says that there is no need")), ("weakens", Message("takes force away"))):
        if mine.read.kinds[kind] > theirs.read.kinds[kind]:
            said = mine.read.first(kind)
            yield _turned(
                Message("“{words}” {what}, and the original does not", words=mine.words(said), what=what),
                mine.locate(said),
                theirs,
            )


def _allowed(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    original, here = theirs.read, mine.read
    fewer = here.denials < original.denials or here.kinds["forbids"] < original.kinds["forbids"]
    free = next((said for said in here.said if said.role.kind == "allows" and not said.reached), None)
    if original.denials and fewer and free and here.kinds["allows"] > original.kinds["allows"]:
        yield _turned(
            Message("“{words}” allows what the original denies", words=mine.words(free)), mine.locate(free), theirs
        )


def _lost(theirs: Piece, mine: Piece, agreed: bool) -> Iterator[Turned]:
    """Yield a denial that the translation has no word for; one is said by an opposite where both have ``agreed``."""
    said = _denial(theirs.read)
    if said is not None and _left_to_deny(theirs.read, mine.read) + agreed < theirs.denying:
        yield _turned(
            Message("nothing here says “{words}”, as the original does", words=theirs.words(said)),
            mine.locate(None),
            theirs,
        )


def _gained(theirs: Piece, mine: Piece) -> Iterator[Turned]:
    """Yield a denial that the original has no word for, outside of questions: a command that forbids now."""
    said, original = _denial(mine.read), theirs.read
    otherwise = original.negative or any(original.kinds[kind] for kind in ("idle", "delays", "stops", "implies"))
    doubled = mine.read.kinds["lacks"] > original.kinds["lacks"]  # "not without" denies nothing
    if said is not None and not (otherwise or doubled or mine.text.endswith("?")):
        yield _turned(
            Message("“{words}” denies what the original does not", words=mine.words(said)), mine.locate(said), theirs
        )


def _left_to_deny(original: Polarity, here: Polarity) -> int:
    """Count the words with which a translation may deny, but for a "before" or "until" that the original has too.

    "Never without" can be "only with": what the original says by two denials, a narrowing word says as well. "Wait"
    can be "not yet", and "before you do this, do that" can be "do not do this before that".
    """
    waits = max(0, here.kinds["delays"] - original.kinds["delays"])
    if original.kinds["lacks"] > here.kinds["lacks"]:
        return here.negative + here.kinds["narrows"] + waits
    opening = {said.role.kind for said in here.said if said.start <= _OPENING}
    before = "hides" in opening and "ifs" not in opening
    return here.negative + waits - (0 if before else min(original.kinds["hides"], here.kinds["hides"]))


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
    for kind, frees in (("concedes", allowed or looser), ("lacks", needless)):
        said = here.first(kind)
        if said is not None and frees and here.kinds[kind] > original.kinds[kind]:
            yield _turned(
                Message("“{words}” lifts a condition of the original", words=mine.words(said)),
                mine.locate(said),
                theirs,
            )


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
    said = mine.read.first("soothes")
    if said is not None and theirs.read.kinds["calls"] and not theirs.read.kinds["soothes"]:
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
