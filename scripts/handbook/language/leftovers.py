"""What of a text belongs to no quantity although it looks like a part of one.

"3 working days" has a number that was not read, ".5 mg" a sign that touches what was, "7 days 7" a second number
beside it. Where the number counts, such a text is told and not believed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from handbook.language.bodies import is_year
from handbook.language.languages import Language
from handbook.language.letters import in_word
from handbook.language.lexicon import Token
from handbook.language.quantity_parser import Reading
from handbook.language.units import NO_UNIT, Unit

Stretch = tuple[int, int]
"""Where some words of a text begin and end."""

_SIGNS = frozenset("-−–/%‰°+±×÷=<>≤≥^~#€$£¥₽\\")
"""Signs that change a number when they touch it; a long dash, brackets and quotation marks do not."""
_APART = frozenset("±×÷^<>≤≥~%‰°")
"""Signs that change a number also across a space."""
_NUMBERS = frozenset(("number", "ordinal", "times", "plus", "added", "digits", "fraction"))
_PASSED = frozenset(("filler", "bound-filler"))
_CONNECTORS = frozenset(("between", "neighbours", "lists", "close", "bracket"))
_MEASURES = ("duration", "amount", "share")
_COUNTED = frozenset(("unit", "bound-after"))
_BEHIND = frozenset(("bound-after", "alters-behind"))
_UNIT_ALONE = frozenset(("unit", "plural", "label"))


def unread_numbers(text: str, reading: Reading, language: Language) -> Iterator[Stretch]:
    """Yield the numbers of a text that belong to no quantity; years, dates and names with a digit are none."""
    for at, token in enumerate(reading.tokens):
        if _is_number(token) and not is_covered(token, reading):
            if token.digits and (is_year(token.digits) or is_in_date(text, token, language) or is_in_name(at, reading)):
                continue
            yield token.start, token.end


def touching(text: str, reading: Reading, start: int, end: int) -> Iterator[Stretch]:
    """Yield what stands at a quantity and is no part of it: a sign, a letter, a number, a bound, a unit."""
    before = next(_multiplying(text, reading, start), None)
    yield from _before(text, reading, start) if before is None else (before,)
    yield from _behind(text, reading, end)


def _multiplying(text: str, reading: Reading, start: int) -> Iterator[Stretch]:
    """Yield what makes a part or a multiple of a quantity: "half of", "twice the usual"; or turns one round: "less"."""
    tokens = list(reading.tokens[: bisect_right(reading.tokens, start, key=lambda token: token.end)])
    units = [found.quantity.unit for found in reading.found if found.start <= start < found.end]
    at, unit, joined = start, units[0] if units else NO_UNIT, False
    among = {"filler", "alters-between", *_passed(unit)}
    while tokens and not text[tokens[-1].end : at].strip():
        token = tokens.pop()
        less = unit.multiplies and "alters-less" in token.roles
        if less or "fraction" in token.roles or _is_multiple(token, reading) or (joined and _is_number(token)):
            yield token.start, token.end
        if token.roles.keys().isdisjoint(among):
            return
        at, joined = token.start, joined or "alters-between" in token.roles


def differing(text: str, reading: Reading, start: int) -> Iterator[Stretch]:
    """Yield what makes the score behind it a difference: "fell by 3.6", and not "to 3.6"."""
    before = [token for token in reading.tokens if token.end <= start and not text[token.end : start].strip()]
    yield from ((token.start, token.end) for token in before if "alters-score" in token.roles)


def _passed(unit: Unit) -> Iterator[str]:
    """Yield further roles of words between a part or a multiple and a number in a unit."""
    if unit.kind in ("share", "count"):
        yield "of"  # "half of [75 in 100]"; «половина на 3-й день» is no half of a day
    if unit.multiplies:
        yield "bound-filler"  # "less common by [3 times]"


def _is_multiple(token: Token, reading: Reading) -> bool:
    """Tell whether a multiple ends with a token: "twice", "3 times"."""
    quantities = (found.quantity for found in reading.found if found.end == token.end)
    return any(quantity.unit.multiplies and not quantity.low == quantity.high == 1 for quantity in quantities)


def _before(text: str, reading: Reading, start: int) -> Iterator[Stretch]:
    tokens = list(reading.tokens[: bisect_right(reading.tokens, start, key=lambda token: token.end)])
    while tokens and not _PASSED.isdisjoint(tokens[-1].roles) and not text[tokens[-1].end : start].strip():
        start = tokens.pop().start
    last = text[start - 1] if start else " "
    if in_word(last) or last in _SIGNS or last in ".,":
        yield start - 1, start
    elif text[:start].rstrip()[-1:] in _APART:
        at = len(text[:start].rstrip())
        yield at - 1, at
    elif tokens and not text[tokens[-1].end : start].strip():
        if "alters-before" in tokens[-1].roles:
            yield tokens[-1].start, tokens[-1].end
        elif not is_covered(tokens[-1], reading):
            yield from _word_before(text, reading, tokens)


def _word_before(text: str, reading: Reading, tokens: list[Token]) -> Iterator[Stretch]:
    """Yield a number, a bound of several words or a "not" that stands before a quantity."""
    token = tokens[-1]
    stated = " " in text[token.start : token.end] and token.roles.get("bound") in ("at-least", "at-most", "more-than")
    if _is_unread(token, reading) or stated or "denial" in token.roles:
        yield token.start, token.end
    elif len(tokens) > 1 and token.follows and _connects(token) and _is_unread(tokens[-2], reading):
        yield tokens[-2].start, token.end


def _behind(text: str, reading: Reading, end: int) -> Iterator[Stretch]:
    last = text[end : end + 1]
    if in_word(last) or last in _SIGNS or (last in (".", ",", ":") and text[end + 1 : end + 2].isdigit()):
        yield end, end + 1
        return
    apart = len(text) - len(text[end:].lstrip())
    if text[apart : apart + 1] in (*_APART, "/"):
        yield apart, apart + 1
        return
    first = bisect_left(reading.tokens, end, key=lambda token: token.start)
    tokens = reading.tokens[first : first + 2]
    between = text[end : tokens[0].start].strip() if tokens else ""
    goes_on = bool(tokens) and ("neighbours" in tokens[0].roles or _is_last_bound(text, tokens[0]))
    if not tokens or (between and not (between == "," and goes_on)):  # "30 or more, or 15"
        return
    if len(tokens) > 1 and tokens[1].follows and "number" in tokens[1].roles and _reckons(tokens[0]):
        yield tokens[0].start, tokens[1].end
    elif "alters-behind" in tokens[0].roles:
        yield tokens[0].start, tokens[0].end
    elif not is_covered(tokens[0], reading):
        yield from _word_behind(text, reading, tokens)


def _reckons(token: Token) -> bool:
    """Tell whether a word makes another number of two: "1 of 10 times 10", "7 days less two"."""
    times = token.roles.get("unit") or NO_UNIT
    return times.multiplies or "alters-less" in token.roles or token.roles.keys() == {"minus"}


def _is_last_bound(text: str, token: Token) -> bool:
    """Tell whether a word at the end of a clause bounds the number before it: "14 days, at most", not "at most in"."""
    stated = token.roles.get("bound") in ("at-least", "at-most") and "point-bound" not in token.roles  # «до.»
    bounds = stated or not _BEHIND.isdisjoint(token.roles)
    behind = text[token.end :].lstrip(" ")
    return bounds and not (behind[:1].isalnum() or behind[1:2].isdigit())


def _word_behind(text: str, reading: Reading, tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Yield a number or a unit that stands behind a quantity, also behind "or" and an opening bracket."""
    token = tokens[0]
    unit = token.roles.get("unit")
    measure = unit and unit.kind in _MEASURES and token.roles.keys() <= _UNIT_ALONE
    if _is_number(token) or _is_last_bound(text, token) or measure:
        yield token.start, token.end
    elif len(tokens) > 1 and tokens[1].follows and _connects(token) and _is_unread(tokens[1], reading):
        end = tokens[1].end
        yield token.start, end + ("bracket" in token.roles and text[end : end + 1] == ")")


def _is_number(token: Token) -> bool:
    """Tell whether a token is a number that cannot be said in passing, as "one", "the first" and "second" can."""
    if _NUMBERS.isdisjoint(token.roles):
        return False
    passing = "filler" in token.roles or ("unit" in token.roles and "composed" not in token.roles)
    return bool(token.digits) or (token.roles.get("number") != 1 and not passing)


def _is_unread(token: Token, reading: Reading) -> bool:
    return _is_number(token) and not is_covered(token, reading) and not is_year(token.digits)


def _connects(token: Token) -> bool:
    return not _CONNECTORS.isdisjoint(token.roles)


def is_covered(token: Token, reading: Reading) -> bool:
    """Tell whether a token is part of a quantity that was read."""
    return any(found.start <= token.start < found.end for found in reading.found)


def is_in_date(text: str, token: Token, language: Language) -> bool:
    """Tell whether a number is the day of a month."""
    months = tuple(language.lexicon.plain(month) for month in language.months)
    plain = language.lexicon.plain(text)
    return bool(months) and (
        plain[token.end :].lstrip().startswith(months) or plain[: token.start].rstrip().endswith(months)
    )


def is_in_name(at: int, reading: Reading) -> bool:
    """Tell whether digits end a name such as CO2, and nothing stands behind that would make them a number: a unit, or
    "or more".
    """
    behind = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    counted = behind is not None and behind.follows and not _COUNTED.isdisjoint(behind.roles)
    return reading.tokens[at].touches and not counted
