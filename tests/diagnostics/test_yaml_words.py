"""Each character of a text in a YAML file is found where it was written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook.diagnostics.yaml_words import offsets_of

WRITTEN = (
    "a: plain words",
    "ключ: слова [ссылка](fact:x) и ещё",
    "a: 'it''s here'",
    'a: "said \\"so\\", twice"',
    "a: >\n  folded\n  words\n\n  another one\n",
    "a: |-\n  kept\n\n  lines\n",
    "a: plain words\n  that go on\n",
    "a:\n- b: 'one\n    two'\n",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_characters_are_found_where_they_are_written(text: str) -> None:
    for node in scalars(yaml.compose(text, Loader=yaml.CSafeLoader)):
        offsets = offsets_of(node, text)
        assert list(offsets) == sorted(offsets)
        assert len(offsets) == len(node.value)
        told = [(letter, text[at]) for letter, at in zip(node.value, offsets, strict=True) if not letter.isspace()]
        assert [letter for letter, _ in told] == [there for _, there in told]


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1), st.sampled_from(("'", '"', "|", ">")))
def test_no_text_is_too_odd(words: str, style: str) -> None:
    text = yaml.dump({"a": words}, default_style=style, allow_unicode=True)
    for node in scalars(yaml.compose(text, Loader=yaml.CSafeLoader)):
        offsets = offsets_of(node, text)
        assert len(offsets) == len(node.value)
        assert all(0 <= at < len(text) for at in offsets)


def scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        return [node]
    children = [child for pair in node.value for child in (pair if isinstance(pair, tuple) else (pair,))]
    return [found for child in children for found in scalars(child)]
