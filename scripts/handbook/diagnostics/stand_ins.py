"""Words of the original that hold a place in a data file until somebody translates them, marked at their beginning.

``home: (translate) Home`` is read as ``Home``, so that a language can be built from its first day on. The mark says
that nobody has translated it: the check ``stand-in`` counts such places, and no release has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from handbook.diagnostics.problems import Location
from handbook.diagnostics.yaml_text import location_of

MARK = "(translate)"


class StandIn(NamedTuple):
    """A place that still has the words of the original."""

    keys: tuple[str, ...]
    """The keys that lead to it in its file."""
    location: Location
    last: int
    """Its last line."""


def marked(text: str) -> str:
    """Return a text as one that holds the place of its translation."""
    return f"{MARK} {text}"


def is_marked(text: str) -> bool:
    """Tell whether a text only holds the place of its translation."""
    return text.startswith(MARK)


def unmarked(text: str) -> str:
    """Return a text without the mark."""
    return text.removeprefix(MARK).lstrip() if is_marked(text) else text


def stand_ins_in(node: yaml.Node, path: str, keys: tuple[str, ...] = ()) -> Iterator[StandIn]:
    """Yield each stand-in below a node of a file."""
    if isinstance(node, yaml.MappingNode):
        for key, held in node.value:
            yield from stand_ins_in(held, path, (*keys, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from stand_ins_in(item, path, keys)
    elif is_marked(str(node.value)):
        yield StandIn(keys, location_of(node, path), node.end_mark.line + 1)
