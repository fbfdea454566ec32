"""Telephone numbers, as the library phonenumbers knows them for every country of the world.

A country is named by its two letters (ISO 3166). A number without a country code is tried in each country given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_SEPARATED = re.compile(r"\s*[,;]\s*|\s+/\s+")
"""What may stand between two numbers."""

IN_TEXT = re.compile(r"(?<![\w./:-])\(?[+\d][\d ()-]*\d(?![\w/:])")
"""A telephone number in a text; hours such as 24/7 and parts of an address are none."""


def split_numbers(text: str) -> list[str]:
    """Return the numbers of a text such as ``03-5550 1234 / 019-555 1234``, each as it is written."""
    return _SEPARATED.split(text.strip())


def is_country(code: str) -> bool:
    """Tell whether two letters are a country that has telephones."""
    from phonenumbers import SUPPORTED_REGIONS  # not above, here and below: it takes long, and few runs need it

    return code in SUPPORTED_REGIONS


def is_number(text: str, countries: Sequence[str]) -> bool:
    """Tell whether a text is one telephone number and no more, with as many digits as such a number can have."""
    return any(_parsed(text, countries)) or is_short_number(text, countries)


def is_usual(text: str, countries: Sequence[str]) -> bool:
    """Tell whether a number begins as the numbers of its country do and has their usual number of digits."""
    from phonenumbers import is_valid_number

    return any(map(is_valid_number, _parsed(text, countries))) or is_short_number(text, countries)


def is_short_number(text: str, countries: Sequence[str]) -> bool:
    """Tell whether a text is a short number of a country, such as ``15999``, and not for emergencies."""
    from phonenumbers import is_valid_short_number_for_region

    read = ((number, country) for country in countries for number in _read(text, country))
    return not is_emergency(text, countries) and any(is_valid_short_number_for_region(*pair) for pair in read)


def is_emergency(text: str, countries: Iterable[str]) -> bool:
    """Tell whether a text is the number of an ambulance, the police or the fire brigade."""
    from phonenumbers import is_emergency_number

    return any(is_emergency_number(text, country) for country in countries)


def holds_number(text: str, countries: Iterable[str]) -> bool:
    """Tell whether there is a telephone number somewhere in a text."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    return any(
        PhoneNumberMatcher(text, country, leniency=Leniency.POSSIBLE).has_next() for country in countries or ("ZZ",)
    )


def sample_number(countries: Iterable[str]) -> str:
    """Return what a number of the first of these countries looks like, with its country code."""
    from phonenumbers import PhoneNumberFormat, example_number, format_number

    found = (example_number(country) for country in countries)
    number = next((number for number in found if number is not None), None)
    return format_number(number, PhoneNumberFormat.INTERNATIONAL) if number else "+44 121 234 5678"


def dialled(text: str, country: str) -> str:
    """Return what a telephone dials for a number: with the country code (E.164) where the country is known.

    A number that belongs to no such plan, an ambulance's for example, stays as its digits.
    """
    from phonenumbers import PhoneNumberFormat, format_number, normalize_diallable_chars_only

    parsed = next(_parsed(text, (country,) if country else ()), None)
    digits: str = normalize_diallable_chars_only(text)
    return format_number(parsed, PhoneNumberFormat.E164) if parsed else digits


def _parsed(text: str, countries: Iterable[str]) -> Iterator[PhoneNumber]:
    """Yield a text as a number of each country in which it can be one."""
    from phonenumbers import is_possible_number

    for country in (*countries, "ZZ"):
        yield from (number for number in _read(text, country) if is_possible_number(number))


def _read(text: str, country: str) -> Iterator[PhoneNumber]:
    """Yield a text as a number, if it is nothing else: the library passes over words before it and takes in letters."""
    from phonenumbers import NumberParseException, normalize_digits_only, parse

    if (text[:1] not in "+(" and not text[:1].isdigit()) or not text[-1:].isdigit():
        return
    try:
        number = parse(text, country)
    except NumberParseException:
        return
    if str(normalize_digits_only(text)).endswith(f"{number.national_number}{number.extension or ''}"):
        yield number
