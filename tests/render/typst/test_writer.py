"""Each element has one rule; what has none, or leads nowhere, is reported at its place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import DefinitionList, Term
from handbook.markup.document import parse
from handbook.markup.inlines import Explained
from handbook.render.typst.inline_writer import write_inlines
from handbook.render.typst.writer import write_blocks
from render.typst.specimen import PAGE, code_of, specimen_context

RULES = {
    "Words": 'p("Words")',
    "Two\nlines  and\tmore": 'p("Two lines and more")',
    '"Quotes" -- \\*stars\\* #1 C:\\dir': 'p({"\\"Quotes\\" -- *stars* ";box("#1 C:\\\\dir")})',
    "about 3–7 days, from the 3-rd": 'p({"about ";box("3–7");" days, from the ";box("3-rd")})',
    "5 ml, 10 days, 2026-12-01, CO2 is": 'p({box("5 ml,");" 10 days, 2026-12-01, CO2 is"})',
    "**strong** and *em*": 'p({strong("strong");" and ";em("em")})',
    "`a b`": 'p(code("a b"))',
    "one  \ntwo": 'p({"one";br();"two"})',
    "## Name {#name}": 'h(2, "part/all.md#name", "Name")',
    "- one\n- two": 'short(ul(whole("one"), whole("two")))',
    "3. three\n4. four": 'short(ol(3, whole("three"), whole("four")))',
    "- one\n\n    - inner": 'ul({p("one");ul(whole("inner"))})',
    "- [ ] open\n- [x] done": 'short(tasks((false, true, ), whole("open"), whole("done")))',
    "- [ ] open\n- no task": 'short(tasks((false, none, ), whole("open"), whole("no task")))',
    "Date: ______": 'written(field("Date: ", "to write on", width: writing-room(6)))',
    "Sure? Name: ____, date: ____.": (
        'written({"Sure? ";field("Name: ", "to write on", width: writing-room(4));", ";'
        'field("date: ", "to write on", width: writing-room(4));"."})'
    ),
    "**Name:** ____": 'written(field({strong("Name:");" "}, "to write on", width: writing-room(4)))',
    "Word\n:   Meaning": 'dl(("Word", "Meaning", ))',
    "> Said": 'blockquote(p("Said"))',
    "---": "hr()",
    "!!! do\n    Wash.": 'callout("do", "Title of do", p("Wash."), first: true)',
    '!!! call-now "Own *title*"\n    Call.': 'callout("call-now", {"Own ";em("title")}, p("Call."), first: true)',
    "![A square](../../images/square.png)": 'picture("/docs/images/square.png", "A square", "")',
    '![A square](../../images/square.png "Words")': 'picture("/docs/images/square.png", "A square", "Words")',
    "in ![](../../images/square.png) line": 'p({"in ";img("/docs/images/square.png", "");" line"})',
    "[3 days](fact:two)": 'p({"3 days";hanging;cite("part/all.md", 1)})',
    "[3 days](fact:three/name)": 'p({"3 days";hanging;cite("part/all.md", 2)})',
    "[3 days](fact:own-advice)": 'p("3 days")',
    "[](fact:first-wash)": 'p("1 day")',
    "Call [](clinic:phone).": 'written({field("Call ", "the clinic");"."})',
    "Call [](clinic:emergency).": 'p({"Call ";"some words";"."})',
    "[here](#title)": 'p(see("part/all.md", "here"))',
    "[there](../index.md#more)": 'p(see("index.md#more", "there"))',
    "[site](https://example.org/a)": 'p(outside("https://example.org/a", "example.org/a", "site"))',
    "[example.org](https://example.org)": 'p(outside("https://example.org", "", address("example.org")))',
    "[call](tel:999)": 'p(outside("tel:999", "999", "call"))',
    "| a | b |\n|---|--:|\n| Who? | [3 days](fact:two) |": (
        'grid-of((("Who?", ), ("days", {"days";cite("part/all.md", 1)}, ), ), (47, 53, ), '
        '(start, end, ), true, ("a", "b", ), ("Who?", {"3 days";hanging;cite("part/all.md", 1)}, ))'
    ),
    "| a | b |\n|---|---|\n| Day 1 | ____ or ______ |": (
        'grid-of((("Day", ), ("or", writing-room(6), ), ), (28, 72, ), (start + bottom, start + bottom, ), true, '
        '("a", "b", ), ("Day 1", {write-in("to write on", width: writing-room(4));" ";'
        'field("or ", "to write on", width: writing-room(6))}, ))'
    ),
}


@pytest.mark.parametrize("source", RULES)
def test_an_element_becomes_a_call_of_its_name(source: str) -> None:
    code, problems = code_of(source)
    assert (re.sub(r"\n/\*\d+:\d+\*/", "", code), problems) == (RULES[source], [])


@pytest.mark.parametrize(("letters", "named"), [(80, "true"), (81, "false")])
def test_a_first_column_names_the_rows_where_its_cells_are_short(letters: int, named: str) -> None:
    code, _ = code_of(f"| a | b |\n|---|---|\n| {'c' * letters} | d |")
    plain = re.sub(r"\n/\*\d+:\d+\*/", "", code)
    assert f'(start, start, ), {named}, ("a", "b", ), ("{"c" * letters}", "d", ))' in plain


@pytest.mark.parametrize(("letters", "expected"), [(480, True), (481, False)])
def test_an_item_of_some_lines_is_not_cut(letters: int, expected: bool) -> None:
    code, problems = code_of(f"- {'x' * letters}")
    assert (problems, f'whole("{"x" * letters}")' in code) == ([], expected)


def test_each_block_says_where_it_comes_from() -> None:
    assert code_of("One\n\n- two")[0] == '{\n/*3:1*/leading(p("One"));\n/*5:3*/short(ul(\n/*5:3*/whole("two")))}'


REPORTED = {
    "[gone](../gone.md)": (
        (3, 2, 4),
        "the link ../gone.md leads to no place in this handbook",
        "write the path of a page in the navigation, and after # the id of one of its headings",
    ),
    "[gone](#gone)": (
        (3, 2, 4),
        "the link #gone leads to no place in this handbook",
        "write the path of a page in the navigation, and after # the id of one of its headings",
    ),
    "![Alt](gone.png)": (
        (3, 1, 16),
        "the image gone.png is not there",
        "put the image at docs/en/part/gone.png, or correct its name",
    ),
    "in ![](picture:skin) line": (
        (3, 4, 17),
        "picture:skin does not stand alone",
        "put it between two empty lines",
    ),
}


@pytest.mark.parametrize("source", REPORTED)
def test_what_cannot_be_printed_is_reported(source: str) -> None:
    (line, column, length), message, hint = REPORTED[source]
    assert code_of(source)[1] == [Problem(Location(PAGE, line, column, length), message, hint)]


def explained(concept: str) -> str:
    """Return the code of a word that is explained, in a book whose word list has ointment."""
    word = Explained(Location(PAGE), 0, 9, "Two\nwords", concept)
    return write_inlines((word,), specimen_context())


def test_a_word_leads_to_the_word_list_where_the_book_has_it() -> None:
    assert explained("ointment") == 'explained("part/all.md#hb-word-ointment", "Two words")'
    assert explained("crust") == '"Two words"'


def test_a_term_of_the_word_list_is_a_place() -> None:
    (block,) = parse("# Title {#title}\n\nWord\n:   Meaning", PAGE)[0].blocks[1:]
    assert isinstance(block, DefinitionList)
    term, meaning = block.parts
    assert isinstance(term, Term)
    listed = replace(block, parts=(replace(term, id="hb-word-a"), meaning))
    (code,) = write_blocks((listed,), specimen_context())
    assert 'dl((named("part/all.md#hb-word-a", "Word"), "Meaning", ))' in re.sub(r"\n/\*.*?\*/", "", code)
