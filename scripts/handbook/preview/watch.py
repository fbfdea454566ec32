"""The preview from its first page to Ctrl-C: show, tell what is wrong, wait for a change, show again."""

from __future__ import annotations

import datetime
import sys
import threading
import time
from collections.abc import Collection
from pathlib import Path

from handbook.diagnostics import reports
from handbook.preview.browser import open_page
from handbook.preview.changes import changes, stamps_of
from handbook.preview.server import open_server
from handbook.preview.state import Preview

_NAMED = 3
"""Changed files to name in a line."""


def watch(root: Path, host: str, port: int | None, today: datetime.date, show: bool) -> None:
    """Serve a project until Ctrl-C, and ``show`` it in a browser; raise OSError where the address is not to be had."""
    preview = Preview(root, today)
    with open_server(host, port, preview) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        shown = show and open_page(server.address)
        told = "It opens in your browser" if shown else "Open this address in a browser"
        print(f"Preview on {server.address}. {told}; it is ready in a moment. Ctrl-C ends it.", flush=True)
        try:
            before = stamps_of(root)
            _refresh(preview, (), root)
            for changed in changes(root, before):
                _refresh(preview, changed, root)
        except KeyboardInterrupt:
            print("\nStopped.")
        finally:
            server.shutdown()


def _refresh(preview: Preview, changed: Collection[str], root: Path) -> None:
    """Show what has changed, and tell in the terminal what is wrong now."""
    started = time.monotonic()
    shown = preview.refresh(changed)
    print(reports.as_text(shown.problems, root, colour=sys.stderr.isatty()), end="", file=sys.stderr, flush=True)
    named = ", ".join(sorted(changed)[:_NAMED]) or "all pages"
    more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
    said = reports.count(shown.problems)
    print(f"{named}{more}: {said}, after {time.monotonic() - started:.1f} s.", flush=True)
