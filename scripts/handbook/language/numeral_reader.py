"""Reads how a language writes numbers, from the keys of its file: separators, groups, digits, plural rules."""

from __future__ import annotations

import unicodedata

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, data
from handbook.language.language_keys import GROUPING_KEYS
from handbook.language.numerals import LATIN, Numerals
from handbook.language.plurals import is_rule

_SIZES = tuple("123456789")


def read_numerals(entry: MappingReader) -> Numerals:
    """Read the numerals of a language from its file; what cannot be is reported, and English habits stand in."""
    minimum, sizes = _grouping(entry)
    return Numerals(
        decimal=_character(entry, "decimal"),
        group=_character(entry, "group"),
        categories=_categories(entry),
        minimum=minimum,
        sizes=sizes,
        digits=_digits(entry),
    )


def _grouping(entry: MappingReader) -> tuple[int, tuple[int, int]]:
    """Read from how many digits on numbers are parted, and into groups of which sizes."""
    inner = entry.entry("grouping", GROUPING_KEYS)
    minimum = inner.text("minimum", "1") if inner else "1"
    sizes = (inner.texts("sizes") if inner else ()) or ("3",)
    if inner and not (minimum in _SIZES and len(sizes) <= 2 and all(size in _SIZES for size in sizes)):
        message = Message("grouping needs a minimum and one or two sizes, each from 1 to 9")
        entry.problems.append(Problem(entry.location("grouping"), message, Message("write {{minimum: 2, sizes: [3]}}")))
        return 1, (3, 3)
    return int(minimum), (int(sizes[0]), int(sizes[-1]))


def _digits(entry: MappingReader) -> str:
    digits = entry.text("digits", LATIN)
    if [unicodedata.decimal(digit, None) for digit in digits] == list(range(10)):
        return digits
    message = Message("digits must be the ten digits of one script, from 0 to 9")
    entry.problems.append(
        Problem(entry.value_location("digits"), message, Message('write "{latin}", or take the line out', latin=LATIN))
    )
    return LATIN


def _character(entry: MappingReader, key: str) -> str:
    text = entry.text(key) or " "
    if len(text) != 1 or text.isalnum():
        entry.problems.append(
            Problem(
                entry.value_location(key),
                Message("{key} must be one sign", key=key),
                Message('write "." or "," or " "'),
            )
        )
        return "." if key == "decimal" else ","
    return text


def _categories(entry: MappingReader) -> dict[str, str]:
    rules = {}
    for name, value in entry.pairs("categories"):
        rules[name] = str(data(value) or "")
        if not is_rule(rules[name]):
            hint = Message("take the rule from the Unicode CLDR, as in v = 0 and i % 10 = 1")
            entry.problems.append(
                Problem(value.location, Message("{rule!r} is no plural rule", rule=rules[name]), hint)
            )
    return rules or {"other": ""}
