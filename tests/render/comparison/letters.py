"""Compares what a page must say, block by block, with what can be read on paper or on the screen.

Both are streams of letters and signs without the room between them, because a line may end anywhere; where the page
has room between two words there must be some in what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_UNSEEN = {
    **dict.fromkeys(map(ord, "\u2060\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")),
    0xFFFE: "-",
}
"""What joins or parts letters, what turns their direction, and what pdfium makes of a hyphen at the end of a line."""
_BRACKETS = str.maketrans(")]}»", "([{«")
_MARKED = re.compile("(?:\u0644\u0627|.)[\u064b-\u0652]")
"""Lam and alef are written as one sign."""
_END = ("the end", "nothing")
_AROUND = 60
"""Letters of what was read that are shown around a difference."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What must be read in one go."""

    place: str
    """Where it stands in the source, ``docs/en/index.md:12``, or what it is."""
    text: str
    figures: tuple[str, ...] = ()
    """What is read aloud in place of each image and line to write on in it."""
    repeated: str = ""
    """The head of its table, and the title of its box, which stand once more at the top of a sheet that it begins."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Letters that were read, in order."""

    letters: str
    apart: frozenset[int] = frozenset()
    """Which letters have room before them,"""
    sheets: tuple[tuple[int, int], ...] = ()
    """and which are the first of a sheet of paper, with its number."""

    def part(self, begin: int, end: int) -> Stream:
        """Return some of the letters, without their sheets."""
        inside = frozenset(at - begin for at in self.apart if begin <= at < end)
        return Stream(self.letters[begin:end], inside)


def stream_of(text: str) -> Stream:
    """Return a text as a stream."""
    words = text.translate(_UNSEEN).split()
    letters = "".join(words)
    apart = frozenset(accumulate(map(len, words), initial=0)) - {len(letters)}
    return Stream(letters, apart if text[:1].isspace() else apart - {0})


def joined(parts: Iterable[tuple[int, Stream]]) -> Stream:
    """Return what stands on some sheets as one stream; each comes with its number."""
    letters, sheets = "", []
    apart: set[int] = set()
    for number, part in parts:
        sheets.append((len(letters), number))
        apart |= {len(letters), *(len(letters) + at for at in part.apart)}
        letters += part.letters
    return Stream(letters, frozenset(apart), tuple(sheets))


def same(wanted: str, letters: str, ordered: bool = True) -> bool:
    """Tell whether letters are those that are wanted; what is not ordered has its brackets on either side."""
    if ordered:
        return wanted == letters
    return sorted(wanted.translate(_BRACKETS)) == sorted(letters.translate(_BRACKETS))


def read_from_the_right(text: str) -> str:
    """Return a text that runs from the right as pdfium reads it: a letter with a mark over or under it comes twice."""
    return _MARKED.sub(r"\g<0>\g<0>", text)


def differences(where: str, units: Iterable[Unit], read: Stream, ordered: bool = True) -> list[str]:
    """Return the first difference between what must be said and what was read, told for people; none is best.

    Where the letters are not ``ordered``, each unit must have its own, in any order.
    """
    at = 0
    tops = {begin for begin, _ in read.sheets} - {0}
    for unit in units:
        text = f"{unit.repeated} {unit.text}" if at in tops else unit.text
        wanted = stream_of(text if ordered else read_from_the_right(text))
        end = at + len(wanted.letters)
        if not same(wanted.letters, read.letters[at:end], ordered):
            return [_told(where, unit, wanted.letters, read, at)]
        run_on = [it for it in sorted(wanted.apart) if 0 < it < end - at and at + it not in read.apart]
        if ordered and run_on:
            return [f"{where}, {unit.place}: two words stand together: {_around(read, at + run_on[0])}"]
        at = end
    left = read.part(at, len(read.letters))
    return [f"{where}: more than it must say: {_around(left, 0)}"] if left.letters else []


def different_figures(where: str, units: Iterable[Unit], read: Iterable[str]) -> list[str]:
    """Return the first difference between what must be read aloud in place of figures and what is."""
    wanted = [(unit.place, figure) for unit in units for figure in unit.figures]
    told = list(read)
    for (place, figure), heard in zip([*wanted, _END], [*told, _END[1]], strict=False):
        if figure != heard:
            return [f"{where}, {place}: in place of a figure must be read aloud {figure!r}, and not {heard!r}"]
    return []


def assert_none(faults: Sequence[str]) -> None:
    """Fail with the faults that there are, each told in full."""
    assert not faults, "\n".join(("", *faults))


def _told(where: str, unit: Unit, wanted: str, read: Stream, at: int) -> str:
    pairs = zip(wanted, read.letters[at:], strict=False)
    agreed = next((count for count, (one, other) in enumerate(pairs) if one != other), len(read.letters) - at)
    sheet = [sheet for begin, sheet in read.sheets if begin <= at + agreed][-1:]
    page = f", sheet {sheet[0]}" if sheet else ""
    return (
        f"{where}{page}, {unit.place}:\n  it must say: {unit.text}\n"
        f"  from here:   {wanted[agreed : agreed + _AROUND]}\n  it is read:  {_around(read, at + agreed)}"
    )


def _around(read: Stream, at: int) -> str:
    """Return what was read around a place, with the room between its words."""
    start, end = max(0, at - _AROUND), at + _AROUND
    spaced = "".join(f" {it}" if n in read.apart else it for n, it in enumerate(read.letters[start:end], start))
    return spaced.strip() or "nothing more"
