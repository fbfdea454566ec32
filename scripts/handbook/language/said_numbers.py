"""Every number that a text says, understood as a quantity or not, and which of two texts says another one.

A quantity has both its ends in its base unit, so that "24 hours" and "1 day" are the same; people, studies and what has
no unit at all are compared by their number alone. What is said in passing ("one of them", "once", "the first") need not
be said in another text, but may answer a number there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from handbook.language.bodies import is_year
from handbook.language.languages import Language
from handbook.language.leftovers import is_covered, is_in_date, is_in_name
from handbook.language.lexicon import Token
from handbook.language.quantities import in_base
from handbook.language.quantity_parser import Found, Reading, read_text
from handbook.language.units import NO_UNIT, Unit

_NUMBERS = ("number", "digits", "ordinal", "ordinal-uncounted", "fraction", "roman")
_OTHERWISE = ("digits", "ordinal", "ordinal-uncounted", "fraction", "whole", "times", "added", "per", "roman")
_MEASURES = ("duration", "amount", "share")
_PHONE = re.compile(r"(?<!\w)(?:[+0]\d?(?:[ \xa0()–-]*\d){6,}|\d+(?:[ \xa0()–-]+\d+){3,})(?!\w)", re.ASCII)
"""A telephone number: many digits in several groups, or behind a nought or a plus."""
_MANY = (1000, 1_000_000)
"""Numbers whose words are said of many: "thousands" and «тысячи»."""
_NEAR = 40
_NAME = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_][/@#=&_?]|[^\W\d_]~|\b[^\W\d_]+-|[\[#^])$")
"""What makes the digits behind it a part of a name: CO2, COVID-19, or of an address."""
_SMALL = 12
"""Numbers up to this one are said in words without counting anything: "two ways", "the third"."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A number and where its words stand in the text; two are the same only if they are the very same words."""

    start: int
    end: int
    ends: tuple[Fraction, ...]
    """Its value, or both ends of a range."""
    unit: Unit = NO_UNIT
    found: Found | None = None
    """The quantity that it is, if it was understood as one."""
    small: bool = False
    """Whether it is a small number in words without a unit."""
    passing: bool = False
    """Whether it is said in passing, so that another language may leave it out."""
    calendar: bool = False
    """Whether it is a year or part of a date."""
    whole: Fraction | None = None
    """Of a share the number it is a share of: of "one of seven" 7."""

    @property
    def ends_in_one(self) -> bool:
        """Whether it is one, which any language says without counting."""
        return self.ends == (Fraction(1),)


@lru_cache(maxsize=20_000)  # a page's numbers are asked for by several checks
def said_numbers(text: str, language: Language, expected: Unit = NO_UNIT) -> tuple[Said, ...]:
    """Return every number of a text in its order; digits in a name such as B12 are none."""
    reading = read_text(text, language, expected)
    said = [_understood(found, text, language) for found in reading.found]
    for at, token in enumerate(reading.tokens):
        if token.roles.keys().isdisjoint(_NUMBERS) or is_covered(token, reading) or _is_word(token, text):
            continue
        number = _alone(text, token, language)
        if number is not None and not (token.digits and _is_named(text, at, reading)):
            said.append(number)
    return tuple(sorted(said, key=lambda number: number.start))


def compared_numbers(text: str, language: Language) -> tuple[Said, ...]:
    """Return every number of a text with its "both", which may answer a two in another text."""
    both = language.free_numbers.get("both")
    places = both.find(text) if both else ()
    twos = (Said(*place, (Fraction(2),), small=True, passing=True) for place in places)
    return (*said_numbers(text, language), *twos)


def _understood(found: Found, text: str, language: Language) -> Said:
    quantity, words = found.quantity, text[found.start : found.end]
    ends = tuple(dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None))
    passing = not found.counted or (ends == (Fraction(1),) and not any(sign.isdecimal() for sign in words))
    whole = max(figures(words, language), default=None) if quantity.unit.kind == "share" else None
    return Said(found.start, found.end, ends, quantity.unit, found, passing=passing, whole=whole)


def figures(words: str, language: Language) -> Iterator[Fraction]:
    """Yield the numbers of a quantity as they are said: of "9 of 10" 9 and 10."""
    for token in language.lexicon.tokens(words):
        number = token.roles.get("number")
        if isinstance(number, Fraction):
            yield number


def outline(text: str, language: Language) -> list[tuple[Fraction, str]] | None:
    """Return the figures of a text with the id of the unit behind each, in the order of their size.

    It is found in a third of the time, and where two texts have the same they say the same numbers. None where
    something else says one: an ordinal, "half", "twice".
    """
    tokens = language.lexicon.tokens(text) if language.lexicon.may_say_number(text) else []
    found: list[tuple[Fraction, str]] = []
    for at, token in enumerate(tokens):
        number = token.roles.get("number")
        behind = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].follows else None
        if number is not None:
            unit = behind.roles.get("unit") if behind else None
            found.append((number, unit.id if unit else ""))
        elif not token.roles.keys().isdisjoint(_OTHERWISE):
            return None
    return sorted(found)


def _is_word(token: Token, text: str) -> bool:
    """Tell whether what could be a Roman number is a word: "I", "vi"."""
    words = text[token.start : token.end]
    return token.roles.keys() == {"roman"} and not (len(words) > 1 and words.isupper())


def _is_named(text: str, at: int, reading: Reading) -> bool:
    """Tell whether digits are part of a name in capitals: CO2, COVID-19, or of an address."""
    start = reading.tokens[at].start
    before = _NAME.search(text[max(0, start - _NEAR) : start])
    if before is None or not (before[0][-1].isalpha() or before[0].endswith("-")):
        return before is not None or is_in_name(at, reading)
    return before[0].isupper() or is_in_name(at, reading)


def _alone(text: str, token: Token, language: Language) -> Said | None:
    """Return a number that is no quantity; of a telephone number nothing.

    Digits that are no number of this language, as 0.5 is none of Russian, have no ends.
    """
    value = next(token.roles[role] for role in _NUMBERS if role in token.roles)
    if not token.digits:
        return _in_words(text, token, value, language)
    if any(phone.start() <= token.start < phone.end() for phone in _PHONE.finditer(text)):
        return None
    dated = is_year(token.digits) or is_in_date(text, token, language)
    return Said(token.start, token.end, () if value is True else (value,), calendar=dated)


def _in_words(text: str, token: Token, value: Fraction, language: Language) -> Said:
    """Return a number in words, and whether it counts: one, "second" and «тысячи» often do not."""
    small = value <= _SMALL
    part = "number" not in token.roles and "ordinal" not in token.roles
    vague = small and (value <= 1 or part or not {"filler", "unit"}.isdisjoint(token.roles))
    other = language.free_numbers.get("other")
    vague = vague or (value in _MANY and "composed" not in token.roles)
    vague = vague or (other is not None and any(True for _ in other.find(text[token.start : token.end])))
    return Said(token.start, token.end, (value,), small=small, passing=vague)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a number, as it is compared."""

    said: Said
    value: Fraction
    measure: tuple[Fraction, str]
    """The value in its base unit, or as it stands where it counts people, things or nothing known."""

    def equals(self, other: _End) -> bool:
        """Tell whether two ends are the same number; one without a unit is compared by its figure."""
        if self.measure == other.measure:
            return True
        if (self.said.whole is None) != (other.said.whole is None):
            return other.value == self.said.whole or self.value == other.said.whole
        return self.value == other.value and not (self.said.unit and other.said.unit)


def surplus(
    mine: Iterable[Said], theirs: Iterable[Said], often: bool = False, passing: bool = False
) -> Iterator[Said]:
    """Yield the numbers of one text that another does not say, or says less often, unless ``often`` does not matter.

    What is said in passing is left out, unless it is asked for.
    """
    left = [end for said in theirs for end in _ends(said)]
    left.sort(key=lambda end: end.said.passing)
    wanted = [end for said in mine for end in _ends(said)]
    wanted.sort(key=lambda end: end.said.passing)
    lacking = []
    for end in wanted:
        answer = next((other for other in left if end.equals(other)), None)
        if answer is not None and not often:
            left.remove(answer)
        elif answer is not None:
            continue
        elif passing or not end.said.passing:
            lacking.append(end.said)
    yield from dict.fromkeys(lacking)


def exchanged(mine: Iterable[Said], theirs: Iterable[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield what one text says in passing in the place of another number of its kind: "half" for "a third"."""
    one, other = [*mine], [*theirs]
    left = [said for said in surplus(other, one, passing=True) if said.passing and not said.ends_in_one]
    for said in surplus(one, other, passing=True):
        lost = next((lost for lost in left if lost.unit == said.unit), None)
        if said.passing and not said.ends_in_one and lost is not None:
            left.remove(lost)
            yield said, lost


def _ends(said: Said) -> Iterator[_End]:
    unit = said.unit
    exact = unit.kind in _MEASURES or "/" in unit.base
    for value in said.ends:
        yield _End(said, value, (in_base(value, unit), unit.base) if exact else (value, ""))
