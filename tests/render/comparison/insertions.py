"""Puts the Markdown of passages and signs into the Markdown of a page: a second opinion on what the page shows.

It works on lines of text and plain YAML, and knows nothing of the program's tree.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_INSERTION = re.compile(
    r"^(?P<before> *(?:[-*] +)?)!\[\]\((?P<scheme>passage|signs):(?P<name>[^()]*)\)$", re.MULTILINE
)
_LINK = re.compile(r"\]\((?P<way>[^():#\s]+\.md)")
_DETAILS = ("when", "expected", "looks")


def expanded(source: str, folder: Path, page: str) -> str:
    """Return the source of the page at ``page`` in the language's folder with what it shows from elsewhere."""

    def put_in(found: re.Match[str]) -> str:
        name = found["name"]
        if found["scheme"] == "passage":
            file = f"passages/{name}.md"
            text = _led(expanded((folder / file).read_text(encoding="utf-8"), folder, file), file, page)
        else:
            text = _led(_signs(name, folder), "index.md", page)
        indent = " " * len(found["before"])
        lines = [indent + line if line else "" for line in text.strip("\n").split("\n")]
        return found["before"] + "\n".join(lines)[len(indent) :]

    return _INSERTION.sub(put_in, source)


@cache
def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _led(text: str, base: str, page: str) -> str:
    def way(found: re.Match[str]) -> str:
        place = posixpath.join(posixpath.dirname(base), found["way"])
        return "](" + posixpath.relpath(place, posixpath.dirname(page) or ".")

    return _LINK.sub(way, text)


def _signs(name: str, folder: Path) -> str:
    """Write the signs of a name as Markdown."""
    data = folder.parent / "data"
    words, rules = _read(data / "signs" / f"{folder.name}.yml"), _read(data / "warning-signs.yml")
    urgency, *rest = name.split("/")
    part = rest.pop() if rest and rest[-1] in ("short", "details", "first-aid") else ""
    signs = [s for s in rules["signs"] if s["urgency"] == urgency and (not rest or s.get("group") == rest[0])]
    names = list(dict.fromkeys(sign.get("group", "") for sign in signs))
    groups = [(group, [words["signs"][s["id"]] for s in signs if s.get("group", "") == group]) for group in names]
    said = words.get("groups", {})
    if part == "short":
        return "\n\n".join(_as_list([text for group, inside in groups for text in _short(said.get(group, {}), inside)]))
    if part:
        keys = _DETAILS if part == "details" else (part,)
        texts = [about.get(key) for group, inside in groups for about in (said.get(group, {}), *inside) for key in keys]
        flat = (text.values() if isinstance(text, dict) else [text] for text in texts if text)
        return "\n\n".join(one for several in flat for one in several)
    return "\n\n".join(part for group, inside in groups for part in _listed(group, said.get(group, {}), inside))


def _short(group: dict[str, Any], signs: list[dict[str, Any]]) -> Iterator[str]:
    for said in (group["short"],) if "short" in group else [sign.get("short", sign["sign"]) for sign in signs]:
        yield from said if isinstance(said, list) else [said]


def _listed(name: str, group: dict[str, Any], signs: list[dict[str, Any]]) -> list[str]:
    texts = [sign["sign"] for sign in signs]
    if "lead" in group:
        return [group["lead"], _items(texts)]
    return texts if name else [_items(texts)]


def _as_list(texts: list[str]) -> list[str]:
    return [_items(texts)] if len(texts) > 1 else texts


def _items(texts: list[str]) -> str:
    return "\n".join("- " + text.strip().replace("\n\n", "\n\n    ") for text in texts)
