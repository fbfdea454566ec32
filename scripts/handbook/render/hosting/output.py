"""The files for hosts, beside the pages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.addresses import site_address
from handbook.render.hosting import servers
from handbook.render.hosting.rules import headers
from handbook.render.output import RenderContext, Rendered

_TOP = re.compile(r"/(?:[\w.~-]+/)*", re.ASCII)
"""Folders that every server understands as they are written."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return what each kind of host reads, for the place where the site will stand; for the top where none is said."""
    address = site_address(handbook)
    top = urlsplit(address).path or "/"
    if not _TOP.fullmatch(top):
        return Rendered(problems=(_strange(top, handbook),))
    sent = headers(handbook.clinic.keeps_offline)
    files = {
        ".htaccess": servers.apache(top, sent),
        "_headers": servers.cloud(top, sent),
        "hosting/nginx.conf": servers.nginx(top, sent),
        "hosting/Caddyfile": servers.caddy(top, sent),
        "hosting/Containerfile": servers.container(top),
    }
    if address:
        files["robots.txt"] = f"User-agent: *\nDisallow:\n\nSitemap: {address}sitemap.xml\n"
    return Rendered({path: text.encode() for path, text in files.items()})


def _strange(top: str, handbook: Handbook) -> Problem:
    place = handbook.clinic.location("handbook-address") if handbook.clinic.handbook_address else Location("mkdocs.yml")
    message = Message("the handbook is to stand in the folder {top}, whose name not every server can be told", top=top)
    return Problem(
        place, message, Message("name the folder with the letters a to z, digits and hyphens, as in /handbook/")
    )
