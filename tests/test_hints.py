"""Each hint that offers words, for a link or for a number that stands free, ends the problem when it is pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Location, Problem
from project import CASES, Case, check

FILES = sorted((CASES / "wrong-number").glob("*.txt"))
_LINK = re.compile(r"\[[^\]]*\]\(fact:[^)]*\)")
_WITHOUT = re.compile(r"without '(?P<words>[^']*)'")
_AROUND = re.compile(r"(?:with the words around the link this says|only a part of) '(?P<words>[^']*)'")


def pasted(line: str, problem: Problem) -> str | None:
    """Return a line with the hint's words in place of the link that it is about, or None if it offers none."""
    link = next((m for m in _LINK.finditer(line) if m.start() < problem.location.column <= m.end()), None)
    offered = _LINK.search(problem.hint)
    if link is None or offered is None:
        return None
    before, after = line[: link.start()], line[link.end() :]
    around = _AROUND.search(problem.message)
    bounds = around["words"].split(link[0][1 : link[0].index("]")]) if around else [""]
    without = [gone["words"] for gone in _WITHOUT.finditer(problem.hint)] + bounds
    for words in filter(None, map(str.strip, without)):
        before, after = before.removesuffix(f"{words} "), after.removeprefix(f" {words}")
    return before + offered[0] + after


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_hints_pass_when_pasted(file: Path, tmp_path: Path) -> None:
    folder, mode, today = Case.read(file).make(tmp_path)
    told = [problem for problem in check(folder, mode, today) if problem.check == "wrong-number"]
    offered = 0
    for problem in sorted(told, key=lambda problem: problem.location.column, reverse=True):
        page = folder / problem.location.path
        lines = page.read_text(encoding="utf-8").split("\n")
        better = pasted(lines[problem.location.line - 1], problem)
        if better is not None:
            assert better != lines[problem.location.line - 1]
            lines[problem.location.line - 1] = better
            page.write_text("\n".join(lines), encoding="utf-8")
            offered += 1
    left = [problem for problem in check(folder, mode, today) if problem.check == "wrong-number"]
    assert len(left) == len(told) - offered, [(problem.message, problem.hint) for problem in left]


FREE = sorted(file for name in ("stray-number", "different-number") for file in (CASES / name).glob("*.txt"))
_WRITE = re.compile(r"write (?P<words>\[[^\]]*\]\(fact:[^)]*\)|[^,]*)(?:, or|$)")
_SAID = re.compile(r"^(?:says (?P<other>.*?), but|(?P<rest>\S+) stands beside|the words of)")


@pytest.mark.parametrize("file", FREE, ids=lambda file: str(file.stem))
def test_numbers_that_are_offered_pass_when_pasted(file: Path, tmp_path: Path) -> None:
    folder, mode, today = Case.read(file).make(tmp_path)
    told = [problem for problem in check(folder, mode, today) if problem.check in ("stray-number", "different-number")]
    offered = 0
    for problem in sorted(told, key=lambda problem: problem.location.column, reverse=True):
        write, said = _WRITE.match(problem.hint), _SAID.match(problem.message)
        if write is None or said is None:
            continue
        page, row, at = folder / problem.location.path, problem.location.line - 1, problem.location.column - 1
        lines = page.read_text(encoding="utf-8").split("\n")
        if write["words"].startswith("["):
            link = next(m for m in _LINK.finditer(lines[row]) if m.start() <= at <= m.end())
            at, old = link.start(), link[0]
        else:
            old = said["other"] or said["rest"]
        assert lines[row][at:].startswith(old)
        lines[row] = lines[row][:at] + write["words"] + lines[row][at + len(old) :]
        page.write_text("\n".join(lines), encoding="utf-8")
        offered += 1
    left = [problem for problem in check(folder, mode, today) if problem.check in ("stray-number", "different-number")]
    assert len(left) == len(told) - offered, [(problem.message, problem.hint) for problem in left]


def test_marks_that_are_offered_pass_when_pasted(tmp_path: Path) -> None:
    file = CASES / "wrong-quotes" / "marks of another language are told.txt"
    folder, mode, today = Case.read(file).make(tmp_path)
    told = [problem for problem in check(folder, mode, today) if problem.check == "wrong-quotes"]
    offered = [pasted for problem in told if (pasted := _paste(problem, folder))]
    left = [problem.location for problem in check(folder, mode, today) if problem.check == "wrong-quotes"]
    assert left == [problem.location for problem in told if problem.location not in offered]
    assert len(offered) == len(told) - 3  # on two lines, by itself, and too long to be written out


def _paste(problem: Problem, folder: Path) -> Location | None:
    """Write a hint's words, as long as what they stand for, at its problem; None where they do not stand there."""
    page, row, at = folder / problem.location.path, problem.location.line - 1, problem.location.column - 1
    lines, words = page.read_text(encoding="utf-8").split("\n"), problem.hint.removeprefix("write ")
    old = lines[row][at : at + len(words)]
    if re.findall(r"\w+", old) != re.findall(r"\w+", words) or not re.search(r"\w", old):
        return None
    lines[row] = lines[row][:at] + words + lines[row][at + len(words) :]
    page.write_text("\n".join(lines), encoding="utf-8")
    return problem.location
