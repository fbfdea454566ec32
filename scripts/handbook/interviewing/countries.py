"""Countries by their names, as the Unicode CLDR has them in each language of the handbook; people know no codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from handbook.register.phone_numbers import is_country


def country_code(typed: str, codes: Iterable[str]) -> str:
    """Return the two letters of a country that was typed as such or by its name in one of the languages ``codes``.

    What is no country is returned as it is.
    """
    if is_country(typed.upper()):
        return typed.upper()
    wanted = typed.casefold()
    for code in codes:
        for territory, name in _names(code).items():
            if name.casefold() == wanted and is_country(territory):
                return territory
    return typed


def name_country(country: str, code: str) -> str:
    """Return the name of a country in a language; its letters where that is not known."""
    return _names(code).get(country, country)


@cache
def _names(code: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError  # not above: it would cost every other command its time

    try:
        return dict(Locale.parse(code, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}
