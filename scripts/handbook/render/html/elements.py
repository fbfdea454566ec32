"""Writes the tree of a document as HTML: one small rule for each element of the closed set.

Everything that comes from a page is escaped here, and only here; an element without a rule is an error, so
nothing can slip through that nobody thought of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

from handbook.markup.dialect import box_kind, holds_only_image


@dataclass(frozen=True, slots=True)
class HtmlContext:
    """What the rules need beside the element itself."""

    link: Callable[[Element, str], str]
    """Writes a link from its element and the HTML of its words."""
    box_titles: Mapping[str, str]
    """The title of each kind of box whose page gives none."""
    is_urgent: Callable[[Element], bool]
    """Says of a table row whether it is about an emergency."""
    table_names: Mapping[Element, str]
    """The id of the heading above each table."""
    blank: str
    """What a place to write on is called, for those who cannot see it."""
    picture: Callable[[Element], str]
    """Writes an image that is drawn from the register; nothing for any other."""


def write_blocks(
    root: Element,
    link: Callable[[Element, str], str],
    box_titles: Mapping[str, str],
    is_urgent: Callable[[Element], bool],
    blank: str,
    picture: Callable[[Element], str] = lambda image: "",
) -> str:
    """Return the HTML of everything in a document below its title; see HtmlContext for the other values."""
    writing = HtmlContext(link, box_titles, is_urgent, _table_names(root), blank, picture)
    return "\n".join(_element(child, writing) for child in root if child.tag != "h1")


def write_title(root: Element, link: Callable[[Element, str], str]) -> str:
    """Return the HTML of a document's title."""
    writing = HtmlContext(link, {}, lambda row: False, {}, "", lambda image: "")
    return "\n".join(_element(heading, writing) for heading in root.iter("h1"))


def _inside(element: Element, writing: HtmlContext) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_element(child, writing), escape(child.tail or "", quote=False)]
    return "".join(parts)


def _element(element: Element, writing: HtmlContext) -> str:
    rule = _RULES.get(element.tag)
    if rule is None:
        raise ValueError(f"no rule for the element {element.tag!r}")
    return rule(element, writing)


def _plain(element: Element, writing: HtmlContext) -> str:
    return f"<{element.tag}>{_inside(element, writing)}</{element.tag}>"


def _paragraph(element: Element, writing: HtmlContext) -> str:
    """Write a paragraph, or in place of one that is only a picture of ours the picture."""
    return (writing.picture(element[0]) if holds_only_image(element) else "") or _plain(element, writing)


def _heading(element: Element, writing: HtmlContext) -> str:
    tag, name = element.tag, escape(element.get("id", ""))
    return f'<{tag} id="{name}">{_inside(element, writing)}</{tag}>'


def _void(element: Element, writing: HtmlContext) -> str:
    return f"<{element.tag}>"


def _ordered(element: Element, writing: HtmlContext) -> str:
    start = element.get("start", "")
    first = f' start="{int(start)}"' if start.isdigit() and start != "1" else ""
    return f"<ol{first}>{_inside(element, writing)}</ol>"


def _item(element: Element, writing: HtmlContext) -> str:
    kinds = (element.get("class") or "").split()
    name = "hb-task hb-task--done" if "done" in kinds else "hb-task"
    kind = f' class="{name}"' if "task" in kinds else ""
    return f"<li{kind}>{_inside(element, writing)}</li>"


def _link(element: Element, writing: HtmlContext) -> str:
    return writing.link(element, _inside(element, writing))


def _image(element: Element, writing: HtmlContext) -> str:
    source, words = escape(element.get("src", "")), escape(element.get("alt", ""))
    return f'<img src="{source}" alt="{words}" loading="lazy" decoding="async">'


def _blank(element: Element, writing: HtmlContext) -> str:
    return f'<span class="hb-blank" role="img" aria-label="{escape(writing.blank)}"></span>'


def _box(element: Element, writing: HtmlContext) -> str:
    kind, title = box_kind(element), element[0]
    words = _inside(title, writing) or escape(writing.box_titles[kind], quote=False)
    rest = "\n".join(_element(child, writing) for child in element[1:])
    return f'<div class="hb-box hb-box--{kind}">\n<p class="hb-box__title"><span>{words}</span></p>\n{rest}\n</div>'


def _table(element: Element, writing: HtmlContext) -> str:
    """Write a table whose rows become cards on a phone, each cell under the head of its column."""
    heads = [_inside(cell, writing) for cell in next(element.iter("tr"))]
    pairs = len(heads) == 2
    rows = {part.tag: "\n".join(_row(row, [] if pairs else heads, writing) for row in part) for part in element}
    body = "".join(f"<{part}>\n{rows[part]}\n</{part}>\n" for part in ("thead", "tbody") if rows.get(part))
    if pairs:
        return f'<table class="hb-table hb-table--pairs">\n{body}</table>'
    name = escape(writing.table_names.get(element, ""))
    frame = f'<div class="hb-scroll" role="region" tabindex="0" aria-labelledby="{name}">'
    return f'{frame}\n<table class="hb-table">\n{body}</table>\n</div>'


def _row(row: Element, heads: list[str], writing: HtmlContext) -> str:
    """Write a row; ``heads`` are the columns' heads where the cells need them on a phone."""
    above = ["", *heads[1:]] if heads and row[0].tag == "td" else [""] * len(row)
    cells = [
        _cell(cell, place == 0 and cell.tag == "td", above[place], writing) for place, cell in enumerate(row)
    ]
    kind = ' class="hb-row--now"' if writing.is_urgent(row) else ""
    return f"<tr{kind}>{''.join(cells)}</tr>"


def _cell(cell: Element, names_row: bool, head: str, writing: HtmlContext) -> str:
    align = f' class="{escape(cell.get("class", ""))}"' if cell.get("class") else ""
    inside = (f'<span class="hb-head">{head}</span> ' if head else "") + _inside(cell, writing)
    if names_row:
        return f'<th scope="row"{align}>{inside}</th>'
    scope = ' scope="col"' if cell.tag == "th" else ""
    return f"<{cell.tag}{scope}{align}>{inside}</{cell.tag}>"


def _table_names(root: Element) -> dict[Element, str]:
    names: dict[Element, str] = {}
    above = ""
    for element in root.iter():
        above = element.get("id", above) if element.tag in ("h1", "h2", "h3", "h4") else above
        if element.tag == "table":
            names[element] = above
    return names


Rule = Callable[[Element, HtmlContext], str]

_RULES: Mapping[str, Rule] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    "p": _paragraph,
    **dict.fromkeys(("ul", "dl", "dt", "dd", "blockquote", "strong", "em", "code", "sub", "sup"), _plain),
    **dict.fromkeys(("br", "hr"), _void),
    "ol": _ordered,
    "li": _item,
    "div": _box,
    "table": _table,
    "a": _link,
    "img": _image,
    "span": _blank,
}
