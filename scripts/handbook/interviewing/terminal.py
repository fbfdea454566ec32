"""What is shown to whoever answers, and what is typed: a terminal, or lines from a file."""

from __future__ import annotations

import locale
import shutil
import sys
from contextlib import suppress
from textwrap import wrap

_WIDEST, _NARROWEST = 88, 20
_DEEP = "    "


def prepare() -> None:
    """Let a line be corrected with the arrow keys while it is typed, and take letters in whatever bytes they come.

    Where the system's letters are not UTF-8, the library for that takes those of other alphabets for commands.
    """
    if locale.nl_langinfo(locale.CODESET) == "UTF-8":
        with suppress(ImportError):  # not every Python has it
            import readline  # noqa: F401 - input() uses it once it is there
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")


def ask(prompt: str) -> str:
    """Return what is typed behind a prompt; raise EOFError where nothing more comes."""
    typed = input(prompt)
    encoding = sys.stdin.encoding or "utf-8"
    with suppress(UnicodeError):  # a terminal of an older kind, in which letters of other alphabets come as bytes
        return typed.encode(encoding, "surrogateescape").decode()
    return typed


def tell(text: str, indented: bool = False) -> None:
    """Show a text, its lines no wider than can be read with ease."""
    width = max(min(_WIDEST, shutil.get_terminal_size().columns - 1), _NARROWEST)
    before = _DEEP if indented else ""
    for line in text.split("\n"):
        print("\n".join(wrap(line, width, initial_indent=before, subsequent_indent=before, break_on_hyphens=False)))


def tell_command(command: str) -> None:
    """Show a command in a line of its own, so that it can be copied in whole."""
    print(f"{_DEEP}{command}")
