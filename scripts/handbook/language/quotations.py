"""A number quoted from the register in a stretch of prose: what the stretch says, and whether it says just that.

Every digit, number word, sign and letter that touches the number belongs to it, inside the stretch and right beside
it; otherwise something is left over, and the stretch is not believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.language.languages import Language
from handbook.language.leftovers import Stretch, differing, touching, unread_numbers
from handbook.language.quantities import Quantity, answers
from handbook.language.quantity_parser import Found, Reading, read_text
from handbook.language.units import NO_UNIT


@dataclass(frozen=True, slots=True)
class Quotation:
    """Some words of a text, and the quantity that they shall say."""

    text: str
    start: int
    end: int
    language: Language
    quantity: Quantity | None = None
    others: tuple[Stretch, ...] = ()
    """The other quotations of the text."""

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.text[self.start : self.end]

    @property
    def numbers(self) -> list[Found]:
        """The numbers that a reader may act on, and of those said in passing what could be the quantity."""
        unit = self.quantity.unit if self.quantity else NO_UNIT
        return [
            found
            for found in self._reading.found
            if found.quantity.unit.converts_to(unit) or (found.counted and found.quantity.unit.clinical)
        ]

    @property
    def leftovers(self) -> list[Stretch]:
        """What belongs to no number although it must, by its place in the text."""
        return self._left(self.numbers)

    @property
    def agrees(self) -> bool:
        """Whether the words say the quantity, all of it and nothing else."""
        numbers = self.numbers
        if len(numbers) != 1 or self.quantity is None or not says(numbers[0], self.quantity):
            return False
        wider = self.wider(numbers[0])
        return (wider is None or says(wider, self.quantity)) and not self._left(numbers)

    def wider(self, found: Found) -> Found | None:
        """Return the quantity that these words and those around make together, where that is another one."""
        start, end, unit = self.start + found.start, self.start + found.end, found.quantity.unit
        around = [other for other in self._around.found if other.start < end and other.end > start]
        around = [other for other in around if not self._reaches_into_another(other.start, other.end)]
        if unit.bare:  # "4 out of 10" says the number 4 of a scale, and no share; "4 days" says another thing
            around = [other for other in around if other.quantity.unit.converts_to(unit) or _share_an_end(other, found)]
        wider = [other for other in around if other.start < self.start or other.end > self.end]
        return wider[0] if wider and not any(_is_same(found, other) for other in around) else None

    def rewritten(self, words: str) -> Quotation:
        """Return the same with other words in place of these."""
        text = self.text[: self.start] + words + self.text[self.end :]
        longer = len(words) - (self.end - self.start)
        others = tuple((a + longer * (a >= self.end), b + longer * (a >= self.end)) for a, b in self.others)
        return replace(self, text=text, end=self.start + len(words), others=others)

    @property
    def _reading(self) -> Reading:
        return read_text(self.words, self.language, self.quantity.unit if self.quantity else NO_UNIT)

    @property
    def _around(self) -> Reading:
        return read_text(self.text, self.language)

    def _left(self, numbers: list[Found]) -> list[Stretch]:
        inside = {(self.start + start, self.start + end) for start, end in self._left_inside(numbers)}
        found = sorted(inside | set(self._left_beside(numbers)), key=lambda stretch: (stretch[0], -stretch[1]))
        return [one for at, one in enumerate(found) if all(one[1] > other[1] for other in found[:at])]

    def _left_inside(self, numbers: list[Found]) -> Iterator[Stretch]:
        if self.quantity is not None:
            yield from unread_numbers(self.words, self._reading, self.language)
        for found in numbers:
            yield from touching(self.words, self._reading, found.start, found.end)

    def _left_beside(self, numbers: list[Found]) -> Iterator[Stretch]:
        """Yield what stands outside, but not in another quotation, which is judged by itself."""
        unit = self.quantity.unit if self.quantity else NO_UNIT
        if unit.out_of:
            yield from differing(self.text, self._around, self.start)
        for found in () if unit.bare else numbers:
            for start, end in touching(self.text, self._around, self.start + found.start, self.start + found.end):
                outside = start < self.start or end > self.end
                if outside and not self._reaches_into_another(start, end):
                    yield start, end

    def _reaches_into_another(self, start: int, end: int) -> bool:
        return any(start < last and end > first for first, last in self.others)


def _is_same(found: Found, other: Found) -> bool:
    """Tell whether words mean the same with those around them; "2 hours" is another thing than "every 2 hours"."""
    alike = (reading for reading in other.readings if found.quantity.every or not reading.every)
    return any(says(found, reading) for reading in alike)


def _share_an_end(one: Found, other: Found) -> bool:
    ends = {other.quantity.low, other.quantity.high} - {None}
    return not ends.isdisjoint((one.quantity.low, one.quantity.high))


def says(found: Found, quantity: Quantity) -> bool:
    """Tell whether words that were read can mean a quantity."""
    return any(answers(reading, quantity) for reading in found.readings)
