"""Numbers as they are read and written: the tables in phrases/ are the specification."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.language.languages import read_language
from handbook.language.quantities import KINDS, Quantity, same, validate
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.language.quantity_parser import find_quantities
from handbook.language.units import NO_UNIT, Unit
from language.spoken import CODES, LANGUAGES, TABLES, UNITS, agrees, normal, notation, quantity, read

HALF_READ = {
    "1 июня 2026 года", "3 days and 4", "two groups of 40", "5 in 30 minutes", "ten five days", "tiga lima hari",
    "десять пять дней",
}  # fmt: skip
"""Of these a number is left over, or read as another year."""


# A test of each table, not of each of its rows: a thousand rows are read sooner than pytest tells a thousand tests.
@pytest.mark.parametrize("code", CODES)
def test_phrases_mean_what_the_table_says(code: str) -> None:
    phrases = TABLES[code]["phrases"]
    told = {phrase: notation(find_quantities(phrase, LANGUAGES[code])) for phrase in phrases}
    assert told == {phrase: normal(expected) for phrase, expected in phrases.items()}


@pytest.mark.parametrize("code", CODES)
def test_phrases_mean_the_same_in_a_sentence(code: str) -> None:
    phrases = TABLES[code]["phrases"]
    told, spread = {}, []
    for phrase in phrases:
        sentence = f"Xxxx xxx, {phrase}, xxx."
        found = find_quantities(sentence, LANGUAGES[code])
        told[phrase] = notation(found)
        spread += [one for one in found if sentence[one.start : one.end].lower() not in phrase.lower()]
    assert told == {phrase: normal(expected) for phrase, expected in phrases.items()}
    assert spread == []


@pytest.mark.parametrize("code", CODES)
def test_phrases_with_one_number_have_nothing_left_over(code: str) -> None:
    phrases = [
        phrase
        for phrase, expected in TABLES[code]["phrases"].items()
        if expected != "nothing" and ";" not in expected and phrase not in HALF_READ
    ]
    assert phrases
    wanted = {phrase: only(phrase, code) for phrase in phrases}
    assert [phrase for phrase in phrases if not agrees(phrase, code, wanted[phrase])] == []
    inside = {phrase: f"Xxxx xxx {phrase} — xxx, xxx." for phrase in phrases}
    assert [phrase for phrase in phrases if not agrees(inside[phrase], code, wanted[phrase])] == []


def only(phrase: str, code: str) -> Quantity:
    (found,) = find_quantities(phrase, LANGUAGES[code])
    return found.quantity


@pytest.mark.parametrize("code", CODES)
def test_equal_and_different(code: str) -> None:
    for key in ("equal", "different"):
        told = {(one, other): same(only(one, code), only(other, code)) for one, other in TABLES[code][key]}
        assert told == dict.fromkeys(told, key == "equal")


def numbers() -> st.SearchStrategy[Fraction]:
    whole = st.integers(0, 300_000).map(Fraction)
    return whole | st.builds(Fraction, st.integers(1, 9_999), st.sampled_from([10, 100, 1000]))


def values(unit: Unit) -> st.SearchStrategy[Fraction]:
    by_numerals = {
        "roman": st.integers(1, 6).map(Fraction),
        "clock": st.integers(0, 23 * 60 + 59).map(lambda minutes: Fraction(minutes, 60)),
        "plain": st.integers(1900, 2100).map(Fraction),
    }
    return by_numerals.get(unit.numerals, numbers())


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    unit = draw(st.sampled_from([unit for unit in UNITS.by_id.values() if unit.id != "ratio"]))
    one = Fraction(1)
    kinds = [kind for kind in KINDS if not validate(Quantity(kind, one, None if kind == "limit" else one, unit))]
    kind = draw(st.sampled_from(kinds))
    number = numbers() if unit.id == "year" or kind != "point" else values(unit)
    number = values(unit) if unit.numerals != "decimal" else number
    if kind == "share" and draw(st.booleans()):
        number = st.builds(lambda part, more: Fraction(100 * part, part + more), st.integers(1, 9), st.integers(1, 9))
    low, high = sorted((draw(number), draw(number)))
    if kind == "limit" or (kind == "point" and draw(st.booleans())):
        least, most = draw(st.sampled_from([(low, None), (None, low)]))
        return Quantity(kind, least, most, unit, draw(st.booleans()))
    return Quantity(kind, low, draw(st.sampled_from([low, high])), unit)


@given(quantities(), st.sampled_from(CODES), st.data())
def test_what_is_written_is_read_again(quantity: Quantity, code: str, data: st.DataObject) -> None:
    language = LANGUAGES[code]
    words = format_quantity(quantity, language, data.draw(st.sampled_from(language.forms)))
    found = find_quantities(words, language, expected=quantity.unit)
    assert len(found) == 1, words
    assert any(same(reading, quantity) for reading in found[0].readings), words
    assert (found[0].start, found[0].end) == (0, len(words))
    assert found[0].counted


SIGNS = ["-", "–", " ", "/", "1", ",", ".", "İ", "до", "½"]
SNIPPETS = [*SIGNS, *(phrase for code in CODES for phrase in TABLES[code]["phrases"])]


@given(st.text() | st.lists(st.sampled_from(SNIPPETS)).map(" ".join) | st.lists(st.sampled_from(SNIPPETS)).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    for language in LANGUAGES.values():
        ends = 0
        for found in find_quantities(text, language, UNITS.by_id["pain-score-0-10"]):
            assert ends <= found.start < found.end <= len(text)
            ends = found.end
        form_after(text, language)


@pytest.mark.parametrize(
    ("notation", "code", "form", "words"),
    [
        ("duration 1..1 day", "en", "", "1 day"),
        ("duration 3..7 day", "en", "", "3 to 7 days"),
        ("duration 0..1 day", "en", "", "0 to 1 day"),
        ("limit 4.. week", "en", "", "at least 4 weeks"),
        ("limit 8.. week beyond", "en", "", "more than 8 weeks"),
        ("limit ..24 hour", "en", "", "up to 24 hours"),
        ("limit 30.. SPF", "en", "", "at least SPF 30"),
        ("point 3.. day", "en", "", "from day 3"),
        ("point 2..4 day", "en", "", "days 2 to 4"),
        ("point 11..16 clock-hour", "en", "", "11:00 to 16:00"),
        ("amount 10600..10600 nanometre", "en", "", "10,600 nanometres"),
        ("amount 2940..2940 nanometre", "en", "", "2940 nanometres"),
        ("amount 4..6 fitzpatrick-type", "en", "", "types IV to VI"),
        ("amount 300000..300000 ringgit", "en", "", "RM300,000"),
        ("amount 999..999 phone-number", "en", "", "999"),
        ("share 43..43 percent", "en", "", "43%"),
        ("share 100/7..100/7 percent", "en", "", "1 in 7"),
        ("count 4..4 times-per-day", "en", "", "4 times a day"),
        ("duration 3..7 day", "ms", "", "3 hingga 7 hari"),
        ("limit 4.. week", "ms", "", "sekurang-kurangnya 4 minggu"),
        ("point 3.. day", "ms", "", "mulai hari ke-3"),
        ("point 2..4 day", "ms", "", "hari ke-2 hingga ke-4"),
        ("duration 3/2..3/2 hour", "ms", "", "1.5 jam"),
        ("share 100/7..100/7 percent", "ms", "", "1 daripada 7"),
        ("duration 1..1 day", "ru", "", "1 день"),
        ("duration 2..2 day", "ru", "", "2 дня"),
        ("duration 5..5 day", "ru", "", "5 дней"),
        ("duration 11..11 day", "ru", "", "11 дней"),
        ("duration 21..21 day", "ru", "", "21 день"),
        ("duration 3/2..3/2 day", "ru", "", "1,5 дня"),
        ("duration 1..1 day", "ru", "genitive", "1 дня"),
        ("duration 2..2 day", "ru", "genitive", "2 дней"),
        ("duration 5..5 day", "ru", "genitive", "5 дней"),
        ("duration 1..1 week", "ru", "accusative", "1 неделю"),
        ("duration 3..4 week", "ru", "instrumental", "3–4 неделями"),
        ("duration 3..7 day", "ru", "", "3–7 дней"),
        ("limit 4.. week", "ru", "", "не менее 4 недель"),
        ("limit 1.. week", "ru", "", "не менее 1 недели"),
        ("point 3.. day", "ru", "", "с 3-го дня"),
        ("point 2.. day", "ru", "", "со 2-го дня"),
        ("point 3..3 day", "ru", "", "3-й день"),
        ("point 3..3 day", "ru", "genitive", "3-го дня"),
        ("point 3..3 week", "ru", "prepositional", "3-й неделе"),
        ("amount 10600..10600 nanometre", "ru", "", "10\u00a0600 нанометров"),
        ("share 43..43 percent", "ru", "", "43\u00a0%"),
        ("count 3..3 times-per-day", "ru", "", "3 раза в день"),
        ("duration 3..3 day", "ru", "unheard-of", "3 дня"),
    ],
)
def test_quantities_are_written(notation: str, code: str, form: str, words: str) -> None:
    assert format_quantity(quantity(notation), LANGUAGES[code], form) == words


@pytest.mark.parametrize(
    ("before", "form"),
    [
        ("", "nominative"),
        ("Корочки: ", "nominative"),
        ("Мажьте в течение ", "genitive"),
        ("В течение\u00a0", "genitive"),
        ("После ", "genitive"),
        ("Не менее ", "genitive"),
        ("через примерно ", "accusative"),
        ("Умойтесь через ", "accusative"),
        ("Подождите ", "accusative"),
        ("перед ", "instrumental"),
        ("Корочки держатся ", None),
        ("завод ", None),
    ],
)
def test_words_before_demand_a_form(before: str, form: str | None) -> None:
    assert form_after(before, LANGUAGES["ru"]) == form


def test_a_language_without_cases_has_one_form() -> None:
    assert form_after("whatever stands here ", LANGUAGES["en"]) == "nominative"


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("999", "phone-number", "amount 999..999 phone-number"),
        ("in 2013", "calendar-year", "point 2013..2013 calendar-year"),
        ("4.2 out of 10", "pain-score-0-10", "amount 21/5..21/5 pain-score-0-10"),
        ("4.2 out of 10", "percent", "share 42..42 percent"),
        ("999", "", "nothing"),
        ("999", "day", "nothing"),
    ],
)
def test_a_bare_number_is_read_in_the_expected_unit(text: str, unit: str, expected: str) -> None:
    assert notation(find_quantities(text, LANGUAGES["en"], UNITS.by_id.get(unit, NO_UNIT))) == expected


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("amount 3..7 day", "a quantity in day is no amount but a duration"),
        ("point 3..7 session", "a quantity in session is no point but a count"),
        ("limit 3..7 day", "a limit has one end"),
        ("duration 3.. day", "a duration has both ends; with an open end it is a limit"),
        ("duration 7..3 day", "low is more than high"),
        ("point 3..7 day beyond", "only an open end can be exclusive"),
        ("duration 3..7 day", ""),
    ],
)
def test_faults_of_a_quantity(wrong: str, message: str) -> None:
    assert validate(quantity(wrong)) == message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half to 3 days", "share 50..50 percent in passing; duration 3..3 day"),
        ("7 people to 92 in 100", "count 7..7 person; share 92..92 percent"),
        ("43 and 50 in 100", "share 50..50 percent"),
        ("43 to 50 in 100", "share 43..50 percent"),
        ("3 days and 7 weeks", "duration 3..3 day; duration 7..7 week"),
        ("days 1 and 3", "point 1..1 day; point 3..3 day"),
        ("2 weeks until day 14", "duration 2..2 week; point ..14 day"),
        ("1 or 3 days", "duration 1..1 day; duration 3..3 day"),
    ],
)
def test_what_does_not_belong_together_is_read_one_by_one(text: str, expected: str) -> None:
    assert notation(find_quantities(text, LANGUAGES["en"])) == expected


def test_every_language_has_words_for_every_unit() -> None:
    bare = {name for name, unit in UNITS.by_id.items() if unit.bare} - {"scar-scale-point"}
    missing = {code: set(UNITS.by_id) - set(language.units) - bare for code, language in LANGUAGES.items()}
    assert missing == {"en": set(), "ms": set(), "ru": set()}


NEW_LANGUAGE = """\
name: Türkçe
forms: [nominative]
categories: {other: ""}
decimal: ","
group: "."
units:
  day: {forms: {nominative: [gün]}, label: {nominative: "{}. gün"}}
  percent: {forms: {nominative: ["%"]}, join: nothing}
bounds: {at-least: [en az]}
ranges: {between: ["-", ila]}
write: {range: "{}-{}", share: "{}/{}", at-least: "en az {}", more-than: "> {}", at-most: "≤ {}", less-than: "< {}",
  point-at-least: "≥ {}", point-more-than: "> {}", point-at-most: "≤ {}", point-less-than: "< {}"}
"""


def test_a_fourth_language_is_a_file() -> None:
    language, problems = read(NEW_LANGUAGE)
    assert problems == []
    found = find_quantities("Kabuklar 3 ila 7 gün sürer, en az 1.000 gün.", language)
    assert notation(found) == "duration 3..7 day; limit 1000.. day"
    assert format_quantity(quantity("limit 4.. day"), language) == "en az 4 gün"
    assert (language.word("a.b"), language.word("a.x"), language.section("a")) == ("c", "[a.x]", {"b": "c"})


def test_mistakes_in_a_language_file_are_reported_at_their_place() -> None:
    text = (
        NEW_LANGUAGE.replace("[gün]", "[gün, günler]").replace('{other: ""}', "{other: n ist 1}")
        + "cardinals: {zwei: [iki], 3: uc}\nwholes: {2 moon: [x]}\nalike: {ab: c}\nfrom: here\n"
    )
    assert sorted(read(text)[1]) == [
        "xx.yml:13:19: 'zwei' is not a number that is written in words",
        "xx.yml:13:29: a list of words must stand here",
        "xx.yml:14:18: the unit 'moon' is not known",
        "xx.yml:15:1: ab: c must be a letter for a letter",
        "xx.yml:16:1: the key from is not known here",
        "xx.yml:3:21: 'n ist 1' is no plural rule",
        "xx.yml:7:9: day has 2 words in the nominative, but there are 1 plural categories",
    ]


def test_without_a_file_nothing_is_known_and_nothing_breaks() -> None:
    language = read_language("xx", None, {}, UNITS, [])
    assert find_quantities("3 to 7 days", language) == ()
    assert format_quantity(quantity("duration 3..7 day"), language) == "3–7"


def test_a_long_text_is_read_in_linear_time() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_quantities(text, LANGUAGES["ru"])
        return time.process_time() - start

    short = "с 3-го по 7-й день, не менее 10 600 нм или дважды в день, 1,5 до 3 - 4 / 5 " * 200
    assert seconds(short * 8) < 30 * max(seconds(short), 0.001)
