"""The command `handbook`: what was asked for, what is told, and the exit status."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from handbook import checks, pipeline, signing, streams
from handbook.checking import add_check
from handbook.checks import Mode
from handbook.command_line import (
    CANNOT_RUN,
    FINE,
    INTERRUPTED,
    add_command,
    add_selection,
    add_telling,
    parse_day,
    selected,
    status_of,
    tell_end,
    tell_outcome,
    tell_step,
    teller,
    version,
)
from handbook.diagnostics import reports
from handbook.diagnostics.messages import Message
from handbook.interviewing.steps import add_clinic
from handbook.moving import move_old_clinic
from handbook.packing.steps import add_packing
from handbook.register import schemas
from handbook.register.clinic import EXAMPLE_FILE
from handbook.register.edition_choice import Wanted
from handbook.render.editions import title_of
from handbook.reporting.catalogues import load_catalogue
from handbook.translating.steps import add_translate
from handbook.updating.steps import add_changes

_WSL = "https://learn.microsoft.com/windows/wsl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is fine, 1 when there are problems, 2 when it cannot run at all."""
    if os.name == "nt":
        print(f"handbook: Windows alone cannot run this; use WSL, {_WSL}", file=sys.stderr)
        return CANNOT_RUN
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    streams.escape_letters()
    wrong = _wrong_root(options.root) if hasattr(options, "root") else ""
    if wrong:
        print(f"handbook: {wrong}", file=sys.stderr)
        return CANNOT_RUN
    try:
        moved = move_old_clinic(options.root) if hasattr(options, "root") else ""
        print(moved, end="\n" if moved else "", file=sys.stderr)
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return streams.close_quietly()
    except KeyboardInterrupt:
        print("\nStopped. What was built before is untouched.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        print(f"handbook: {teller(options)(streams.cause_of(error, hasattr(options, 'out')))}", file=sys.stderr)
        return CANNOT_RUN


def _wrong_root(root: Path) -> str:
    """Return why a folder is no handbook, or the empty text."""
    if not root.is_dir():
        return f"{root} is {'a file' if root.exists() else 'not there'}; name the folder with mkdocs.yml as --root"
    if not (root / "mkdocs.yml").is_file():
        return f"{root.resolve()} is no handbook: it has no mkdocs.yml; go to the handbook's folder"
    if not _is_encodable(str(root.resolve())):
        todo = "rename the folder" if sys.getfilesystemencoding() == "utf-8" else "set LC_ALL=C.UTF-8"
        return f"{root.resolve()}: this path has letters that cannot be read here; {todo} and run the command again"
    return ""


def _is_encodable(path: str) -> bool:
    """Tell whether a path is text: a byte that the locale has no letter for is half a character in Python."""
    return path == path.encode("utf-8", "replace").decode("utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = streams.Parser(prog="handbook", description="Make and check the patient handbook.")
    parser.add_argument("--version", action=_Version, nargs=0, help="tell which version this is")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_clinic(commands)
    build = add_command(commands, "build", _build, "build the site and the printed handbooks")
    build.add_argument("--out", type=Path, help="the folder to make (default: site)")
    build.add_argument("--release", action="store_true", help="refuse pages that nobody has signed")
    add_selection(build)
    add_telling(build)
    add_packing(commands)
    add_changes(commands)
    add_check(commands)
    preview = add_command(commands, "preview", _preview, "show the site in the browser while you write")
    preview.add_argument("--port", type=_port, help="the port to use (default: the first free one from 8000 on)")
    preview.add_argument("--host", default="127.0.0.1", help="0.0.0.0 shows it to other devices as well")
    preview.add_argument("--no-browser", action="store_true", help="only tell the address")
    prints = add_command(commands, "print", _print, "make the printed handbooks alone")
    prints.add_argument("--out", type=Path, help="the folder to write to (default: print)")
    add_selection(prints)
    prints.add_argument("--edition", "--sheet", action="append", default=[], metavar="LIST", help="only these editions")
    prints.add_argument("--chapter", action="append", default=[], metavar="PAGE", help="a page as a sheet of its own")
    prints.add_argument("--procedure-date", type=parse_day, metavar="DAY", help="with the dates counted from a day")
    prints.add_argument("--record", action="store_true", help="record that these prints are handed out from today")
    prints.add_argument("--list", action="store_true", help="list what can be printed")
    add_telling(prints)
    sign = add_command(commands, "sign", _sign, "record that a clinician has read pages, or list who has")
    sign.add_argument("pages", nargs="*", metavar="PAGE", help="recovery/sun.md, or docs/ru/recovery/sun.md")
    sign.add_argument("--list", action="store_true", help="list what is signed, and what has changed since")
    sign.add_argument("--language", default="", help="the language in which they were read")
    sign.add_argument("--name", default="", help="who has read them")
    sign.add_argument("--role", default="", help="what this person is, such as dermatologist")
    sign.add_argument("--on", type=parse_day, help="the day, as 2026-11-20 (default: today)")
    add_telling(sign)
    add_translate(commands)
    new = add_command(commands, "new-language", _new_language, "prepare the files of a new language")
    new.add_argument("code", help="of the language, as ta, or with a country as pt-BR")
    add_command(commands, "clinic-form", _clinic_form, "write the form for clinics, docs/data/example-clinic.yml, anew")
    add_command(commands, "schema", _schema, "write the schemas by which an editor knows the data files")
    explain = commands.add_parser("explain", help="tell what a check wants and why")
    explain.add_argument("check", nargs="?", choices=checks.NAMES, metavar="CHECK", help=", ".join(checks.NAMES))
    explain.set_defaults(run=_explain)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(version())
        parser.exit()


def _port(text: str) -> int:
    if text.isdecimal() and 0 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port; write a number from 0 to 65535, such as 8000")


def _build(options: argparse.Namespace) -> int:
    out = options.out or options.root / "site"
    mode = Mode.RELEASE if options.release else Mode.DRAFT
    started = time.monotonic()
    tell = teller(options)
    problems = pipeline.build(options.root, out, options.today, mode, partial(tell_step, tell=tell), selected(options))
    done = Message("Built {out} in {seconds:.1f} s.", out=out, seconds=time.monotonic() - started)
    failed = Message("Nothing was built; {out} is as it was.", out=out)
    return tell_end(problems, options.root, done, failed, tell)


def _print(options: argparse.Namespace) -> int:
    if options.list:
        return _list_editions(options)
    out = options.out or options.root / "print"
    wanted = Wanted(tuple(options.edition), tuple(options.chapter), options.procedure_date)
    selection = selected(options)
    tell = teller(options)
    step = partial(tell_step, tell=tell)
    problems = pipeline.make_print(options.root, out, options.today, Mode.DRAFT, step, selection, wanted)
    if options.record and status_of(problems) == FINE:
        from handbook.handing_out import record_prints  # not above: other commands write no print

        problems += record_prints(options.root, options.today, selection, wanted)
    done, failed = Message("Printed into {out}.", out=out), Message("Nothing was printed.")
    return tell_end(problems, options.root, done, failed, tell)


def _list_editions(options: argparse.Namespace) -> int:
    """Tell what can be printed, a line each, in the source language."""
    read = pipeline.read(options.root, options.today)
    if (handbook := read.handbook) is None:
        return tell_end(read.problems, options.root, "", "")
    for edition in handbook.editions:
        title = title_of(edition, handbook.source, handbook)
        print(f"{edition.id:20} {edition.kind:6} {edition.paper} {edition.size:>2g} pt  {title}")
    return tell_end(read.problems, options.root, "", "")


def _preview(options: argparse.Namespace) -> int:
    from handbook.preview.watch import watch  # not above: MkDocs takes long to import

    watch(options.root.resolve(), options.host, options.port, options.today, show=not options.no_browser)
    return FINE


def _sign(options: argparse.Namespace) -> int:
    if options.list:
        tell = teller(options)
        outcome = signing.list_sign_offs(options.root, options.language, options.today, tell)
    else:
        who, day = (options.name.strip(), options.role.strip()), options.on or options.today
        reading = signing.Reading(tuple(options.pages), options.language, *who, day, options.on is not None)
        tell = load_catalogue(options.tell_in or reading.code).tell
        outcome = signing.sign_pages(options.root, reading, options.today)
    return tell_outcome(outcome, options.root, tell)


def _new_language(options: argparse.Namespace) -> int:
    from handbook.preparing.preparation import prepare  # not above: nothing else needs Babel

    prepared = prepare(options.root, options.code, options.today)
    print(reports.as_text(prepared.problems, options.root, colour=sys.stderr.isatty()), end="", file=sys.stderr)
    for line in prepared.told:
        print(line)
    if prepared.refusal:
        print(f"handbook: {prepared.refusal}", file=sys.stderr)
        return CANNOT_RUN
    return status_of(list(prepared.problems))


def _clinic_form(options: argparse.Namespace) -> int:
    problems = pipeline.make_form(options.root, options.today)
    return tell_end(problems, options.root, f"Wrote {EXAMPLE_FILE}.", f"{EXAMPLE_FILE} is as it was.")


def _schema(options: argparse.Namespace) -> int:
    problems = pipeline.make_schemas(options.root, options.today)
    return tell_end(problems, options.root, f"Wrote {options.root / schemas.FOLDER}.", "No schema was written.")


def _explain(options: argparse.Namespace) -> int:
    if options.check:
        print(checks.manual(options.check))
    else:
        for name in checks.NAMES:
            print(f"{name:20} {checks.manual(name).splitlines()[0]}")
    return FINE
