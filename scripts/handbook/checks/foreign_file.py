"""Under docs/ stand only pages, pictures and the data files, under plain names.

Every file there could end up on the website: a forgotten letter, a program, a file that takes the place of a part
of the site. So what belongs there is listed, and all else is refused. Links to files elsewhere are refused there and
under overrides/.

Passes:

    docs/images/crusts.png

Fails:

    docs/en/patients.xlsx

What to do: move the file away. Pages are docs/<language>/…/name.md, images docs/images/name.png (jpg, webp; svg for
drawings), data docs/data/name.yml, facts docs/data/facts/topic.yml; names are made of small Latin letters, digits and
hyphens. Files whose name begins with a dot are ignored. The files of a language that mkdocs.yml does not name are left
out, which is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = re.compile(rf"(?:[a-z]{_NAME}/|[a-z]/)*[a-z](?:{_NAME})?(?:-{_NAME})*\.md")
_PICTURE = re.compile(rf"{_NAME}\.(?:png|svg|jpg|webp)")
_DATA = re.compile(
    rf"{_NAME}\.yml|facts/(?:_order|{_NAME})\.yml|schemas/{_NAME}\.json"
    r"|translations/(?P<ledger>[A-Za-z-]+)/.+\.yml"
    r"|(?:languages|interface|interview|evidence|signs|glossary|searches)/(?P<code>[A-Za-z-]+)\.yml"
)
_CODE = re.compile("[a-z]{2,3}(-[A-Za-z]+)*")
_TAKEN = ("assets", "data", "images", "print", "search", "404.md")
"""Names at the top of the site that are not for pages."""

OF_REGISTER = True
"""Looks at the names of files, and at what stands in no page."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each file under docs/ that does not belong there, and a warning for each other language."""
    yield from _links_and_pipes(handbook.project.root)
    docs, codes = handbook.project.root / "docs", (*handbook.project.codes, *handbook.project.unbuilt)
    others: dict[str, list[str]] = {}
    for file in sorted(docs.rglob("*")):
        parts = file.relative_to(docs).parts
        if any(part.startswith(".") for part in parts) or not file.is_file() or file.is_symlink():
            continue
        code = _other_language(parts, codes)
        message, hint = (NOTHING, NOTHING) if code else _fault(parts, codes)
        if code:
            others.setdefault(code, []).append("/".join(("docs", *parts)))
        elif message:
            yield Problem(Location("/".join(("docs", *parts))), message, hint)
    yield from (_unnamed(code, files) for code, files in others.items())


def _other_language(parts: Sequence[str], codes: Sequence[str]) -> str:
    """Return the code of the language whose page or data a file is, where mkdocs.yml does not name it."""
    inside = "/".join(parts[1:])
    data = _DATA.fullmatch(inside) if parts[0] == "data" else None
    code = (data["code"] or data["ledger"] or "") if data else parts[0] if _PAGE.fullmatch(inside) else ""
    return code if _CODE.fullmatch(code) and code not in codes else ""


def _unnamed(code: str, files: Sequence[str]) -> Problem:
    message = Message(
        "mkdocs.yml names no language {code}, so {count} files are left out, such as {file}",
        "mkdocs.yml names no language {code}, so {count} file is left out, such as {file}",
        code=code,
        count=len(files),
        file=files[0],
    )
    hint = Message("add it to plugins: i18n: languages, or delete the files")
    return Problem(Location(files[0]), message, hint, Severity.WARNING)


def _links_and_pipes(root: Path) -> Iterator[Problem]:
    """Yield a problem for each link, which could lead to any file of the machine, and each pipe, which never ends.

    Pipes in the place of a page or of data are told by who reads them.
    """
    tops = [root / name for name in ("mkdocs.yml", "CHANGELOG.md", "docs", "overrides")]
    for file in (*tops, *sorted(inner for top in tops[2:] for inner in top.rglob("*"))):
        place = Location(file.relative_to(root).as_posix())
        if file.is_symlink():
            yield Problem(
                place,
                Message("this is a link to another file or folder"),
                Message("put the file or folder itself here"),
            )
        elif file.exists() and not (file.is_file() or file.is_dir() or file.suffix in (".md", ".yml", ".svg")):
            yield Problem(place, Message("this is a pipe or a device"), Message("delete it"))


def _fault(parts: Sequence[str], codes: Sequence[str]) -> tuple[Message, Message]:
    """Return what is wrong with a file and what to do, or two empty texts."""
    folder, inside = parts[0], "/".join(parts[1:])
    if folder == "images":
        return _unless(
            _PICTURE.fullmatch(inside), Message("images are docs/images/name.png, jpg or webp, drawings name.svg")
        )
    if folder == "data":
        return _unless(_DATA.fullmatch(inside), Message("data files are docs/data/name.yml"))
    if folder in codes:
        if len(parts) > 1 and (parts[1] in codes or parts[1] in _TAKEN):
            return Message("the name {name} is taken on the website", name=parts[1]), Message("rename it")
        return _unless(
            _PAGE.fullmatch(inside), Message("pages are docs/{folder}/section/name.md, in small letters", folder=folder)
        )
    return Message("this file does not belong under docs/"), Message(
        "there may be {names}, images and data; move it away", names=", ".join(codes)
    )


def _unless(fine: object, hint: Message) -> tuple[Message, Message]:
    return (
        (NOTHING, NOTHING)
        if fine
        else (
            Message("this file does not belong here, or its name is not plain"),
            Message("{hint}; move or rename it", hint=hint),
        )
    )
