"""Plural categories by the rules of the Unicode CLDR, which stand in each language's file.

A rule is text such as ``v = 0 and i % 10 = 2..4 and i % 100 != 12..14``. What the letters mean
(https://unicode.org/reports/tr35/tr35-numbers.html#Plural_rules_syntax):

    n     the number            i     its whole part
    v w   how many decimals it is written with; w without the noughts at the end
    f t   these decimals as a number; t without the noughts at the end
    c e   the power of ten behind a c or an e: 6 in 1.2c6, which is how the CLDR writes "1.2 million"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

_RELATION = re.compile(
    r"""
    ([nivwftce])                          # which property of the number
    (?: \s* % \s* ([1-9]\d{0,8}) )?     # its remainder
    \s* (!?=) \s*
    ( {span} (?: \s*,\s* {span} )* )     # numbers and ranges, e.g. 0,2..4
    """.replace("{span}", r"\d{1,9} (?:\.\.\d{1,9})?"),
    re.VERBOSE | re.ASCII,
)
"""No number has more than nine digits, and no remainder is of nothing."""


def plural_category(written: str, rules: Mapping[str, str]) -> str:
    """Return the category of a number written with a decimal point (``1.5``); the last one is for all the rest."""
    properties = _properties(written)
    for category, rule in rules.items():
        if not rule or any(_all_hold(part, properties) for part in rule.split(" or ")):
            return category
    return list(rules)[-1]


def is_rule(text: str) -> bool:
    """Tell whether a text is a plural rule that can be followed; the empty text is, it holds for every number."""
    parts = re.split(r" or | and ", text) if text else []
    return all((found := _RELATION.fullmatch(part.strip())) and _rise(found[4]) for part in parts)


def _rise(numbers: str) -> bool:
    """Tell whether no range ends before it begins, so that some number can be in it."""
    ranges = [span.partition("..") for span in numbers.split(",")]
    return all(int(low) <= int(high or low) for low, _, high in ranges)


def _all_hold(conjunction: str, properties: Mapping[str, Fraction]) -> bool:
    return all(_holds(part.strip(), properties) for part in conjunction.split(" and "))


def _holds(relation: str, properties: Mapping[str, Fraction]) -> bool:
    match = _RELATION.fullmatch(relation)
    if match is None:
        return False
    name, modulus, sign, numbers = match.groups()
    value = properties[name]
    if modulus:
        value %= int(modulus)
    return any(_within(value, span.strip()) for span in numbers.split(",")) == (sign == "=")


def _properties(written: str) -> dict[str, Fraction]:
    """Return what the letters of a rule mean for one number."""
    mantissa, power = [*re.split("[ce]", written), "0"][:2]
    whole, _, decimals = mantissa.partition(".")
    places = int(power)
    whole, decimals = whole + decimals[:places].ljust(places, "0"), decimals[places:]
    short = decimals.rstrip("0")
    values = {"n": f"{whole}.{decimals or 0}", "i": whole, "v": len(decimals), "w": len(short), "f": decimals or 0}
    return {name: Fraction(value) for name, value in {**values, "t": short or 0, "c": power, "e": power}.items()}


def _within(value: Fraction, span: str) -> bool:
    low, _, high = span.partition("..")
    return value.denominator == 1 and int(low) <= value <= int(high or low)
