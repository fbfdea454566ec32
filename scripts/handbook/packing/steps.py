"""`handbook pack` and `handbook verify` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from handbook import pack, pipeline
from handbook.checks import Mode
from handbook.command_line import (
    CANNOT_RUN,
    FINE,
    PROBLEMS,
    add_command,
    add_selection,
    selected,
    status_of,
    tell_end,
    tell_step,
    teller,
    typed,
)
from handbook.diagnostics.messages import Message
from handbook.packing.archive import write_archive
from handbook.packing.bill import write_bill
from handbook.packing.copies import Copy, CopyError, read_copy
from handbook.packing.instructions import write_instructions
from handbook.register.handbook import Handbook
from handbook.register.interview import Interview, load_interviews
from handbook.render.addresses import site_address
from handbook.reporting.parser import Commands
from handbook.staging import replace_files

NAME = "handbook.zip"
_LOCK = "scripts/requirements.txt"
_FOLDER = "handbook"
"""What the folder in the archive is called where the handbook stands at the top of its host."""
_NOWHERE = "https://clinic.example/handbook/"
_NAMED = 20
"""Files to name of a kind; the rest is counted."""


def add_packing(commands: Commands) -> None:
    """Add `pack` and `verify` to the commands."""
    parser = add_command(commands, "pack", _pack, Message("build everything, and make one archive to upload"))
    archive = Message("the archive to make (default: {name})", name=NAME)
    parser.add_argument("--out", type=Path, metavar=Message("FILE"), help=archive)
    parser.add_argument("--release", action="store_true", help=Message("refuse pages that nobody has signed"))
    add_selection(parser)
    what = Message("tell whether a copy of the handbook is whole and unchanged")
    verify = add_command(commands, "verify", _verify, what)
    place = Message("a folder, an archive that pack has made, or an address that begins with https:// (default: site)")
    verify.add_argument("place", nargs="?", default="", metavar=Message("PLACE"), help=place)


def _pack(options: argparse.Namespace) -> int:
    site, out = options.root / "site", options.out or options.root / NAME
    mode = Mode.RELEASE if options.release else Mode.DRAFT
    tell = teller(options)
    step = partial(tell_step, tell=tell)
    problems = pipeline.build(pipeline.Request(options.root, options.today, mode, selected(options)), site, step)
    read = pipeline.read(options.root, options.today)
    if status_of(problems) != FINE or read.handbook is None:
        return tell_end(problems, options.root, "", Message("Nothing was packed; {out} is as it was.", out=out), tell)
    words = load_interviews(read.handbook.project, problems)
    files = pack_files(site, read.handbook, words)
    replace_files({out.name: write_archive(files, read.handbook.text_version.day)}, out.absolute().parent)
    size = out.stat().st_size / 1_000_000
    done = Message("Packed {count} files into {out}, {size:.1f} million bytes.", count=len(files), out=out, size=size)
    return tell_end(problems, options.root, "\n".join(map(tell, (done, *_unsaid(read.handbook)))), "", tell)


def _unsaid(handbook: Handbook) -> Iterator[Message]:
    """Yield what to do where nobody has said yet where the handbook will stand."""
    if not site_address(handbook):
        todo = typed("clinic handbook-address")
        yield Message(
            "Its pages for whoever uploads it name {nowhere}; say the real address: {todo}", nowhere=_NOWHERE, todo=todo
        )


def pack_files(site: Path, handbook: Handbook, words: Mapping[str, Interview]) -> dict[str, bytes]:
    """Return what stands in the archive: the site in a folder, a page for each language, the bill, the checksums."""
    address = site_address(handbook)
    folder = urlsplit(address).path.strip("/").rpartition("/")[2] or _FOLDER
    paths = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    lock = handbook.project.root / _LOCK
    bill = {"sbom.cdx.json": write_bill(lock.read_text("utf-8"), handbook.text_version)} if lock.exists() else {}
    pages = {}
    for code, said in words.items():
        language = handbook.language(code)
        gaps = {
            "clinic": handbook.clinic.detail("name") or language.word("common.unset.name"),
            "day": language.date(handbook.text_version.day),
            "folder": folder,
            "address": address or _NOWHERE,
            "verify": typed(f"verify {address or _NOWHERE}"),
        }
        pages[f"upload.{code}.html"] = write_instructions(said.upload, gaps, paths.keys(), language)
    files = {**pages, **bill, **{f"{folder}/{path}": file.read_bytes() for path, file in paths.items()}}
    sums = {path: pack.digest(content) for path, content in files.items()}
    return {**files, pack.SUMS: pack.format_sums(sums).encode()}


def _verify(options: argparse.Namespace) -> int:
    place, tell = options.place or str(options.root / "site"), teller(options)
    try:
        copy = read_copy(place)
    except CopyError as error:
        print(f"handbook: {tell(error.message)}", file=sys.stderr)
        return CANNOT_RUN
    compared = pack.compare(copy.wanted, copy.there)
    if compared.is_whole and not copy.mistyped:
        print(
            tell(
                Message("{place} is whole: {count} files, all as they were made.", place=place, count=len(copy.wanted))
            )
        )
        return FINE
    for line in _differences(compared, copy):
        print(tell(line), file=sys.stderr)
    wrong = Message("{place} is not what was made: upload everything again, and delete what is too many.", place=place)
    print(tell(wrong), file=sys.stderr)
    return PROBLEMS


def _differences(compared: pack.Compared, copy: Copy) -> Iterator[Message]:
    """Yield a line for each file, the first ones of each kind."""
    wrong = [f"{path} ({kind})" for path, kind in sorted(copy.mistyped.items())]
    kinds = (
        [Message("missing: {path}", path=path) for path in compared.missing],
        [Message("changed: {path}", path=path) for path in compared.changed],
        [Message("too many: {path}", path=path) for path in compared.extra],
        [Message("wrong type: {path}", path=path) for path in wrong],
    )
    for lines in kinds:
        yield from lines[:_NAMED]
        if len(lines) > _NAMED:
            yield lines[0].filled(path=Message("and {count} more", count=len(lines) - _NAMED))
