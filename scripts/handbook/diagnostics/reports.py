"""Problems as text for people, as GitHub annotations, and as SARIF for machines.

Three pure functions over the same problems, in the order they are given. What a problem quotes comes
from pages that anyone may have sent in, so nothing of it reaches a terminal or a log as a command.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import in_a_row
from handbook.diagnostics.text_reader import is_readable

WIDEST = 110
"""Columns of source to show; of a longer line, the part around the marked words."""

_LEVELS = {Severity.ERROR: Message("error"), Severity.WARNING: Message("warning")}
COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "hint": "\033[36m", "": "\033[0m"}


def as_text(problems: Sequence[Problem], root: Path, *, colour: bool = False, tell: Callable[[str], str] = str) -> str:
    """Show problems to people: place and sentence, the marked line, what to do, and their number at the end.

    Source lines are read below ``root``; where a file cannot be read, its line is left out. ``tell`` returns a
    message in the reader's language. The result ends with a newline, and is empty when there is nothing to tell.
    """
    if not problems:
        return ""
    sources = Sources(root)
    shown = [_paragraph(problem, sources, colour, tell) for problem in problems]
    return "\n".join([*shown, "", tell(count(problems))]) + "\n"


def count(problems: Iterable[Problem]) -> str:
    """Count problems in words: ``1 error, 2 warnings``."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    parts = [Message("{count} errors", "{count} error", count=errors)] * bool(errors)
    parts += [Message("{count} warnings", "{count} warning", count=warnings)] * bool(warnings)
    return in_a_row(parts) or Message("no problems")


def as_github(problems: Iterable[Problem], tell: Callable[[str], str] = str) -> str:
    """Write problems as workflow commands, one a line, which GitHub shows beside the changed lines.

    ``tell`` returns a message in the reader's language.
    """
    return "".join(_annotation(problem, tell) + "\n" for problem in problems)


def as_sarif(problems: Sequence[Problem], rules: Mapping[str, str], version: str) -> str:
    """Write problems as a SARIF 2.1.0 log.

    ``rules`` maps the name of each check to its manual, whose first line becomes the short description.
    A problem of any other name (a file that cannot be read) gets a rule of its own.
    """
    names = list(dict.fromkeys([*rules, *map(_rule_name, problems)]))
    driver = {
        "name": "handbook",
        "version": version,
        "rules": [_rule(name, rules.get(name, "")) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names) for problem in problems],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


# Text


class Sources:
    """The lines of the project's files, each file read once."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.read: dict[str, list[str]] = {}

    def line(self, location: Location) -> str:
        """Return the line of a location, or nothing where there is none to show."""
        if location.path not in self.read:
            self.read[location.path] = self._lines(location.path)
        lines = self.read[location.path]
        return lines[location.line - 1].rstrip() if 0 < location.line <= len(lines) else ""

    def _lines(self, path: str) -> list[str]:
        file = (self.root / path).resolve()
        if not (file.is_relative_to(self.root) and file.is_file() and is_readable(file)):
            return []
        try:
            text = file.read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, ValueError):
            return []
        return [] if "\0" in text else text.split("\n")  # an image has no lines


def _paragraph(problem: Problem, sources: Sources, colour: bool, tell: Callable[[str], str]) -> str:
    level = problem.severity.value
    told = tell(_LEVELS[problem.severity])
    name = f"{told}[{problem.check}]" if problem.check else f"{told}:"
    lines = [f"{plain(str(problem.location))}: {_paint(name, level, colour)} {plain(tell(problem.message))}"]
    lines += excerpt(problem, sources, colour)
    if problem.hint:
        label = tell(Message("hint: {hint}", hint="")).rstrip()
        lines.append(f"  {_paint(label, 'hint', colour)} {plain(tell(problem.hint))}")
    return "\n".join(lines)


def excerpt(problem: Problem, sources: Sources, colour: bool = False) -> list[str]:
    """Show the line of a problem and, beneath, carets under the words that it marks; nothing where it is empty."""
    location, source = problem.location, sources.line(problem.location)
    if not source.strip():
        return []
    start = min(location.column - 1, len(source))
    end = min(start + max(location.length, 1), len(source))
    before, marked, after = _clip(source[:start], source[start:end], source[end:])
    shown = plain(before + marked + after)
    carets = "^" * max(_width(plain(marked)), 1)
    return [
        f"{location.line:6} | {shown}",
        f"{'':6} | {' ' * _width(plain(before))}{_paint(carets, problem.severity.value, colour)}",
    ]


def _clip(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Shorten a line that is too wide, on both sides of what is marked and then within it."""
    if len(before + marked + after) <= WIDEST:
        return before, marked, after
    marked = _until(marked, WIDEST)
    room = WIDEST - len(marked)
    kept = max(room // 2, room - len(after))
    shown = before if len(before) <= kept else "…" + before[len(before) - kept + 1 :]
    return shown, marked, _until(after, room - len(shown))


def _until(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def plain(text: str) -> str:
    """Return text on one line, without what would steer a terminal or turn the order of letters round."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    if character in "\n\r":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character


def _width(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _paint(text: str, name: str, colour: bool) -> str:
    return f"{COLOURS[name]}{text}{COLOURS['']}" if colour else text


# GitHub


def _annotation(problem: Problem, tell: Callable[[str], str]) -> str:
    place = problem.location
    properties = {
        "file": place.path,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": problem.check,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    hint = "\n" + tell(Message("hint: {hint}", hint=problem.hint)) if problem.hint else ""
    return f"::{problem.severity.value} {listed}::{_data(tell(problem.message) + hint)}"


def _data(text: str) -> str:
    """Escape the text of a workflow command, so that it cannot begin another."""
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _encodable(text: str) -> str:
    """Return text without the halves that stand for a byte of a file name which is no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


# SARIF


def _rule_name(problem: Problem) -> str:
    return problem.check or "handbook"


def _rule(name: str, manual: str) -> dict[str, object]:
    if not manual.strip():
        return {"id": name}
    first = manual.strip().splitlines()[0]
    return {"id": name, "shortDescription": {"text": first}, "help": {"text": manual.strip()}}


def _result(problem: Problem, names: Sequence[str]) -> dict[str, object]:
    place, name = problem.location, _rule_name(problem)
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    }
    file = {"uri": quote(place.path.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    return {
        "ruleId": name,
        "ruleIndex": names.index(name),
        "level": problem.severity.value,
        "message": {"text": _encodable(problem.message + hint)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
