"""A language's own lines in files that all languages share, put in behind those that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent

import yaml

from handbook.diagnostics.stand_ins import marked
from handbook.preparing.language_file import dump


def with_language(text: str, entry: Mapping[str, object]) -> str:
    """Return mkdocs.yml with one language more."""
    listed = _languages(_compose(text))
    if listed is None or not listed.value:
        return text
    if listed.flow_style:
        return _put_in(text, [(_end(listed.value[-1]), f", {_in_braces(entry)}")])
    start = listed.value[-1].start_mark
    dash = text.rindex("-", 0, start.index)
    lines = indent(dump([dict(entry)]), " " * (start.column - (start.index - dash)))
    return _put_in(text, [(_end(listed.value[-1]), "\n" + lines.rstrip("\n"))])


def with_labels(text: str, code: str, source: str) -> str:
    """Return topics.yml with a label in one language more for each topic: that of the source language, marked."""
    added = []
    for labels in _labels(_compose(text)):
        said = {str(key.value): held for key, held in labels.value}
        if code not in said and source in said:
            label = _in_braces({code: marked(str(said[source].value))})[1:-1]
            line = "\n" + " " * labels.value[0][0].start_mark.column
            added.append((_end(labels.value[-1][1]), (", " if labels.flow_style else line) + label))
    return _put_in(text, added)


def _compose(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.SafeLoader)  # the C loader counts in bytes


def _put_in(text: str, added: Sequence[tuple[int, str]]) -> str:
    for at, words in sorted(added, reverse=True):
        text = text[:at] + words + text[at:]
    return text


def _in_braces(value: Mapping[str, object]) -> str:
    """Return a mapping as it stands on one line of YAML."""
    text = yaml.safe_dump(dict(value), allow_unicode=True, width=10**6, default_flow_style=True, sort_keys=False)
    return text.strip()


def _end(node: yaml.Node) -> int:
    """Return where the text of a node ends: a block ends for the YAML library where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _languages(root: yaml.Node | None) -> yaml.SequenceNode | None:
    """Return the list of languages of mkdocs.yml, whose plugins stand as names or as mappings."""
    for plugin in getattr(_held(root, "plugins"), "value", ()):
        found = _held(_held(plugin, "i18n"), "languages")
        if isinstance(found, yaml.SequenceNode):
            return found
    return None


def _labels(root: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    for topic in getattr(_held(root, "topics"), "value", ()):
        labels = _held(topic, "labels")
        if isinstance(labels, yaml.MappingNode) and labels.value:
            yield labels


def _held(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return what stands behind a key of a mapping, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((held for name, held in pairs if name.value == key), None)
