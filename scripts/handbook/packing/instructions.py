"""A page for whoever uploads the handbook: what to do on each kind of host, in one language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from html import escape

from handbook.language.interface import fill
from handbook.language.languages import Language

HOSTS: Mapping[str, str] = {
    "apache": ".htaccess",
    "nginx": "hosting/nginx.conf",
    "caddy": "hosting/Caddyfile",
    "cloud": "_headers",
    "container": "hosting/Containerfile",
}
"""Kinds of hosts, with the file that is for each; where the site has none, nothing is said of that kind."""

_ORDER = ("intro", "upload", *HOSTS, "stick", "look", "compare")
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
)
_CODE = re.compile(r"`([^`]+)`")


def write_instructions(
    words: Mapping[str, str], gaps: Mapping[str, str], paths: Collection[str], language: Language
) -> bytes:
    """Return the page; ``words`` are those of interview/<language>.yml, ``paths`` the files of the site."""
    sections = [name for name in _ORDER if name not in HOSTS or HOSTS[name] in paths]
    body = "".join(line for name in sections for line in _section(fill(words[name], gaps)))
    title = escape(fill(words["title"], gaps))
    return (
        f'<!doctype html>\n<html lang="{language.code}" dir="{language.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    ).encode()


def _section(text: str) -> Iterator[str]:
    """Yield a section: the first line of its words is its heading, each further line a paragraph."""
    heading, *paragraphs = text.strip().split("\n")
    yield f"<h2>{_marked(heading)}</h2>\n"
    yield from (f"<p>{_marked(paragraph)}</p>\n" for paragraph in paragraphs)


def _marked(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text))
