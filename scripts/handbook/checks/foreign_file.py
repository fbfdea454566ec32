"""Under docs/ stand only pages, pictures and the data files, under plain names.

Every file there could end up on the website: a forgotten letter, a program, a file that takes the place of a part
of the site. So what belongs there is listed, and all else is refused.

Passes:

    docs/images/crusts.png

Fails:

    docs/en/patients.xlsx

What to do: move the file away. Pages are docs/<language>/…/name.md, pictures docs/images/name.png (svg, jpg,
webp), data docs/data/name.yml, facts docs/data/facts/topic.yml; names are made of small Latin letters, digits and
hyphens. Files whose name begins with a dot are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = re.compile(rf"(?:[a-z]{_NAME}/|[a-z]/)*[a-z](?:{_NAME})?(?:-{_NAME})*\.md")
_PICTURE = re.compile(rf"{_NAME}\.(?:png|svg|jpg|webp)")
_DATA = re.compile(
    rf"{_NAME}\.yml|facts/(?:_order|{_NAME})\.yml|schemas/{_NAME}\.json"
    r"|translations/(?P<ledger>[a-z-]+)/.+\.yml|(?:languages|interface|evidence)/(?P<code>[a-z-]+)\.yml"
)
_TAKEN = ("assets", "data", "images", "print", "search", "404.md")
"""Names at the top of the site that are not for pages."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each file under docs/ that does not belong there."""
    docs = handbook.project.root / "docs"
    for file in sorted(docs.rglob("*")):
        parts = file.relative_to(docs).parts
        if any(part.startswith(".") for part in parts) or (file.is_dir() and not file.is_symlink()):
            continue
        message, hint = _fault(file, parts, handbook.project.codes)
        if message:
            yield Problem(Location("/".join(("docs", *parts))), message, hint)


def _fault(file: Path, parts: Sequence[str], codes: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with a file and what to do, or two empty texts."""
    folder, inside = parts[0], "/".join(parts[1:])
    if file.is_symlink():
        return "this is a link to another file", "put the file itself here"
    if folder == "images":
        return _unless(_PICTURE.fullmatch(inside), "pictures are docs/images/name.png, svg, jpg or webp")
    if folder == "data":
        return _data_fault(inside, codes)
    if folder in codes:
        if len(parts) > 1 and (parts[1] in codes or parts[1] in _TAKEN):
            return f"the name {parts[1]} is taken on the website", "rename it"
        return _unless(_PAGE.fullmatch(inside), f"pages are docs/{folder}/section/name.md, in small letters")
    if inside and re.fullmatch("[a-z]{2,3}(-[a-z]+)?", folder):
        return f"mkdocs.yml names no language {folder}", "add it to plugins: i18n: languages, or move the folder away"
    return "this file does not belong under docs/", f"there may be {', '.join(codes)}, images and data; move it away"


def _data_fault(inside: str, codes: Sequence[str]) -> tuple[str, str]:
    found = _DATA.fullmatch(inside)
    code = (found["code"] or found["ledger"]) if found else None
    if code and code not in codes:
        return f"mkdocs.yml names no language {code}", "add it to plugins: i18n: languages, or move the file away"
    return _unless(found, "data files are docs/data/name.yml")


def _unless(fine: object, hint: str) -> tuple[str, str]:
    return (
        ("", "") if fine else ("this file does not belong here, or its name is not plain", f"{hint}; move or rename it")
    )
