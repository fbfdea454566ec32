"""Reads the SVG files of labelled drawings: shapes and places for words, and nothing that a page must not hold.

The elements and attributes are a closed list. Colours are named by ``class``, because the website shows them light
and dark and the print in grey; words are named by ``data-slot``, because each language has its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.text_reader import read_text
from handbook.register.pictures import Shape, Svg

TEXT_STYLES = ("words", "name", "axis")
SHAPE_STYLES = (
    "outer", "deeper", "gap", "outline", "gone", "sure", "stripes", "frame", "track", "tick", "good", "good-sign",
    "call", "call-sign", "one", "other",
)  # fmt: skip
"""What ``class`` may name; the style sheet of the website and the styles of the print say how each looks."""

WIDEST = 316.0
"""How much a phone shows beside one another, in units of the drawing."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_NUMBER = r"-?\d{1,4}(?:\.\d{1,3})?"
_NUMBERS = rf"{_NUMBER}(?:[ ,]+{_NUMBER})*"
_PLAIN = re.compile(_NUMBER)
_POINTS = re.compile(rf"\s*{_NUMBERS}\s*")
_OUTLINE = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]{1,20000}")
_MOVES = re.compile(rf"(?:(?:translate|scale|rotate)\({_NUMBERS}\)\s*)+")
_ANYTHING = re.compile(".*", re.DOTALL)
_VIEW = re.compile(rf"0 0 ({_NUMBER}) ({_NUMBER})")

_ELEMENTS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "svg": {"width": _PLAIN, "height": _PLAIN, "viewBox": _VIEW},
    "g": {"transform": _MOVES},
    "rect": dict.fromkeys(("x", "y", "width", "height", "rx", "ry"), _PLAIN),
    "circle": dict.fromkeys(("cx", "cy", "r"), _PLAIN),
    "ellipse": dict.fromkeys(("cx", "cy", "rx", "ry"), _PLAIN),
    "line": dict.fromkeys(("x1", "y1", "x2", "y2"), _PLAIN),
    "polyline": {"points": _POINTS},
    "polygon": {"points": _POINTS},
    "path": {"d": _OUTLINE},
    "text": {
        "x": _PLAIN,
        "y": _PLAIN,
        "text-anchor": re.compile("start|middle|end"),
        "data-slot": re.compile("[a-z0-9]+(?:-[a-z0-9]+)*"),
    },
}
"""What may stand in a file: each element with its attributes, beside ``class``."""

_CONTAINERS = ("svg", "g")
_DEEPEST, _MOST = 12, 2000
"""Elements inside one another, and in all."""


def read_svg(file: Path, root: Path, problems: list[Problem]) -> Svg | None:
    """Read an SVG file; what is not on the list is reported at its element, and then there is no drawing."""
    text = read_text(file, root, problems)
    if text is None:
        return None
    reader = _SvgReader(file.relative_to(root).as_posix())
    reader.read(text)
    problems += reader.problems
    return None if reader.problems else Svg(file.name, *reader.size, reader.shapes)


class _Refused(Exception):
    """Nothing more of the file is to be read."""


class _SvgReader:
    """One pass over a file; ``problems`` gathers what is not on the list."""

    def __init__(self, path: str):
        self.path = path
        self.problems: list[Problem] = []
        self.size = (0.0, 0.0)
        self.count = 0
        self.open: list[tuple[str, dict[str, str], list[Shape]]] = [("", {}, [])]
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What stands in the file."""
        return self.open[0][2][0].inside

    def read(self, text: str) -> None:
        """Read the whole file, or up to what must not be read at all."""
        try:
            self.parser.Parse(text.encode(), True)
        except _Refused:
            pass
        except expat.ExpatError as error:
            self._report(
                Message("this is not XML: {cause}", cause=expat.ErrorString(error.code)),
                Message("save it again as plain SVG"),
            )

    def _report(self, message: Message, hint: Message) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        self.problems.append(Problem(Location(self.path, line, column + 1), message, hint))

    def _refuse(self, message: Message, hint: Message) -> None:
        self._report(message, hint)
        raise _Refused

    def _doctype(self, *declared: object) -> None:
        self._refuse(Message("a document type can bring in anything"), Message("take out <!DOCTYPE …>"))

    def _instruction(self, target: str, content: str) -> None:
        self._report(
            Message("the instruction {target} has no place in a drawing", target=target),
            Message("take out <?{target} …?>", target=target),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.count += 1
        if len(self.open) > _DEEPEST or self.count > _MOST:
            self._refuse(
                Message("the drawing has too many elements"),
                Message("{most} may stand there, {deepest} deep", most=_MOST, deepest=_DEEPEST),
            )
        if space != _NAMESPACE or tag not in _ELEMENTS or (tag == "svg") != (len(self.open) == 1):
            self._report(
                Message("<{tag}> has no place in a drawing", tag=tag),
                Message("there may be {names}", names=", ".join(list(_ELEMENTS)[1:])),
            )
        elif self.open[-1][0] not in (("svg",) if tag == "text" else ("", *_CONTAINERS)):
            self._report(
                Message("<{tag}> stands inside <{holder}>", tag=tag, holder=self.open[-1][0]),
                Message("let it stand in <svg> itself"),
            )
        else:
            self._check(tag, attributes)
        self.open.append((tag, attributes, []))

    def _check(self, tag: str, attributes: dict[str, str]) -> None:
        known = {**_ELEMENTS[tag], **({} if tag in _CONTAINERS else {"class": _ANYTHING})}
        for name, value in attributes.items():
            if name not in known:
                self._report(
                    Message("<{tag}> has the attribute {name}", tag=tag, name=name.rpartition(" ")[2]),
                    Message("it may have {names}", names=", ".join(known)),
                )
            elif not known[name].fullmatch(value):
                self._report(
                    Message("{name} of <{tag}> is {value!r}", name=name, tag=tag, value=value[:30]),
                    Message('write it plainly, as in x="3", d="M3 4h5"'),
                )
        if tag == "svg":
            self._measure(attributes)
        elif tag != "g":
            self._check_style(tag, attributes)

    def _measure(self, attributes: dict[str, str]) -> None:
        view = _VIEW.fullmatch(attributes.get("viewBox", ""))
        self.size = (float(view[1]), float(view[2])) if view else (0.0, 0.0)
        sizes = attributes.get("width"), attributes.get("height")
        if view is None or sizes != (view[1], view[2]):
            self._report(
                Message("the drawing has no clear size"),
                Message('write width="300" height="150" viewBox="0 0 300 150"'),
            )
        elif not 0 < self.size[0] <= WIDEST or self.size[1] <= 0:
            self._report(
                Message("the drawing is {wide} wide", wide=view[1]),
                Message("a phone shows {widest:g} beside one another", widest=WIDEST),
            )

    def _check_style(self, tag: str, attributes: dict[str, str]) -> None:
        styles = TEXT_STYLES if tag == "text" else SHAPE_STYLES
        if attributes.get("class") not in styles:
            self._report(
                Message("class of <{tag}> is {found!r}", tag=tag, found=attributes.get("class", "")),
                Message("write one of {names}", names=", ".join(styles)),
            )
        if tag == "text" and "data-slot" not in attributes:
            hint = Message('write data-slot="…", and the words under labels: of the picture in docs/data/interface')
            self._report(Message("words stand in the drawing itself"), hint)

    def _text(self, text: str) -> None:
        tag = self.open[-1][0]
        if text.strip() and tag != "text" and tag in _ELEMENTS:
            self._report(
                Message("the text {text!r} stands in <{tag}>", text=text.strip()[:30], tag=tag),
                Message("take it out, or put it into a <text>"),
            )

    def _end(self, name: str) -> None:
        tag, attributes, inside = self.open.pop()
        written = tuple((name, value) for name, value in attributes.items() if name not in ("class", "data-slot"))
        shape = Shape(tag, attributes.get("class", ""), written, tuple(inside), attributes.get("data-slot", ""))
        self.open[-1][2].append(shape)
