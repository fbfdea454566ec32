"""Where each character of a text in a YAML file stands there, whatever way of quoting or folding it is written in."""

from __future__ import annotations

from functools import lru_cache

import yaml

_OPENING = "'\"|>"
"""What may stand before the text itself."""


def offsets_of(node: yaml.ScalarNode, text: str) -> tuple[int, ...]:
    """Return for each character of a node's value its place in ``text``, which the node was composed from.

    A line end that YAML has made a space of, and a mark that is written as two, stand where they are written.
    """
    starts, value = _line_starts(text), str(node.value)
    at = starts[node.start_mark.line] + node.start_mark.column
    end = starts[node.end_mark.line] + node.end_mark.column
    if text[at : at + 1] in ("|", ">"):
        at = text.index("\n", at)
    found: list[int] = []
    for character in value:
        at = _next(character, at, end, text)
        found.append(min(at, len(text) - 1))
        at += text[at : at + 1] == character or (character == " " and text[at : at + 1] == "\n")
    return tuple(found)


def _next(character: str, at: int, end: int, text: str) -> int:
    """Return where a character of the value stands, looking from ``at`` on."""
    if character.isspace():
        return at
    there = text.find(character, at, end)
    return at if there < 0 else there


@lru_cache(maxsize=2)  # of a file many texts are asked for, one after the other
def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
