"""The handbook from its first step to its last: load, check, site and print side by side, pack."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import checks, pack
from handbook.checks import Mode
from handbook.compression import smaller_copies
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.memory.known import Known
from handbook.memory.parts import Parts
from handbook.memory.stamps import stamp_of
from handbook.memory.store import keep, recall
from handbook.outputs import COMPILER, OUTPUTS, render
from handbook.project import Project
from handbook.register import schemas
from handbook.register.clinic import EXAMPLE_FILE
from handbook.register.clinic_form import write_form
from handbook.register.clinic_questions import load_form_words, questions_of
from handbook.register.edition_choice import ALL, Wanted, choose, companions
from handbook.register.handbook import Handbook
from handbook.register.loader import load_handbook
from handbook.register.originals import with_originals
from handbook.register.selection import EVERYTHING, Selection, left_out, select
from handbook.render.editions import not_printed
from handbook.render.output import Keeper, RenderContext, make_anew
from handbook.render.workers import WorkerPool
from handbook.staging import replace_files, staged, write_files

_FOUNDATION = (
    "mkdocs.yml", "docs/data/facts/", "docs/data/sources.yml", "docs/data/decisions.yml",
    "docs/data/our-clinic.yml", "docs/data/example-clinic.yml", "docs/data/clinic.yml",
    "docs/data/units.yml", "docs/data/countries.yml", "docs/data/warning-signs.yml", "docs/data/signs/",
    "docs/data/pictures.yml", "docs/images/", "docs/data/languages/", "docs/data/interface/",
    "docs/data/editions.yml",
)  # fmt: skip
"""What every check stands on. While it has mistakes, checks would tell the same mistakes again, page by page."""

Progress = Callable[[str], None]
"""Is told what is going on, one short sentence a step."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a project."""

    root: Path
    today: datetime.date
    mode: Mode = Mode.CHECK
    selection: Selection = EVERYTHING
    """The languages and chapters that are wanted."""
    remember: bool = False
    """Whether what was found last time and still holds is not looked for again."""
    wanted: Wanted = ALL
    """The editions that are wanted, where something is printed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A handbook that was read, with everything that is wrong with it."""

    handbook: Handbook | None
    """None where mkdocs.yml is no configuration to build on."""
    problems: list[Problem]
    shown: Handbook | None = None
    """As much of it as was chosen, as readers are shown it."""
    keep: Keeper = make_anew
    """Keeps what is made of that."""

    @property
    def buildable(self) -> Handbook | None:
        """What is to be shown, if nothing is wrong that hinders a build."""
        return None if _has_errors(self.problems) else self.shown


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of printing."""

    problems: list[Problem]
    files: tuple[str, ...] = ()
    """The names of the files that were made."""


def read(root: Path, today: datetime.date, remember: bool = False) -> Checked:
    """Read the project at ``root`` without checking what its pages say."""
    project, problems = Project.read(root)
    if project is None:
        return Checked(None, problems)
    stamp = stamp_of(project.root, today) if remember else None
    known = recall(project.root, stamp) if stamp else None
    loaded = known.read() if known else load_handbook(project, today)
    return Checked(loaded.handbook, problems + loaded.problems, loaded.handbook)


def check(request: Request) -> Checked:
    """Read a project and check it, or what is chosen of it."""
    return _checked(*Project.read(request.root), request)


def build(request: Request, out: Path, tell: Progress) -> list[Problem]:
    """Make the whole handbook in ``out``, or say why not; ``out`` then stays as it was."""
    _refuse_foreign(out)
    tell(Message("Reading and checking"))
    project, problems = Project.read(request.root)
    with _workers(project) as workers:
        checked = _checked(project, problems, request)
        if checked.buildable is None:
            return checked.problems
        tell(Message("Making the site and the printed handbooks"))
        return checked.problems + _make(checked.buildable, out, workers, checked.keep)


def make_print(request: Request, out: Path, tell: Progress) -> Printed:
    """Make the printed handbooks alone, or those of them that are wanted, in ``out``; other files there stay."""
    from handbook.render.typst.prints import begin  # not above: a check prints nothing

    tell(Message("Reading and checking"))
    project, problems = Project.read(request.root)
    few = request.selection if request.wanted else EVERYTHING  # of few prints one process for each language is enough
    with _workers(project, few) as workers:
        checked = _checked(project, problems, request)
        if checked.buildable is None:
            return Printed(checked.problems)
        chosen, wrong = chosen_to_print(checked, checked.buildable, request)
        if wrong:
            return Printed([*wrong, *checked.problems])
        tell(Message("Making the printed handbooks"))
        prints = begin(chosen, RenderContext(workers, out, checked.keep), bool(request.wanted))()
    problems = [*checked.problems, *prints.problems]
    if _has_errors(problems):
        return Printed(problems)
    replace_files(prints.files, out)
    return Printed(problems, tuple(prints.files))


def chosen_to_print(checked: Checked, shown: Handbook, request: Request) -> tuple[Handbook, list[Problem]]:
    """Return what is ``shown`` of a handbook with the editions that are wanted alone, or why they cannot be printed.

    They may be named in any language, also in one that is not chosen. A language that is not chosen, and is shown
    because it stands beside one that is, is printed there alone.
    """
    whole = checked.handbook or shown
    chosen, problems = choose(shown, request.wanted, whole.languages)
    if problems or not request.wanted:
        return chosen, problems
    codes = request.selection.codes(whole.project.codes)
    chosen = replace(chosen, editions=tuple(replace(edition, languages=codes) for edition in chosen.editions))
    return chosen, list(not_printed(chosen, [language.code for language in whole.printed]))


def make_form(root: Path, today: datetime.date) -> list[Problem]:
    """Write the form for clinics anew, docs/data/example-clinic.yml, if nothing is wrong with what it is made from.

    What is wrong with the form as it stands is not told: it is written over.
    """
    project, problems = Project.read(root)
    if project is None:
        return problems
    loaded = load_handbook(project, today)
    problems += (problem for problem in loaded.problems if problem.location.path != EXAMPLE_FILE)
    words = load_form_words(project, problems)
    if words is not None and not _has_errors(problems):
        form = write_form(questions_of(loaded.handbook, words), words)
        replace_files({Path(EXAMPLE_FILE).name: form.encode()}, project.data_folder)
    return problems


def make_schemas(root: Path, today: datetime.date) -> list[Problem]:
    """Write the schemas of the data files into the project, unless the register cannot be read as a whole."""
    project, problems = Project.read(root)
    if project is None:
        return problems
    loaded = load_handbook(project, today)
    problems = [problem for problem in (*problems, *loaded.problems) if problem.is_error and _is_under_all(problem)]
    if not problems:
        replace_files(schemas.make_schemas(loaded.handbook), root / schemas.FOLDER)
    return problems


def is_founded(problems: Sequence[Problem]) -> bool:
    """Tell whether nothing is wrong with what every check and every page stands on."""
    return not any(problem.is_error and _is_under_all(problem) for problem in problems)


def _workers(project: Project | None, selection: Selection = EVERYTHING) -> WorkerPool:
    """Start the processes that print; they get ready while the pages are read."""
    return WorkerPool((COMPILER,), len(selection.codes(project.codes)) if project else 0)


def _checked(project: Project | None, problems: list[Problem], request: Request) -> Checked:
    if project is None:
        return Checked(None, problems)
    today, mode = request.today, request.mode
    stamp = stamp_of(project.root, today) if request.remember and mode is not Mode.RELEASE else None
    known = recall(project.root, stamp) if stamp else None
    loaded = known.read() if known else load_handbook(project, today)
    handbook, problems = loaded.handbook, problems + loaded.problems
    if not is_founded(problems):
        return Checked(handbook, problems)
    selection = request.selection.with_languages(companions(handbook, request.wanted))
    chosen, found = select(handbook, selection)
    if _has_errors(found):
        return Checked(handbook, [*found, *problems])
    quiet = left_out(handbook, chosen)
    problems = [problem for problem in problems if problem.location.path not in quiet]
    holds = known.holds() if known else checks.NOTHING
    looked = checks.find(handbook, mode, holds)
    if stamp and not known and stamp == stamp_of(project.root, today):  # nobody has written meanwhile
        keep(project.root, stamp, Known(loaded, looked))
    newer = with_originals(handbook)
    shown = chosen if newer is handbook else select(newer, selection)[0]
    parts = Parts(project.root, today, stamp, handbook.source.code, repr(selection)) if stamp else make_anew
    return Checked(handbook, [*found, *problems, *checks.tell(looked, handbook, mode, chosen)], shown, parts)


def _make(handbook: Handbook, out: Path, workers: WorkerPool, keep: Keeper) -> list[Problem]:
    """Make every output, and put them in the place of ``out`` if nothing is wrong."""
    from handbook.render.html.audit import audit  # not above: a check needs no templates

    rendered = render(handbook, OUTPUTS, workers, out, keep)
    problems = list(rendered.problems)
    if _has_errors(problems):
        return problems
    with ThreadPoolExecutor(1) as threads:
        copies = threads.submit(smaller_copies, rendered.files, out)
        problems += audit(rendered.files, handbook)
    if not _has_errors(problems):
        with staged(out) as stage:
            write_files({**rendered.files, **copies.result()}, stage.folder)
            pack.write(stage.folder)
            stage.publish()
    return problems


def _is_under_all(problem: Problem) -> bool:
    return problem.location.path.startswith(_FOUNDATION)


def _has_errors(problems: Sequence[Problem]) -> bool:
    return any(problem.is_error for problem in problems)


def _refuse_foreign(out: Path) -> None:
    """Raise FileExistsError where ``out`` is no folder that a build has made: replacing it would lose its files."""
    if out.exists() and not (out / pack.SUMS).exists() and (not out.is_dir() or any(out.iterdir())):
        reason = Message("it holds something else than a handbook; delete it, or name another folder with --out")
        raise FileExistsError(errno.EEXIST, reason, str(out))
