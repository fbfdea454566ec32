"""Units are rows of a file: what the project's say, and what is told of rows that cannot be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import compose
from handbook.language.quantities import Quantity, converted, same
from handbook.language.quantity_formatter import format_quantity
from handbook.language.quantity_parser import find_quantities
from handbook.language.unit_reader import read_units
from handbook.language.units import NO_UNIT, Unit, Units
from language.spoken import UNITS, load, notation, read

ENGLISH = load("en")


def units(*rows: str) -> tuple[Units, list[str]]:
    """Return the units of a file with these rows, and its problems with their hints."""
    problems: list[Problem] = []
    value = compose("\n  ".join(("units:", *rows)) + "\n", "units.yml", problems)
    assert value is not None
    found = read_units(value, problems)
    return found, [f"{problem.location}: {problem.message} ({problem.hint})" for problem in problems]


def test_a_row_is_a_unit() -> None:
    found, problems = units(
        "minute: {kind: duration, days: 1/1440}",
        "hour: {kind: duration, base: minute, factor: 60}",
        "day: {kind: duration, base: hour, factor: 24, dated: true}",
        "grade: {kind: amount, clinical: false, numerals: roman, highest: 4, bare: true, out_of: 4}",
        "daily: {kind: count, per: grade, by: day}",
        "date: {kind: point, numerals: plain, calendar: day}",
    )
    assert problems == []
    assert [(name, *fields(unit)) for name, unit in found.by_id.items()] == [
        ("minute", "duration", "minute", 1, True, False, "decimal", 0, False, 0, "", "", Fraction(1, 1440)),
        ("hour", "duration", "minute", 60, True, False, "decimal", 0, False, 0, "", "", Fraction(1, 24)),
        ("day", "duration", "minute", 1440, True, True, "decimal", 0, False, 0, "", "", 1),
        ("grade", "amount", "grade", 1, False, False, "roman", 4, True, 4, "", "", None),
        ("daily", "count", "daily", 1, True, False, "decimal", 0, False, 0, "grade", "", None),
        ("date", "point", "date", 1, True, False, "plain", 0, False, 0, "", "day", None),
    ]


def fields(unit: Unit) -> tuple[object, ...]:
    """Return everything that a unit is, but for its name."""
    written = (unit.numerals, unit.highest, unit.bare, unit.out_of)
    return (unit.kind, unit.base, unit.factor, unit.clinical, unit.dated, *written, unit.per, unit.calendar, unit.days)


KNOWN = "a: {kind: duration}"
MISTAKES = [
    (["a: {kind: lenght}"], ["units.yml:2:13: kind is 'lenght', which is none of duration, point, amount, share, count "
                             "(known are duration, point, amount, share, count)"]),
    (["a: {kind: limit}"], ["units.yml:2:13: kind is 'limit', which is none of duration, point, amount, share, count "
                            "(known are duration, point, amount, share, count)"]),
    (["a: {}"], ["units.yml:2:6: kind is missing here (add the line kind: …)"]),
    (["a:"], ["units.yml:2:5: a mapping with the keys kind, base, factor, offset, clinical, whole, dated, "
              "numerals, highest, bare, multiplies, out_of, per, by, calendar, days must stand here ()"]),
    ([KNOWN, "a: {kind: share}"], ["units.yml:3:3: the key a stands here for the second time (keep one of them)"]),
    (["a: {kind: share, bas: b}"], ["units.yml:2:20: the key bas is not known here (did you mean base?)"]),
    ([KNOWN, "week: {kind: duration, base: b}"], ["units.yml:3:32: the unit 'b' is not known (known are a, week)"]),
    (["week: {kind: duration}", "x: {kind: duration, base: weak}"],
     ["units.yml:3:29: the unit 'weak' is not known (did you mean week?)"]),
    ([KNOWN, "week: {kind: count, per: weak, by: a}"],
     ["units.yml:3:28: the unit 'weak' is not known (did you mean week?)"]),
    ([KNOWN, "week: {kind: count, calendar: weak}"],
     ["units.yml:3:33: the unit 'weak' is not known (did you mean week?)"]),
    (["a: {kind: duration, base: a, factor: 2}"],
     ["units.yml:2:29: the bases of a go round in a circle: a → a (let the smallest of them have no base)"]),
    (["a: {kind: duration, base: b}", "b: {kind: duration, base: c}", "c: {kind: duration, base: a}",
      "d: {kind: duration, base: a}"],
     ["units.yml:2:29: the bases of a go round in a circle: a → b → c → a (let the smallest of them have no base)",
      "units.yml:3:29: the bases of b go round in a circle: b → c → a → b (let the smallest of them have no base)",
      "units.yml:4:29: the bases of c go round in a circle: c → a → b → c (let the smallest of them have no base)"]),
    (["a: {kind: amount, offset: 32}"],
     ["units.yml:2:21: a has an offset, but no base that it is counted from (add base:, or take offset out)"]),
    ([KNOWN, "week: {kind: count, per: a}"],
     ["units.yml:3:23: week has per, but not by (write both, as in per: milligram, by: kilogram)"]),
    ([KNOWN, "week: {kind: count, by: a}"],
     ["units.yml:3:23: week has by, but not per (write both, as in per: milligram, by: kilogram)"]),
    ([KNOWN, "b: {kind: duration, base: a, factor: 0}"],
     ["units.yml:3:40: factor is 0, but a unit is more than nothing (write a number above 0)"]),
    ([KNOWN, "b: {kind: duration, base: a, factor: -2}"],
     ["units.yml:3:40: factor is -2, but a unit is more than nothing (write a number above 0)"]),
    ([KNOWN, "b: {kind: duration, base: a, factor: many}"],
     ["units.yml:3:40: factor is 'many', not a number (write 3, 0.5 or 1/7)"]),
    (["a: {kind: duration, factor: 60}"],
     ["units.yml:2:23: a has a factor, but no base that it counts (add base:, or take factor out)"]),
    (["a: {kind: duration, days: 0}"],
     ["units.yml:2:29: days is 0, but a unit is more than nothing (write a number above 0)"]),
    ([KNOWN, "b: {kind: duration, base: a, days: 2}"],
     ["units.yml:3:32: b has the days of its base, a (write days only for a, or take base out)"]),
    (["a: {kind: amount, clinical: no}"], ["units.yml:2:31: clinical is 'no', which is none of true, false "
                                           "(known are true, false)"]),
    (["a: {kind: amount, numerals: greek}"], ["units.yml:2:31: numerals is 'greek', which is none of decimal, roman, "
                                              "clock, plain (known are decimal, roman, clock, plain)"]),
    (["a: {kind: amount, numerals: roman}"],
     ["units.yml:2:6: a needs both or neither of numerals: roman and highest (write numerals: roman, highest: 6)"]),
    (["a: {kind: amount, highest: 4}"],
     ["units.yml:2:21: a needs both or neither of numerals: roman and highest (write numerals: roman, highest: 6)"]),
    (["a: {kind: amount, numerals: roman, highest: 2.5}"],
     ["units.yml:2:47: highest is 5/2, but must be a whole number from 1 to 1000 (write 1 or more)"]),
    (["a: {kind: amount, out_of: 0}"],
     ["units.yml:2:29: out_of is 0, but must be a whole number from 1 to 1000 (write 1 or more)"]),
    (["a: {kind: share}", "b: {kind: share}"],
     ["units.yml:3:13: a is the unit of shares already, so b cannot be (change kind of one of them)"]),
    (["a: {kind: point, numerals: clock}", "b: {kind: point, numerals: clock}"],
     ["units.yml:3:30: a is the unit of times of day already, so b cannot be (change numerals of one of them)"]),
    ([KNOWN, "b: {kind: point, calendar: a}", "c: {kind: point, calendar: a}"],
     ["units.yml:4:30: b is the calendar of this unit already, so c cannot be (change calendar of one of them)"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), MISTAKES, ids=[" | ".join(rows) for rows, _ in MISTAKES])
def test_a_mistake_is_told_at_its_place(rows: list[str], expected: list[str]) -> None:
    assert units(*rows)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unit: {}\n", ["u.yml:1:1: the key unit is not known here", "u.yml:1:1: units is missing here"]),
        ("units:\n", ["u.yml:1:1: units is missing here"]),
        ("units: [a]\n", ["u.yml:1:8: units must be a mapping", "u.yml:1:8: a mapping with the keys  must stand here"]),
    ],
)
def test_a_file_without_units_is_told(text: str, expected: list[str]) -> None:
    problems: list[Problem] = []
    value = compose(text, "u.yml", problems)
    assert value is not None
    assert read_units(value, problems) == Units()
    assert [f"{problem.location}: {problem.message}" for problem in problems] == expected


def test_a_unit_is_found_by_its_name() -> None:
    problems: list[Problem] = []
    place = Location("recovery.yml", 3, 7)
    assert UNITS.find("week", place, problems).id == "week"
    assert problems == []
    assert UNITS.find("weak", place, problems) is NO_UNIT
    assert problems == [Problem(place, "the unit 'weak' is not known", "did you mean week?")]


def test_where_no_unit_could_be_read_each_use_is_not_told_again() -> None:
    problems: list[Problem] = []
    assert Units().find("week", Location("recovery.yml"), problems) is NO_UNIT
    assert problems == []


@pytest.mark.parametrize(
    ("number", "unit", "wanted", "expected"),
    [
        (2, "week", "day", 14),
        (36, "hour", "day", Fraction(3, 2)),
        (1, "year", "month", 12),
        (1, "centimetre", "nanometre", 10_000_000),
        (3, "ratio", "times", 3),
        (7, "night", "night", 7),
        (4, "week", "month", None),
        (1, "night", "day", None),
        (1, "session", "treatment", 1),
        (1, "session", "person", None),
    ],
)
def test_only_what_has_an_exact_relation_converts(
    number: int, unit: str, wanted: str, expected: int | Fraction | None
) -> None:
    assert converted(Fraction(number), UNITS.by_id[unit], UNITS.by_id[wanted]) == expected


def test_nothing_converts_into_no_unit() -> None:
    assert [unit.id for unit in UNITS.by_id.values() if unit.converts_to(NO_UNIT)] == []
    assert not NO_UNIT


def test_points_do_not_convert() -> None:
    day, week = UNITS.by_id["day"], UNITS.by_id["week"]
    seven, one = Fraction(7), Fraction(1)
    assert same(Quantity("duration", seven, seven, day), Quantity("duration", one, one, week))
    assert not same(Quantity("point", seven, seven, day), Quantity("point", one, one, week))


def test_a_quantity_names_its_unit_as_facts_do() -> None:
    told = repr(Quantity("duration", Fraction(3), Fraction(7), UNITS.by_id["day"]))
    assert told == "Quantity(kind='duration', low=Fraction(3, 1), high=Fraction(7, 1), unit='day', exclusive=False)"


def test_the_days_of_a_unit_are_those_of_its_base() -> None:
    days = {name: unit.days for name, unit in UNITS.by_id.items() if unit.days is not None}
    month = Fraction(365, 12)
    assert days == {
        "second": Fraction(1, 86_400), "minute": Fraction(1, 1_440), "hour": Fraction(1, 24), "day": 1, "week": 7,
        "month": month, "year": 365,
    }  # fmt: skip


OTHER = """\
name: Other
forms: [nominative]
categories: {one: n = 1, other: ""}
decimal: "."
group: ","
units:
  tick: {forms: {nominative: [tick, ticks]}}
  spin: {forms: {nominative: [spin, spins]}}
  spin-per-tick: {forms: {nominative: [spin a tick, spins a tick]}}
  era: {label: {nominative: "era {}"}, labels: {nominative: "era {}–{}"}, words: [era]}
  moon: {forms: {nominative: [moon, moons]}}
  hour-hand: {label: {nominative: "{}"}}
fractions: {1/2: [half]}
shares: {of: [in]}
per: {tick: [a tick]}
ranges: {between: [to]}
write: {range: "{} to {}", share: "{} in {}", at-least: "≥ {}", more-than: "> {}", at-most: "≤ {}", less-than: "< {}",
  point-at-least: "≥ {}", point-more-than: "> {}", point-at-most: "≤ {}", point-less-than: "< {}"}
"""
TICK = "tick: {kind: duration}"
SPIN = "spin: {kind: count}"
SPIN_PER_TICK = "spin-per-tick: {kind: count, per: spin, by: tick}"
ERA = "era: {kind: amount, numerals: roman, highest: 12}"
MOON = "moon: {kind: duration}"
HAND = "hour-hand: {kind: point, dated: true, numerals: clock}"


@pytest.mark.parametrize(
    ("text", "row", "instead", "expected", "otherwise"),
    [
        ("43 in 100", "part: {kind: share}", "part: {kind: amount}", "share 43..43 part", "nothing"),
        ("half", "part: {kind: share}", "part: {kind: amount}", "share 50..50 part in passing", "nothing"),
        ("2 spins a tick", SPIN_PER_TICK, "spin-per-tick: {kind: amount}", "count 2..2 spin-per-tick",
         "amount 2..2 spin-per-tick"),
        ("11:00", HAND, "hour-hand: {kind: point, dated: true}", "point 11..11 hour-hand", "nothing"),
        ("3 ticks to 11:00", HAND, "hour-hand: {kind: point, dated: true}",
         "duration 3..3 tick; point 11..11 hour-hand", "duration 3..3 tick"),
        ("2016 moons", "year: {kind: point, calendar: moon}", "year: {kind: point}",
         "point 2016..2016 year", "duration 2016..2016 moon"),
        ("era XII", ERA, ERA.replace("12", "11"), "amount 12..12 era", "nothing"),
        ("era XII", ERA, "era: {kind: amount}", "amount 12..12 era", "nothing"),
    ],
)  # fmt: skip
def test_what_a_number_of_its_own_means_is_said_by_a_row(
    text: str, row: str, instead: str, expected: str, otherwise: str | None
) -> None:
    def found(row: str) -> str:
        rows = {line.partition(":")[0]: line for line in (TICK, SPIN, SPIN_PER_TICK, ERA, MOON, HAND, row)}
        language, problems = read(OTHER, units(*rows.values())[0])
        assert problems == []
        return notation(find_quantities(text, language))

    assert found(row) == expected
    assert found(instead) == (otherwise or expected)


def test_what_is_counted_by_a_unit_is_another_unit_with_and_without_a_row() -> None:
    known = units(TICK, SPIN, SPIN_PER_TICK, ERA, MOON, HAND)[0]
    language, problems = read(OTHER, known)
    assert problems == []
    assert notation(find_quantities("2 spins a tick, 3 moons a tick, 3 moons/tick, 2 spins/tick/moon", language)) == (
        "count 2..2 spin-per-tick; duration 3..3 moon-per-tick; duration 3..3 moon-per-tick; "
        "count 2..2 spin-per-tick-per-moon"
    )
    moon = known.by_id["moon"]
    assert not any(unit.converts_to(known.rate(moon, known.by_id["tick"])) for unit in known.by_id.values())


def test_a_unit_counted_by_itself_stays_what_it_is() -> None:
    assert notation(find_quantities("7 days daily, 1 week each day, 5 hours a day", ENGLISH)) == (
        "duration 7..7 day; duration 1..1 week; duration 5..5 hour-per-day"
    )


def test_rates_of_units_that_convert_are_compared() -> None:
    (one, other) = find_quantities("0.01 g/kg, 10 mg/kg", ENGLISH)
    assert one.quantity.unit.id == "gram-per-kilogram"
    assert same(one.quantity, other.quantity)


@pytest.mark.parametrize(
    ("fahrenheit", "celsius"), [("100.4 °F", "38 °C"), ("−4 °F", "−20 °C"), ("32 degrees F", "0 °C")]
)
def test_a_scale_with_another_nought_converts_exactly(fahrenheit: str, celsius: str) -> None:
    (one, other) = find_quantities(f"{fahrenheit}, {celsius}", ENGLISH)
    assert same(one.quantity, other.quantity)
    assert converted(one.quantity.low, one.quantity.unit, other.quantity.unit) == other.quantity.low
    assert not same(find_quantities("38 °F", ENGLISH)[0].quantity, find_quantities("38 °C", ENGLISH)[0].quantity)


def test_roman_numerals_go_as_high_as_the_row_says() -> None:
    known = units("era: {kind: amount, numerals: roman, highest: 1000}", TICK, SPIN, SPIN_PER_TICK, MOON, HAND)[0]
    language, _ = read(OTHER, known)
    era = known.by_id["era"]
    numbers = [Fraction(number) for number in (1, 4, 9, 14, 40, 90, 400, 944, 999, 1000)]
    written = [format_quantity(Quantity("amount", number, number, era), language) for number in numbers]
    assert written == [
        "era I", "era IV", "era IX", "era XIV", "era XL", "era XC", "era CD", "era CMXLIV", "era CMXCIX", "era M",
    ]  # fmt: skip
    assert [find_quantities(words, language)[0].quantity.low for words in written] == numbers


def test_a_share_that_percent_cannot_say_is_written_as_so_many_in_so_many() -> None:
    known = units("part: {kind: share}", TICK, SPIN, SPIN_PER_TICK, ERA, MOON, HAND)[0]
    language, _ = read(OTHER, known)
    seventh = Fraction(100, 7)
    assert format_quantity(Quantity("share", seventh, seventh, known.by_id["part"]), language) == "1 in 7"


def test_a_unit_of_a_language_that_is_no_unit_is_told() -> None:
    known = units(TICK, SPIN, SPIN_PER_TICK, ERA, HAND)[0]
    text = OTHER.replace("[a tick]}", "[a tick], spin-per-tock: [a tock]}") + "uncounted: {1 moon: [moonlong]}\n"
    assert read(text, known).problems == [
        "xx.yml:11:9: the unit 'moon' is not known",
        "xx.yml:15:38: the unit 'spin-per-tock' is not known",
        "xx.yml:19:21: the unit 'moon' is not known",
    ]
