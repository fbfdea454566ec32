"""The whole handbook of a language in one file, for a messenger, a memory stick or an old tablet: it needs no other.

It is made from the finished pages, and then from the notes to them. Each becomes an article whose name stands before
all its ids, so that a link to another page leads to a place in the same file.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import notes_address, site_address, site_path
from handbook.render.html.spoken import lang_attributes
from handbook.render.html.tags import read_tags

FOLDER = "offline"
_TEMPLATE = "whole.html"

_ARTICLE = re.compile(r"<article[^>]*>(?P<inside>.*)</article>", re.DOTALL)
_ATTRIBUTE = re.compile(r' (?P<name>id|href|src|for|aria-labelledby|aria-describedby|aria-controls)="(?P<value>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:")


def whole_file(code: str) -> str:
    """Return where the file of a language stands on the site."""
    return f"{FOLDER}/handbook-{code}.html"


@dataclass(frozen=True, slots=True)
class _Made:
    """What the file is made from."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    """The name of each page of the file, and of the notes to each, by its path on the site."""
    address: str
    """Where the site stands, for what is not in the file; empty where nobody has said."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A page in the file."""

    name: str
    title: str
    """As the contents list it; empty where they do not."""
    spoken: Markup
    """The attributes of words in its language."""
    inside: Markup


def whole_files(files: Mapping[str, bytes], style: str, handbook: Handbook) -> dict[str, bytes]:
    """Return a file for each language, made from the files of the finished site and its style sheet."""
    loader = FileSystemLoader(handbook.project.root / "overrides")
    template = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(_TEMPLATE)
    return {
        whole_file(language.code): template.render(
            language=language,
            name=handbook.name_in(language.code),
            clinic=handbook.clinic.detail("name"),
            day=language.date(handbook.text_version.day),
            call=_name(signs) if (signs := handbook.page_of_signs(language.code)) else "",
            style=style,
            policy=_policy(style),
            pages=_parts(language, files, handbook),
        ).encode()
        for language in handbook.languages
    }


def _policy(style: str) -> str:
    """Return the rules of a file that brings its style along, and no script."""
    named = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{named}'; img-src data:; base-uri 'none'; form-action 'none'"


def _parts(language: Language, files: Mapping[str, bytes], handbook: Handbook) -> list[_Part]:
    pages = {site_path(page.path, page.language, handbook): page for page in handbook.pages_in(language.code)}
    names = {path: _name(page) for path, page in pages.items()}
    names |= {notes_address(path): f"{name}-notes" for path, name in names.items()}
    made = _Made(files, names, site_address(handbook))
    listed = [(path, page, page.title) for path, page in pages.items()]
    beside = [(notes_address(path), page, "") for path, page in pages.items()]
    return [
        _Part(
            name=names[path],
            title=title,
            spoken=Markup(lang_attributes(page.text_language, language, handbook) if page.is_fallback else ""),
            inside=Markup("".join(_renamed(_inside(files[path].decode()), path, made))),
        )
        for path, page, title in (*listed, *beside)
        if path in files
    ]


def _inside(page: str) -> str:
    found = _ARTICLE.search(page)
    return found["inside"] if found else ""


def _name(page: Page) -> str:
    return page.path.removesuffix(".md").replace("/", "-")


def _renamed(html: str, path: str, made: _Made) -> Iterator[str]:
    """Yield a page in pieces, each tag with its ids and addresses as they are in the whole file."""
    at = 0
    for tag in read_tags(html):
        yield html[at : tag.at]
        yield _ATTRIBUTE.sub(lambda found: f' {found["name"]}="{_value(found, path, made)}"', tag.raw)
        at = tag.at + len(tag.raw)
    yield html[at:]


def _value(found: re.Match[str], path: str, made: _Made) -> str:
    name, value = found.group("name", "value")
    here = made.names[path]
    if name == "src":
        return _data(posixpath.normpath(posixpath.join(posixpath.dirname(path), value)), made)
    if name != "href":
        return " ".join(f"{here}--{id}" for id in value.split())
    way, _, id = value.partition("#")
    if _ELSEWHERE.match(value):
        return value
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) if way else path
    if file in made.names:
        return f"#{made.names[file]}--{id}" if id else f"#{made.names[file]}"
    return f"{made.address}{file}" if made.address else f"#{here}"


def _data(file: str, made: _Made) -> str:
    """Return a picture as an address that holds it."""
    kind = guess_type(file)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(made.files[file]).decode()}"
