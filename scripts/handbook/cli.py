"""The command `handbook`: what was asked for, what is told, and the exit status."""

from __future__ import annotations

import argparse
import datetime
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from handbook import checks, pipeline
from handbook.checks import Mode
from handbook.diagnostics import reports
from handbook.diagnostics.problems import Problem
from handbook.metrics.scorecard import scorecard
from handbook.moving import move_old_clinic
from handbook.register import schemas
from handbook.register.clinic import EXAMPLE_FILE

FINE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is fine, 1 when there are problems, 2 when it cannot run at all."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if hasattr(options, "root") and not (options.root / "mkdocs.yml").is_file():
        print(f"handbook: {options.root.resolve()} is no handbook: it has no mkdocs.yml", file=sys.stderr)
        return CANNOT_RUN
    try:
        moved = move_old_clinic(options.root) if hasattr(options, "root") else ""
        print(moved, end="\n" if moved else "", file=sys.stderr)
        return int(options.run(options))
    except KeyboardInterrupt:
        print("\nStopped. What was built before is untouched.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"handbook: {place}{error.strerror or error}", file=sys.stderr)
        return CANNOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="Make and check the patient handbook.")
    parser.add_argument("--version", action=_Version, nargs=0, help="tell which version this is")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "build the site and the printed handbooks")
    build.add_argument("--out", type=Path, help="the folder to make (default: site)")
    build.add_argument("--release", action="store_true", help="refuse pages that nobody has signed")
    check = _command(commands, "check", _check, "list every problem of the pages and the register")
    check.add_argument("--format", choices=("text", "github", "sarif"), default="text", help="how to tell them")
    check.add_argument("--release", action="store_true", help="check also what only a release needs")
    check.add_argument("--readability", action="store_true", help="show how long and how hard the pages are to read")
    _command(commands, "serve", _serve, "preview the site while writing")
    prints = _command(commands, "print", _print, "make the printed handbooks alone")
    prints.add_argument("--out", type=Path, help="the folder to write to (default: print)")
    _command(commands, "clinic-form", _clinic_form, "write the form for clinics, docs/data/example-clinic.yml, anew")
    _command(commands, "schema", _schema, "write the schemas by which an editor knows the data files")
    explain = commands.add_parser("explain", help="tell what a check wants and why")
    explain.add_argument("check", nargs="?", choices=checks.NAMES, metavar="CHECK", help=", ".join(checks.NAMES))
    explain.set_defaults(run=_explain)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(_version())
        parser.exit()


def _version() -> str:
    from importlib.metadata import version  # it would cost every other command a twentieth of a second

    return version("handbook")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    what: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what.capitalize() + ".")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this one)")
    parser.add_argument(
        "--today", type=datetime.date.fromisoformat, default=datetime.date.today(), help=argparse.SUPPRESS
    )
    parser.set_defaults(run=run)
    return parser


def _build(options: argparse.Namespace) -> int:
    out = options.out or options.root / "site"
    mode = Mode.RELEASE if options.release else Mode.DRAFT
    started = time.monotonic()
    problems = pipeline.build(options.root, out, options.today, mode, _tell)
    seconds = time.monotonic() - started
    return _end(problems, options.root, f"Built {out} in {seconds:.1f} s.", f"Nothing was built; {out} is as it was.")


def _print(options: argparse.Namespace) -> int:
    out = options.out or options.root / "print"
    problems = pipeline.make_print(options.root, out, options.today, Mode.DRAFT, _tell)
    return _end(problems, options.root, f"Printed into {out}.", "Nothing was printed.")


def _check(options: argparse.Namespace) -> int:
    mode = Mode.RELEASE if options.release else Mode.CHECK
    checked = pipeline.check(options.root, options.today, mode)
    problems = checked.problems
    if options.readability and checked.handbook:
        print(scorecard(checked.handbook))
    if options.format == "github":
        print(reports.as_github(problems), end="")
    elif options.format == "sarif":
        print(
            reports.as_sarif(problems, {name: checks.manual(name) for name in checks.NAMES}, _version()),
            end="",
        )
    else:
        return _end(problems, options.root, "No problems.", "")
    return _status(problems)


def _serve(options: argparse.Namespace) -> int:
    from handbook.render.html.output import serve  # not above: MkDocs takes long to import

    serve(options.root)
    return FINE


def _clinic_form(options: argparse.Namespace) -> int:
    problems = pipeline.make_form(options.root, options.today)
    return _end(problems, options.root, f"Wrote {EXAMPLE_FILE}.", f"{EXAMPLE_FILE} is as it was.")


def _schema(options: argparse.Namespace) -> int:
    problems = pipeline.make_schemas(options.root, options.today)
    return _end(problems, options.root, f"Wrote {options.root / schemas.FOLDER}.", "No schema was written.")


def _explain(options: argparse.Namespace) -> int:
    if options.check:
        print(checks.manual(options.check))
    else:
        for name in checks.NAMES:
            print(f"{name:20} {checks.manual(name).splitlines()[0]}")
    return FINE


def _end(problems: list[Problem], root: Path, done: str, failed: str) -> int:
    """Tell the problems and, in one line, how it ended."""
    status = _status(problems)
    _clear()
    print(reports.as_text(problems, root, colour=sys.stderr.isatty()), end="", file=sys.stderr)
    if status == FINE:
        print(done)
    elif failed:
        print(failed, file=sys.stderr)
    return status


def _status(problems: list[Problem]) -> int:
    return PROBLEMS if any(problem.is_error for problem in problems) else FINE


def _tell(step: str) -> None:
    """Show a step: on a terminal in the place of the one before, elsewhere as a line."""
    if sys.stderr.isatty():
        _clear()
        print(f"{step} …", end="", file=sys.stderr, flush=True)
    else:
        print(f"{step} …", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
