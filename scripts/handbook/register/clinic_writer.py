"""Puts one answer into the text of a clinic's own file, and leaves every other character of it as it is.

The file belongs to the clinic: its remarks, the order of its lines and what else it says stay. A number that is taken
away again stays as a remark, as the form has those that nobody has set.
"""

from __future__ import annotations

import re

import yaml

from handbook.register.clinic import EXAMPLE_FILE
from handbook.register.clinic_lines import VALUE_INDENT

NEW_TEXT = f"""\
# What this clinic has set; `handbook clinic` asks for it, and no update touches it. What is printed where nothing is
# set, and what is allowed, stands in {EXAMPLE_FILE}.
"""

_VALUES = "values"
_INDENT = " " * VALUE_INDENT


def write_detail(text: str, key: str, written: str) -> str:
    """Return the text of a file with an answer, ``written`` as YAML, behind one of its own keys."""
    root = _root(text)
    node = _child(root, key)
    if node is not None:
        return _put(text, node, written)
    others = [child for name, child in _pairs(root) if name.value != _VALUES]
    values = next((name for name, _ in _pairs(root) if name.value == _VALUES), None)
    at = _line_end(text, others[-1]) if others else _offset(text, values.start_mark) if values else len(text)
    return _insert(text, at, f"{key}: {written}")


def unset_detail(text: str, key: str) -> str:
    """Return the text of a file with nothing behind one of its keys, as the form has those that nobody has answered."""
    return text if _child(_root(text), key) is None else write_detail(text, key, '""')


def write_value(text: str, address: str, written: str) -> str:
    """Return the text of a file with a number of the clinic's, ``written`` as YAML, below ``values:``."""
    values = _child(_root(text), _VALUES)
    node = _child(values, address)
    if node is not None:
        return _put(text, node, written)
    if values is None:
        return _insert(text, len(text), f"{_VALUES}:\n{_INDENT}{address}: {written}")
    others = _pairs(values)
    indent = " " * others[0][0].start_mark.column if others else _INDENT
    line = f"{indent}{address}: {written}"
    remark = _remark(text, _offset(text, values.start_mark), address)
    if remark:
        return f"{text[: remark.start()]}{line}{text[remark.end() :]}"
    return _insert(text, _line_end(text, others[-1][1] if others else values), line)


def unset_value(text: str, address: str) -> str:
    """Return the text of a file without a number of the clinic's: it becomes a remark, as the form has it."""
    values = _child(_root(text), _VALUES)
    name = next((name for name, _ in _pairs(values) if name.value == address), None)
    if name is None:
        return text
    start = text.rfind("\n", 0, _offset(text, name.start_mark)) + 1
    end = _line_end(text, _child(values, address) or name)
    lines = text[start:end].rstrip("\n").split("\n")
    return text[:start] + "".join(f"#{line}\n" for line in lines) + text[end:]


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((child for name, child in _pairs(node) if name.value == key), None)


def _put(text: str, node: yaml.Node, written: str) -> str:
    """Put an answer in the place of another; behind a colon that has nothing behind it, with a space."""
    start, end = _offset(text, node.start_mark), _offset(text, node.end_mark)
    space = " " if text[start - 1 : start] == ":" else ""
    tail = "\n" if text[start:end].endswith("\n") else ""  # of a text in a block, which ends with its line
    return f"{text[:start]}{space}{written}{tail}{text[end:]}"


def _remark(text: str, start: int, address: str) -> re.Match[str] | None:
    """Find the line of the form that holds a number which nobody has set, below where the numbers begin."""
    return re.compile(rf"^# +{re.escape(address)}: .*$", re.MULTILINE).search(text, start)


def _insert(text: str, at: int, line: str) -> str:
    before = text[:at]
    return f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{line}\n{text[at:]}"


def _offset(text: str, mark: yaml.Mark) -> int:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return starts[mark.line] + mark.column if mark.line < len(starts) else len(text)


def _line_end(text: str, node: yaml.Node) -> int:
    """Return where the line after the last one of a node begins."""
    end = _offset(text, node.end_mark)
    if end and text[end - 1] == "\n":
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1
