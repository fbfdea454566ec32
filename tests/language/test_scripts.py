"""Languages in other scripts than Latin and Cyrillic: their words, marks, digits and signs."""

from __future__ import annotations

import datetime
import re

import pytest

from handbook.language.languages import Language
from handbook.language.letters import WORD, fitted, mark
from handbook.language.phrases import Phrases
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.language.quantity_parser import find_quantities
from language.spoken import UNITS, notation, quantity, read

WRITE = """\
write: {range: "{}–{}", share: "{}/{}", at-least: "≥ {}", more-than: "> {}", at-most: "≤ {}", less-than: "< {}",
  point-at-least: "≥ {}", point-more-than: "> {}", point-at-most: "≤ {}", point-less-than: "< {}"}
"""
HINDI = """\
name: हिन्दी
forms: [direct, oblique]
categories: {one: "i = 0 or n = 1", other: ""}
decimal: "."
group: ","
grouping: {minimum: 1, sizes: [3, 2]}
digits: "०१२३४५६७८९"
units:
  day: {forms: {direct: [दिन, दिन], oblique: [दिन, दिनों]}}
  hour: {forms: {direct: [घंटा, घंटे], oblique: [घंटे, घंटों]}}
  nanometre: {forms: {direct: [नैनोमीटर, नैनोमीटर]}}
cardinals: {1: [एक], 2: [दो], 3: [तीन]}
bounds: {at-least: [कम से कम]}
ranges: {between: [से]}
governors: {oblique: [से]}
"""
TAMIL = """\
name: தமிழ்
categories: {one: n = 1, other: ""}
decimal: "."
group: ","
units: {day: {forms: {nominative: [நாள், நாட்கள்]}}}
cardinals: {3: [மூன்று]}
ranges: {between: [முதல்]}
"""
ARABIC = """\
name: العربية
direction: rtl
categories: {one: n = 1, other: ""}
decimal: "٫"
group: "٬"
digits: "٠١٢٣٤٥٦٧٨٩"
alike: {أ: ا, إ: ا}
units: {day: {forms: {nominative: [يوم, أيام]}, words: [أَيَّام]}}
ranges: {between: [إلى], lists: [",", و]}
"""
PERSIAN = """\
name: فارسی
direction: rtl
categories: {one: "i = 0 or n = 1", other: ""}
decimal: "٫"
group: "٬"
digits: "۰۱۲۳۴۵۶۷۸۹"
months: [ژانویه, فوریه, مارس, آوریل, مه, ژوئن, ژوئیه, اوت, سپتامبر, اکتبر, نوامبر, دسامبر]
alike: {ي: ی, ك: ک}
units:
  day: {forms: {nominative: [روز, روز]}, words: [روزه‌ای]}
  year: {forms: {nominative: [سال, سال]}}
  clock-hour: {label: {nominative: "{}"}, labels: {nominative: "{} تا {}"}}
cardinals: {1: [یک]}
ranges: {between: [تا]}
"""
SWISS = """\
name: Deutsch (Schweiz)
categories: {one: i = 1 and v = 0, other: ""}
decimal: "."
group: "’"
units: {day: {forms: {nominative: [Tag, Tage]}}}
"""
THAI = """\
name: ไทย
categories: {other: ""}
decimal: "."
group: ","
units: {day: {forms: {nominative: [วัน]}}}
"""


def language(text: str) -> Language:
    found, problems = read(text + WRITE)
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("text", "prose", "expected"),
    [
        (HINDI, "पपड़ी 3 से 7 दिन रहती है।", "duration 3..7 day"),
        (HINDI, "३ से ७ दिनों में", "duration 3..7 day"),
        (HINDI, "कम से कम तीन दिन", "limit 3.. day"),
        (HINDI, "दो घंटे", "duration 2..2 hour"),
        (HINDI, "12,34,567 नैनोमीटर", "amount 1234567..1234567 nanometre"),
        (HINDI, "३ दिनी", "nothing"),  # another word, which begins like day
        (HINDI, "कि3 दिन", "nothing"),  # a name that ends with a digit, as CO2 does
        (TAMIL, "3 முதல் 7 நாட்கள்", "duration 3..7 day"),
        (TAMIL, "மூன்று நாட்கள்", "duration 3..3 day"),
        (TAMIL, "3 நாட்களில்", "nothing"),
        (ARABIC, "من ٣ إلى ٧ أيام", "duration 3..7 day"),
        (ARABIC, "من 3 الى 7 ايام", "duration 3..7 day"),
        (ARABIC, "٧ أَيَّام", "duration 7..7 day"),
        (ARABIC, "١٬٠٠٠٫٥ يوم", "duration 2001/2..2001/2 day"),
        (ARABIC, "٣، ٧ أيام", "duration 3..3 day; duration 7..7 day"),  # by the comma among its lists
        (ARABIC, "٣؛ ٧ أيام", "duration 7..7 day"),
        (PERSIAN, "۳ تا ۷ روز", "duration 3..7 day"),
        (PERSIAN, "3 تا 7 روز", "duration 3..7 day"),
        (PERSIAN, "يک روز", "duration 1..1 day"),  # with the Arabic letter
        (PERSIAN, "۳ روزه‌ای", "duration 3..3 day"),
        (PERSIAN, "۳ روز‌ها", "nothing"),  # one word, though a joiner stands in it
        (PERSIAN, "۳ روز‌", "duration 3..3 day"),  # a joiner that joins nothing
        (PERSIAN, "۲۰۱۶ سال", "point 2016..2016 calendar-year"),
        (PERSIAN, "۱۱:۰۰ تا ۱۶:۰۰", "point 11..16 clock-hour"),
        (SWISS, "10'600 Tage, 10’600 Tage", "duration 10600..10600 day; duration 10600..10600 day"),
        (SWISS, "1٫5 Tage", "nothing"),
        (THAI, "3 วัน", "duration 3..3 day"),
        (THAI, "นาน3วันแล้ว", "nothing"),  # no spaces: one word, which the file does not have
    ],
)
def test_a_phrase_is_understood_in_its_script(text: str, prose: str, expected: str) -> None:
    assert notation(find_quantities(prose, language(text))) == expected


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        (HINDI, "amount 1234567..1234567 nanometre", "१२,३४,५६७ नैनोमीटर"),
        (ARABIC, "duration 3..7 day", "٣–٧ أيام"),
        (PERSIAN, "duration 1500..1500 day", "۱٬۵۰۰ روز"),
        (PERSIAN, "point 11..16 clock-hour", "۱۱:۰۰ تا ۱۶:۰۰"),
        (PERSIAN, "point 2016..2016 calendar-year", "۲۰۱۶"),
    ],
)
def test_a_quantity_is_written_in_the_digits_of_its_language(text: str, wanted: str, words: str) -> None:
    assert format_quantity(quantity(wanted), language(text)) == words


def test_a_date_is_written_in_the_digits_of_its_language() -> None:
    assert language(PERSIAN).date(datetime.date(2026, 11, 29)) == "۲۹ نوامبر ۲۰۲۶"


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        ("दर्द", "दर्द नहीं", ["दर्द"]),
        ("दर्द", "दर्दी", []),
        ("न", "दिन", []),
        ("दर्द*", "दर्दनाकीय है", ["दर्दनाकीय"]),
        ("می*", "می‌شود و", ["می‌شود"]),
        ("می", "می‌شود", []),
    ],
)
def test_a_listed_phrase_is_whole_words(listed: str, text: str, found: list[str]) -> None:
    phrases = Phrases.of([listed], language(PERSIAN).lexicon)
    assert [text[start:end] for start, end in phrases.find(text)] == found


@pytest.mark.parametrize(("before", "form"), [("घर से ", "oblique"), ("वैसे ", None), ("", "direct")])
def test_a_word_that_governs_is_a_whole_word(before: str, form: str | None) -> None:
    assert form_after(before, language(HINDI)) == form


def test_a_language_says_where_its_lines_begin() -> None:
    assert [language(text).direction for text in (HINDI, ARABIC, PERSIAN)] == ["ltr", "rtl", "rtl"]


def test_mistakes_in_numerals_and_direction_are_told_at_their_place() -> None:
    text = (
        'name: X\ndirection: rlt\ncategories: {other: ""}\ndecimal: "."\ngroup: ab\n'
        'grouping: {minimum: 12, sizes: [3]}\ndigits: "0123456798"\n'
    )
    assert read(text + WRITE).problems == [
        "xx.yml:6:1: grouping needs a minimum and one or two sizes, each from 1 to 9",
        "xx.yml:5:8: group must be one sign",
        "xx.yml:7:9: digits must be the ten digits of one script, from 0 to 9",
        "xx.yml:2:12: direction is 'rlt', which is none of ltr, rtl",
    ]


@pytest.mark.parametrize(
    "grouping", ["{sizes: [3, 2, 2]}", "{sizes: [0]}", "{sizes: [x]}", "{minimum: 0}", "{minimum: ''}"]
)
def test_a_grouping_that_cannot_be_is_told(grouping: str) -> None:
    text = f'name: X\ncategories: {{other: ""}}\ndecimal: "."\ngroup: ","\ngrouping: {grouping}\n'
    found, problems = read(text + WRITE)
    assert problems == ["xx.yml:5:1: grouping needs a minimum and one or two sizes, each from 1 to 9"]
    assert (found.numbers.minimum, found.numbers.sizes) == (1, (3, 3))


def test_a_language_reads_no_digits_but_its_own_and_latin_ones() -> None:
    day = UNITS.by_id["day"]
    assert notation(find_quantities("۳ दिन", language(HINDI), day)) == "nothing"


@pytest.mark.parametrize("word", ["crust", "корочка", "नहीं", "می\u200cشود", "\U00011107\U00011127\U00011107"])
def test_a_word_is_one_with_the_marks_of_any_script_on_its_letters(word: str) -> None:
    assert fitted(WORD, f"a {word}.").findall(f"a {word}.") == ["a", word]


def test_a_mark_of_a_distant_script_is_told_from_its_letters() -> None:
    signs = ("\u093f", "\U00011127", "\U00011107", "a")
    assert [bool(re.fullmatch(mark(), sign)) for sign in signs] == [True, True, False, False]
