"""Quantities written in a language, and the words before a link that bear on their form.

For values that are filled in: the plural category, and in languages with cases the form that the words before
demand.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import lcm

from handbook.language.languages import Language
from handbook.language.letters import in_word
from handbook.language.lexicon import Token
from handbook.language.numerals import format_clock, format_roman
from handbook.language.quantities import Quantity
from handbook.language.units import Unit


def format_quantity(quantity: Quantity, language: Language, form: str = "") -> str:
    """Write a quantity: "3 to 7 days", "sekurang-kurangnya 4 minggu", «3–7 дней», «с 3-го дня».

    ``form`` is one of the language's grammatical forms; an empty or unknown one means the first. Where the words
    of a bound demand another («не менее 4 недель»), that one is taken. A unit without words is left out.
    """
    form = form if form in language.forms else language.forms[0]
    bound = _bound(quantity)
    if not bound:
        return _ends(quantity, language, form)
    writing = language.writings.get(("point-" if quantity.kind == "point" else "") + bound, {"words": "{}"})
    inner = _ends(quantity, language, writing.get("form", form))
    template = writing.get(_written(_last(quantity), quantity.unit, language)) or writing.get("words", "{}")
    return _fill(template, [inner])


def form_after(before: str, language: Language) -> str | None:
    """Return the grammatical form that the words at the end of ``before`` demand of what follows.

    At the beginning of a text and after any sign, and in languages with a single form, this is the first form.
    None means that a word stands there which the language's file does not know as a governor: that is for the
    caller to report, and ``[](fact:first-wash "genitive")`` is the way out.
    """
    plain = language.lexicon.plain(before).rstrip(" ")
    if len(language.forms) == 1 or not plain or not in_word(plain[-1]):
        return language.forms[0]
    known = _governing(plain, language)
    filler = _last_token(before, language)
    if known is None and filler is not None and "filler" in filler.roles:
        return form_after(before[: filler.start], language)
    return known


def _governing(plain: str, language: Language) -> str | None:
    """Return the form of the longest governor at the end of a text."""
    found = [
        (len(word), form)
        for form, words in language.governors.items()
        for word in map(language.lexicon.plain, words)
        if plain.endswith(word) and not in_word(plain[: -len(word)][-1:])
    ]
    return max(found)[1] if found else None


def _last_token(text: str, language: Language) -> Token | None:
    """Return the phrase at the very end of a text."""
    tokens = language.lexicon.tokens(text)
    return tokens[-1] if tokens and not text[tokens[-1].end :].strip() else None


def _bound(quantity: Quantity) -> str:
    if quantity.low is None:
        return "less-than" if quantity.exclusive else "at-most"
    if quantity.high is None:
        return "more-than" if quantity.exclusive else "at-least"
    return ""


def _last(quantity: Quantity) -> Fraction:
    """Return the number next to the unit."""
    last = quantity.high if quantity.high is not None else quantity.low
    return last if last is not None else Fraction(0)


def _ends(quantity: Quantity, language: Language, form: str) -> str:
    """Write the numbers with their unit or label."""
    words, unit = language.units.get(quantity.unit.id), quantity.unit
    if words is None and unit.by in language.denominators:
        counted = replace(quantity, unit=replace(unit, id=unit.per, per="", by=""))
        return f"{_ends(counted, language, form)} {language.denominators[unit.by]}"
    ends = [end for end in dict.fromkeys((quantity.low, quantity.high)) if end is not None]
    numbers = [_written(end, quantity.unit, language) for end in ends]
    labelled = words is not None and (quantity.kind == "point" or not words.forms)
    if words is not None and labelled and words.label and words.labels:
        templates = words.label if len(numbers) == 1 else words.labels
        template = templates.get(form) or next(iter(templates.values()))
        return _fill(template, numbers)
    joined = _range(numbers, language)
    if quantity.unit.kind == "share" and any("/" in number for number in numbers):
        return _in_so_many(quantity, language)
    if words is None or not words.forms:
        return joined
    rows = words.forms.get(form) or next(iter(words.forms.values()))
    category = language.numbers.category(_last(quantity))
    return joined + words.join + rows[list(language.numbers.categories).index(category)]


def _in_so_many(quantity: Quantity, language: Language) -> str:
    """Write a share that percent cannot say exactly: "1 in 7"."""
    parts = [end / 100 for end in dict.fromkeys((quantity.low, quantity.high)) if end is not None]
    whole = lcm(*(part.denominator for part in parts))
    numbers = [language.numbers.format(part * whole) for part in parts]
    share = language.writings.get("share", {}).get("words", "{}/{}")
    return _fill(share, [_range(numbers, language), language.numbers.format(Fraction(whole))])


def _range(numbers: list[str], language: Language) -> str:
    template = language.writings.get("range", {}).get("words", "{}–{}")
    return _fill(template, numbers) if len(numbers) == 2 else "".join(numbers)


def _written(number: Fraction, unit: Unit, language: Language) -> str:
    if unit.numerals == "roman":
        return format_roman(number)
    if unit.numerals == "decimal":
        return language.numbers.format(number)
    return language.numbers.in_digits(format_clock(number) if unit.numerals == "clock" else str(number))


def _fill(template: str, values: list[str]) -> str:
    for value in values:
        template = template.replace("{}", value, 1)
    return template
