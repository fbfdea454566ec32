"""Reads every finished page once more: what must never reach a patient is refused whatever let it through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.html.origins import Origins
from handbook.render.html.single_file import FOLDER
from handbook.render.html.site_links import lost_links
from handbook.render.html.tags import FinishedPage, Tag

_ADDRESSES = frozenset("href src xlink:href action formaction poster data background manifest".split())
_LISTS = frozenset(("srcset", "imagesrcset", "ping"))
"""Attributes with several addresses; what else stands there, such as a width, is like none of another host."""
_TO_FOLLOW = frozenset(("a", "area"))
"""Tags whose ``href`` is opened only when a reader follows it."""

_TO_TELL = frozenset(("canonical", "alternate"))
"""What a <link> may be that only tells of another address."""

_STYLED = Message("a style sheet stands in the page itself")
"""Only a file that holds the whole handbook may bring its style along; its policy names that very style."""

_DATA = "application/ld+json"
"""The one kind of script that is no program (https://html.spec.whatwg.org/#data-block)."""

_BANNED = frozenset("iframe frame object embed applet base portal fencedframe".split())
_UNRESOLVED = ("fact:", "clinic:", "picture:")
_CODE = ("javascript:", "vbscript:", "data:")
_PICTURE = "data:image/"
"""An image that the page itself holds: no browser runs what stands in one."""
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}")
"""An address with a scheme, or with a host alone; browsers read a backslash as a slash, and https:host with none."""
_BETWEEN = re.compile(r"[\s,]+")
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers leave out of the beginning of an address (https://url.spec.whatwg.org/#concept-basic-url-parser)."""


def audit(files: Mapping[str, bytes], handbook: Handbook) -> list[Problem]:
    """Return what no finished site may hold, given all its files by their paths.

    Reported, where possible at the line of the page, the data or the template that it comes from: code, styles and
    frames in a page, files of other hosts, references that were left unresolved, links that lead nowhere on the site,
    and ids that stand twice on a page.
    """
    pages = [FinishedPage.read(path, content) for path, content in files.items() if path.endswith(".html")]
    origins = Origins(handbook)
    problems = [problem for page in pages for problem in _forbidden(page, origins)]
    problems += lost_links(pages, files, origins)
    return list(dict.fromkeys(problems))  # what a template puts on every page is told once


def _forbidden(page: FinishedPage, origins: Origins) -> Iterator[Problem]:
    """Tell each kind of fault once a page."""
    told = set()
    for tag in page.tags:
        for message, words in _faults(tag):
            if message not in told and not (message == _STYLED and page.path.startswith(f"{FOLDER}/")):
                told.add(message)
                yield origins.problem(
                    page.place(tag), Message("{message}: {words}", message=message, words=words), (words, tag.raw)
                )


def _faults(tag: Tag) -> Iterator[tuple[Message, str]]:
    if not tag.name:
        yield Message("a < begins no tag"), tag.raw
    if tag.name == "script" and not tag.get("src") and tag.get("type") != _DATA:
        yield Message("a script stands in the page itself"), tag.raw
    if tag.name == "style":
        yield _STYLED, tag.raw
    if tag.name in _BANNED or (tag.name == "meta" and (tag.get("http-equiv") or "").lower() == "refresh"):
        yield Message("another page is shown in the place of this one"), tag.raw
    for name, value in tag.attributes:
        if name == "style":
            yield Message("a style stands in the page itself"), f'{name}="{value}"'
        elif name.startswith("on"):
            yield Message("an event handler stands in the page itself"), f'{name}="{value}"'
        elif name in _ADDRESSES:
            yield from _address_faults(tag, name, value)
        elif name in _LISTS:
            for part in _BETWEEN.split(value):
                yield from _address_faults(tag, name, part)


def _address_faults(tag: Tag, name: str, value: str) -> Iterator[tuple[Message, str]]:
    address = _IGNORED.sub("", value).lower()
    if tag.name == "img" and address.startswith(_PICTURE):
        return
    if address.startswith(_UNRESOLVED):
        yield Message("a link to the register is left unresolved"), value
    elif address.startswith(_CODE):
        yield Message("a link runs code"), value
    elif _FOREIGN.match(address) and not _only_tells(tag, name):
        yield Message("a file of another host is loaded"), value


def _only_tells(tag: Tag, name: str) -> bool:
    """Tell whether an address is one that nothing is loaded from when the page is shown."""
    told = tag.name in _TO_FOLLOW or (tag.name == "link" and tag.get("rel") in _TO_TELL)
    return told and name in ("href", "xlink:href")
