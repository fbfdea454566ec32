"""The pages of the site, by MkDocs as a library."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.addresses import site_address
from handbook.render.html.jinja_environment import Compiled
from handbook.render.html.mkdocs_adapter import STYLE_SHEET, restrict
from handbook.render.html.mkdocs_plugin import HandbookPlugin
from handbook.render.html.page_text import PageText, texts_of
from handbook.render.html.single_file import whole_files
from handbook.render.html.worker import WORKER, write_worker
from handbook.render.output import RenderContext, Rendered

_CONFIG = "mkdocs.yml"
_TEMPLATES = "overrides"
_TIMED = "sitemap.xml.gz"
"""It carries the time of the build."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return every page and all it needs, but for the search; what MkDocs warns of is among the problems."""
    with TemporaryDirectory(prefix="handbook-site-") as name:
        folder = Path(name)
        problems = tuple(_build(handbook, folder, texts_of(handbook, context.keep)))
        made = _made(folder)
        style = made.get(STYLE_SHEET, b"").decode()
        if any(problem.is_error for problem in problems):
            return Rendered(made, problems)
        worker = write_worker(made, handbook)
        return Rendered({**made, WORKER: worker, **whole_files(made, style, handbook)}, problems)


def render_pages(handbook: Handbook, documents: Collection[str], templates: Compiled) -> Rendered:
    """Return the pages made of some Markdown files, in every language that shows them, and what belongs to no page.

    ``templates`` keeps compiled templates from one call to the next.
    """
    with TemporaryDirectory(prefix="handbook-preview-") as name:
        problems = _build(handbook, Path(name), {}, frozenset(documents), templates)
        return Rendered(_made(Path(name)), tuple(problems))


def _made(folder: Path) -> dict[str, bytes]:
    made = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != _TIMED)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in made}


def _build(
    handbook: Handbook,
    folder: Path,
    texts: Mapping[str, PageText],
    only: frozenset[str] | None = None,
    templates: Compiled | None = None,
) -> list[Problem]:
    root = handbook.project.root
    with _Listener() as heard:
        try:
            config = _config(handbook, folder)
            restrict(config, handbook)
            plugin = _plugin(config)
            plugin.handbook, plugin.only, plugin.compiled = handbook, only, templates or Compiled()
            plugin.known = texts
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            return heard.problems or [
                Problem(Location(_CONFIG), Message("MkDocs could not build the site: {error}", error=error))
            ]
        except Exception as error:
            if not (isinstance(error, TemplateError) or _ours(error, root)):
                raise
            return [_template_problem(error, root)]
    return heard.problems


def _template_problem(error: Exception, root: Path) -> Problem:
    """Return what went wrong in a template, at its line there."""
    ours = _ours(error, root)
    if isinstance(error, TemplateSyntaxError) and Path(error.filename or "").is_relative_to(root / _TEMPLATES):
        ours.append((Path(error.filename or ""), error.lineno))
    file, line = ours[-1] if ours else (root / _TEMPLATES / "main.html", 1)
    message = Message("the template cannot be shown: {cause}", cause=str(error) or type(error).__name__)
    return Problem(Location(file.relative_to(root).as_posix(), line), message)


def _ours(error: Exception, root: Path) -> list[tuple[Path, int]]:
    """Return the lines of the project's templates that an error came through, the outermost first."""
    frames = [(Path(frame.filename), frame.lineno or 1) for frame in extract_tb(error.__traceback__)]
    return [(file, line) for file, line in frames if file.is_relative_to(root / _TEMPLATES)]


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
        raise MkDocsException(Message("plugins: must name handbook"))
    return plugin


class _Listener(logging.Handler):
    """Takes what MkDocs logs, so that nothing is printed, and keeps its warnings as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.problems.append(Problem(Location(_CONFIG), Message("MkDocs says: {said}", said=record.getMessage())))

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
