"""A data file of the original as the file of another language: the same words and remarks, each word marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from handbook.diagnostics.stand_ins import MARK
from handbook.language.interface import GAP

_OPENING = re.compile(r"[|>][^\n]*\n\s*|['\"]?")
"""What stands before the words of a text, by the way in which it is written: a block, quotes, or nothing."""


def marked_copy(text: str, kept: Mapping[tuple[str, ...], str]) -> str:
    """Return a YAML file with a mark before each text that has letters; what is ``kept`` gets the value given there."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)  # the C loader counts in bytes
    for keys, scalar in reversed(list(_texts(node))):
        start, end = scalar.start_mark.index, scalar.end_mark.index
        if keys in kept:
            text = text[:start] + kept[keys] + text[end:]
        elif has_words(str(scalar.value)):
            opening = _OPENING.match(text, start)
            at = opening.end() if opening else start
            text = f"{text[:at]}{MARK} {text[at:]}"
    return text


def has_words(text: str) -> bool:
    """Tell whether there is anything in a text to translate, beside gaps for the program to fill."""
    return any(character.isalpha() for character in GAP.sub("", text))


def _texts(node: yaml.Node | None, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    """Yield every text of a file with the keys that lead to it."""
    if isinstance(node, yaml.MappingNode):
        for key, held in node.value:
            yield from _texts(held, (*keys, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item, keys)
    elif isinstance(node, yaml.ScalarNode):
        yield keys, node
