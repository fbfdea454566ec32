"""A search loads of the words only those that it needs, and answers the same as if all were there."""

from __future__ import annotations

from typing import Any

import pytest
from searching import QUERIES, ask, read_queries

from built import Built
from handbook.render.search.drawers import drawers_of, starts
from handbook.render.search.index import make_index
from project import real_handbook
from render.search import node
from render.search.node import run

CODES = ("en", "ms", "ru")


@pytest.mark.parametrize("code", CODES)
def test_each_word_stands_in_one_drawer_and_those_that_begin_alike_in_one(code: str) -> None:
    handbook = real_handbook()
    index = make_index(handbook.language(code), handbook)
    drawers = drawers_of(index)
    assert len(drawers.numbers) == sum(len(drawer.words) for drawer in drawers.all)
    assert drawers.numbers.keys() >= index.words.keys()
    own = [word for drawer in drawers.own for word in drawer.words]
    assert own == sorted(own)
    begun = [{word[:3] for word in each.held} for each in drawers.own]
    assert sum(map(len, begun)) == len(set().union(*begun))
    assert len(starts(drawers.own)) == len(drawers.own) + 1


@pytest.mark.parametrize("code", CODES)
def test_what_is_typed_key_by_key_is_answered_as_with_all_words(real: Built, code: str) -> None:
    queries = [query.text for query in read_queries(QUERIES / f"{code}.yml")][::20]
    told = "return given.map((query) => handbookSearch(query).sections.map(({ address }) => address));"
    answers = ask(real.folder, code, queries, typed=True)
    assert [list(answer.addresses) for answer in answers] == run(f"{node.search(real.folder, code)} {told}", queries)


ANSWERED = """
    const loaded = [], warned = [], first = given.scripts[""];
    (0, eval)(first);
    const load = async (drawer) => { loaded.push(drawer); (0, eval)(given.scripts[drawer]); };
    const warn = ({ warnings }) => warned.push([warnings[0].title, loaded.includes("unknown")]);
    return handbookSearch.answer(given.query, load, given.isTyping, warn).then(
      ({ sections, isOpen }) => ({ first: sections[0]?.address, isOpen, loaded, warned }), ({ message }) => message);
"""


def answered(real: Built, query: str, isTyping: bool = False, made: str = "") -> Any:
    """Ask the search of a built site as a page does; ``made`` stands for the making of its words."""
    files = (real.folder / "search" / "en").glob("words-*.js")
    scripts = {file.stem.partition("-")[2]: file.read_text(encoding="utf-8") for file in files}
    others = {name: text.replace('learn("', f'learn("{made}') for name, text in scripts.items()}
    first = (real.folder / "search" / "en.js").read_text(encoding="utf-8")
    return run(ANSWERED, {"scripts": {"": first, **others}, "query": query, "isTyping": isTyping})


def test_a_word_that_is_known_needs_no_others(real: Built) -> None:
    found = answered(real, "swelling")
    assert found["first"] == "recovery/swelling-pain-itch.html#swelling"
    assert len(found["loaded"]) == 1


def test_a_warning_does_not_wait_for_a_word_that_nobody_knows(real: Built) -> None:
    found = answered(real, "pus qwertz")
    assert found["warned"][0] == ["Today: call the clinic", False]
    assert "unknown" in found["loaded"]


@pytest.mark.parametrize("query", ["usnscreen", "unscreen", "xsunscreen"])
def test_a_first_letter_that_is_wrong_is_found_all_the_same(real: Built, query: str) -> None:
    assert answered(real, query)["first"] == "recovery/sun.html#sunscreen"


def test_while_a_word_is_typed_that_nobody_knows_nothing_is_guessed(real: Built) -> None:
    assert answered(real, "swellng", isTyping=True)["isOpen"]
    found = answered(real, "swellng")
    assert not found["isOpen"]
    assert found["first"] == "recovery/swelling-pain-itch.html#swelling"


def test_words_of_another_making_are_not_taken(real: Built) -> None:
    assert answered(real, "swelling", made="x") == "drawers of another making"
