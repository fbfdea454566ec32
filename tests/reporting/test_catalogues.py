"""Every message of the program in every language that has a catalogue: none missing, none left over, the same gaps."""

from __future__ import annotations

import ast
import pickle
import re
import string
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml

import handbook
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.plurals import is_rule, plural_category
from handbook.reporting.catalogues import ENGLISH, FOLDER, load_catalogue

PACKAGE = Path(handbook.__file__).parent
CODES = sorted(file.stem for file in FOLDER.glob("*.yml"))
FILLS = Path("diagnostics/messages.py")
"""Fills the templates of others in."""
TOLD = ("Problem", "Fault")
"""What is told people, in the language that they are told in."""


@cache
def templates() -> dict[str, bool]:
    """Return every template of the code, and whether it counts something."""
    return dict(found for file in sorted(PACKAGE.rglob("*.py")) for found in _templates(file))


def _templates(file: Path) -> Iterator[tuple[str, bool]]:
    if file == PACKAGE / FILLS:
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            assert len(texts) == len(node.args), f"{file}:{node.lineno}: a catalogue cannot know what is put together"
            assert len(texts) == 1 or gaps(texts[1]) <= gaps(texts[0])
            yield texts[0], len(texts) > 1


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def texts(found: str | dict[str, str]) -> list[str]:
    return [found] if isinstance(found, str) else list(found.values())


def test_the_catalogues_are_those_that_this_handbook_needs() -> None:
    assert CODES == ["ms", "ru"]
    assert len(templates()) > 500


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_missing_and_none_is_left_over(code: str) -> None:
    assert list(load_catalogue(code).texts) == [text for text in load_catalogue(code).texts if text in templates()]
    assert [text for text in templates() if text not in load_catalogue(code).texts] == []


@pytest.mark.parametrize("code", CODES)
def test_no_message_stands_twice(code: str) -> None:
    """YAML would keep the last of two without a word."""
    node = yaml.compose((FOLDER / f"{code}.yml").read_text(encoding="utf-8"))
    written = [key.value for name, inner in node.value if name.value == "messages" for key, _ in inner.value]
    assert len(written) == len(set(written)) == len(templates())


@pytest.mark.parametrize("code", CODES)
def test_each_message_has_the_gaps_of_its_template(code: str) -> None:
    catalogue = load_catalogue(code)
    wrong = [text for text, found in catalogue.texts.items() for one in texts(found) if gaps(one) != gaps(text)]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_counted_has_a_text_for_each_plural_category(code: str) -> None:
    catalogue = load_catalogue(code)
    assert all(is_rule(rule) for rule in catalogue.categories.values())
    counted = {text: found for text, found in catalogue.texts.items() if not isinstance(found, str)}
    assert all(templates()[text] and list(found) == list(catalogue.categories) for text, found in counted.items())


@pytest.mark.parametrize("code", CODES)
def test_the_plural_rules_are_those_of_the_handbook(code: str) -> None:
    file = PACKAGE.parents[1] / "docs" / "data" / "languages" / f"{code}.yml"
    rules = yaml.safe_load(file.read_text(encoding="utf-8"))["categories"]
    for number in map(str, range(130)):
        assert plural_category(number, rules) == plural_category(number, load_catalogue(code).categories)


def test_a_problem_is_told_by_messages_alone() -> None:
    """The types say so, which mypy holds the whole program to; here it is said without mypy as well."""
    told = {field.name: field.type for field in fields(Problem)}
    assert (told["message"], told["hint"]) == ("Message", "Message")
    assert {f"{name}:{line}: {text}" for name, line, text in plain_texts()} == set()


def plain_texts() -> Iterator[tuple[str, int, str]]:
    """Yield each text that goes into a Problem or a Fault as it stands, and so in English only."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD:
                texts = [*node.args[1:], *(it.value for it in node.keywords if it.arg in ("message", "hint"))]
                for text in texts:
                    if isinstance(text, ast.Constant | ast.JoinedStr | ast.BinOp):
                        yield file.relative_to(PACKAGE).as_posix(), text.lineno, ast.unparse(text)


SPEAKING = (
    "checking", "cli", "command_line", "compression", "handing_out", "interviewing", "moving", "outcomes", "pack",
    "packing", "pipeline", "preparing", "preview", "reporting", "revisions", "signing", "since", "staging", "streams",
    "translating", "updating",
)  # fmt: skip
"""Rooms that answer whoever runs a command, beside the problems of all others."""
SEVERAL_WORDS = re.compile(r"[a-z]{2,},? [a-z]+")
FOR_PROGRAMS = re.compile(r"<\w|</|<!--|\(\?P?[<:]|:root|^handbook [a-z]|^# ")
"""In what is no sentence for people: marks of HTML, patterns, styles, commands; comments in a file for translators."""
NO_SENTENCES = {
    "clinic handbook-address", "not in", r"\b(not in|in|mod)\b", "positional arguments",
    ".yml shows what each list is for.\n",
}  # fmt: skip


def test_whoever_runs_a_command_is_told_by_messages_alone() -> None:
    """What is no sentence for people stands in the two lists above."""
    files = [file for file in sorted(PACKAGE.rglob("*.py")) if room_of(file) in SPEAKING]
    assert {room_of(file) for file in files} == set(SPEAKING)
    assert [found for file in files for found in _plain_sentences(file)] == []


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _plain_sentences(file: Path) -> Iterator[str]:
    """Yield each text of several words that is no message, no docstring and no piece of a program."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {id(arg) for node in ast.walk(tree) for arg in _args_of_message(node)}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told | docstrings:
            text = node.value
            if SEVERAL_WORDS.search(text) and text not in NO_SENTENCES and not FOR_PROGRAMS.search(text):
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}: {text}"


def _args_of_message(node: ast.AST) -> list[ast.expr]:
    is_message = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message"
    return node.args if is_message and isinstance(node, ast.Call) else []


def test_a_message_is_its_english_text() -> None:
    assert Message("no page shows the passage {id}", id="reach-us") == "no page shows the passage reach-us"
    assert Message("{count} rows", "{count} row", count=1) == "1 row"
    assert Message("{count} rows", "{count} row", count=2) == "2 rows"


def test_a_message_is_told_with_what_stands_in_it() -> None:
    rows, columns = (Message("{count} rows", "{count} row", count=4), Message("{count} columns", "…", count=2))
    table = Message("a table of {rows} and {columns}", rows=rows, columns=columns)
    assert load_catalogue("ms").tell(table) == "jadual dengan 4 baris dan 2 lajur"
    assert load_catalogue("ru").tell(table) == "таблица: 4 строки, 2 столбца"


@pytest.mark.parametrize(("count", "told"), [(1, "1 строка"), (3, "3 строки"), (11, "11 строк"), (21, "21 строка")])
def test_russian_counts_in_three_ways(count: int, told: str) -> None:
    assert load_catalogue("ru").tell(Message("{count} rows", "{count} row", count=count)) == told


def test_a_decimal_number_has_the_sign_of_the_language_and_a_whole_one_stays() -> None:
    number = Message("at least {number}", number=0.5)
    assert [load_catalogue(code).tell(number) for code in CODES] == ["sekurang-kurangnya 0.5", "не меньше 0,5"]
    points = Message("{key} is {points:g}, which are no points of letters", key="size 1.2", points=30.5)
    assert load_catalogue("ru").tell(points) == "size 1.2 — 30,5: букв такого размера (в пунктах) не бывает"


def test_a_message_keeps_its_template_in_another_process() -> None:
    row = Message("{count} rows", "{count} row", count=1)
    copy = pickle.loads(pickle.dumps(Message("{some} and {one}", some=row, one="x")))
    assert copy == "1 row and x"
    assert load_catalogue("ms").tell(copy) == "1 baris dan x"


def test_what_has_no_translation_stays_as_it_is() -> None:
    assert load_catalogue("ms").tell("Typst says no") == "Typst says no"
    assert load_catalogue("ms").tell(Message("not in any catalogue")) == "not in any catalogue"
    assert load_catalogue("ta") == ENGLISH
    assert load_catalogue("ms-BN") == load_catalogue("ms")
