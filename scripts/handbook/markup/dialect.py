"""The Markdown dialect: which of Python-Markdown a page may use, and the tree it becomes.

The dialect is part of the program and not of the configuration, because both outputs write every element by a
rule of their own and know no other: a feature switched on elsewhere would have no rule. It is Python-Markdown
with tables, boxes (admonitions), definition lists, task lists, places to write on and explicit heading ids, and
without everything that could carry foreign matter: raw HTML, entities, reference links, attribute lists, includes,
front matter.
"""

from __future__ import annotations

import html
import re
from functools import cache
from string import punctuation
from xml.etree.ElementTree import Element, SubElement

import markdown as python_markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.util import AtomicString

from handbook.markup.box_parser import BoxExtension

BOXES = ("note", "key-points", "do", "do-not", "call-today", "call-now")
"""The kinds of box a page may hold, ``!!! call-now`` in the source."""

CALL_BOXES = frozenset({"call-today", "call-now"})
"""Those that say to call."""

COMMANDING = CALL_BOXES | {"do", "do-not"}
"""Those that command or warn."""

_SWITCHED_OFF = {
    "preprocessors": ("html_block",),
    "parser.blockprocessors": ("code", "setextheader", "reference"),
    "inlinePatterns": (
        "html", "entity", "autolink", "automail",
        "reference", "short_reference", "image_reference", "short_image_ref",
    ),
}  # fmt: skip

HEADING = re.compile(r"h[1-6]")
_HEADING_ID = re.compile(r"\s*\{#(?P<id>[^}\s]*)\}\s*$")
_TASK = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_BLANK = re.compile(r"_{4,}")
_INLINE = re.compile(r"[\\`*_\[\]]|  \n|[\x02\x03]")
"""A sign without which nothing stands in a text that is not as it is typed."""
_ALIGN = re.compile(r"text-align: (left|center|right);")


@cache
def _parser() -> python_markdown.Markdown:
    parser = python_markdown.Markdown(
        extensions=[TableExtension(), BoxExtension(), DefListExtension(), SaneListExtension()],
        tab_length=4,
    )
    parser.ESCAPED_CHARS = list(punctuation)  # as CommonMark has it: a sign that is meant as it stands can be said so
    for name in _SWITCHED_OFF["preprocessors"]:
        parser.preprocessors.deregister(name)
    for name in _SWITCHED_OFF["parser.blockprocessors"]:
        parser.parser.blockprocessors.deregister(name)
    for name in _SWITCHED_OFF["inlinePatterns"]:
        parser.inlinePatterns.deregister(name)
    return parser


def tree_of(source: str) -> Element:
    """Run Python-Markdown up to its tree, leaving out the steps that make HTML text of it."""
    parser = _parser().reset()
    lines = source.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = parser.parser.parseDocument(lines).getroot()  # type: ignore[assignment]  # never None here
    for element in root.iter():
        if element.text and not _INLINE.search(element.text):
            element.text = AtomicString(element.text)  # no pattern need be tried on it
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    for element in list(root.iter()):
        _settle(element)
        _take_blanks(element)
    return root


def _settle(element: Element) -> None:
    """Turn what Python-Markdown wrote for one element into the closed set."""
    if HEADING.fullmatch(element.tag):
        _take_heading_id(element)
    elif element.tag == "code":
        element.text = html.unescape(element.text or "")  # Python-Markdown escapes it for its own serializer
    elif element.tag == "li":
        _take_task(element)
    elif element.tag in ("th", "td"):
        align_found = _ALIGN.fullmatch(element.attrib.pop("style", ""))
        if align_found:
            element.set("class", f"ta-{align_found[1]}")
    elif element.tag == "div" and "admonition" in element.get("class", ""):
        _settle_title(element)


def _take_heading_id(heading: Element) -> None:
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    found = _HEADING_ID.search(text)
    if not found:
        return
    heading.set("id", found["id"])
    if last is not None:
        last.tail = text[: found.start()]
    else:
        heading.text = text[: found.start()]


def _take_task(item: Element) -> None:
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    found = _TASK.match(holder.text or "")
    if found:
        item.set("class", "task" if found["mark"] == " " else "task done")
        holder.text = (holder.text or "")[found.end() :]


def _take_blanks(element: Element) -> None:
    """Turn four underscores and more into a place to write on by hand, a span of the class blank."""
    texts = (element.text, *(child.tail for child in element))
    if element.tag == "code" or not any("____" in (text or "") for text in texts):
        return
    children = [*_blanks(element.text)]
    element.text = (element.text or "") if not children else _BLANK.split(element.text or "")[0]
    for child in list(element):
        element.remove(child)
        children += [child, *_blanks(child.tail)]
        child.tail = _BLANK.split(child.tail or "")[0]
    element.extend(children)


def _blanks(text: str | None) -> list[Element]:
    blanks = []
    typed = _BLANK.findall(text or "")
    for underscores, after in zip(typed, _BLANK.split(text or "")[1:], strict=True):
        blanks.append(Element("span", {"class": "blank", "size": str(len(underscores))}))
        blanks[-1].tail = after
    return blanks


def _settle_title(box: Element) -> None:
    """Leave the title empty where the author gave none: each language has its own word for the kind of box."""
    kind = box_kind(box)
    if len(box) == 0 or box[0].get("class") != "admonition-title":
        title = Element("p", {"class": "admonition-title"})
        box.insert(0, title)
    elif box[0].text == kind.capitalize():
        box[0].text = ""
    if len(box) == 1 and not (box.text or "").strip():
        SubElement(box, "p")


def box_kind(box: Element) -> str:
    """Return the kind of a box, ``call-now`` of ``div.admonition.call-now``."""
    return " ".join(name for name in box.get("class", "").split() if name != "admonition")


def holds_only_image(paragraph: Element) -> bool:
    """Tell whether an image is all there is in a paragraph."""
    alone = len(paragraph) == 1 and paragraph[0].tag == "img"
    return alone and not (paragraph.text or paragraph[0].tail or "").strip()


def alignment_of(cell: Element) -> str:
    """Return ``left``, ``center`` or ``right`` for a cell of a table, or nothing where the author says nothing."""
    return cell.get("class", "").removeprefix("ta-")
