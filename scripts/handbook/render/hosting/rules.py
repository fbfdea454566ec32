"""The one table of what a host is told; every format in servers.py is written from it."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.render.policy import header

_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "no-referrer",  # which page about health somebody read is nobody's business
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def headers(has_worker: bool) -> Mapping[str, str]:
    """Return what is sent with every answer, also with that to a wrong address.

    ``has_worker`` says whether browsers keep pages of the site.
    """
    return {"Content-Security-Policy": header(has_worker), **_HEADERS}


ASK_FIRST = "no-cache"
"""A browser asks each time whether what it has is still true, as it must with what patients act on."""

KEPT: Mapping[str, str] = {
    "assets": "public, max-age=31536000, immutable",  # their addresses change with their content
    "images": "public, max-age=86400",
}
"""How long a browser keeps the files of a folder without asking; for all others ASK_FIRST holds."""

TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "xml": "text/xml",
    "webmanifest": "application/manifest+json",
}
"""What each kind of file is: with nosniff a wrong one is not shown at all."""

PACKED = ("html", "css", "js", "json", "svg", "txt", "xml")
"""Kinds of files beside which a smaller copy stands."""

HIDDEN = ("hosting/", "_headers")
"""What stands in the folder for the host and is not for readers; files whose names begin with a dot are not either."""
