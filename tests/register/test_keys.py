"""Each reader asks for the keys of its table, and for each as the table describes it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from inspect import BoundArguments, signature
from typing import Any

import pytest

from handbook.diagnostics.keys import DAY, FLAG, NUMBER, Key, Keys
from handbook.diagnostics.yaml_reader import MappingReader
from handbook.language.language_keys import WRITE_KEYS
from handbook.language.languages import load_language
from handbook.project import Project
from handbook.tracking.ledger import load_ledgers
from project import ROOT, load_anew, make

FOR_PEOPLE = {
    "tier", "seen", "note",  # of sources
}  # fmt: skip
"""Keys that tell whoever keeps the register something, and that no program needs."""

SOMETIMES = {
    "concepts", "emergency-numbers", "about", "panels", "signs", "fact", "images", "end", "call", "units", "write",
    "translated", "size",
}  # fmt: skip
"""Keys that must be there only beside others or without them, or that are told of in words of their own."""

LEDGER = "page: a.md\nblocks:\n- {id: a, translated: {by: machine}, checked: {by: b}}\n"
"""Of a translation; neither handbook needs one."""

METHODS = ("text", "choice", "day", "flag", "number", "entry", "entries", "items", "one_or_more", "texts", "pairs")


class Listener:
    """Notes what is asked of each table of keys while handbooks are read."""

    def __init__(self, patch: pytest.MonkeyPatch):
        self.tables: dict[int, Keys] = {}
        self.asked: dict[tuple[int, str], list[tuple[str, BoundArguments]]] = defaultdict(list)
        self.readers: dict[int, tuple[MappingReader, int]] = {}
        self.deep = False
        real = MappingReader.__init__

        def begin(reader: MappingReader, value: Any, known: Any, problems: Any, *rest: Any) -> None:
            real(reader, value, known, problems, *rest)
            if isinstance(known, dict) and all(isinstance(key, Key) for key in known.values()):
                self.tables[id(known)] = known
                self.readers[id(reader)] = reader, id(known)

        patch.setattr(MappingReader, "__init__", begin)
        for name in METHODS:
            patch.setattr(MappingReader, name, self.noting(name, getattr(MappingReader, name)))

    def noting(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return a method that notes its question, unless it is asked by another one."""
        form = signature(real)

        def ask(reader: MappingReader, key: str, *rest: Any, **named: Any) -> Any:
            if self.deep or id(reader) not in self.readers:
                return real(reader, key, *rest, **named)
            bound = form.bind(reader, key, *rest, **named)
            bound.apply_defaults()
            self.asked[self.readers[id(reader)][1], key].append((name, bound))
            self.deep = True
            try:
                return real(reader, key, *rest, **named)
            finally:
                self.deep = False

        return ask


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("handbook.register.loader.load_language", load_language)  # not one that was read before
        heard = Listener(patch)
        load_anew(ROOT)
        load_anew(ROOT / "tests" / "second")
        project, _ = Project.read(make(tmp_path_factory.mktemp("ledger"), {"docs/data/translations/ms/a.yml": LEDGER}))
        assert project is not None
        load_ledgers(project, [])
        yield heard


def must(name: str, bound: BoundArguments) -> bool:
    """Tell whether a question wants the key to be there."""
    return name == "day" or bound.arguments.get("required", bound.arguments.get("default", "") is None) is True


def fits(name: str, bound: BoundArguments, key: Key) -> bool:
    """Tell whether a key is described as what a question takes it for."""
    shape = key.shape
    match name:
        case "choice":
            return shape.get("enum") == [*bound.arguments["choices"]] or "known" in shape
        case "day" | "flag" | "number":
            return shape == {"day": DAY, "flag": FLAG, "number": NUMBER}[name]
        case "entry" | "pairs":
            return "object" in shape.get("type", ())
        case "entries" | "items" | "texts":
            return shape.get("type") == "array"
        case "one_or_more":
            return "anyOf" in shape or shape.get("type") == ["string", "number"]
    return "known" in shape or "enum" in shape or "string" in shape.get("type", ()) or shape.get("type") == "integer"


def test_readers_ask_for_what_the_tables_have(listener: Listener) -> None:
    known = {(table, key) for table, keys in listener.tables.items() for key in keys}
    assert {key for _, key in listener.asked.keys() - known} == set()
    unasked = {key for _, key in known - listener.asked.keys()}
    assert unasked == FOR_PEOPLE | {*WRITE_KEYS}  # whose sentences are read all together


def test_a_key_must_be_there_for_both_or_for_neither(listener: Listener) -> None:
    wanted = {place: any(must(name, bound) for name, bound in asked) for place, asked in listener.asked.items()}
    other = {key for (table, key), must_be in wanted.items() if listener.tables[table][key].required != must_be}
    assert other == SOMETIMES


def test_what_stands_behind_a_key_is_the_same_for_both(listener: Listener) -> None:
    wrong = {
        (key, name)
        for (table, key), asked in listener.asked.items()
        for name, bound in asked
        if not fits(name, bound, listener.tables[table][key])
    }
    assert wrong == set()


def test_every_key_is_explained_in_a_sentence(listener: Listener) -> None:
    texts = {key.means for keys in listener.tables.values() for key in keys.values()}
    assert {text for text in texts if not re.fullmatch(r"(?:[A-Z3]|cited-in:).*\.", text)} == set()
