"""What patients type leads to the section that answers it; a danger has its warning on top, however it is typed."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from searching import DANGERS, QUERIES, Key, ask, read_queries, score

from built import Built
from project import ROOT
from render.search.node import run, script

CODES = ("en", "ms", "ru")


@pytest.mark.parametrize("code", CODES)
def test_what_patients_type_is_found(real: Built, code: str) -> None:
    queries = list(read_queries(QUERIES / f"{code}.yml"))
    scores = score(queries, ask(real.folder, code, [query.text for query in queries]), Key(ROOT / "docs/data", code))
    assert len(queries) >= 200
    assert scores["all"].share(1) >= 80
    assert scores["all"].share(3) >= 95


@pytest.mark.parametrize("code", CODES)
def test_every_danger_has_its_warning_on_top(real: Built, code: str) -> None:
    queries = [query for query in read_queries(QUERIES / f"{code}.yml") if query.kind in DANGERS]
    answers, key = ask(real.folder, code, [query.text for query in queries]), Key(ROOT / "docs/data", code)
    shown = zip(queries, answers, strict=True)
    assert [query.text for query, answer in shown if not key.warns(query, answer.signs)] == []


def search(real: Built, query: str, code: str = "en") -> Any:
    scripts = script(real.folder, code) + script(real.folder, f"{code}/words")
    return run(f"{scripts} return handbookSearch(given);", query)


def test_a_warning_says_what_to_do_with_the_number(real: Built) -> None:
    (warning,) = search(real, "самоубийство", "ru")["warnings"]
    assert warning["address"] == "ru/when-to-call/warning-signs.html#ambulance"
    assert warning["title"] == "Неотложный случай: сейчас же вызывайте скорую"
    assert warning["calls"] == [["999", "999"], ["103", "103"], ["112", "112"]]


def test_the_most_urgent_warning_comes_first(real: Built) -> None:
    titles = [warning["title"] for warning in search(real, "pus and cannot breathe")["warnings"]]
    assert titles == ["Emergency: call an ambulance now", "Today: call the clinic"]


@pytest.mark.parametrize("query", ["crust", "when can i swim", "sunscreen", "price", "make-up"])
def test_what_is_harmless_warns_of_nothing(real: Built, query: str) -> None:
    assert search(real, query)["warnings"] == []


@pytest.mark.parametrize(("query", "meant"), [("ljrnjh", "доктор"), ("ntvgthfnehf", "температура")])
def test_what_was_typed_with_the_other_keyboard_is_understood(real: Built, query: str, meant: str) -> None:
    assert search(real, query, "ru")["meant"] == meant


def test_a_word_that_nobody_has_is_told_and_the_rest_answered(real: Built) -> None:
    found = search(real, "qwertz swelling")
    assert found["unknown"] == ["qwertz"]
    assert found["sections"][0]["address"] == "recovery/swelling-pain-itch.html#swelling"


def test_little_words_find_nothing_where_others_do(real: Built) -> None:
    assert search(real, "of the qqqqqq")["sections"] == []


BAD = {
    "nothing": "", "a letter": "a", "10,000 letters": "x" * 10_000, "10,000 words": "swelling " * 10_000,
    "control characters": "\x00\x07\x1b", "emoji": "😀🩹", "HTML": "<img src=x onerror=alert(1)>",
    "right to left": "\u202eتورم", "half a pair": "\\ud83d",
}  # fmt: skip


@pytest.mark.parametrize("query", BAD.values(), ids=BAD)
def test_bad_input_is_answered_soon(real: Built, query: str) -> None:
    warm = "['warm', 'wram', 'wrmlike swimng'].forEach((word) => handbookSearch(word));"
    timed = "const began = process.cpuUsage(); handbookSearch(given); return process.cpuUsage(began).user / 1000;"
    assert run(f"{script(real.folder, 'en')} {script(real.folder, 'en/words')} {warm} {timed}", query) < 100


def test_no_page_fills_the_list(real: Built) -> None:
    pages = [section["page"] for section in search(real, "wash ointment sun crusts swelling")["sections"]]
    assert len(pages) > 6
    assert max(map(pages.count, pages)) <= 3


@pytest.mark.parametrize("code", CODES)
def test_a_first_search_is_small(real: Built, code: str) -> None:
    text = (real.folder / "search" / f"{code}.js").read_bytes()
    assert len(gzip.compress(text, 9)) < 28_000
