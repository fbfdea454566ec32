"""The rules of ``markup.py``: for each element of the closed set, the call of a template it becomes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from handbook.markup.alignment import Reference
from handbook.markup.dialect import box_kind, holds_only_image
from handbook.render.pictures import PRINT, PRINTED, Figure
from handbook.render.typst.syntax import array, call, joined, literal

if TYPE_CHECKING:
    from handbook.render.typst.writer import TypstWriter

_ALIGNED = {"ta-left": "left", "ta-center": "center", "ta-right": "right"}
_LONGEST_ROW_HEAD = 80
"""Characters; a first column of longer cells is text like the others, not the names of the rows."""


def _wrapped(name: str) -> Callable[[TypstWriter, Element], str]:
    """Return the rule of an element that only wraps what stands in it."""
    return lambda writer, element: call(name, writer.content(element))


def _empty(name: str) -> Callable[[TypstWriter, Element], str]:
    """Return the rule of an element in which nothing stands."""
    return lambda writer, element: call(name)


def _heading(writer: TypstWriter, element: Element) -> str:
    target = f"{writer.path}#{element.get('id', '')}"
    return call("h", element.tag[1], literal(target), writer.content(element))


def _paragraph(writer: TypstWriter, element: Element) -> str:
    if not holds_only_image(element):
        return call("p", writer.content(element))
    image = element[0]
    drawn = writer.around.picture(image.get("src", ""))
    if drawn is not None:
        return _drawing(writer, drawn)
    return call("picture", *_image_arguments(writer, image), literal(image.get("title", "")))


def _drawing(writer: TypstWriter, figure: Figure) -> str:
    """Write a picture drawn from the register; what it shows is read aloud in full, and its sources stand below it."""
    cited = [writer.around.marks(address) for address in figure.addresses]
    numbers = sorted({number for sources, _ in cited for number in sources})
    contested = any(disputed for _, disputed in cited)
    mark = call("cite", array([str(number) for number in numbers]), f"contested: {_bool(contested)}")
    return call(
        "drawing",
        literal(figure.title),
        literal(" ".join((figure.alt, *figure.long_description))),
        mark if numbers else "none",
        *(literal(part.for_print(PRINT)) for part in figure.parts(PRINTED)),
    )


def _unordered(writer: TypstWriter, element: Element) -> str:
    done = [{"task": "false", "task done": "true"}.get(item.get("class", ""), "") for item in element]
    items = [writer.part(item) for item in element]
    return call("tasks", array(done), *items) if any(done) else call("ul", *items)


def _ordered(writer: TypstWriter, element: Element) -> str:
    return call("ol", str(int(element.get("start", "1"))), *(writer.part(item) for item in element))


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _definitions(writer: TypstWriter, element: Element) -> str:
    entries: list[tuple[list[str], list[str]]] = []
    for child in element:
        if child.tag == "dt" and (not entries or entries[-1][1]):
            entries.append(([], []))
        entries[-1][child.tag == "dd"].append(writer.part(child))
    return call("dl", *(array([joined(_between(terms, " / ")), joined(said)]) for terms, said in entries))


def _between(parts: list[str], separator: str) -> list[str]:
    return [piece for part in parts for piece in (literal(separator), part)][1:]


def _table(writer: TypstWriter, element: Element) -> str:
    rows = [list(row) for row in element.iter("tr")]
    texts = [[writer.plain(cell) for cell in row] for row in rows]
    columns = list(zip(*texts, strict=True))
    longest = [max((word for text in column for word in text.split()), key=len, default="") for column in columns]
    letters = [sum(map(len, column)) for column in columns]
    amounts = [str(max(count, max(letters) * 2 // 5, 1)) for count in letters]  # none is left a sliver
    aligned = [_ALIGNED.get(cell.get("class", ""), "left") for cell in rows[0]]
    named = all(len(text) <= _LONGEST_ROW_HEAD for text in columns[0])
    return call(
        "grid-of",
        array([literal(word) for word in longest]),
        array(amounts),
        array(aligned),
        _bool(named),
        *(array([writer.part(cell) for cell in row]) for row in rows),
    )


def _division(writer: TypstWriter, element: Element) -> str:
    kind = box_kind(element)
    if "admonition" not in element.get("class", "").split() or kind not in writer.around.box_titles:
        message = f"a box of the kind {kind!r} has no place in the printed handbook"
        writer.report(element, message, f"use one of: {', '.join(writer.around.box_titles)}")
        return "[]"
    title, *rest = element
    own = writer.content(title) if "".join(title.itertext()).strip() else literal(writer.around.box_titles[kind])
    return call("callout", literal(kind), own, joined([writer.write(child) for child in rest]))


def _image(writer: TypstWriter, element: Element) -> str:
    return call("img", *_image_arguments(writer, element))


def _image_arguments(writer: TypstWriter, element: Element) -> tuple[str, str]:
    source = element.get("src", "")
    path = posixpath.normpath(posixpath.join(writer.around.folder, posixpath.dirname(writer.path), source))
    if not (writer.around.root / path).is_file():
        writer.report(element, f"the image {source} is not there", f"put the image at {path}, or correct its name")
    return literal("/" + path), literal(element.get("alt", ""))


def _blank(writer: TypstWriter, element: Element) -> str:
    return call("write-in", literal(writer.around.blank))


def _link(writer: TypstWriter, element: Element) -> str:
    address = element.get("href", "")
    reference = writer.references.get(element)
    if reference is not None:
        return _reference(writer, element, reference)
    if address.startswith(("https://", "http://", "tel:", "mailto:")):
        shown = re.sub(r"^(https?://|tel:|mailto:)", "", address)
        shown = "" if shown in "".join(element.itertext()) else shown
        return call("outside", literal(address), literal(shown), writer.content(element))
    return _inner_link(writer, element, address)


def _reference(writer: TypstWriter, element: Element, reference: Reference) -> str:
    filled = writer.around.words(reference)
    if filled.blank:
        return call("write-in", literal(filled.text))
    words = writer.content(element) if reference.text else literal(filled.text)
    if reference.scheme != "fact":
        return words
    numbers, contested = writer.around.marks(reference.target)
    mark = call("cite", array([str(number) for number in numbers]), f"contested: {_bool(contested)}")
    return joined([words, mark]) if numbers else words


def _inner_link(writer: TypstWriter, element: Element, address: str) -> str:
    page, _, anchor = address.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(writer.path), page)) if page else writer.path
    target = f"{path}#{anchor}" if anchor else path
    if target not in writer.around.targets:
        message = f"the link {address} leads to no place in this handbook"
        hint = "write the path of a page in the navigation, and after # the id of one of its headings"
        writer.report(element, message, hint)
        return writer.content(element)
    return call("see", literal(writer.around.targets[target]), writer.content(element))


RULES: dict[str, Callable[[TypstWriter, Element], str]] = {
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "p": _paragraph,
    "ul": _unordered,
    "ol": _ordered,
    "dl": _definitions,
    "table": _table,
    "blockquote": _wrapped("blockquote"),
    "hr": _empty("hr"),
    "div": _division,
    "strong": _wrapped("strong"),
    "em": _wrapped("em"),
    "sub": _wrapped("sub"),
    "sup": _wrapped("super"),
    "code": lambda writer, element: call("code", literal(element.text or "")),
    "br": _empty("br"),
    "img": _image,
    "span": _blank,
    "a": _link,
}
"""The closed set. The title (h1), items, terms and cells are written by the rule of what they stand in."""
