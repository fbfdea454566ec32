"""Opens a page in the browser of this machine, if it has one that shows windows."""

from __future__ import annotations

import webbrowser


def open_page(address: str) -> bool:
    """Open an address, and tell whether a browser took it.

    A browser of the terminal is none: it would take the place of what is told there.
    """
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(browser) is not webbrowser.GenericBrowser and browser.open(address)
