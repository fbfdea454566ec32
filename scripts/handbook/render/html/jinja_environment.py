"""Jinja as MkDocs uses it, less what a site of three languages would pay for three times.

MkDocs makes an environment for every pass. Each time it lists all 14,000 files of the theme to publish them, of which
we need none, and compiles every template anew; together that is a third of a build.
"""

from __future__ import annotations

from io import BytesIO

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


class Compiled(BytecodeCache):
    """Keeps compiled templates in memory from one pass to the next."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if it was compiled before and is unchanged."""
        if bucket.key in self.kept:
            bucket.load_bytecode(BytesIO(self.kept[bucket.key]))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


class _Listing(FileSystemLoader):
    """Finds every template of the theme, but lists no file of it: MkDocs would copy what is listed."""

    def list_templates(self) -> list[str]:
        """Return nothing."""
        return []


def environment(theme: Theme, compiled: Compiled) -> Environment:
    """Return an environment for one pass, whose values are escaped; MkDocs itself escapes nothing in its templates."""
    made = Theme.get_env(theme)
    made.loader = _Listing(theme.dirs)
    made.bytecode_cache = compiled
    made.autoescape = True
    made.trim_blocks = made.lstrip_blocks = True  # a line that only decides something leaves no empty line
    return made
