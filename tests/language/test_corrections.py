"""What a hint offers passes when it is pasted, and says no word twice."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from handbook.language.corrections import corrected
from handbook.language.quotations import Quotation
from language.spoken import CODES, LANGUAGES, TABLES, normal, quantity

SENTENCES = ["{}", "Xxxx {}.", "Xxxx xxx, {}, xxx (xxx).", "«{}» xxx"]


def wanted(code: str) -> list[str]:
    """Return the quantities of a table that are one and clear."""
    told = {normal(row.removesuffix(" in passing")) for row in TABLES[code]["phrases"].values()}
    clear = [row for row in told if not (";" in row or " or " in row or row == "nothing")]
    return sorted(row for row in clear if not (row.startswith("limit") and all(row.split()[1].split(".."))))


RIGHT = {code: wanted(code) for code in CODES}
WRONG = {code: [*TABLES[code]["phrases"], *TABLES[code]["refused"]] for code in CODES}


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=max(500, settings.default.max_examples))
@given(st.data())
def test_whatever_a_link_says_its_correction_passes(code: str, data: st.DataObject) -> None:
    right = quantity(data.draw(st.sampled_from(RIGHT[code])))
    words, sentence = data.draw(st.sampled_from(WRONG[code])), data.draw(st.sampled_from(SENTENCES))
    start = sentence.index("{")
    said = Quotation(sentence.format(words), start, start + len(words), LANGUAGES[code], right)
    stretches = [(found.start, found.end) for found in said.numbers[:1]]
    stretches += [(first - start, last - start) for first, last in said.leftovers]
    assume(not said.agrees and stretches and len(said.numbers) < 2)
    better, _ = corrected(said, right, stretches)
    assert said.rewritten(better).agrees, better
    assert better != words


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("[3 to 7 days] and 2 weeks", [], True),
        ("[3 to 7 days] or 9", [], False),
        ("[3 to 7 days] 9", [], False),
        ("[3 to 7 days] weeks", [], False),
        ("9 [3 to 7 days]", [], False),
        ("[3 to 7 days] (9)", [], False),
        ("[3 to 7 days] (2019)", [], True),
        ("[3 to 7 days]-9", [], False),
        ("at [3 to 7 days], 9 did", [], True),
        ("not [3 to 7 days]", [], False),
        ("[3 to 7 days] a month", [], False),
        ("[3 to 7 days] and 12 hours", [], False),
        ("[3 to 7 days] and 12 hours", ["12 hours"], True),
        ("[3 to 7 days] or 9", ["9"], True),
        ("9 or [3 to 7 days]", [], False),
        ("−[3 to 7 days]", [], False),
        ("«[3 to 7 days]»", [], True),
        ("lasts—[3 to 7 days]—at most", [], True),
    ],
)
def test_what_stands_beside_a_link_counts_unless_it_is_a_link_too(
    text: str, others: list[str], expected: bool
) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    beside = tuple((plain.index(words), plain.index(words) + len(words)) for words in others)
    right = quantity("duration 3..7 day")
    assert Quotation(plain, start, end, LANGUAGES["en"], right, beside).agrees == expected


@pytest.mark.parametrize(
    ("code", "before", "words", "right", "expected", "without"),
    [
        ("en", "", "3~8 days", "duration 3..7 day", "3 to 7 days", ""),
        ("en", "", "≤ 8 days", "limit ..7 day", "up to 7 days", ""),
        ("en", "", "a week or so", "duration 3..7 day", "3 to 7 days or so", ""),
        ("en", "", "from 3 hours", "limit 4.. hour", "at least 4 hours", ""),
        ("en", "Wait at least ", "3 days", "limit 4.. week", "at least 4 weeks", "at least"),
        ("ms", "", "sehari 2 kali", "count 4..4 times-per-day", "4 kali sehari", ""),
        ("ms", "", "selepas 3 hari", "point 3.. day beyond", "selepas hari ke-3", ""),
        ("ms", "Selepas ", "3 hari", "point 3.. day beyond", "selepas hari ke-3", "Selepas"),
        ("ru", "", "не менее чем за 3 недели", "limit 4.. week", "не менее 4 недель", ""),
        ("ru", "", "в первые 12 часов", "limit ..24 hour", "до 24 часов", ""),
        ("ru", "", "3 мг на квадратный сантиметр", "amount 2..2 milligram-per-square-centimetre", "2 мг/см²", ""),
        ("ru", "", "перед 8 днями или позже", "duration 3..7 day", "перед 3–7 днями", ""),
        ("ru", "Подождите ", "3 недели", "limit 4.. week", "не менее 4 недель", ""),
    ],
)
def test_a_correction_takes_the_place_of_all_that_bounds_the_number(
    code: str, before: str, words: str, right: str, expected: str, without: str
) -> None:
    said = Quotation(before + words, len(before), len(before + words), LANGUAGES[code], quantity(right))
    (found,) = said.numbers
    assert corrected(said, quantity(right), [(found.start, found.end)]) == (expected, without)
