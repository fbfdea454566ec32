"""The preview from its first page to Ctrl-C: show, tell what is wrong, wait for a change, show again."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Collection
from pathlib import Path

from handbook.command_line import tell_problems
from handbook.diagnostics import reports
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import listed
from handbook.preview.browser import open_page
from handbook.preview.changes import changes, stamps_of
from handbook.preview.server import open_server
from handbook.preview.state import Preview
from handbook.reporting.parser import Tell
from handbook.reporting.reader import catalogue_for

_NAMED = 3
"""Changed files to name in a line."""


def watch(root: Path, address: tuple[str, int | None], today: datetime.date, show: bool, asked: str) -> None:
    """Serve a project until Ctrl-C, and ``show`` it in a browser; raise OSError where the address is not to be had.

    ``asked`` is the language that the reader has asked for, or empty.
    """
    preview, tell = Preview(root, today), catalogue_for(asked).tell
    with open_server(*address, preview, asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        opens = show and open_page(server.address)
        told = Message("It opens in your browser") if opens else Message("Open this address in a browser")
        line = Message(
            "Preview on {address}. {told}; it is ready in a moment. Ctrl-C ends it.", address=server.address, told=told
        )
        print(tell(line), flush=True)
        try:
            before = stamps_of(root)
            _refresh(preview, (), root, tell)
            for changed in changes(root, before):
                _refresh(preview, changed, root, tell)
        except KeyboardInterrupt:
            print(f"\n{tell(Message('Stopped.'))}")
        finally:
            server.shutdown()


def _refresh(preview: Preview, changed: Collection[str], root: Path, tell: Tell) -> None:
    """Show what has changed, and tell in the terminal what is wrong now."""
    started = time.monotonic()
    shown = preview.refresh(changed)
    tell_problems(shown.problems, root, tell)
    line = Message(
        "{what}: {counts}, after {seconds:.1f} s.",
        what=listed(sorted(changed), _NAMED) or Message("all pages"),
        counts=reports.count(shown.problems),
        seconds=time.monotonic() - started,
    )
    print(tell(line), flush=True)
