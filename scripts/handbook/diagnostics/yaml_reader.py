"""YAML that knows where every key stands, so that a mistake can be shown at its place.

One reader for every data file: ``open_yaml`` composes the text into nodes (``yaml.compose`` keeps line and
column and builds no Python objects, so a file cannot run anything), and a ``MappingReader`` hands out typed values of
one mapping. Every mistake is added to the list of problems and reading goes on: a file with six mistakes
reports six. A text that only holds the place of its translation is read without its mark.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from handbook.diagnostics import numbers
from handbook.diagnostics.hidden_characters import report_hidden
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import listed, meant, shortened
from handbook.diagnostics.stand_ins import unmarked
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_text import alias_problem, location_of, node_problems, syntax_problem, unfit

_NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_NO_KEY = Message("a list or a mapping stands here as a key")


class _Loader(yaml.CSafeLoader):
    """Composes nodes, and guesses of none whether it is a number or a day: readers ask for what they need."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: bool | tuple[bool, bool]) -> str:
        """Return the tag of a node without one of its own: whether it is nothing, and else its kind."""
        is_plain = isinstance(implicit, tuple) and implicit[0]
        return _NULL if is_plain and value in _NULLS else _TAGS[kind]

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        """Do nothing: what a node is depends on no way to it."""

    def ascend_resolver(self) -> None:
        """Do nothing, as above."""


class Value(NamedTuple):
    """A node of a YAML file together with the file it stands in; a tuple, because there are so many of them."""

    node: yaml.Node
    path: str

    @property
    def location(self) -> Location:
        """The place of the node's first character."""
        return location_of(self.node, self.path)


def open_yaml(file: Path, root: Path, problems: list[Problem]) -> Value | None:
    """Compose a YAML file into nodes; report a file that is missing, not UTF-8 or not YAML, and return None."""
    text = read_text(file, root, problems)
    return None if text is None else compose(text, file.relative_to(root).as_posix(), problems)


def compose(text: str, path: str, problems: list[Problem]) -> Value | None:
    """Compose YAML text into nodes; report what is not plain YAML and return None.

    Characters that are not seen are reported too, and the rest of the file is read all the same where it can be.
    """
    wrong = unfit(text, path)
    if wrong is not None:
        problems.append(wrong)
        return None
    hidden = report_hidden(text, path)
    problems += hidden
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        problems += [] if hidden else [syntax_problem(error, text, path)]
        return None
    if node is None:
        problems.append(Problem(Location(path), Message("the file is empty")))
        return None
    alias = alias_problem(node, text, path)
    problems += [alias] if alias else node_problems(node, text, path)
    return None if alias else Value(node, path)


class MappingReader:
    """One mapping of a YAML file; hands out typed values and notes every mistake at its key.

    ``known`` lists the keys that may stand in it, ``refused`` others with the reason why not. After a mistake a
    harmless value is returned, so that the rest of the file is still read; whoever has problems must not build from it.
    """

    def __init__(
        self,
        value: Value,
        known: Iterable[str],
        problems: list[Problem],
        refused: Mapping[str, str] = MappingProxyType({}),
    ):
        self.path = value.path
        self.known = tuple(known)
        self.refused = refused
        self.problems = problems
        self.node = value.node
        self._keys: dict[str, yaml.Node] = {}
        self._values: dict[str, yaml.Node] = {}
        if isinstance(value.node, yaml.MappingNode):
            for key, child in value.node.value:
                self._add(key, child)
        else:
            self._problem(
                value.node, Message("a mapping with the keys {names} must stand here", names=listed(self.known))
            )

    def __contains__(self, key: str) -> bool:
        return key in self._values and not _is_null(self._values[key])

    def holds(self, key: str) -> bool:
        """Tell whether a key stands there, also with nothing behind it."""
        return key in self._keys

    def location(self, key: str | None = None) -> Location:
        """Return the place of a key, or of the whole entry."""
        return location_of(self._keys.get(key or "", self.node), self.path)

    def value_location(self, key: str) -> Location:
        """Return the place of what stands behind a key."""
        return location_of(self._values.get(key, self.node), self.path)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the key is required."""
        node = self._get(key, required=default is None)
        if node is None:
            return default or ""
        if isinstance(node, yaml.ScalarNode):
            return unmarked(str(node.value).strip())
        self._problem(node, Message("{key} must be one text", key=key))
        return default or ""

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        """Return one of the words in ``choices``."""
        text = self.text(key, default)
        if text in choices or text == default or key not in self:
            return text
        self._problem(
            self._values[key],
            Message("{key} is {text!r}, which is none of {names}", key=key, text=text, names=", ".join(choices)),
            meant(text, choices),
        )
        return choices[0]

    def day(self, key: str) -> datetime.date:
        """Return a date written as 2026-11-20."""
        text = self.text(key)
        try:
            return _day(text)
        except ValueError:
            if key in self:
                self._problem(
                    self._values[key],
                    Message("{key} is {text!r}, not a date", key=key, text=text),
                    Message("write it as 2026-11-20"),
                )
            return datetime.date.min

    def flag(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        return self.choice(key, ("true", "false"), "true" if default else "false") == "true"

    def number(self, key: str) -> Fraction | None:
        """Return an exact number, or None where the key is missing or null."""
        if key not in self:
            return None
        text = self.text(key)
        number = numbers.parse_number(text)
        if number is None and (text or isinstance(self._values[key], yaml.ScalarNode)):
            self._problem(
                self._values[key],
                Message("{key} is {text!r}, not a number", key=key, text=shortened(text)),
                numbers.HINT,
            )
        return number

    def entry(self, key: str, known: Iterable[str]) -> MappingReader | None:
        """Return the mapping behind a key, or None where there is none."""
        if key not in self:
            return None
        return MappingReader(Value(self._values[key], self.path), known, self.problems)

    def entries(self, key: str, known: Collection[str], required: bool = True) -> list[MappingReader]:
        """Return the mappings in the list behind a key."""
        return [MappingReader(item, known, self.problems) for item in self.items(key, required)]

    def items(self, key: str, required: bool = True) -> list[Value]:
        """Return the items of the list behind a key."""
        node = self._get(key, required)
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            return [Value(child, self.path) for child in node.value]
        self._problem(node, Message("{key} must be a list", key=key))
        return []

    def one_or_more(self, key: str) -> list[Value]:
        """Return the one text behind a key, or the items of the list there; a missing key is an empty list."""
        node = self._get(key, required=False)
        return [Value(node, self.path)] if isinstance(node, yaml.ScalarNode) else self.items(key, required=False)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list behind a key; a missing key is an empty list."""
        return tuple(self._item(item.node, key) for item in self.items(key, required=False))

    def pairs(self, key: str) -> Iterator[tuple[str, Value]]:
        """Yield name and value of the mapping behind a key, whatever the names are; a missing key yields nothing."""
        node = self._values.get(key)
        if node is None or _is_null(node):
            return
        if not isinstance(node, yaml.MappingNode):
            self._problem(node, Message("{key} must be a mapping", key=key))
            return
        for name, child in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield str(name.value), Value(child, self.path)
            else:
                self._problem(name, _NO_KEY, Message("write a word, a colon and what belongs to it"))

    def _item(self, node: yaml.Node, key: str) -> str:
        if isinstance(node, yaml.ScalarNode):
            return unmarked(str(node.value))
        self._problem(node, Message("each item of {key} must be one text", key=key))
        return ""

    def _add(self, key: yaml.Node, child: yaml.Node) -> None:
        name = str(key.value)
        if not isinstance(key, yaml.ScalarNode):
            self._problem(key, _NO_KEY, Message("write a word, a colon and what belongs to it"))
            return
        if name in self._keys:
            self._problem(
                key, Message("the key {name} stands here for the second time", name=name), Message("keep one of them")
            )
        elif name in self.refused:
            self._problem(
                key,
                Message("{name} has no place here: {reason}", name=name, reason=self.refused[name]),
                Message("take it out"),
            )
        elif name not in self.known:
            self._problem(key, Message("the key {name} is not known here", name=name), meant(name, self.known))
        self._keys[name], self._values[name] = key, child

    def _get(self, key: str, required: bool) -> yaml.Node | None:
        if key in self:
            return self._values[key]
        if required and isinstance(self.node, yaml.MappingNode):
            self._problem(
                self._keys.get(key, self.node),
                Message("{key} is missing here", key=key),
                Message("add the line {key}: …", key=key),
            )
        return None

    def _problem(self, node: yaml.Node, message: Message, hint: Message = NOTHING) -> None:
        self.problems.append(Problem(location_of(node, self.path), message, hint))


@cache
def _day(text: str) -> datetime.date:
    """Return a day; files tell few of them, and often."""
    return datetime.datetime.strptime(text, "%Y-%m-%d").date()  # fromisoformat reads 2026-W47-5 too


def data(value: Value) -> object:
    """Return the plain value of a node: dict, list or str (nothing is guessed: ``3`` and ``yes`` stay text)."""
    node = value.node
    if isinstance(node, yaml.MappingNode):
        return {_name(key): data(Value(child, value.path)) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [data(Value(child, value.path)) for child in node.value]
    return None if _is_null(node) else unmarked(str(node.value))


def keys_below(value: Value, address: str = "") -> Iterator[tuple[str, Location, Value]]:
    """Yield each key of a mapping and of those inside: its address (``site.notes.title``), its place, what it holds."""
    for key, child in value.node.value if isinstance(value.node, yaml.MappingNode) else ():
        name, inner = f"{address}.{_name(key)}" if address else _name(key), Value(child, value.path)
        yield name, location_of(key, value.path), inner
        yield from keys_below(inner, name)


def keys_of(value: Value) -> list[str]:
    """Return the names of the keys of a mapping, each once; none where it is no mapping."""
    pairs = value.node.value if isinstance(value.node, yaml.MappingNode) else ()
    return list(dict.fromkeys(_name(key) for key, _ in pairs))


def _name(key: yaml.Node) -> str:
    return str(key.value) if isinstance(key, yaml.ScalarNode) else ""


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == _NULL)
