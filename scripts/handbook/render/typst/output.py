"""Every book in every edition, as files under ``print/``."""

from __future__ import annotations

from handbook.register.handbook import Handbook
from handbook.render.output import RenderContext, Rendered
from handbook.render.typst.jobs import jobs_of
from handbook.render.typst.print_job import JobResult

FOLDER = "print"
"""Where the printed handbooks stand in the site."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``print/handbook-<language>-<edition>.pdf`` for each language and edition, or what is wrong."""
    jobs, problems = jobs_of(handbook)
    results: list[JobResult] = context.workers.run(jobs)
    problems += [problem for result in results for problem in result.problems]
    files = {f"{FOLDER}/{name}": pdf for result in results for name, pdf in result.files.items()}
    hindered = any(problem.is_error for problem in problems)
    return Rendered({} if hindered else files, tuple(problems))
