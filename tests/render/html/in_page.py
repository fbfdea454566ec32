"""What a page tells of itself in a browser."""

from __future__ import annotations

from playwright.sync_api import Page


def focused(page: Page) -> str:
    """Return the name of what the keyboard is on."""
    name = page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent.trim()")
    assert isinstance(name, str)
    return name


def spoken(page: Page, selector: str) -> tuple[str, str]:
    """Return the language of the first such element, as a screen reader finds it, and its words."""
    found = page.evaluate(
        "it => { const e = document.querySelector(it); return [e.closest('[lang]').lang, e.textContent.trim()]; }",
        selector,
    )
    return (found[0], found[1])
