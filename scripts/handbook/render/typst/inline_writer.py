"""The words of a page become Typst code: one rule for each kind of inline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from handbook.diagnostics.messages import Message
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
    Reference,
    Strong,
    Text,
)
from handbook.markup.targets import file_at, place_at
from handbook.render.typst.context import TypstContext
from handbook.render.typst.syntax import call, joined, literal

_WHOLE = re.compile(
    r"""(?<!\S) (?:
    \S* \d – \d \S*                                                 # 3–7
    | \S* \d - [^\W\d_]{1,3} (?!\w) \S*                            # 3-й
    | [^\w\s]* \d[\d.,]* [ ] (?: % | °C | [^\W\d_]{1,2} (?!\w) ) \S*   # 5 ml
    )""",
    re.VERBOSE,
)
"""Numbers in which no line ends."""
_SPACE = re.compile(r"[ \t\r\n]+")
_PHRASE_START = re.compile(r"(?:^|[.;:?!])[^\w(]*(?=[\w(])")
_LETTER = re.compile(r"\w")
_NAMES = (Strong, Emphasis, Explained, Link)
"""What may name by itself what is to be written behind it."""
_LONGEST_LABEL = 60
"""Letters of what is never parted from the place to write on behind it."""
_OUTSIDE = re.compile(r"^(?:https?://|tel:|mailto:)")


def write_inlines(inlines: Sequence[Inline], context: TypstContext) -> str:
    """Return some inlines as one piece of content."""
    return joined(inline_parts(inlines, context))


def inline_parts(inlines: Sequence[Inline], context: TypstContext, ends_at_block: bool = False) -> list[str]:
    """Return the code of each inline in order; ``ends_at_block`` where a block follows them in the same item."""
    parts: list[str] = []
    label: list[str] = []
    for before, inline, after in zip((None, *inlines), inlines, (*inlines[1:], None), strict=False):
        if isinstance(inline, Text):
            last = isinstance(after, LineBreak) or (after is None and ends_at_block)
            text = _text(inline.text, before is None or isinstance(before, LineBreak), last)
            start = _label_start(text) if is_written(after, context) else len(text)
            is_named = not text[:start] and not _LETTER.search(text) and isinstance(before, _NAMES)
            label = [*([parts.pop()] if is_named else []), *_shown(text[start:])]
            parts += _shown(text[:start])
        elif is_written(inline, context):
            parts.append(_written(inline, label, context))
            label = []
        elif code := _inline(inline, context):
            hangs = isinstance(inline, Citation) and isinstance(before, Text | Strong | Emphasis | Foreign | FactLink)
            parts += ["hanging", code] if hangs else [code]
    return parts


def _text(text: str, first: bool, last: bool) -> str:
    """Return a text with its white space drawn together; at the ends of a line there is none."""
    shown = _SPACE.sub(" ", text)
    shown = shown.lstrip(" ") if first else shown
    return shown.rstrip(" ") if last else shown


def _shown(text: str) -> list[str]:
    """Return the code of some words; a range, and a number with its sign, stay on one line."""
    parts: list[str] = []
    end = 0
    for whole in _WHOLE.finditer(text):
        parts += [literal(text[end : whole.start()])] if whole.start() > end else []
        parts.append(call("box", literal(whole.group())))
        end = whole.end()
    return [*parts, literal(text[end:])] if text[end:] else parts


def is_written(inline: Inline | None, context: TypstContext) -> bool:
    """Tell whether somebody writes there by hand: a place for it, or a detail that the clinic has not set."""
    return isinstance(inline, Blank) or (isinstance(inline, FactLink | ClinicLink) and context.words(inline).blank)


def _label_start(text: str) -> int:
    """Return where in a text its end begins that tells what is to be written behind it: a phrase, or a long one's last
    word.
    """
    start = max((end.end() for end in _PHRASE_START.finditer(text)), default=0)
    return start if len(text) - start <= _LONGEST_LABEL else text.rstrip(" ").rfind(" ") + 1


def _written(inline: Inline, label: Sequence[str], context: TypstContext) -> str:
    """Write a place to write on, with the words that tell what for."""
    if isinstance(inline, Blank):
        line = [literal(context.blank), f"width: writing-room({inline.length})"]
    else:
        assert isinstance(inline, FactLink | ClinicLink)
        line = [literal(context.words(inline).text)]
    return call("field", joined(label), *line) if label else call("write-in", *line)


def _inline(inline: Inline, context: TypstContext) -> str:
    match inline:
        case Text():
            return literal(inline.text)
        case Strong():
            return call("strong", write_inlines(inline.inside, context))
        case Emphasis():
            return call("em", write_inlines(inline.inside, context))
        case Foreign():
            return call("spoken", literal(inline.language), write_inlines(inline.inside, context))
        case Code():
            return call("code", literal(inline.text))
        case Explained():
            return _explained(inline, context)
        case LineBreak():
            return call("br")
        case Blank():
            return _written(inline, [], context)
        case Link():
            return _link(inline, context)
        case FactLink() | ClinicLink():
            return _reference(inline, context)
        case Citation():
            return cited([link.target for link in inline.links], context)
        case Image():
            return call("img", *image_arguments(inline, context))
        case Picture():
            context.report(
                inline.location,
                Message("{source} does not stand alone", source=inline.source),
                Message("put it between two empty lines"),
            )
            return "[]"
    assert_never(inline)


def _explained(word: Explained, context: TypstContext) -> str:
    """Write a word that the word list explains; without a word list in the book it is a word like others."""
    text, target = literal(_SPACE.sub(" ", word.text)), context.explained.get(word.concept)
    return text if target is None else call("explained", literal(target), text)


def image_arguments(image: Image, context: TypstContext) -> tuple[str, str]:
    """Return the path and the alternative text of an image; one that is not there is reported."""
    path = file_at(image.source, image.location.path)
    if path not in context.images:
        hint = Message("put the image at {path}, or correct its name", path=path)
        context.report(image.location, Message("the image {source} is not there", source=image.source), hint)
    return literal("/" + path), literal(image.alt)


def cited(addresses: Iterable[str], context: TypstContext) -> str:
    """Return the citation mark of some facts, which leads to a note of the chapter; or nothing."""
    number = context.marks(addresses)
    return call("cite", literal(context.path), str(number)) if number else ""


def _link(link: Link, context: TypstContext) -> str:
    if not _OUTSIDE.match(link.target):
        return _inner_link(link, context)
    shown = _OUTSIDE.sub("", link.target)
    is_address = link.target.startswith("http") and link.words in (shown, link.target)
    words = call("address", literal(link.words)) if is_address else write_inlines(link.inside, context)
    return call("outside", literal(link.target), literal("" if shown in link.words else shown), words)


def words_behind(link: Link, context: TypstContext) -> str:
    """Return what the templates print behind a link to a place of the handbook, about as long as it is there."""
    target = place_at(link.target, context.path).removesuffix("#")
    if target in context.targets:
        return f" ({context.see_page.replace('{page}', '100')})"
    return f" ({context.on_site})" if target in context.addresses else ""


def _inner_link(link: Link, context: TypstContext) -> str:
    target = place_at(link.target, context.path).removesuffix("#")
    words = write_inlines(link.inside, context)
    if target not in context.targets and target in context.addresses:
        return call("online", literal(context.addresses[target]), words)
    if target not in context.targets:
        message = Message("the link {target} leads to no place in this handbook", target=link.target)
        hint = Message("write the path of a page in the navigation, and after # the id of one of its headings")
        context.report(link.location, message, hint)
        return words
    return call("see", literal(context.targets[target]), words)


def _reference(reference: Reference, context: TypstContext) -> str:
    filled = context.words(reference)
    if filled.blank:
        return _written(reference, [], context)
    return write_inlines(reference.inside, context) if reference.words else joined(_shown(filled.text))
