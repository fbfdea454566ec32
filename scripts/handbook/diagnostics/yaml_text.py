"""What is wrong with a text that should be YAML, said at the line where the mistake is and not where it shows.

The YAML library names the line at which it can go no further. A missing quote, braces left behind a key or a tab stand
above it, sometimes far above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from handbook.diagnostics.hidden_characters import hidden_in, hidden_problem
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem

MAX_SIZE = 2_000_000
"""Bytes; a register of a thousand facts is half of this."""

MAX_DEPTH = 40
"""Mappings and lists inside one another. The C parser recurses, so a deeper text must not reach it."""

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the YAML library (YAML 1.1, 5.4): more than for an editor."""
_BRACKET = re.compile(r"[\[\]{}]")
_INDENTATION = re.compile(r"^[ \-?]+", re.MULTILINE)
_ALIAS = re.compile(r"\*(?<![*\w]\*)\w")
"""What may be an alias, as ``**strong**`` is not; only then is it worth a walk over all nodes to be sure.

It begins with the sign and looks back from there, as _TAG does: a search for a sign leaps from one to the next."""
_ESCAPE = re.compile(r'"[^"\n]*\\[xuUNLP_]')
"""A character written as a code, which could be one that is not seen."""
_CAUSES = (
    Message("mapping values are not allowed in this context"),
    Message("block sequence entries are not allowed in this context"),
    Message("did not find expected key"),
    Message("did not find expected '-' indicator"),
    Message("did not find expected ',' or ']'"),
    Message("did not find expected ',' or '}}'"),
    Message("did not find expected comment or line break"),
    Message("found character that cannot start any token"),
    Message("found unexpected end of stream"),
    Message("could not find expected ':'"),
    Message("found unknown escape character"),
)
"""What the library says of common mistakes, so that it can be told in other languages."""
_TAG = re.compile(r"!(?<![^\s\[{,]!)(?!!!)")
"""What may be a tag; three ``!`` are none: a box of Markdown begins with them."""
_PLAIN = re.compile(r"tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map|merge|value)")
"""What YAML takes a value for when nobody says; any other tag asks a program to make something of it."""
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_LEFT_EMPTY = re.compile(r"^( *)(\S.*?): *(\{\}|\[\])[ ]*(?:#.*)?$")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them, without their ends."""
    return _LINE_END.split(text)


def unfit(text: str, path: str) -> Problem | None:
    """Return what keeps a text from being given to the YAML library at all."""
    if len(text) > MAX_SIZE or _depth(text) > MAX_DEPTH:
        return Problem(Location(path), Message("the file is too large or too deeply nested to be read"))
    found = _CONFLICT.search(text)
    if found is None:
        return None
    message = Message("git has left two versions of these lines here")
    hint = Message("keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>")
    return Problem(Location(path, text.count("\n", 0, found.start()) + 1, 1, 7), message, hint)


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Return what the YAML library says of a text, at the line where the mistake was made if that can be told."""
    mark = error.problem_mark or error.context_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return Problem(Location(path), Message("this is not YAML: {cause}", cause=str(error).splitlines()[0]))
    assert isinstance(error, yaml.MarkedYAMLError)
    lines = split_lines(text)
    return (
        _tab(mark, lines, path)
        or _open_quote(mark, text, path)
        or _left_empty(mark, lines, path)
        or Problem(
            Location(path, mark.line + 1, mark.column + 1),
            Message("this is not YAML: {cause}", cause=_told(str(error.problem or error.context))),
            Message("look at this line and the one above: quotes, colons, indentation"),
        )
    )


def _told(cause: str) -> str:
    return next((known for known in _CAUSES if known == cause), cause)


def alias_problem(node: yaml.Node, text: str, path: str) -> Problem | None:
    """Return what is said of the first alias, if there is one: a few of them could stand for millions of values."""
    alias = _first_alias(node) if _ALIAS.search(text) else None
    message = Message("an alias (*name) stands for this value elsewhere; aliases are not allowed")
    hint = Message("write the value out where it is needed")
    return Problem(location_of(alias, path), message, hint) if alias else None


def node_problems(node: yaml.Node, text: str, path: str) -> list[Problem]:
    """Return a problem for each tag, and for each text with characters that are not seen, written as codes."""
    tagged = list(_tagged(node, path)) if _TAG.search(text) else []
    return tagged + (list(_hidden(node, path)) if _ESCAPE.search(text) else [])


def location_of(node: yaml.Node, path: str) -> Location:
    """Return the place of a node; of one over several lines, that of its first character."""
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Location(path, start.line + 1, start.column + 1, max(1, length))


def _tab(mark: yaml.Mark, lines: list[str], path: str) -> Problem | None:
    """Tell a tab where spaces must stand, as at the beginning of a line."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    column = line.find("\t")
    if column < 0 or line[:column].strip(" -"):
        return None
    return Problem(Location(path, mark.line + 1, column + 1), Message("a tab stands here, and YAML takes only spaces"),
                   Message("put spaces in its place"))  # fmt: skip


def _open_quote(mark: yaml.Mark, text: str, path: str) -> Problem | None:
    """Tell the quote that opened a text over several lines, where such a text ends at or behind the mark."""
    opening = _last_long_quote(text, mark)
    if opening is None:
        return None
    sign = split_lines(text)[opening.line][opening.column]
    message = Message("the quote {sign} that opens here is not closed on its line", sign=sign)
    place = Location(path, opening.line + 1, opening.column + 1)
    return Problem(place, message, Message("write {sign} at the end of the text", sign=sign))


def _last_long_quote(text: str, mark: yaml.Mark) -> yaml.Mark | None:
    """Return where the quoted text begins that swallowed lines which look like keys or items."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.MarkedYAMLError as error:
        if error.context_mark and "quoted scalar" in str(error.context):
            return error.context_mark
    except yaml.YAMLError:
        return None
    if last is None or last.start_mark.line == last.end_mark.line or last.start_mark.line > mark.line:
        return None
    swallowed = split_lines(text)[last.start_mark.line + 1 : last.end_mark.line + 1]
    return last.start_mark if any(re.match(r"\s*(?:- |[\w-]+:(?: |$))", line) for line in swallowed) else None


def _left_empty(mark: yaml.Mark, lines: list[str], path: str) -> Problem | None:
    """Tell ``values: {}`` with lines below that should stand in it."""
    above = [number for number in range(min(mark.line, len(lines))) if lines[number].strip(" ").strip("#")]
    for number in reversed(above):
        found = _LEFT_EMPTY.match(lines[number])
        if found:
            column = found.start(3) + 1
            message = Message(
                "{key} is closed here by {sign}, and lines below belong to it", key=found[2], sign=found[3]
            )
            return Problem(Location(path, number + 1, column, 2), message, Message("take {sign} out", sign=found[3]))
        if not lines[number].lstrip().startswith("#"):
            return None
    return None


def _depth(text: str) -> int:
    """Return how deeply a text could be nested: open brackets at most, and steps of indentation on a line."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return max(deepest, max(map(len, _INDENTATION.findall(text)), default=0) // 2)


def _first_alias(root: yaml.Node) -> yaml.Node | None:
    """Return a node that stands in two places, which only an alias can bring about."""
    seen: set[int] = set()
    for node in _walk(root):
        if id(node) in seen:
            return node
        seen.add(id(node))
    return None


def _tagged(root: yaml.Node, path: str) -> Iterator[Problem]:
    for node in _walk(root):
        if not _PLAIN.fullmatch(node.tag):
            message = Message(
                "the tag {tag} has no place here: a program would make something of the value", tag=node.tag
            )
            yield Problem(location_of(node, path), message, Message("take it out, or put the text in quotes"))


def _hidden(root: yaml.Node, path: str) -> Iterator[Problem]:
    """Yield a problem for hidden characters in texts; a key of one character names it, as in a table of letters."""
    keys = {id(key) for node in _walk(root) if isinstance(node, yaml.MappingNode) for key, _ in node.value}
    for node in _walk(root):
        if isinstance(node, yaml.ScalarNode) and not (id(node) in keys and len(node.value) == 1):
            found = next(hidden_in(node.value), None)
            if found:
                yield hidden_problem(location_of(node, path), found[2])


def _walk(root: yaml.Node) -> Iterator[yaml.Node]:
    """Yield every node; of an alias that stands in itself only so many as there are aliases before it is seen again."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        yield node
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting.extend(child for pair in node.value for child in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
