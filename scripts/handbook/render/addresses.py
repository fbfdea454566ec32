"""Where a page stands on the site."""

from __future__ import annotations

import re

_PAGE = re.compile(r"^(?P<page>[^:#?]+)\.md(?P<anchor>#[\w-]+)?$")


def web_address(path: str) -> str:
    """Return the address of the site's page made from ``recovery/day-by-day.md``."""
    return _PAGE.sub(lambda found: f"{found['page']}.html{found['anchor'] or ''}", path)
