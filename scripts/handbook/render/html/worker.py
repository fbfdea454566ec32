"""The service worker, where a clinic wishes for one: browsers keep the pages on when to call, and show them offline.

Where it does not, there is a worker all the same, which takes away what an earlier one has kept, and itself. No page
asks for that one; a browser that has the earlier one does.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from hashlib import sha256

from handbook.register.handbook import Handbook
from handbook.register.selection import always_in
from handbook.render.addresses import notes_address, site_path
from handbook.render.html.tags import read_tags

WORKER = "worker.js"
"""At the top of the site: a worker has a say in what stands in its own folder, and below."""

_FOLDER = "worker"
_LOADED = {"link": "href", "script": "src", "img": "src"}
"""By which attribute a tag loads a file of the site."""
_LOADING = ("stylesheet", "icon")
"""What a <link> is that loads one."""


def write_worker(files: Mapping[str, bytes], handbook: Handbook) -> bytes:
    """Return the worker for the files of the finished site; another one as soon as what is kept is another."""
    source = _source("keep.js" if handbook.clinic.keeps_offline else "remove.js", handbook)
    if not handbook.clinic.keeps_offline:
        return source
    sums = [(address, sha256(files[_path(address)]).hexdigest()) for address in _kept(files, handbook)]
    version = sha256(json.dumps(sums).encode() + source).hexdigest()[:12]
    return f"const KEPT = {json.dumps({'version': version, 'files': sums})};\n".encode() + source


def _source(name: str, handbook: Handbook) -> bytes:
    return (handbook.project.root / "overrides" / _FOLDER / name).read_bytes()


def _kept(files: Mapping[str, bytes], handbook: Handbook) -> tuple[str, ...]:
    """Return the addresses of what is kept: in each language the pages always handed out, their notes and files."""
    asked = (
        site_path(path, language.code, handbook)
        for language in handbook.languages
        for path in always_in(handbook)
    )
    pages = [way for page in asked for way in (page, notes_address(page)) if way in files]
    loaded = (address for page in pages for address in _loaded(page, files[page].decode()))
    return tuple(dict.fromkeys((*pages, *sorted(address for address in loaded if _path(address) in files))))


def _loaded(page: str, text: str) -> Iterator[str]:
    """Yield the addresses, from the top of the site, of the files that a page loads."""
    for tag in read_tags(text):
        address = tag.get(_LOADED.get(tag.name, ""))
        if address and (tag.name != "link" or tag.get("rel") in _LOADING):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page), address))


def _path(address: str) -> str:
    return address.partition("?")[0]
