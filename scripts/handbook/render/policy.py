"""What a page may load and run: the same words stand in the page itself and in the header of a host."""

from __future__ import annotations

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # data: for the signs in the style sheet
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
)
_SEARCH = "handbook-search"
"""Admits the page's own search scripts and nothing else (overrides/assets/find.js)."""
_WORKER = "handbook-worker"
"""Admits the worker of the site and nothing else (overrides/assets/keep.js)."""


def policy(has_worker: bool = False) -> str:
    """Return the rules that a page brings along (https://www.w3.org/TR/CSP3/), for hosts that send no header.

    ``has_worker`` says whether browsers keep pages of the site.
    """
    named = (_SEARCH, _WORKER) if has_worker else (_SEARCH,)
    return "; ".join((*_RULES, f"trusted-types {' '.join(named)}"))


def header(has_worker: bool = False) -> str:
    """Return the same with the rule that only a header can carry."""
    return f"{policy(has_worker)}; frame-ancestors 'none'"
