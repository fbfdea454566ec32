"""Whether every link of the finished site leads to something, wherever the site will stand."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.render.html.origins import Origins
from handbook.render.html.tags import FinishedPage, Tag
from handbook.render.search.script import addresses_in

NOT_FOUND = "404.html"
"""The page that a server shows in the place of any other, so that its links begin at the top of the host."""

HOME = "index.html"

_LINKS = frozenset(("href", "src", "data-search"))
_REFERENCES = frozenset(("for", "aria-controls", "aria-labelledby", "aria-describedby"))
"""Attributes that name ids of the same page."""


def lost_links(pages: Sequence[FinishedPage], files: Mapping[str, bytes], origins: Origins) -> Iterator[Problem]:
    """Yield a problem for each link, image, language and search result that is not there, and for each id used twice.

    ``files`` is everything that will stand on the site, by path.
    """
    ids = {page.path: Counter(id for tag in page.tags if (id := tag.get("id"))) for page in pages}
    site = _Site(files, ids, next((_address_of(page) for page in pages if page.path == HOME), ""))
    for page in pages:
        yield from _lost(page, site, origins)
        for id, count in ids[page.path].items():
            if count > 1:
                message = Message("the id {id} stands {count} times on the page", id=id, count=count)
                yield origins.problem(Location(page.path), message, (f"{{#{id}}}", f'id="{id}"'))
    for path, address in (*_mapped(files), *_found(files)):
        if not site.has(path, address):
            yield origins.problem(Location(path), Message("the link {address} leads nowhere", address=address), ())


def _lost(page: FinishedPage, site: _Site, origins: Origins) -> Iterator[Problem]:
    for tag in page.tags:
        for way in site.lost(page.path, tag):
            typed = (f"]({way.replace('.html', '.md')}", f"]({way}", f'"{way}"')
            yield origins.problem(page.place(tag), Message("the link {way} leads nowhere", way=way), typed)


def _address_of(home: FinishedPage) -> str:
    """Return where the site will stand, as its first page says; empty where it says nothing."""
    told = (tag.get("href") for tag in home.tags if tag.name == "link" and tag.get("rel") == "canonical")
    return next(told, "") or ""


def _mapped(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the map of the site."""
    for element in ElementTree.fromstring(files["sitemap.xml"]).iter() if "sitemap.xml" in files else ():
        if element.tag.endswith("}loc"):
            yield "sitemap.xml", element.text or ""
        elif "href" in element.attrib:
            yield "sitemap.xml", element.attrib["href"]


def _found(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what the search may find, as the pages of the top folder lead there."""
    for path, script in files.items():
        if path.startswith("search/"):
            for address in addresses_in(script.decode()):
                yield HOME, address


class _Site:
    """What stands on the site; the same way from the same folder is followed once."""

    def __init__(self, files: Mapping[str, bytes], ids: Mapping[str, Counter[str]], address: str):
        self.files = files
        self.ids = ids
        self.address = address
        self.top = urlsplit(address).path or "/"
        self.file = cache(self._file)

    def lost(self, path: str, tag: Tag) -> Iterator[str]:
        """Yield what a tag of a page names and is not there."""
        for name, value in tag.attributes:
            if name in _LINKS:
                if not self.has(path, value):
                    yield value
            elif name in _REFERENCES:
                yield from (f"#{id}" for id in value.split() if id not in self.ids[path])

    def has(self, path: str, value: str) -> bool:
        """Tell whether an address on the page at ``path`` leads to something on the site, or to another host."""
        way, _, id = value.partition("#")
        if not way:
            return unquote(id) in self.ids.get(path, ())
        file = self.file(path if path == NOT_FOUND else posixpath.join(posixpath.dirname(path), ""), way)
        return file is None or (file in self.files and (not id or unquote(id) in self.ids.get(file, ())))

    def _file(self, base: str, way: str) -> str | None:
        """Return the file at the end of a way from a page or a folder, on the site or beside it; None on other hosts.

        A way from the top of the host ends nowhere, but on the page that stands for any other.
        """
        if self.address and way.startswith(self.address):
            base, way = "", way.removeprefix(self.address)
        parts = urlsplit(way)
        if parts.scheme or parts.netloc:
            return None
        target = unquote(parts.path)
        if base == NOT_FOUND and target.startswith(self.top):
            base, target = "", target.removeprefix(self.top)
        file = posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
        return posixpath.normpath(posixpath.join(file, HOME)) if file == "." or target.endswith("/") else file
