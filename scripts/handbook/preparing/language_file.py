"""The first file of a new language, docs/data/languages/<code>.yml: what the CLDR knows, and what is left to say.

It has the keys of the original's file, each under the sentence that explains it. In the place of each list of words
stands one text with those of the original.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml
from babel import Locale

from handbook.diagnostics.stand_ins import marked
from handbook.language.language_keys import LANGUAGE_KEYS
from handbook.preparing.cldr import categories_of, grammar_of, unit_of
from handbook.preparing.marked_copy import has_words

_OF_ITSELF = ("readability", "neighbours", "fonts", "quotation-marks", "apostrophe")
"""What each language has of its own, and may leave out."""
_NONE_YET = ("alike", "look-alikes", "governors")
"""What is empty until somebody finds that the language has such letters or words."""
_NAMES = (("advice", "firm"), ("advice", "fixed"), ("ordinal-at",), ("ranges", "side-by-side"))
"""What names no words of a language."""
_FLAGS = {"true": True, "false": False}
_WIDE = 10**6
"""No line is broken: a list is one line, as translators know it."""


class _Dumper(yaml.SafeDumper):
    """Writes a list of words on one line, and everything else on lines of its own."""


def _listed(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    flat = all(isinstance(item, str | int) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flat)


_Dumper.add_representer(list, _listed)


def language_text(original: Mapping[str, Any], locale: Locale, source: str, schema: str, font: str) -> str:
    """Return the file of a language; ``original`` is what the file of the source language has.

    ``font`` is the family that it is printed with, or the empty text.
    """
    form = next(iter(original.get("forms", ())), "nominative")
    units = {name: _unit(name, words, locale, form) for name, words in original.get("units", {}).items()}
    own = {**grammar_of(locale), "fonts": [font] if font else [], "forms": [form], "units": units}
    own["write"] = {name: _sentence(said) for name, said in original.get("write", {}).items()}
    own |= {key: {} for key in _NONE_YET}
    keys = [key for key in original if key not in _OF_ITSELF]
    head = f"# How the language says numbers and quantities; {source}.yml shows what each list is for.\n"
    said = {key: own[key] if key in own else _to_say(original[key], (key,)) for key in dict.fromkeys((*own, *keys))}
    return schema + head + "".join(f"\n# {LANGUAGE_KEYS[key].means}\n{dump({key: said[key]})}" for key in said)


def dump(value: object) -> str:
    """Return plain values as YAML as people write it: short lists on one line, letters as they are."""
    return yaml.dump(
        _numbered(value), Dumper=_Dumper, allow_unicode=True, width=_WIDE, default_flow_style=False, sort_keys=False
    )


def _numbered(value: Any) -> Any:
    """Return a value whose keys of digits are numbers, which need no quotes."""
    if isinstance(value, Mapping):
        return {int(key) if re.fullmatch("[0-9]+", str(key)) else key: _numbered(held) for key, held in value.items()}
    return value


def _to_say(value: Any, keys: tuple[str, ...]) -> Any:
    """Return a value of the original as what is to be said instead: of a list of words one text."""
    if keys in _NAMES:
        return _FLAGS.get(value, value) if isinstance(value, str) else value
    if isinstance(value, Mapping):
        return {key: _to_say(held, (*keys, key)) for key, held in value.items()}
    if not isinstance(value, list):
        return marked(str(value)) if has_words(str(value or "")) else value
    if not all(isinstance(item, str) for item in value):
        return [_to_say(item, keys) for item in value]
    words = ", ".join(word for word in value if has_words(word) and not word.startswith("!"))
    return ([marked(words)] if words else []) + [sign for sign in value if not has_words(sign)]


def _unit(name: str, words: Mapping[str, Any], locale: Locale, form: str) -> dict[str, Any]:
    """Return how a unit is said: by the CLDR, or as the original says it."""
    said: dict[str, Any] = {}
    known = unit_of(locale, name)
    if known and "forms" in words:
        said = {"forms": {form: known[0]}, "words": known[1], "join": known[2]}
    elif "forms" in words:
        other = next(iter(words["forms"].values()))[-1]
        said = {"forms": {form: [_to_say(other, ())] * len(categories_of(locale))}}
    for key in ("label", "labels"):
        if words.get(key):
            said[key] = {form: _to_say(next(iter(words[key].values())), ())}
    return said | ({"label-words": _to_say(words["label-words"], ())} if words.get("label-words") else {})


def _sentence(said: Any) -> dict[str, str]:
    """Return a sentence that a number is filled into, without what only the original's grammar asks for."""
    words = str(said["words"] if isinstance(said, Mapping) else said)
    return {"words": marked(words) if has_words(words) else words}
