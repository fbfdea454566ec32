"""What goes to the terminal or to another program, whatever encoding was set and whoever stops reading."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys

from handbook.diagnostics.messages import Message, as_it_is

STOPPED_READING = 128 + getattr(signal, "SIGPIPE", 13)
"""The exit status of a program whose reader has gone, as of ``yes | head``."""

_CAUSES = {
    errno.ENOENT: Message("it is not there"),
    errno.EISDIR: Message("this is a folder, where a file has to be"),
    errno.ENOTDIR: Message("this is a file, where a folder has to be"),
}


def escape_letters() -> None:
    """Let standard output escape what its encoding does not have, as the error stream does."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def print_for_programs(text: str) -> None:
    """Write to standard output in UTF-8, which is what programs read, whatever the terminal's encoding is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    print(text, end="")


def close_quietly() -> int:
    """Write nothing more to standard output, whose reader has gone; return the exit status for that.

    Python would try once more at its end (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return STOPPED_READING


def cause_of(error: OSError, has_out: bool) -> Message:
    """Return in one sentence what kept the command from reading or writing, and what to do.

    ``has_out`` says whether the command takes another folder with ``--out``.
    """
    cause = _cause(error, has_out)
    return Message("{place}: {cause}", place=error.filename, cause=cause) if error.filename else cause


def _cause(error: OSError, has_out: bool) -> Message:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message("the disk is full; make room and run the command again")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        if has_out:
            return Message("you may not write or read here; name another folder with --out, or ask whose it is")
        return Message("you may not write or read here; copy the handbook to a folder of your own, or ask whose it is")
    return _CAUSES.get(error.errno or 0) or as_it_is(error.strerror or str(error))
