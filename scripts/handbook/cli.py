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
    parse_day,
    selected,
    status_of,
    tell_end,
    tell_outcome,
    tell_problems,
    tell_step,
    teller,
    version,
)
from handbook.diagnostics.messages import NOTHING, Message
from handbook.interviewing.steps import add_clinic
from handbook.moving import move_old_clinic
from handbook.packing.steps import add_packing
from handbook.printing import add_print
from handbook.register import schemas
from handbook.register.clinic import EXAMPLE_FILE
from handbook.reporting.parser import Commands, Parser, Refused, Tell
from handbook.reporting.reader import asked_in, catalogue_for
from handbook.translating.steps import add_translate
from handbook.updating.steps import add_changes

_WSL = "https://learn.microsoft.com/windows/wsl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is fine, 1 when there are problems, 2 when it cannot run at all."""
    streams.escape_letters()
    tell = catalogue_for(asked_in(arguments)).tell
    if os.name == "nt":
        return _refuse(Message("Windows alone cannot run this; use WSL, {address}", address=_WSL), tell)
    options = _parser(tell).parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    wrong = _wrong_root(options.root) if hasattr(options, "root") else NOTHING
    if wrong:
        return _refuse(wrong, tell)
    try:
        moved = tell(move_old_clinic(options.root)) if hasattr(options, "root") else ""
        print(moved, end="\n" if moved else "", file=sys.stderr)
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return streams.close_quietly()
    except KeyboardInterrupt:
        print(f"\n{tell(Message('Stopped. What was built before is untouched.'))}", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        return _refuse(streams.cause_of(error, hasattr(options, "out")), tell)


def _refuse(why: Message, tell: Tell) -> int:
    print(f"handbook: {tell(why)}", file=sys.stderr)
    return CANNOT_RUN


def _wrong_root(root: Path) -> Message:
    """Return why a folder is no handbook, or nothing."""
    if not root.exists():
        return Message("{root} is not there; name the folder with mkdocs.yml as --root", root=root)
    if not root.is_dir():
        return Message("{root} is a file; name the folder with mkdocs.yml as --root", root=root)
    if not (root / "mkdocs.yml").is_file():
        where = root.resolve()
        return Message("{root} is no handbook: it has no mkdocs.yml; go to the handbook's folder", root=where)
    if _is_encodable(str(root.resolve())):
        return NOTHING
    is_ours = sys.getfilesystemencoding() == "utf-8"
    todo = Message("rename the folder") if is_ours else Message("set LC_ALL=C.UTF-8")
    return Message(
        "{root}: this path has letters that cannot be read here; {todo} and run the command again",
        root=root.resolve(),
        todo=todo,
    )


def _is_encodable(path: str) -> bool:
    """Tell whether a path is text: a byte that the locale has no letter for is half a character in Python."""
    return path == path.encode("utf-8", "replace").decode("utf-8")


def _parser(tell: Tell) -> Parser:
    parser = Parser(tell, prog="handbook", description=tell(Message("Make and check the patient handbook.")))
    parser.set_defaults(tell_in="")
    parser.add_argument("--version", action=_Version, nargs=0, help=Message("tell which version this is"))
    commands = parser.add_commands(Message("COMMAND"))
    add_clinic(commands)
    _add_build(commands)
    add_packing(commands)
    add_changes(commands)
    add_check(commands)
    _add_preview(commands)
    add_print(commands)
    _add_sign(commands)
    add_translate(commands)
    new = add_command(commands, "new-language", _new_language, Message("prepare the files of a new language"))
    code = Message("of the language, as ta, or with a country as pt-BR")
    new.add_argument("code", metavar=Message("CODE"), help=code)
    form = Message("write the form for clinics, {file}, anew", file=EXAMPLE_FILE)
    add_command(commands, "clinic-form", _clinic_form, form)
    schema = Message("write the schemas by which an editor knows the data files")
    add_command(commands, "schema", _schema, schema)
    explain = commands.add("explain", Message("tell what a check wants and why"))
    named = {"metavar": Message("CHECK"), "help": ", ".join(checks.NAMES)}
    explain.add_argument("check", nargs="?", choices=checks.NAMES, **named)
    explain.set_defaults(run=_explain)
    return parser


def _add_build(commands: Commands) -> None:
    build = add_command(commands, "build", _build, Message("build the site and the printed handbooks"))
    folder = Message("the folder to make (default: site)")
    build.add_argument("--out", type=Path, metavar=Message("FOLDER"), help=folder)
    build.add_argument("--release", action="store_true", help=Message("refuse pages that nobody has signed"))
    add_selection(build)


def _add_preview(commands: Commands) -> None:
    what = Message("show the site in the browser while you write")
    preview = add_command(commands, "preview", _preview, what)
    port = Message("the port to use (default: the first free one from 8000 on)")
    preview.add_argument("--port", type=_port, metavar=Message("NUMBER"), help=port)
    host = Message("0.0.0.0 shows it to other devices as well")
    preview.add_argument("--host", metavar=Message("ADDRESS"), default="127.0.0.1", help=host)
    preview.add_argument("--no-browser", action="store_true", help=Message("only tell the address"))


def _add_sign(commands: Commands) -> None:
    what = Message("record that a clinician has read pages, or list who has")
    sign = add_command(commands, "sign", _sign, what)
    pages = Message("recovery/sun.md, or docs/ru/recovery/sun.md")
    sign.add_argument("pages", nargs="*", metavar=Message("PAGE"), help=pages)
    listed = Message("list what is signed, and what has changed since")
    sign.add_argument("--list", action="store_true", help=listed)
    said = {
        "language": (Message("LANG"), Message("the language in which they were read")),
        "name": (Message("NAME"), Message("who has read them")),
        "role": (Message("ROLE"), Message("what this person is, such as dermatologist")),
    }
    for name, (metavar, meaning) in said.items():
        sign.add_argument(f"--{name}", default="", metavar=metavar, help=meaning)
    day = Message("the day, as 2026-11-20 (default: today)")
    sign.add_argument("--on", type=parse_day, metavar=Message("DAY"), help=day)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(version())
        parser.exit()


def _port(text: str) -> int:
    if text.isdecimal() and 0 <= int(text) <= 65535:
        return int(text)
    raise Refused(Message("{text} is no port; write a number from 0 to 65535, such as 8000", text=text))


def _build(options: argparse.Namespace) -> int:
    out = options.out or options.root / "site"
    mode = Mode.RELEASE if options.release else Mode.DRAFT
    started = time.monotonic()
    tell = teller(options)
    step = partial(tell_step, tell=tell)
    request = pipeline.Request(options.root, options.today, mode, selected(options), remember=True)
    problems = pipeline.build(request, out, step)
    done = Message("Built {out} in {seconds:.1f} s.", out=out, seconds=time.monotonic() - started)
    failed = Message("Nothing was built; {out} is as it was.", out=out)
    return tell_end(problems, options.root, done, failed, tell)


def _preview(options: argparse.Namespace) -> int:
    from handbook.preview.watch import watch  # not above: MkDocs takes long to import

    address = options.host, options.port
    watch(options.root.resolve(), address, options.today, not options.no_browser, options.tell_in)
    return FINE


def _sign(options: argparse.Namespace) -> int:
    if options.list:
        tell = teller(options, options.language)
        outcome = signing.list_sign_offs(options.root, options.language, options.today, tell)
    else:
        who, day = (options.name.strip(), options.role.strip()), options.on or options.today
        reading = signing.Reading(tuple(options.pages), options.language, *who, day, options.on is not None)
        tell = teller(options, reading.code)
        outcome = signing.sign_pages(options.root, reading, options.today)
    return tell_outcome(outcome, options.root, tell)


def _new_language(options: argparse.Namespace) -> int:
    from handbook.preparing.preparation import prepare  # not above: nothing else needs Babel

    catalogue = catalogue_for(options.tell_in)
    prepared = prepare(options.root, options.code, options.today, catalogue.code)
    tell_problems(prepared.problems, options.root, catalogue.tell)
    for line in prepared.told:
        print(catalogue.tell(line))
    return _refuse(prepared.refusal, catalogue.tell) if prepared.refusal else status_of(prepared.problems)


def _clinic_form(options: argparse.Namespace) -> int:
    problems = pipeline.make_form(options.root, options.today)
    done = Message("Wrote {path}.", path=EXAMPLE_FILE)
    failed = Message("{path} is as it was.", path=EXAMPLE_FILE)
    return tell_end(problems, options.root, done, failed, teller(options))


def _schema(options: argparse.Namespace) -> int:
    problems = pipeline.make_schemas(options.root, options.today)
    done = Message("Wrote {path}.", path=options.root / schemas.FOLDER)
    return tell_end(problems, options.root, done, Message("No schema was written."), teller(options))


def _explain(options: argparse.Namespace) -> int:
    if options.check:
        print(checks.manual(options.check))
    else:
        for name in checks.NAMES:
            print(f"{name:20} {checks.manual(name).splitlines()[0]}")
    return FINE
