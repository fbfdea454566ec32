"""Every link leads somewhere safe: to a page or heading of this handbook in the same language, or to a source.

A dead link at eleven at night is a patient left alone. A link to a host that is no source takes readers where
nobody has checked what they will find.

Passes:

    Read [what to do each day](recovery/day-by-day.md#day-2-4).

Fails:

    Read [what to do each day](recovery/day-by-week.md).

What to do: write the way to the page's file from this one (`../recovery/day-by-day.md`), and after `#` the id of
one of its headings. Other sites may be linked only if sources.yml names them; telephone numbers and e-mail addresses
are filled in: `[](clinic:phone)`. Images stand in docs/images as png, jpg or webp. Pictures that are drawn from the
register are called by their name, `![](picture:skin-columns)`, in a paragraph of their own; SVG files are parts of
such pictures.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from handbook.checks.prose import as_typed
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import nearest
from handbook.markup.blocks import Figure
from handbook.markup.document import Document
from handbook.markup.inlines import PICTURE, SCHEMES, Image, Link, Picture
from handbook.markup.targets import file_at, way_to
from handbook.register.handbook import Handbook
from handbook.register.images import FOLDER, KINDS
from handbook.register.pages import Page

_ADDRESS = re.compile(r"https://(?P<host>[A-Za-z0-9.-]+)(?:[/?#][^\s\\]*)?")
"""Without user name or port, which only serve to mislead."""

_EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")

_FILL_IN = "let the clinic fill it in: [](clinic:{})"

_NO_PICTURES = "describe it in docs/data/pictures.yml"

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link and image whose target is not there or not allowed."""
    hosts = {host_of(source.address) for source in handbook.register.sources.values()} - {""}
    for page in handbook.pages:
        for link in page.document.links:
            message, hint = _fault(link, page, handbook, hosts)
            if message:
                yield Problem(link.location, message, hint)
        yield from _typed_addresses(page.document)
        for image in page.document.images:
            found = _picture(image, page, handbook) if isinstance(image, Picture) else _image(image, page, handbook)
            yield from found


def host_of(address: str) -> str:
    """Return the host of a plain https address, or the empty text for any other."""
    found = _ADDRESS.fullmatch(address)
    return found["host"].lower() if found else ""


def _typed_addresses(document: Document) -> Iterator[Problem]:
    """Yield a problem for each e-mail address in running text; one in the words of a link is told with the link."""
    for block in document.texts:
        for found in _EMAIL.finditer(as_typed(block)) if "@" in block.text else ():
            if not any(link.start <= found.start() < link.end for link in block.links):
                message = f"the e-mail address {found[0]} stands in the page itself"
                yield Problem(block.locate(*found.span()), message, _FILL_IN.format("messages"))


def _fault(link: Link, page: Page, handbook: Handbook, hosts: set[str]) -> tuple[str, str]:
    """Return what is wrong with a link and what to do, or two empty texts."""
    scheme, colon, rest = link.target.partition(":")
    scheme = scheme.strip().lower()
    if not link.target.strip():
        return "the link leads nowhere", "write the page it leads to: [Warning signs](when-to-call/warning-signs.md)"
    if colon and "/" not in scheme and "#" not in scheme:
        return _scheme_fault(scheme, rest, link, hosts)
    if link.target.startswith(("/", "\\")):
        return (
            f"the link {link.target} begins at the top of a site",
            "write the way from this page, such as ../index.md",
        )
    return _page_fault(link, page, handbook)


def _scheme_fault(scheme: str, rest: str, link: Link, hosts: set[str]) -> tuple[str, str]:
    if scheme == "https":
        host = host_of(link.target)
        meant = nearest(host, sorted(hosts))
        hint = f"did you mean {meant}?" if meant else "take it out, or add the publication to docs/data/sources.yml"
        return ("", "") if host in hosts else (f"no source stands at {host or 'this address'}", hint)
    if scheme in ("tel", "mailto"):
        detail = "phone" if scheme == "tel" else "messages"
        return "a telephone number or address stands in the page itself", _FILL_IN.format(detail)
    if scheme == "http":
        return "the link is not encrypted", f"write https:{rest}"
    meant = nearest(scheme, SCHEMES, cutoff=0.7)
    hint = f"did you mean {meant}:{rest}?" if meant else "link a page, a fact: or a source's https: address"
    return f"links that begin with {scheme}: are not allowed", hint


def _page_fault(link: Link, page: Page, handbook: Handbook) -> tuple[str, str]:
    target, _, anchor = link.target.partition("#")
    path = file_at(target, page.path)
    there = handbook.page(path, page.language)
    if there is None:
        pages = {other.path: way_to(other.path, page.path) for other in handbook.pages_in(page.language)}
        meant = nearest(path, pages)
        hint = f"did you mean {pages[meant]}?" if meant else f"there are {', '.join(pages.values())}"
        return f"there is no page docs/{page.language}/{path}", hint
    ids = [heading.id for heading in there.document.headings]
    if "#" not in link.target or anchor in ids:
        return "", ""
    return f"{there.document.path} has no heading with the id {anchor}", _meant(anchor, ids)


def _meant(word: str, choices: Iterable[str]) -> str:
    choices = list(choices)
    meant = nearest(word, choices)
    return f"did you mean #{meant}?" if meant else f"its ids are {', '.join(choices)}"


def _picture(picture: Picture, page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Check a picture that is drawn from the register."""
    figures = (part.image for part in page.document.parts if isinstance(part, Figure))
    if picture.name not in handbook.pictures:
        meant = nearest(picture.name, handbook.pictures)
        hint = f"did you mean {PICTURE}:{meant}?" if meant else "there are " + ", ".join(handbook.pictures)
        yield Problem(
            picture.location, f"there is no picture {picture.name}", hint if handbook.pictures else _NO_PICTURES
        )
    elif picture not in figures:
        message = f"{picture.source} does not stand alone"
        yield Problem(picture.location, message, "put it between two empty lines")


def _image(image: Image, page: Page, handbook: Handbook) -> Iterator[Problem]:
    path = file_at(image.source, page.document.path)
    name, ending = posixpath.splitext(posixpath.basename(path))
    if path.startswith(FOLDER + "/") and ending == ".svg":
        hint = f"save it as {name}.png; or make it a picture with words in each language, in docs/data/pictures.yml"
        yield Problem(image.location, f"{image.source} is a drawing (svg), which no page shows as it is", hint)
    elif not path.startswith(FOLDER + "/") or ending not in KINDS:
        right = way_to(f"{FOLDER}/{name}{ending}", page.document.path)
        kinds = ", ".join(kind.lstrip(".") for kind in KINDS)
        hint = f"put it there and write {right}" if ending in KINDS else f"save it as {name}.png in {FOLDER}"
        yield Problem(image.location, f"{image.source} is no image in {FOLDER} ({kinds})", hint)
    elif path not in handbook.images:
        meant = nearest(posixpath.basename(path), [posixpath.basename(there) for there in handbook.images])
        hint = f"did you mean {meant}?" if meant else f"put the image at {path}"
        yield Problem(image.location, f"there is no image {path}", hint)
