"""What the Unicode CLDR knows of a language, by Babel: how it writes numbers and dates, and words for common units.

Words for numbers are not in it: the rules by which the CLDR spells them are no part of Babel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from babel.units import format_unit

from handbook.diagnostics.hidden_characters import hidden_in

_LANGUAGE = {"mod": "%", "not in": "!=", "in": "="}
"""How Babel writes plural rules, and how the CLDR does."""
_ORDER = ("zero", "one", "two", "few", "many")
_SAMPLES = (*range(200), Decimal("1.5"), 1_000_000)
"""Among these is a number of each plural category of every language."""
_WIDTHS = ("long", "short")
"""The third, narrow, has single letters, which mean other things in a text as well."""
_ZEROS = {
    "arab": "ARABIC-INDIC", "arabext": "EXTENDED ARABIC-INDIC", "deva": "DEVANAGARI", "beng": "BENGALI",
    "mymr": "MYANMAR", "tibt": "TIBETAN", "nkoo": "NKO", "adlm": "ADLAM", "olck": "OL CHIKI", "cakm": "CHAKMA",
    "mtei": "MEETEI MAYEK", "hmnp": "NYIAKENG PUACHUE HMONG",
}  # fmt: skip
"""The digits that languages are written with by default, by their name in Unicode; Babel has only their codes."""
_PIECE = re.compile("'[^']*'|y+|M+|L+|d+|G+|[^'yMLdG]+")
"""A piece of a date's pattern (Unicode Technical Standard 35, part 4): a field, words in quotes, or signs."""
_FIELDS = {"y": "{year}", "M": "{month}", "L": "{month}", "d": "{day}", "G": ""}
_AMERICAN = (("metre", "meter"), ("litre", "liter"))
"""Units have American names in the CLDR."""


def find_locale(code: str) -> Locale | None:
    """Return a language by its code, or None where the CLDR does not know it."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def grammar_of(locale: Locale) -> dict[str, Any]:
    """Return what stands at the top of a language's file: name, direction, plural rules, signs, digits, dates."""
    system = locale.default_numbering_system
    signs = {**locale.number_symbols["latn"], **locale.number_symbols[system]}
    name = _seen(locale.get_display_name(locale) or locale.language)
    return {
        "name": name[0].upper() + name[1:],
        "direction": "rtl" if locale.text_direction == "rtl" else "ltr",
        "categories": categories_of(locale),
        "decimal": signs["decimal"],
        "group": " " if signs["group"].isspace() else signs["group"],
        "grouping": {"minimum": 1, "sizes": list(dict.fromkeys(locale.decimal_formats[None].grouping))},
        "digits": _digits(system),
        **_dates(locale),
        "clock": {hour: [name] for hour, name in ((0, _daypart(locale, "am")), (12, _daypart(locale, "pm")))},
    }


def categories_of(locale: Locale) -> dict[str, str]:
    """Return the plural categories with their rules, as the CLDR writes them."""
    rules = locale.plural_form.rules
    written = {name: re.sub(r"\b(not in|in|mod)\b", lambda word: _LANGUAGE[word[1]], rules[name]) for name in rules}
    return {**{name: written[name] for name in _ORDER if name in written}, "other": ""}


def unit_of(locale: Locale, unit: str) -> tuple[list[str], list[str], str] | None:
    """Return of a unit its word in each plural category, other words for it, and what stands before them.

    None where the CLDR has no such unit.
    """
    if unit == "percent":  # in text it is written with its sign
        return _percent(locale)
    id = _id(locale, unit)
    if id is None:
        return None
    written = [_patterns(locale, id, width) for width in _WIDTHS]
    known = [patterns for patterns in written if not any(id in pattern for pattern in patterns)]
    words = [_word(pattern) for pattern in known[0]] if known else []
    if not words or not all(words):
        return None
    join = "space" if any(re.search(r"\}\s|\s\{", pattern) for pattern in known[0]) else "nothing"
    others = [word for word in _words_of(chain.from_iterable(known)) if word not in words]
    return words, others, join


def _id(locale: Locale, unit: str) -> str | None:
    name = unit.removeprefix("degree-")
    for british, american in _AMERICAN:
        name = name.replace(british, american)
    known: Mapping[str, Any] = locale._data["unit_patterns"]
    return next((id for id in known if id.partition("-")[2] == name), None)


def _patterns(locale: Locale, id: str, width: Any) -> list[str]:
    """Return how each plural category of a unit is written, with braces in the place of the number."""
    return [_pattern(locale, id, width, number) for number in _samples(locale)]


def _pattern(locale: Locale, id: str, width: Any, number: int | Decimal) -> str:
    written = format_unit(number, id, length=width, locale=locale)
    return _seen(written.replace(format_decimal(number, locale=locale), "{}"))


def _samples(locale: Locale) -> Iterator[int | Decimal]:
    """Yield a number of each plural category, in the order of ``categories_of``."""
    for category in categories_of(locale):
        yield next((number for number in _SAMPLES if locale.plural_form(number) == category), 0)


def _word(pattern: str) -> str:
    return pattern.replace("{}", "").strip()


def _percent(locale: Locale) -> tuple[list[str], list[str], str]:
    signs = {**locale.number_symbols["latn"], **locale.number_symbols[locale.default_numbering_system]}
    sign = _seen(signs["percentSign"])
    spaced = re.search(r"\s%", locale.percent_formats[None].pattern)
    words = _words_of((*_patterns(locale, "concentr-percent", "long"), "%"))
    others = [word for word in words if word not in (sign, "concentr-percent")]
    return [sign] * len(categories_of(locale)), others, "space" if spaced else "nothing"


def _words_of(patterns: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(map(_word, patterns)) if word]


def _digits(system: str) -> str:
    """Return the ten digits of a numbering system."""
    name = _ZEROS.get(system)
    zero = ord(unicodedata.lookup(f"{name} DIGIT ZERO")) if name else ord("0")
    return "".join(map(chr, range(zero, zero + 10)))


def _dates(locale: Locale) -> dict[str, Any]:
    """Return how a long date is written, with the names of the months in it, or their numbers where it has none."""
    pattern = locale.date_formats["long"].pattern
    letters = next((piece[0] for piece in _PIECE.finditer(pattern) if piece[0][0] in "ML"), "")
    names = locale.months["stand-alone" if letters[:1] == "L" else "format"]["wide"]
    months = [_seen(names[number]) if len(letters) > 2 else str(number) for number in range(1, 13)]
    in_year = locale.datetime_skeletons.get("MMMMd")
    return {
        "months": months,
        "date": _date(pattern),
        **({"date-in-year": _date(in_year.pattern)} if in_year else {}),
    }


def _date(pattern: str) -> str:
    """Return a pattern of a date with our gaps in the place of its fields."""
    pieces = (piece[0] for piece in _PIECE.finditer(pattern))
    return _seen(" ".join("".join(_FIELDS.get(piece[0], piece.strip("'")) for piece in pieces).split()))


def _daypart(locale: Locale, name: str) -> str:
    periods = locale.day_periods["format"]
    return _seen(str(periods["wide"].get(name) or periods["abbreviated"].get(name) or name))


def _seen(text: str) -> str:
    """Return a text without characters that are not seen: the CLDR tells with them where a line may break or turns."""
    hidden = {column for _, column, _ in hidden_in(text)}
    return "".join(character for column, character in enumerate(text, 1) if column not in hidden)
