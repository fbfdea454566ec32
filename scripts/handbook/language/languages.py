"""A language of the handbook: its words for site and print, its units, and its way with numbers.

Everything comes from docs/data/languages/<code>.yml (numbers and units) and docs/data/interface/<code>.yml
(all words outside the pages), so that another language needs no line of Python.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import listed
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, open_yaml
from handbook.language import lexicon_entries
from handbook.language.advice_words import AdviceWords, read_advice
from handbook.language.direction import DIRECTIONS
from handbook.language.interface import GAP, GAPS, Interface, fill, gap_problem, load_interface
from handbook.language.language_keys import (
    COUNTERPART_KEYS,
    FREE_NUMBER_KEYS,
    LANGUAGE_KEYS,
    PLACEHOLDER_KEYS,
    RELATION_KEYS,
    WORD_LISTS,
)
from handbook.language.lexicon import Lexicon
from handbook.language.numeral_reader import read_numerals
from handbook.language.numerals import Numerals
from handbook.language.phrases import Counterpart, Phrases, WordList, read_word_lists
from handbook.language.readability import Difficulty, difficulty_of, read_difficulty
from handbook.language.stemmers import STEMMER, check_stemmer
from handbook.language.unit_words import (
    UnitWords,
    read_denominators,
    read_governors,
    read_units,
    read_writings,
    words_of,
)
from handbook.language.units import Units
from handbook.project import Locale, Project

PLACEHOLDERS = tuple(PLACEHOLDER_KEYS)
"""What somebody may leave words in the place of, when a page is signed."""

_DATE = "{day} {month} {year}"
_DAY = "{day} {month}"


@dataclass(frozen=True, slots=True)
class NamedFont:
    """A font family, with the place where it is named."""

    family: str
    location: Location

    @classmethod
    def all(cls, items: Iterable[Value]) -> tuple[NamedFont, ...]:
        """Return the families of a list."""
        return tuple(cls(str(data(item)), item.location) for item in items)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language of the handbook."""

    code: str
    name: str
    """In the language itself."""
    interface: Mapping[str, Any]
    """The words of site and print, nested."""
    units: Mapping[str, UnitWords]
    numbers: Numerals
    forms: tuple[str, ...]
    """The grammatical forms, the ordinary one first."""
    writings: Mapping[str, Mapping[str, str]]
    """Sentences for quantities by the names of WRITE_KEYS: words, the form they demand, exceptions by number."""
    governors: Mapping[str, tuple[str, ...]]
    """Words that demand a form of what follows, by form."""
    lexicon: Lexicon
    difficulty: Difficulty
    """How hard its text is to read."""
    phrases: Mapping[str, Phrases]
    """By the names in WORD_LISTS."""
    advice: AdviceWords
    """What tells a command from a prohibition."""
    abbreviations: frozenset[str] = frozenset()
    """Words in small letters that end with a full stop which ends no sentence."""
    common_words: frozenset[str] = frozenset()
    """The words that stand in almost any sentence, as the lexicon has them."""
    quotation_marks: tuple[str, ...] = ()
    """The signs that it quotes with, in pairs, the outer one first; none, where it does not say."""
    apostrophe: str = ""
    """What stands between the letters of a word such as don’t; empty, where it does not say."""
    neighbours: Mapping[str, tuple[Phrases, Mapping[str, str]]] = field(default_factory=dict)
    """By the names of languages that are taken for this one the words that only they have, and ours for them."""
    counterparts: tuple[Counterpart, ...] = ()
    """Words that ask for others on the same page."""
    months: tuple[str, ...] = ()
    """The names of the months as they stand in a date."""
    date_words: str = _DATE
    day_words: str = ""
    """The same for a date whose year goes without saying; empty where that makes no difference."""
    direction: str = DIRECTIONS[0]
    """Which way its text runs, one of DIRECTIONS."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Letters that count as another one, as in ё: е."""
    lookalikes: Mapping[str, str] = field(default_factory=dict)
    """Letters that look like one of another alphabet, typed for it in a word with a digit: Cyrillic СО2 for CO2."""
    alphabet: str = ""
    """Its letters in their order; empty where that is the order of Unicode."""
    denominators: Mapping[str, str] = field(default_factory=dict)
    """By the id of a unit the words that count another by it: "a day"."""
    fonts: tuple[NamedFont, ...] = ()
    """The families it is printed with, before those of the project."""
    placeholders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(PLACEHOLDERS, ()))
    """Words that are no name and no role, but hold its place; by PLACEHOLDERS."""
    free_numbers: Mapping[str, WordList] = field(default_factory=dict)
    """Words that tell what a number without a fact counts, by the names of FREE_NUMBER_KEYS."""
    relations: Mapping[str, WordList] = field(default_factory=dict)
    """Words around a number that is filled in, by the names of RELATION_KEYS."""
    places: Interface = field(default_factory=Interface)
    """Where the interface words stand."""

    def word(self, address: str, **values: object) -> str:
        """Return the interface word at an address such as ``print.contents``, or ``[print.contents]`` if missing.

        Its gaps are filled with ``values``, which must have all that GAPS names for this word.
        """
        found: Any = self.interface
        for name in address.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            return f"[{address}]"
        return fill(found, {gap: values[gap] for gap in GAPS.get(address, values)}) if values else found

    def section(self, address: str) -> Mapping[str, Any]:
        """Return the interface words under an address, nested."""
        found: Any = self.interface
        for name in address.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    def date(self, day: datetime.date) -> str:
        """Write a date in words: 20 November 2026."""
        return self._dated(day, self.date_words)

    def day(self, day: datetime.date) -> str:
        """Write a date whose year goes without saying: 20 November."""
        return self._dated(day, self.day_words or self.date_words)

    def _dated(self, day: datetime.date, words: str) -> str:
        month = self.months[day.month - 1] if len(self.months) == 12 else f"{day.month:02}"
        written = {"day": str(day.day), "month": month, "year": str(day.year)}
        return fill(words, {name: self.numbers.in_digits(text) for name, text in written.items()})


def load_language(project: Project, locale: Locale, units: Units, problems: list[Problem]) -> Language:
    """Load both files of a language; what is wrong in them is reported at its place."""
    grammar_file = project.data_folder / "languages" / f"{locale.code}.yml"
    value = open_yaml(grammar_file, project.root, problems)
    interface = load_interface(project, locale.code, problems)
    language = replace(read_language(locale.code, value, interface.words, units, problems), places=interface)
    problems += check_stemmer(language.word(STEMMER) if STEMMER in interface.places else "", interface, project.root)
    return language


def read_language(
    code: str, value: Value | None, interface: Mapping[str, Any], units: Units, problems: list[Problem]
) -> Language:
    """Make a language of the nodes of its file."""
    if value is None:
        numbers = Numerals(".", ",", {"other": ""})
        lexicon = Lexicon(iter(()), numbers, {}, units)
        phrases = {name: Phrases.of((), lexicon) for name in WORD_LISTS}
        difficulty = read_difficulty(None)
        advice, none = AdviceWords.of({}, {}, lexicon), dict[str, Any]()
        case = ("nominative",)
        return Language(code, code, interface, none, numbers, case, none, none, lexicon, difficulty, phrases, advice)
    entry = MappingReader(value, LANGUAGE_KEYS, problems)
    forms = entry.texts("forms") or ("nominative",)
    numbers = read_numerals(entry)
    unit_words = dict(read_units(entry, forms, len(numbers.categories), units))
    alike = _letters(entry, "alike")
    lexicon = Lexicon(
        lexicon_entries.phrases(entry, unit_words, units),
        numbers,
        alike,
        units,
        lexicon_entries.joined(entry, unit_words, units),
        lexicon_entries.ordinal_place(entry),
    )
    return Language(
        code=code,
        name=entry.text("name"),
        interface=interface,
        units={name: words_of(words) for name, words in unit_words.items()},
        numbers=numbers,
        forms=forms,
        writings=read_writings(entry, forms),
        governors=dict(read_governors(entry, forms)),
        lexicon=lexicon,
        difficulty=difficulty_of(entry),
        phrases={name: Phrases.of(entry.texts(name), lexicon) for name in WORD_LISTS},
        advice=read_advice(entry, lexicon),
        abbreviations=frozenset(word.lower() for word in entry.texts("abbreviations")),
        common_words=frozenset(map(lexicon.plain, entry.texts("common-words"))),
        quotation_marks=entry.texts("quotation-marks"),
        apostrophe=entry.text("apostrophe", ""),
        neighbours=dict(_neighbours(entry, lexicon)),
        counterparts=tuple(_counterparts(entry, lexicon)),
        months=entry.texts("months"),
        date_words=_date_words(entry, "date", _DATE) or _DATE,
        day_words=_date_words(entry, "date-in-year", _DAY),
        direction=entry.choice("direction", DIRECTIONS, DIRECTIONS[0]),
        alike=alike,
        lookalikes=_letters(entry, "look-alikes"),
        alphabet=entry.text("alphabet", ""),
        denominators=dict(read_denominators(entry)),
        fonts=NamedFont.all(entry.items("fonts", required=False)),
        placeholders=_placeholders(entry),
        free_numbers=read_word_lists(entry, "free-numbers", FREE_NUMBER_KEYS, lexicon),
        relations=read_word_lists(entry, "relations", RELATION_KEYS, lexicon),
    )


def _placeholders(entry: MappingReader) -> dict[str, tuple[str, ...]]:
    inner = entry.entry("placeholders", PLACEHOLDER_KEYS)
    return {name: inner.texts(name) if inner else () for name in PLACEHOLDERS}


def _date_words(entry: MappingReader, key: str, sample: str) -> str:
    """Return how a date is written, with the gaps of a sample in any order; nothing where that is not said."""
    words = entry.text(key, "")
    gaps = sorted(GAP.findall(words))
    if not words or (gaps == sorted(GAP.findall(sample)) and gap_problem(words, entry.location()) is None):
        return words
    message = Message(
        "{key} is {words!r}, but needs {gaps}, each once, and no other braces",
        key=key,
        words=words,
        gaps=listed(f"{{{gap}}}" for gap in GAP.findall(sample)),
    )
    hint = Message('write it as "{date}" in your own order', date=sample)
    entry.problems.append(Problem(entry.value_location(key), message, hint))
    return ""


def _counterparts(entry: MappingReader, lexicon: Lexicon) -> Iterator[Counterpart]:
    for item in entry.entries("counterparts", COUNTERPART_KEYS, required=False):
        words, needs = item.texts("words"), item.texts("needs")
        if words and needs:
            yield Counterpart(Phrases.of(words, lexicon), Phrases.of(needs, lexicon), item.text("what"))
        else:
            message = Message("a counterpart names words, and others of which one is needed")
            hint = Message("write {{words: […], needs: […], what: …}}")
            entry.problems.append(Problem(item.location(), message, hint))


def _neighbours(entry: MappingReader, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Phrases, dict[str, str]]]]:
    names = [name for name, _ in entry.pairs("neighbours")]
    inner = entry.entry("neighbours", names)
    for name in names if inner else ():
        assert inner is not None
        words = {lexicon.plain(word): str(data(ours)) for word, ours in inner.pairs(name)}
        yield name, (Phrases.of(tuple(words), lexicon), words)


def _letters(entry: MappingReader, key: str) -> dict[str, str]:
    alike = {name: str(data(letter)) for name, letter in entry.pairs(key)}
    for letter, other in alike.items():
        if len(letter) != 1 or len(other) != 1:
            entry.problems.append(
                Problem(
                    entry.location(key),
                    Message("{letter}: {other} must be a letter for a letter", letter=letter, other=other),
                    Message("write é: e"),
                )
            )
    return {letter: other for letter, other in alike.items() if len(letter) == len(other) == 1}
