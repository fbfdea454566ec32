"""The keys of a data file: what each means, and what may stand behind it.

A reader is given such a table and knows no other keys, and the JSON Schema from which an editor completes and explains
is made of the same table; so the two cannot disagree. A shape is written in the words of JSON Schema, draft 7
(json-schema.org/draft-07), for YAML 1.2: a date is a text there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Shape: TypeAlias = Mapping[str, Any]
"""What may stand behind a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping."""

    means: str
    """In one plain sentence, for whoever writes the file."""
    shape: Shape
    required: bool = False


Keys: TypeAlias = Mapping[str, Key]
"""The keys of a mapping, by name."""

TEXT: Shape = {"type": ["string", "number"]}
"""A text; a year or a page of only digits is one as well, which YAML takes for a number."""
FILLED: Shape = {**TEXT, "minLength": 1}
"""A text that says something: where there is nothing to say, the key is left out."""
DAY: Shape = {"type": "string", "format": "date"}
FLAG: Shape = {"type": "boolean"}
NUMBER: Shape = {"type": ["number", "string", "null"], "pattern": r"^-?\d+(\.\d+)?(/\d+)?$"}
"""3, 0.5 or 1/7; null where an end is open."""
NUMERAL: Shape = {"pattern": r"^\d+(\.\d+)?(/\d+)?$"}
"""The name of a key that is a number."""


def one_of(choices: Iterable[str]) -> Shape:
    """Return the shape of a text that is one of a closed list."""
    return {"enum": [*choices]}


def known(kind: str) -> Shape:
    """Return the shape of a name that each handbook has lists of: a ``unit``, a ``language``, a ``country``."""
    return {"known": kind}


def list_of(item: Shape) -> Shape:
    """Return the shape of a list."""
    return {"type": "array", "items": item}


def one_or_more(item: Shape) -> Shape:
    """Return the shape of one value, or of a list of such."""
    return {"anyOf": [item, list_of(item)]}


def named(value: Shape, names: Shape | None = None) -> Shape:
    """Return the shape of a mapping whose names are the writer's own, or of the shape ``names``."""
    return {"type": "object", "additionalProperties": value, **({"propertyNames": names} if names else {})}


def mapping(keys: Keys) -> Shape:
    """Return the shape of a mapping that has these keys and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"description": key.means, **key.shape} for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
    }


def fill_in(shape: Any, names: Mapping[str, Iterable[str]]) -> Any:
    """Return a shape with the lists of one handbook in the place of ``known``; ``names`` has them by kind."""
    if isinstance(shape, list):
        return [fill_in(item, names) for item in shape]
    if not isinstance(shape, Mapping):
        return shape
    if isinstance(shape.get("known"), str):
        shape = {**{key: value for key, value in shape.items() if key != "known"}, **one_of(names[shape["known"]])}
    return {key: fill_in(value, names) for key, value in shape.items()}
