"""Plural categories by the rules of the Unicode CLDR, which stand in each language's file.

A rule is text such as ``v = 0 and i % 10 = 2..4 and i % 100 != 12..14``. What the letters mean: n the number,
i its whole part, v the count of its decimals, f these decimals as a number
(https://unicode.org/reports/tr35/tr35-numbers.html#Plural_rules_syntax).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

_RELATION = re.compile(
    r"""
    ([nivf])                              # which property of the number
    (?: \s* % \s* (\d+) )?                # its remainder
    \s* (!?=) \s*
    ( \d+ (?:\.\.\d+)? (?: \s*,\s* \d+ (?:\.\.\d+)? )* )   # numbers and ranges, e.g. 0,2..4
    """,
    re.VERBOSE,
)


def plural_category(written: str, rules: Mapping[str, str]) -> str:
    """Return the category of a number written with a decimal point (``1.5``); the last one is for all the rest."""
    for category, rule in rules.items():
        if not rule or any(_all_hold(part, written) for part in rule.split(" or ")):
            return category
    return list(rules)[-1]


def is_rule(text: str) -> bool:
    """Tell whether a text is a plural rule that can be followed; the empty text is, it holds for every number."""
    parts = re.split(r" or | and ", text) if text else []
    return all(_RELATION.fullmatch(part.strip()) for part in parts)


def _all_hold(conjunction: str, written: str) -> bool:
    return all(_holds(part.strip(), written) for part in conjunction.split(" and "))


def _holds(relation: str, written: str) -> bool:
    match = _RELATION.fullmatch(relation)
    if match is None:
        return False
    name, modulus, sign, numbers = match.groups()
    value = _property(name, written)
    if modulus:
        value %= int(modulus)
    return any(_within(value, span.strip()) for span in numbers.split(",")) == (sign == "=")


def _property(name: str, written: str) -> Fraction:
    whole, _, decimals = written.partition(".")
    values = {"n": written, "i": whole, "v": str(len(decimals)), "f": decimals or "0"}
    return Fraction(values[name])


def _within(value: Fraction, span: str) -> bool:
    low, _, high = span.partition("..")
    return value.denominator == 1 and int(low) <= value <= int(high or low)
