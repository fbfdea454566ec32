"""Problems as text, as annotations and as SARIF: each with the complete expected output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.reports import as_github, as_sarif, as_text, count

RECOVERY = "# Восстановление\n\nКорочки отпадают через [3–8 дней](fact:crusts-last).\n"
WRONG_NUMBER = Problem(
    Location("docs/ru/recovery.md", 3, 25, 8),
    "says 3–8 days, but crusts-last is 3–7 days",
    "write [3–7 дней](fact:crusts-last)",
    check="wrong-number",
)
OVERDUE = Problem(
    Location("docs/data/facts/recovery.yml", 7),
    "crusts-last was to be reviewed by 2027-11-20",
    severity=Severity.WARNING,
    check="overdue-review",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    page = tmp_path / "docs/ru/recovery.md"
    page.parent.mkdir(parents=True)
    page.write_text(RECOVERY, encoding="utf-8")
    return tmp_path


def excerpt(tmp_path: Path, line: str, marked: str) -> str:
    """Show the excerpt of one line with `marked` underlined, without place and message."""
    (tmp_path / "page.md").write_text(line, encoding="utf-8")
    location = Location("page.md", 1, line.index(marked) + 1, len(marked))
    shown = as_text([Problem(location, "m")], tmp_path).split("\n")
    return "\n".join(shown[1:3])


def test_text_shows_place_sentence_marked_words_hint_and_count(root: Path) -> None:
    assert as_text([WRONG_NUMBER, OVERDUE], root) == (
        "docs/ru/recovery.md:3:25: error[wrong-number] says 3–8 days, but crusts-last is 3–7 days\n"
        "     3 | Корочки отпадают через [3–8 дней](fact:crusts-last).\n"
        "       |                         ^^^^^^^^\n"
        "  hint: write [3–7 дней](fact:crusts-last)\n"
        "docs/data/facts/recovery.yml:7:1: warning[overdue-review] crusts-last was to be reviewed by 2027-11-20\n"
        "\n"
        "1 error, 1 warning\n"
    )


def test_nothing_is_said_about_no_problems(root: Path) -> None:
    assert as_text([], root) == ""
    assert count([]) == "no problems"


def test_a_problem_without_a_check_has_no_brackets(tmp_path: Path) -> None:
    assert as_text([Problem(Location("mkdocs.yml"), "there is no mkdocs.yml")], tmp_path) == (
        "mkdocs.yml:1:1: error: there is no mkdocs.yml\n\n1 error\n"
    )


def test_colour_is_only_there_on_request(root: Path) -> None:
    assert "\033" not in as_text([WRONG_NUMBER], root)
    assert "\033[1;31merror[wrong-number]\033[0m says" in as_text([WRONG_NUMBER], root, colour=True)


@pytest.mark.parametrize(
    ("line", "marked", "expected"),
    [
        ("\tafter 3 days", "3 days", "     1 |     after 3 days\n       |           ^^^^^^"),
        ("日本 3 days", "3 days", "     1 | 日本 3 days\n       |      ^^^^^^"),
        ("cafe\u0301 3 days", "3 days", "     1 | cafe\u0301 3 days\n       |      ^^^^^^"),
        ("end", "end", "     1 | end\n       | ^^^"),
    ],
    ids=["tab", "wide", "combining", "whole line"],
)
def test_carets_stand_under_the_words(tmp_path: Path, line: str, marked: str, expected: str) -> None:
    assert excerpt(tmp_path, line, marked) == expected


def test_of_a_long_line_the_part_around_the_words_is_shown(tmp_path: Path) -> None:
    source, carets = excerpt(tmp_path, "a" * 300 + "MARK" + "b" * 300, "MARK").split("\n")
    assert source == "     1 | …" + "a" * 52 + "MARK" + "b" * 52 + "…"
    assert carets == "       | " + " " * 53 + "^^^^"


def test_a_place_beyond_the_end_of_its_line_is_marked_at_the_end(root: Path) -> None:
    problem = Problem(Location("docs/ru/recovery.md", 1, 99, 5), "m")
    assert as_text([problem], root).split("\n")[1:3] == [
        "     1 | # Восстановление",
        "       |                 ^",
    ]


def test_what_a_page_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "\033[2J\u202e3 days", "3 days") == "     1 | �[2J�3 days\n       |      ^^^^^^"
    message = as_text([Problem(Location("x.md"), "says\n::error::no\033[0m")], tmp_path)
    assert message == "x.md:1:1: error: says ::error::no�[0m\n\n1 error\n"


def test_no_line_is_shown_from_outside_the_project(root: Path) -> None:
    inside = root / "docs"
    assert as_text([Problem(Location("../docs/ru/recovery.md", 3), "m")], inside / "ru").count("\n") == 3


def test_github_annotations_escape_text_and_properties() -> None:
    hard = Problem(Location("docs/en/a,b:c.md", 2, 5, 3), "100%\nsure", check="wrong-number")
    assert as_github([WRONG_NUMBER, OVERDUE, hard]) == (
        "::error file=docs/ru/recovery.md,line=3,col=25,endColumn=33,title=wrong-number::"
        "says 3–8 days, but crusts-last is 3–7 days%0Ahint: write [3–7 дней](fact:crusts-last)\n"
        "::warning file=docs/data/facts/recovery.yml,line=7,col=1,endColumn=2,title=overdue-review::"
        "crusts-last was to be reviewed by 2027-11-20\n"
        "::error file=docs/en/a%2Cb%3Ac.md,line=2,col=5,endColumn=8,title=wrong-number::100%25%0Asure\n"
    )


def test_sarif_names_its_rules_and_counts_columns_in_characters() -> None:
    unnamed = Problem(Location("docs/en/a b.md"), "is not UTF-8")
    rules = {"wrong-number": "Compare numbers with the register.\n\nA patient needs it."}
    assert json.loads(as_sarif([WRONG_NUMBER, unnamed], rules, "0.1.0")) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "handbook",
                        "version": "0.1.0",
                        "rules": [
                            {
                                "id": "wrong-number",
                                "shortDescription": {"text": "Compare numbers with the register."},
                                "help": {"text": "Compare numbers with the register.\n\nA patient needs it."},
                            },
                            {"id": "handbook"},
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "wrong-number",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {
                            "text": "says 3–8 days, but crusts-last is 3–7 days\n"
                            "hint: write [3–7 дней](fact:crusts-last)"
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "docs/ru/recovery.md",
                                        "uriBaseId": "%SRCROOT%",
                                    },
                                    "region": {"startLine": 3, "startColumn": 25, "endColumn": 33},
                                }
                            }
                        ],
                    },
                    {
                        "ruleId": "handbook",
                        "ruleIndex": 1,
                        "level": "error",
                        "message": {"text": "is not UTF-8"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "docs/en/a%20b.md",
                                        "uriBaseId": "%SRCROOT%",
                                    },
                                    "region": {"startLine": 1, "startColumn": 1, "endColumn": 2},
                                }
                            }
                        ],
                    },
                ],
            }
        ],
    }
