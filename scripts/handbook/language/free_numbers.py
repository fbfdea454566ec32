"""What a number counts that no fact stands behind, by the words around it.

Which words these are stands under ``free-numbers:`` in the file of each language. They are looked for within the same
piece of the sentence: a comma, a full stop or another number ends it.
"""

from __future__ import annotations

import re
from unicodedata import category

from handbook.language.languages import Language
from handbook.language.lexicon import Token
from handbook.language.quantity_parser import read_text
from handbook.language.said_numbers import Said
from handbook.language.units import NO_UNIT, Unit

_WORD = r"[^\W\d][\w’'-]*"
_BEHIND = re.compile(rf"(?:[ \xa0-]+(?:[—–] )?{_WORD}){{1,3}}")
_BEFORE = re.compile(rf"(?:{_WORD}[ \xa0]+(?:[—–-][ ])?\(?){{1,3}}(?:{_WORD}-)?$")
_UNIT_ROLES = frozenset(("unit", "plural", "population", "label", "daypart"))
_NEAR = 60
"""So many letters before a number are looked at."""


def words_behind(text: str, said: Said) -> str:
    """Return up to three words behind a number."""
    found = _BEHIND.match(text, said.end)
    return found[0] if found else ""


def words_before(text: str, said: Said) -> str:
    """Return up to three words before a number."""
    found = _BEFORE.search(text[max(0, said.start - _NEAR) : said.start])
    return found[0] if found else ""


def is_dose(text: str, said: Said, language: Language) -> bool:
    """Tell whether a number is how much or how often of a medicine: "take 2", "three a day"."""
    tokens = read_text(text, language).tokens
    behind = next((token for token in tokens if token.start >= said.end), None)
    if behind is not None and "per" in behind.roles and not text[said.end : behind.start].strip():
        return True
    return _has(language, "doses", words_before(text, said))


def is_rest(text: str, said: Said, language: Language) -> bool:
    """Tell whether a number is the other part of a share: "the other 57", "57 did not"."""
    before, behind = words_before(text, said), words_behind(text, said)
    if _has(language, "before", before):
        return False  # "in a group of 7 it did not"
    return _has(language, "rest", before) or _has(language, "rest", behind)


def is_harmless(text: str, said: Said, language: Language) -> bool:
    """Tell whether the words at a number say that it counts nothing a patient may act on."""
    if _has(language, "behind", words_behind(text, said)) or _has(language, "before", words_before(text, said)):
        return True
    if _is_marked(text, said):
        return True
    unit = unit_near(text, said, language)
    return (bool(unit) and not unit.clinical) or _is_of_scale(text, said, language)


def _is_marked(text: str, said: Said) -> bool:
    """Tell whether a sign says what a number is: $5, 5 €, or the number of an item, 1)."""
    before, behind = text[: said.start].rstrip()[-1:], text[said.end :].lstrip()[:1]
    if behind == ")" and text.count("(", 0, said.start) == text.count(")", 0, said.start):
        return True
    return any(sign and category(sign) == "Sc" for sign in (before, behind))


def _is_of_scale(text: str, said: Said, language: Language) -> bool:
    """Tell whether a number is an end of a scale: "0 to 10", where a unit has scores out of 10."""
    tokens = [token for token in read_text(text, language).tokens if abs(token.start - said.start) < _NEAR]
    tops = {unit.out_of for unit in language.lexicon.units.by_id.values()} - {0}
    for low, between, high in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if said.start in (low.start, high.start) and "between" in between.roles and between.follows and high.follows:
            return low.roles.get("number") == 0 and high.roles.get("number") in tops
    return False


def unit_near(text: str, said: Said, language: Language) -> Unit:
    """Return the unit behind a number with other words between: of "3 working days" the day."""
    end = said.end + len(words_behind(text, said))
    for token in read_text(text, language).tokens:
        if said.end <= token.start < end and _counts(token):
            return token.roles.get("unit") or NO_UNIT
    return NO_UNIT


def _counts(token: Token) -> bool:
    return "unit" in token.roles and token.roles.keys() <= _UNIT_ROLES


def _has(language: Language, row: str, words: str) -> bool:
    phrases = language.free_numbers.get(row)
    return bool(words) and phrases is not None and any(True for _ in phrases.find(words))
