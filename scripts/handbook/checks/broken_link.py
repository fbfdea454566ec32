"""Every link leads somewhere safe: to a page or heading of this handbook in the same language, or to a source.

A dead link at eleven at night is a patient left alone. A link to a host that is no source takes readers where nobody
has checked what they will find.

Passes:

    Read [what to do each day](recovery/day-by-day.md#day-2-4).

Fails:

    Read [what to do each day](recovery/day-by-week.md).

What to do: write the way to the page's file from this one (`../recovery/day-by-day.md`), and after `#` the id of one of
its headings. Other sites may be linked only if sources.yml names them; telephone numbers are filled in: `[](clinic:phone)`.
Images stand in docs/images as png, svg, jpg or webp.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from handbook.alignment import SCHEMES, Image, Link
from handbook.content import Handbook, Page
from handbook.problems import Problem

IMAGE_FOLDER = "docs/images"
IMAGE_TYPES = (".png", ".svg", ".jpg", ".webp")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link and image whose target is not there or not allowed."""
    hosts = {urlsplit(source.address).hostname for source in handbook.register.sources.values()} - {None}
    for page in handbook.pages:
        for link in page.document.links:
            message, hint = _fault(link, page, handbook, {host for host in hosts if host})
            if message:
                yield Problem(link.location, message, hint)
        for image in page.document.images:
            yield from _image(image, page, handbook)


def _fault(link: Link, page: Page, handbook: Handbook, hosts: set[str]) -> tuple[str, str]:
    """Return what is wrong with a link and what to do, or two empty texts."""
    scheme, colon, rest = link.target.partition(":")
    scheme = scheme.strip().lower()
    if not link.target.strip():
        return "the link leads nowhere", "write the page it leads to: [Warning signs](when-to-call/warning-signs.md)"
    if colon and "/" not in scheme and "#" not in scheme:
        return _scheme_fault(scheme, rest, link, hosts)
    if link.target.startswith(("/", "\\")):
        return f"the link {link.target} begins at the top of a site", "write the way from this page, such as ../index.md"
    return _page_fault(link, page, handbook)


def _scheme_fault(scheme: str, rest: str, link: Link, hosts: set[str]) -> tuple[str, str]:
    if scheme == "https":
        host = (urlsplit(link.target).hostname or "") if link.target.isascii() else rest
        near = get_close_matches(host, sorted(hosts), n=1)
        hint = f"did you mean {near[0]}?" if near else "take the link out, or add the publication to docs/data/sources.yml"
        return ("", "") if host in hosts else (f"no source stands at {host or 'this address'}", hint)
    if scheme in ("tel", "mailto"):
        return "a telephone number or address stands in the page itself", "let the clinic fill it in: [](clinic:phone)"
    if scheme == "http":
        return "the link is not encrypted", f"write https:{rest}"
    near = get_close_matches(scheme, SCHEMES, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}:{rest}?" if near else "link a page, a fact: or a source's https: address"
    return f"links that begin with {scheme}: are not allowed", hint


def _page_fault(link: Link, page: Page, handbook: Handbook) -> tuple[str, str]:
    target, _, anchor = link.target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(target))) if target else page.path
    there = handbook.page(path, page.language)
    if there is None:
        paths = {other.path: posixpath.relpath(other.path, posixpath.dirname(page.path) or ".") for other in _pages(page, handbook)}
        near = get_close_matches(path, list(paths), n=1)
        hint = f"did you mean {paths[near[0]]}?" if near else f"there are {', '.join(paths.values())}"
        return f"there is no page docs/{page.language}/{path}", hint
    ids = [heading.id for heading in there.document.headings]
    if "#" not in link.target or anchor in ids:
        return "", ""
    return f"docs/{page.language}/{path} has no heading with the id {anchor}", _meant(anchor, ids)


def _pages(page: Page, handbook: Handbook) -> tuple[Page, ...]:
    return handbook.pages_in(page.language)


def _meant(word: str, choices: Iterable[str]) -> str:
    near = get_close_matches(word, list(choices), n=1)
    return f"did you mean #{near[0]}?" if near else f"its ids are {', '.join(choices)}"


def _image(image: Image, page: Page, handbook: Handbook) -> Iterator[Problem]:
    folder = posixpath.dirname(page.document.path)
    path = posixpath.normpath(posixpath.join(folder, image.source))
    if not path.startswith(IMAGE_FOLDER + "/") or not path.endswith(IMAGE_TYPES):
        right = posixpath.relpath(f"{IMAGE_FOLDER}/{posixpath.basename(path)}", folder)
        kinds = ", ".join(kind.lstrip(".") for kind in IMAGE_TYPES)
        yield Problem(image.location, f"{image.source} is no picture in {IMAGE_FOLDER} ({kinds})", f"put it there and write {right}")
    elif not (handbook.project.root / path).is_file():
        there = [file.name for file in (handbook.project.root / IMAGE_FOLDER).glob("*")]
        near = get_close_matches(posixpath.basename(path), there, n=1)
        hint = f"did you mean {near[0]}?" if near else f"put the picture at {path}"
        yield Problem(image.location, f"there is no picture {path}", hint)
