"""What a page may load and run: the same words stand in the page itself and in the header of a host."""

from __future__ import annotations

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # data: for the signs in the style sheet
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types handbook-search",  # admits the page's own search scripts and nothing else
))  # fmt: skip
"""The rules that a page brings along (https://www.w3.org/TR/CSP3/), for hosts that send no header."""

HEADER = f"{POLICY}; frame-ancestors 'none'"
"""The same with the rule that only a header can carry."""
