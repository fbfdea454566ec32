"""The text of a page in a canonical form: what a reader sees of it and how it is put together, and nothing else.

One line for each block and each part of one, indented by two spaces for all that it stands in:

    heading 1 ["Day by day"]
    box call-now ["Call now"]
      list
        item
          words ["Call ",["clinic","emergency",[]],"."]

First its kind, then what tells it from others of the kind (the level, the kind of box, where a list begins, how a
column is aligned), then its words as JSON (RFC 8259; letters as they are, no spaces between). Every run of spaces and
line ends is one space. A link has its target as a path from the top of the handbook, an image the SHA-256 of its file.
What a reference fills in, and what a picture shows, stand apart (``digest.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from handbook.diagnostics.problems import Location
from handbook.markup.blocks import (
    Block,
    Box,
    BoxTitle,
    BulletList,
    Cell,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Part,
    Plain,
    Quotation,
    Row,
    Table,
    Term,
)
from handbook.markup.inlines import (
    Blank,
    Citation,
    ClinicLink,
    Code,
    Emphasis,
    Explained,
    FactLink,
    Foreign,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from handbook.markup.targets import place_at

_SPACE = re.compile(r"[ \t\r\n]+")

Json: TypeAlias = "str | int | bool | Sequence[Json] | dict[str, Json] | None"

_BREAK: Json = ["break"]


@dataclass(frozen=True, slots=True)
class CanonicalLine:
    """One block or part of a page in canonical form."""

    text: str
    location: Location
    """For messages; no part of the form."""
    has_words: bool


@dataclass(frozen=True, slots=True)
class PageForm:
    """What the form of a page needs beside its blocks."""

    path: str
    """The page's, as ``recovery/day-by-day.md``."""
    image: Callable[[Image], str]
    """The SHA-256 of an image's file; empty where there is none to show."""
    box_title: Callable[[str], str]
    """The usual title of a kind of box."""


def write_json(value: Json) -> str:
    """Return a value as canonical JSON: keys in order, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_lines(blocks: Iterable[Block], form: PageForm) -> tuple[CanonicalLine, ...]:
    """Return the blocks of a page in canonical form."""
    return tuple(line for block in blocks for line in _lines(block, form, 0))


def _lines(part: Part, form: PageForm, depth: int) -> Iterator[CanonicalLine]:
    name, inlines, inside = _taken_apart(part, form)
    words = "" if inlines is None else " " + write_json(inlines)
    yield CanonicalLine("  " * depth + name + words, part.location, inlines is not None)
    for inner in inside:
        yield from _lines(inner, form, depth + 1)


def _taken_apart(part: Part, form: PageForm) -> tuple[str, Json, Sequence[Part]]:
    """Return what a part is, its words (None where it has none of its own), and the parts in it."""
    match part:
        case Heading():
            return f"heading {part.level}", _words(part.inlines, form), ()
        case Paragraph():
            return "paragraph", _words(part.inlines, form), ()
        case Plain():
            return "words", _words(part.inlines, form), ()
        case Cell():
            name = " ".join(("head" if part.is_head else "cell", part.align)).strip()
            return name, _words(part.inlines, form), ()
        case Term():
            return "term", _words(part.inlines, form), ()
        case BoxTitle():
            return "title", _words(part.inlines, form), ()
        case Figure():
            return "figure", [_inline(part.image, form)], ()
        case Divider():
            return "divider", None, ()
        case Box():
            title = _words(part.title.inlines, form) or [form.box_title(part.kind)]
            return f"box {part.kind}", title, part.blocks
    return _holder(part)


def _holder(
    part: BulletList | NumberedList | Item | DefinitionList | Definition | Table | Row | Quotation,
) -> tuple[str, Json, Sequence[Part]]:
    match part:
        case BulletList():
            return "list", None, part.items
        case NumberedList():
            return f"list {part.start}", None, part.items
        case Item():
            return {None: "item", False: "task", True: "task done"}[part.done], None, part.blocks
        case DefinitionList():
            return "definitions", None, part.parts
        case Definition():
            return "definition", None, part.blocks
        case Table():
            return "table", None, (part.head, *part.rows)
        case Row():
            return "row", None, part.cells
        case Quotation():
            return "quotation", None, part.blocks
    assert_never(part)


def _words(inlines: Iterable[Inline], form: PageForm) -> list[Json]:
    """Return the words of a block, without the spaces at the ends of its lines."""
    found = _joined(inlines, form)
    lines = zip([_BREAK, *found], found, [*found[1:], _BREAK], strict=False)
    return [said for before, words, after in lines if (said := _line(before, words, after)) != ""]


def _line(before: Json, said: Json, after: Json) -> Json:
    if not isinstance(said, str):
        return said
    said = said.lstrip(" ") if before == _BREAK else said
    return said.rstrip(" ") if after == _BREAK else said


def _joined(inlines: Iterable[Inline], form: PageForm) -> list[Json]:
    """Return inlines in canonical form; texts that follow each other are one."""
    found: list[Json] = []
    for inline in inlines:
        said = _inline(inline, form)
        if isinstance(said, str):
            before = found.pop() if found and isinstance(found[-1], str) else ""
            said = _SPACE.sub(" ", f"{before}{said}")
        found.append(said)
    return found


def _inline(inline: Inline, form: PageForm) -> Json:
    match inline:
        case Text() | Explained():
            return inline.text
        case Strong():
            return ["strong", _joined(inline.inside, form)]
        case Emphasis():
            return ["emphasis", _joined(inline.inside, form)]
        case Foreign():
            return ["foreign", inline.language, _joined(inline.inside, form)]
        case Code():
            return ["code", inline.text]
        case LineBreak():
            return _BREAK
        case Blank():
            return ["blank"]
        case Citation():
            return ""
        case Image():
            return ["image", form.image(inline), inline.alt, inline.title]
        case Picture():
            return ["picture", inline.name]
        case Link():
            return ["link", _target(inline.target, form.path), _joined(inline.inside, form)]
        case FactLink() | ClinicLink():
            return [inline.scheme, inline.target, _joined(inline.inside, form)]
    assert_never(inline)


def _target(target: str, path: str) -> str:
    """Return where a link leads, from the top of the handbook; an address outside stays as it is."""
    return target if ":" in target.partition("#")[0] else place_at(target, path)
