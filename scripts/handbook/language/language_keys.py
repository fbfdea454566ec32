"""What may stand in docs/data/languages/<code>.yml, and in the files with the words of each language."""

from __future__ import annotations

from handbook.diagnostics.keys import (
    FILLED,
    FLAG,
    NUMBER,
    NUMERAL,
    TEXT,
    Key,
    Keys,
    Shape,
    known,
    list_of,
    mapping,
    named,
    one_of,
)
from handbook.language.advice_keys import ADVICE_KEYS, OPPOSITES
from handbook.language.direction import DIRECTIONS
from handbook.language.number_words import ORDINAL_PLACES

_PHRASES = list_of(TEXT)
_NUMBERED = named(_PHRASES, NUMERAL)
"""Words for a number, by the number: 3: [three]."""
_WHOLES = named(_PHRASES)
_BY_UNIT = known("unit")

JOINS = {"space": " ", "fixed-space": "\N{NO-BREAK SPACE}", "nothing": ""}
"""What can stand between a number and its unit, by name."""

GROUPING_KEYS: Keys = {
    "minimum": Key("From how many digits before the first separator on numbers are parted.", {"type": "integer"}),
    "sizes": Key("How many digits a group has, from the end: [3], or [3, 2] for 12,34,567.",
                 list_of({"type": "integer"})),
}  # fmt: skip

JOINER_KEYS: Keys = {
    "tens": Key("What may stand behind tens: twenty-one.", _PHRASES),
    "hundreds": Key("What may stand behind hundreds and thousands: a hundred and one.", _PHRASES),
}

COMPOSED_KEYS: Keys = {
    "times": Key("Words for so many times the number before: 100: [hundred].", _NUMBERED),
    "plus": Key("Words that are added to the digit before, and are words of their own.", _NUMBERED),
    "joiners": Key("What may stand between the words of one number.", mapping(JOINER_KEYS)),
    "ordinals": Key("The words under times as ordinals: 100: [hundredth].", _NUMBERED),
}

ORDINAL_KEYS: Keys = {
    "words": Key("Words for a place in a row, by number: 3: [third].", _NUMBERED),
    "stems": Key("Beginnings of such words, which take each of the endings.", _NUMBERED),
    "endings": Key("These endings.", _PHRASES),
    "uncounted": Key("The same, where they are said in passing: 1: [first].", _NUMBERED),
    "after": Key("What makes an ordinal behind digits: st, nd.", _PHRASES),
    "before": Key("What makes an ordinal in front of digits.", _PHRASES),
}

RANGE_KEYS: Keys = {
    "between": Key("What stands between the ends of a range: 3 to 7.", _PHRASES),
    "neighbours": Key("What makes a range of two numbers that follow each other: 3 or 4.", _PHRASES),
    "lists": Key("What lists numbers without making a range: 3 and 7.", _PHRASES),
    "frames": Key("What stands before and between the ends: [from, to].", list_of(_PHRASES)),
    "side-by-side": Key("Whether two numbers in a row need no word between them: tiga empat hari.", FLAG),
}

SHARE_KEYS: Keys = {
    "of": Key("What stands between the numbers of a share: 4 out of 10.", _PHRASES),
    "population": Key("Whom a share is about: people, patients.", _PHRASES),
}

BOUND_KEYS: Keys = {
    "at-least": Key("At least.", _PHRASES),
    "more-than": Key("More than.", _PHRASES),
    "at-most": Key("At most.", _PHRASES),
    "less-than": Key("Less than.", _PHRASES),
    "within": Key("At most, of a length of time.", _PHRASES),
    "during": Key("A length of time, or at most: both are tried.", _PHRASES),
    "taken": Key("The same, but only a length of time where it is one before something: за 2 недели до.", _PHRASES),
}

ALTER_KEYS: Keys = {
    "before": Key("Words right before a number: half of 3 days.", _PHRASES),
    "behind": Key("Words right behind it: twice a day on weekdays.", _PHRASES),
}

UNIT_WORD_KEYS: Keys = {
    "forms": Key("Its words in each grammatical form, one for each plural category.", named(_PHRASES)),
    "label": Key("How a place in time is written, by form: day {}.", named(FILLED)),
    "labels": Key("The same for a range: days {} to {}.", named(FILLED)),
    "label-words": Key("Words before a number that make it one of this unit, Roman or not.", _PHRASES),
    "words": Key("Other words for it, which are understood and not written.", _PHRASES),
    "adjectives": Key("The beginning of its adjective, which a number may be written together with.", _PHRASES),
    "join": Key("What stands between the number and its word.", one_of(JOINS)),
}

WRITE_KEYS: Keys = {
    name: Key(f"How {meaning} is written; {{}} is the number with its unit.", {"anyOf": [FILLED, named(FILLED)]}, True)
    for name, meaning in {
        "range": "a range, with both ends,",
        "share": "a share, 3 in 100, with both numbers,",
        "at-least": "at least so much",
        "more-than": "more than so much",
        "at-most": "at most so much",
        "less-than": "less than so much",
        "point-at-least": "from a time on",
        "point-more-than": "after a time",
        "point-at-most": "until a time",
        "point-less-than": "before a time",
    }.items()
}

MEASURE_KEYS: Keys = {
    "name": Key("What the formula is called.", FILLED, True),
    "words": Key("What words in a sentence count for.", NUMBER),
    "syllables": Key("What syllables in a word count for.", NUMBER),
    "long-words": Key("What the square root of long words in a sentence counts for.", NUMBER),
    "constant": Key("What is added.", NUMBER),
    "at-most": Key("The limit for a page, where more is harder.", NUMBER),
    "at-least": Key("The limit for a page, where less is harder.", NUMBER),
}

READABILITY_KEYS: Keys = {
    "syllable": Key("A regular expression for what makes a syllable.", FILLED, True),
    "silent": Key("One for what looks like a syllable and is none.", FILLED),
    "extra": Key("One for where a further syllable hides.", FILLED),
    "level": Key("The formula whose limit pages must keep to.", mapping(MEASURE_KEYS)),
    "also": Key("Further formulas, which are only shown.", list_of(mapping(MEASURE_KEYS))),
}

COUNTERPART_KEYS: Keys = {
    "what": Key("What these others say, for the message.", FILLED, True),
    "words": Key("Words that ask for others on the same page.", _PHRASES),
    "needs": Key("One of these must be there.", _PHRASES),
}

NUMBER_KEYS: Keys = {
    "cardinals": Key("Words for numbers, by number: 3: [three].", _NUMBERED),
    "added": Key("Words that add to the number before them: 1/2: [and a half].", _NUMBERED),
    "fractions": Key("Words for parts: 1/2: [half].", _NUMBERED),
    "clock": Key("Words for times of day without a number: 12: [noon].", _NUMBERED),
}
"""Mappings from a number to the words for it."""

PHRASE_KEYS: Keys = {
    **NUMBER_KEYS,
    "composed": Key("How numbers of several words are made.", mapping(COMPOSED_KEYS)),
    "ordinal-at": Key("Which word of an ordinal number is one.", one_of(ORDINAL_PLACES)),
    "articles": Key("Words for one that do not count: a week.", _PHRASES),
    "cardinal-endings": Key("What is written behind digits without making an ordinal.", _PHRASES),
    "ordinals": Key("Words for a place in a row, and what makes one of digits.", mapping(ORDINAL_KEYS)),
    "joined": Key("Numbers that are written together with an adjective of the unit.", _NUMBERED),
    "endings": Key("The endings of these adjectives.", _PHRASES),
    "wholes": Key("Words that are number and unit at once, by both: 0.5 hour: [half an hour].", _WHOLES),
    "uncounted": Key("The same, where they are said in passing: 1 times: [once].", _WHOLES),
    "bounds": Key("Words before a number that make it an end.", mapping(BOUND_KEYS)),
    "bounds-after": Key("Words behind a number that make it an end.", mapping(BOUND_KEYS)),
    "bound-fillers": Key("Words between such an end and its number: not less than for 3 days.", _PHRASES),
    "point-bounds": Key("Words before a time that make it an end: from day 3.", mapping(BOUND_KEYS)),
    "ranges": Key("Words that make a range of two numbers.", mapping(RANGE_KEYS)),
    "fillers": Key("Words before a number that change nothing: about.", _PHRASES),
    "unit-fillers": Key("Words between a number and its unit: 3 full days.", _PHRASES),
    "shares": Key("Words of a share: 4 out of 10 people.", mapping(SHARE_KEYS)),
    "per": Key("Words that make another unit of the one before: times-per-day: [a day].", named(_PHRASES, _BY_UNIT)),
    "minus": Key("Words for the sign of numbers below nought.", _PHRASES),
    "denials": Key("Words before a number that deny it.", _PHRASES),
    "alters": Key("Words that make another number of the one beside them.", mapping(ALTER_KEYS)),
    "calendar-words": Key("Words behind a number from 1900 to 2100 that make it a year.", _PHRASES),
    "clock-words-after": Key("Words behind a number that can make it a time of day as well.", _PHRASES),
    "clock-words": Key("Words before a number that can make it a time of day.", _PHRASES),
}

NUMERAL_KEYS: Keys = {
    "decimal": Key("The sign before the decimals.", TEXT, True),
    "group": Key("The sign between groups of digits; a space stands for every kind of space.", TEXT, True),
    "grouping": Key("Which digits are parted.", mapping(GROUPING_KEYS)),
    "digits": Key("The ten digits that are written, from 0 to 9.", TEXT),
    "categories": Key("The plural categories with their rules (Unicode CLDR); the last is for all the rest.",
                      named(TEXT)),
}  # fmt: skip

WORD_LISTS: Keys = {
    "banned-words": Key("Promises and words of advertising; * is the rest of a word, ! what only looks like one.",
                        _PHRASES),
    "negations": Key("Words that make a sentence say no.", _PHRASES),
    "common-words": Key("The commonest words of the language, which stand in almost any sentence.", _PHRASES),
    "unfinished-words": Key("Words that hold the place of what is still to be written, such as TODO.", _PHRASES),
}  # fmt: skip
"""Lists of phrases that checks look for."""

FREE_NUMBER_KEYS: Keys = {
    "before": Key("Words before a number that needs no fact: page 12, step 3.", _PHRASES),
    "behind": Key("What such a number counts: 2 kinds; up to two words may stand between.", _PHRASES),
    "doses": Key("Words before a number that make it a dose: take 2.", _PHRASES),
    "rest": Key("Words at a number that make it the rest of a share: the other 57, 57 did not.", _PHRASES),
    "both": Key("Words that mean two and count nothing: both.", _PHRASES),
    "other": Key("Words for a number that mean something else as well.", _PHRASES),
}

RELATION_KEYS: Keys = {
    "before": Key("Words that put a number before something.", _PHRASES),
    "after": Key("Words that put it after something.", _PHRASES),
    "until": Key("Words that make it the end of a time.", _PHRASES),
    "within": Key("Words that make it a length of time, or the most.", _PHRASES),
    "at-least": Key("Words that make it the least.", _PHRASES),
}
"""How a number that is filled in stands to what is around it; a word may stand in several rows."""

PLACEHOLDER_KEYS: Keys = {
    "name": Key("Words that hold the place of a name and are none: name, doctor.", _PHRASES),
    "role": Key("Words that hold the place of a role: role, your.", _PHRASES),
}

LANGUAGE_KEYS: Keys = {
    "name": Key("The language's name, in the language itself.", FILLED, True),
    "direction": Key("How its lines run: ltr from left to right, rtl from right to left.", one_of(DIRECTIONS)),
    "forms": Key("Its grammatical cases, the ordinary one first; a language without cases has one.", list_of(FILLED)),
    "alike": Key("Letters that count as another one, also in the search: é: e.", named(FILLED)),
    "look-alikes": Key("Letters that are typed for one of another alphabet in a word with a digit.", named(FILLED)),
    "fonts": Key("The families it is printed with, before those of the project.", list_of(FILLED)),
    "units": Key("How each unit of units.yml is said.", named(mapping(UNIT_WORD_KEYS), _BY_UNIT)),
    "write": Key("The sentences in which numbers are filled in.", mapping(WRITE_KEYS), True),
    "governors": Key("Words that demand a grammatical form of what follows, by form.", named(_PHRASES)),
    "date": Key("How a date is written: {day} {month} {year}.", FILLED),
    "date-in-year": Key("How a date is written where its year goes without saying: {day} {month}; left out, as date.",
                        FILLED),
    "alphabet": Key("Its letters in order, where that is not the order of Unicode: words are sorted by it.", FILLED),
    "months": Key("The names of the twelve months as they stand in a date.", list_of(FILLED)),
    "readability": Key("How hard a text is to read.", mapping(READABILITY_KEYS)),
    "counterparts": Key("Words that ask for others on the same page.", list_of(mapping(COUNTERPART_KEYS))),
    "placeholders": Key("Words that hold a place under a page where nobody has signed.", mapping(PLACEHOLDER_KEYS)),
    "advice": Key("Words that forbid, deny, spare and allow; * is the rest of a word.", mapping(ADVICE_KEYS)),
    "opposites": Key("Words by pair and side: moisture: {moist: [damp], dry: [dry*]}.", OPPOSITES),
    "quotation-marks": Key("The signs that it quotes with, in pairs, the outer one first; others are told, unless none "
                           "is listed.", list_of(FILLED)),
    "apostrophe": Key("The sign between the letters of a word such as don’t; another is told, unless none is given.",
                      FILLED),
    "neighbours": Key("Languages that are easily taken for this one, each with words that only it has, and ours.",
                      named(named(FILLED))),
    "free-numbers": Key("Words that tell what a number without a fact counts.", mapping(FREE_NUMBER_KEYS)),
    "relations": Key("Words around a number that is filled in.", mapping(RELATION_KEYS)),
    **NUMERAL_KEYS,
    "abbreviations": Key("What a full stop belongs to that ends no sentence, with it: Dr.", _PHRASES),
    **WORD_LISTS,
    **PHRASE_KEYS,
}

EVIDENCE: Shape = named(named(FILLED))
"""What sources say in another language, by fact and source."""
