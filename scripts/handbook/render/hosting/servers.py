"""The table of rules in the words of each server.

``top`` is where the site stands on its host, with a stroke before and after it: ``/`` or ``/handbook/``;
``headers`` are sent with every answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.render.hosting.rules import ASK_FIRST, HIDDEN, KEPT, PACKED, TYPES

_CACHE = "Cache-Control"
_LOST = "404.html"


def nginx(top: str, headers: Mapping[str, str]) -> str:
    """Return what belongs into a ``server`` block of nginx.

    A location with a header of its own inherits none from around it, so each has them all.
    """
    always = _nginx_headers(headers, 8)
    kept = "".join(
        f"    location {top}{folder}/ {{\n{always}        add_header {_CACHE} \"{value}\";\n    }}\n"
        for folder, value in KEPT.items()
    )
    hidden = "".join(
        f"    location {top}{name} {{\n        internal;\n    }}\n" for name in HIDDEN
    )
    types = "".join(f"        {kind} {extension};\n" for extension, kind in TYPES.items())
    return (
        "# For nginx. In the server block of your host, beside root, write:\n"
        "#     include <folder of the handbook>/hosting/nginx.conf;\n"
        f"# The handbook then stands at {top} below root.\n"
        f"location {top} {{\n"
        "    index index.html;\n"
        f"    error_page 404 {top}{_LOST};\n"
        "    charset utf-8;\n"
        f"    charset_types {' '.join(sorted({TYPES[kind] for kind in PACKED} - {'text/html'}))};\n"
        f"    types {{\n{types}    }}\n"
        "    default_type application/octet-stream;\n"
        "    server_tokens off;\n"
        "    gzip_static on;\n"
        "    gzip_vary on;\n"
        "    # brotli_static on;  # where nginx has the module for it\n"
        f"{_nginx_headers(headers, 4)}    add_header {_CACHE} \"{ASK_FIRST}\" always;\n"
        f"{kept}{hidden}"
        f"    location ~ \"^{re.escape(top)}(.*/)?\\.\" {{\n        internal;\n    }}\n"
        "}\n"
    )


def apache(top: str, headers: Mapping[str, str]) -> str:
    """Return a ``.htaccess``; what it asks for is allowed wherever ``AllowOverride FileInfo`` is."""
    always = "".join(f'    Header always set {name} "{value}"\n' for name, value in headers.items())
    kept = "".join(
        f"    Header set {_CACHE} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#^{top}{folder}/#\"\n"
        for folder, value in KEPT.items()
    )
    kinds = "|".join(PACKED)
    packed = "".join(_apache_packed(end, name, kinds) for end, name in (("br", "br"), ("gz", "gzip")))
    types = "".join(f"AddType {kind} .{extension}\n" for extension, kind in TYPES.items())
    forced = "".join(
        f'    <FilesMatch "\\.{kind}\\.(br|gz)$">\n'
        f'        ForceType "{TYPES[kind]}; charset=utf-8"\n    </FilesMatch>\n'
        for kind in PACKED
    )
    hidden = "|".join(re.escape(name) for name in HIDDEN)
    return (
        "# For Apache; it reads this file where it stands.\n"
        f"ErrorDocument 404 {top}{_LOST}\n"
        f"{types}AddCharset utf-8 {' '.join(f'.{kind}' for kind in PACKED)}\n"
        "<IfModule mod_headers.c>\n"
        f"{always}    Header set {_CACHE} \"{ASK_FIRST}\"\n{kept}"
        "</IfModule>\n"
        "<IfModule mod_alias.c>\n"
        f"    RedirectMatch 404 \"^{top}({hidden})\"\n"
        "</IfModule>\n"
        "<IfModule mod_rewrite.c>\n"
        "<IfModule mod_headers.c>\n"
        "    RewriteEngine On\n"
        f"{packed}{forced}"
        "</IfModule>\n"
        "</IfModule>\n"
    )


def caddy(top: str, headers: Mapping[str, str]) -> str:
    """Return what belongs into the block of a site of Caddy.

    Of two rules for one header the wider one would win there, so each path has one alone.
    """
    always = "".join(f'    {name} "{value}"\n' for name, value in headers.items())
    kept = "".join(f'header {top}{folder}/* {_CACHE} "{value}"\n' for folder, value in KEPT.items())
    hidden = " ".join(f"{top}{name}{'*' if name.endswith('/') else ''}" for name in HIDDEN)
    return (
        "# For Caddy. In the block of your site, beside root, write:\n"
        "#     import <folder of the handbook>/hosting/Caddyfile\n"
        f"# The handbook then stands at {top} below root.\n"
        f"header {top}* {{\n{always}}}\n"
        f"@asked {{\n    path {top}*\n    not path {' '.join(f'{top}{folder}/*' for folder in KEPT)}\n}}\n"
        f'header @asked {_CACHE} "{ASK_FIRST}"\n'
        f"{kept}"
        f"@hidden path {hidden} {top}.*\n"
        "error @hidden 404\n"
        f"file_server {top}* {{\n    precompressed br gzip\n}}\n"
        f"handle_errors {{\n    @lost path {top}*\n    header @lost {_CACHE} \"{ASK_FIRST}\"\n"
        f"    rewrite @lost {top}{_LOST}\n    file_server @lost\n}}\n"
    )


def cloud(top: str, headers: Mapping[str, str]) -> str:
    """Return ``_headers``, which hosts without a server of one's own read at the top of what they serve.

    They let browsers ask first by themselves, and some put two rules for one header together; so that is left out.
    """
    always = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    kept = "".join(f"{top}{folder}/*\n  {_CACHE}: {value}\n" for folder, value in KEPT.items())
    return f"{top}*\n{always}{kept}"


def container(top: str) -> str:
    """Return the recipe for an image with nginx and the site."""
    page = "/usr/share/nginx/html"
    lines = (
        "# For a container. In the folder of the handbook:",
        "#     docker build --file hosting/Containerfile --tag handbook . && docker run --publish 8080:80 handbook",
        "FROM docker.io/library/nginx:stable-alpine",
        f"COPY . {page}{top}",
        f"RUN printf 'server {{\\n listen 80;\\n root {page};\\n include {page}{top}hosting/nginx.conf;\\n}}\\n'"
        " > /etc/nginx/conf.d/default.conf",
    )
    return "\n".join(lines) + "\n"


def _nginx_headers(headers: Mapping[str, str], indent: int) -> str:
    return "".join(f'{" " * indent}add_header {name} "{value}" always;\n' for name, value in headers.items())


def _apache_packed(end: str, name: str, kinds: str) -> str:
    """Hand out the smaller copy of a file to whoever understands it, and say what it is."""
    return (
        f"    RewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b\n"
        f"    RewriteCond %{{REQUEST_FILENAME}}.{end} -f\n"
        f"    RewriteRule \"^(.+\\.(?:{kinds}))$\" \"$1.{end}\" [L,E=no-gzip:1]\n"
        f'    <FilesMatch "\\.({kinds})\\.{end}$">\n'
        f"        Header set Content-Encoding {name}\n"
        "        Header append Vary Accept-Encoding\n"
        "    </FilesMatch>\n"
    )
