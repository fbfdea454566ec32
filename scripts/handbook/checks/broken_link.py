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
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant, nearest
from handbook.markup.blocks import Figure
from handbook.markup.document import Document
from handbook.markup.inlines import PICTURE, SCHEMES, Image, Link, Picture
from handbook.markup.targets import file_at, scheme_of, way_to
from handbook.register.handbook import Handbook
from handbook.register.images import FOLDER, KINDS
from handbook.register.pages import Page

_ADDRESS = re.compile(r"https://(?P<host>[A-Za-z0-9.-]+)(?:[/?#][^\s\\]*)?")
"""Without user name or port, which only serve to mislead."""

_EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")

_FILL_IN = Message("let the clinic fill it in: [](clinic:{detail})", detail="…")

_NO_SOURCE = Message("take it out, or add the publication to docs/data/sources.yml")
_NO_PICTURES = Message("describe it in docs/data/pictures.yml")

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
            if isinstance(image, Image) and image.insertion:
                continue  # unknown-passage tells what is wrong with it
            found = _picture(image, page, handbook) if isinstance(image, Picture) else _image(image, handbook)
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
                message = Message("the e-mail address {address} stands in the page itself", address=found[0])
                yield Problem(block.locate(*found.span()), message, _FILL_IN.filled(detail="messages"))


def _fault(link: Link, page: Page, handbook: Handbook, hosts: set[str]) -> tuple[Message, Message]:
    """Return what is wrong with a link and what to do, or two empty texts."""
    scheme = scheme_of(link.target)
    if not link.target.strip():
        return Message("the link leads nowhere"), Message(
            "write the page it leads to: [Warning signs](when-to-call/warning-signs.md)"
        )
    if scheme is not None:
        return _scheme_fault(scheme, link.target.partition(":")[2], link, hosts)
    if link.target.startswith(("/", "\\")):
        return (
            Message("the link {link} begins at the top of a site", link=link.target),
            Message("write the way from this page, such as ../index.md"),
        )
    return _page_fault(link, page, handbook)


def _scheme_fault(scheme: str, rest: str, link: Link, hosts: set[str]) -> tuple[Message, Message]:
    if scheme == "https":
        host = host_of(link.target)
        if host in hosts:
            return NOTHING, NOTHING
        address = host or Message("this address")
        return Message("no source stands at {address}", address=address), meant(host, sorted(hosts), _NO_SOURCE)
    if scheme in ("tel", "mailto"):
        detail = "phone" if scheme == "tel" else "messages"
        return Message("a telephone number or address stands in the page itself"), _FILL_IN.filled(detail=detail)
    if scheme == "http":
        return Message("the link is not encrypted"), Message("write {right}", right=f"https:{rest}")
    near = nearest(scheme, SCHEMES, cutoff=0.7)
    hint = (
        Message("did you mean {near}?", near=f"{near}:{rest}")
        if near
        else Message("link a page, a fact: or a source's https: address")
    )
    return Message("links that begin with {scheme}: are not allowed", scheme=scheme), hint


def _page_fault(link: Link, page: Page, handbook: Handbook) -> tuple[Message, Message]:
    target, _, anchor = link.target.partition("#")
    path = file_at(target, page.path)
    there = handbook.page(path, page.language)
    if there is None:
        start = link.location.path.removeprefix(f"docs/{page.text_language}/")
        pages = {other.path: _way(start, other.path) for other in handbook.pages_in(page.language)}
        near = nearest(path, pages)
        hint = (
            Message("did you mean {near}?", near=pages[near])
            if near
            else Message("there are {names}", names=", ".join(pages.values()))
        )
        return Message("there is no page docs/{language}/{path}", language=page.language, path=path), hint
    ids = [heading.id for heading in there.document.headings]
    if "#" not in link.target or anchor in ids:
        return NOTHING, NOTHING
    return Message("{path} has no heading with the id {anchor}", path=there.document.path, anchor=anchor), _meant(
        anchor, ids
    )


def _way(start: str, path: str) -> str:
    """Return the way from a page or a passage to a page, as a link there is written; words of data start at the top."""
    return path if start.startswith("docs/") else way_to(path, start)


def _meant(word: str, choices: Iterable[str]) -> Message:
    choices = list(choices)
    near = nearest(word, choices)
    return (
        Message("did you mean {near}?", near=f"#{near}")
        if near
        else Message("its ids are {names}", names=", ".join(choices))
    )


def _picture(picture: Picture, page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Check a picture that is drawn from the register."""
    figures = (part.image for part in page.document.parts if isinstance(part, Figure))
    if picture.name not in handbook.pictures:
        near = nearest(picture.name, handbook.pictures)
        hint = (
            Message("did you mean {near}?", near=f"{PICTURE}:{near}")
            if near
            else Message("there are {names}", names=", ".join(handbook.pictures))
        )
        yield Problem(
            picture.location,
            Message("there is no picture {picture}", picture=picture.name),
            hint if handbook.pictures else _NO_PICTURES,
        )
    elif picture not in figures:
        message = Message("{picture} does not stand alone", picture=picture.source)
        yield Problem(picture.location, message, Message("put it between two empty lines"))


def _image(image: Image, handbook: Handbook) -> Iterator[Problem]:
    path = file_at(image.source, image.location.path)
    name, ending = posixpath.splitext(posixpath.basename(path))
    if path.startswith(FOLDER + "/") and ending == ".svg":
        hint = Message(
            "save it as {name}.png; or make it a picture with words in each language, in docs/data/pictures.yml",
            name=name,
        )
        yield Problem(
            image.location,
            Message("{image} is a drawing (svg), which no page shows as it is", image=image.source),
            hint,
        )
    elif not path.startswith(FOLDER + "/") or ending not in KINDS:
        right = way_to(f"{FOLDER}/{name}{ending}", image.location.path)
        kinds = ", ".join(kind.lstrip(".") for kind in KINDS)
        hint = (
            Message("put it there and write {right}", right=right)
            if ending in KINDS
            else Message("save it as {name}.png in {folder}", name=name, folder=FOLDER)
        )
        yield Problem(
            image.location,
            Message("{image} is no image in {folder} ({kinds})", image=image.source, folder=FOLDER, kinds=kinds),
            hint,
        )
    elif path not in handbook.images:
        near = nearest(posixpath.basename(path), [posixpath.basename(there) for there in handbook.images])
        hint = Message("did you mean {near}?", near=near) if near else Message("put the image at {path}", path=path)
        yield Problem(image.location, Message("there is no image {path}", path=path), hint)
