"""The pages of the site, by MkDocs as a library, and their preview."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.addresses import site_address
from handbook.render.html.mkdocs_plugin import HandbookPlugin
from handbook.render.output import RenderContext, Rendered

_CONFIG = "mkdocs.yml"


_TIMED = "sitemap.xml.gz"
"""It carries the time of the build."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return every page and all it needs, but for the search; what MkDocs warns of is among the problems."""
    with TemporaryDirectory(prefix="handbook-site-") as name:
        folder = Path(name)
        problems = tuple(_build(handbook, folder))
        made = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != _TIMED)
        return Rendered({file.relative_to(folder).as_posix(): file.read_bytes() for file in made}, problems)


def serve(root: Path) -> None:
    """Show the site while it is being written, and again after each change; ends with Ctrl-C."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # not above: a build needs no web server

    _quiet()
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    mkdocs_serve(str(root / _CONFIG), watch=[str(root / "overrides")])


def _build(handbook: Handbook, folder: Path) -> list[Problem]:
    with _Listener() as heard:
        try:
            config = _config(handbook, folder)
            _plugin(config).handbook = handbook
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            return heard.problems or [Problem(Location(_CONFIG), f"MkDocs could not build the site: {error}")]
        except TemplateError as error:
            return [_template_problem(error, handbook.project.root)]
    return heard.problems


def _template_problem(error: TemplateError, root: Path) -> Problem:
    """Return what Jinja says at the line of the template it was in."""
    frames = [(frame.filename, frame.lineno or 1) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "", error.lineno))
    ours = [(Path(file), line) for file, line in frames if Path(file).is_relative_to(root / "overrides")]
    file, line = ours[-1] if ours else (root / "overrides/main.html", 1)
    message = f"the template cannot be shown: {error.message or type(error).__name__}"
    return Problem(Location(file.relative_to(root).as_posix(), line), message)


def _config(handbook: Handbook, out: Path) -> MkDocsConfig:
    """Return the configuration of a build; the page for wrong addresses needs to know where the site will stand."""
    _quiet()
    file = str(handbook.project.root / _CONFIG)
    return load_config(file, site_dir=str(out), strict=False, site_url=site_address(handbook))


def _quiet() -> None:
    """Keep the theme from printing its announcement on every build."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _plugin(config: MkDocsConfig) -> HandbookPlugin:
    plugin = config.plugins.get("handbook")
    if not isinstance(plugin, HandbookPlugin):
        raise MkDocsException("plugins: must name handbook")
    return plugin


class _Listener(logging.Handler):
    """Takes what MkDocs logs, so that nothing is printed, and keeps its warnings as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.problems.append(Problem(Location(_CONFIG), f"MkDocs says: {record.getMessage()}"))

    def __enter__(self) -> _Listener:
        self.logger = logging.getLogger("mkdocs")
        self.before = (self.logger.level, self.logger.propagate)
        self.logger.addHandler(self)
        self.logger.setLevel(logging.WARNING)
        self.logger.propagate = False
        return self

    def __exit__(self, *error: object) -> None:
        self.logger.removeHandler(self)
        self.logger.setLevel(self.before[0])
        self.logger.propagate = self.before[1]
