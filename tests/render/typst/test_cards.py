"""The picture beside a link: one for each language, of one size, the same each time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from built import addressed
from handbook import outputs
from handbook.diagnostics.problems import Location
from handbook.render.output import Rendered
from handbook.render.workers import WorkerPool
from project import load, real_handbook
from render.html.conftest import themed_project

CARDS = "handbook.render.typst.cards"
AT = "https://handbook.example/"
GROUND, WHITE = (11, 85, 99), (255, 255, 255)


def drawn(root: Path | None = None) -> Rendered:
    handbook = load(root)[0] if root else real_handbook()
    assert handbook is not None
    with WorkerPool(jobs=0) as workers:
        return outputs.render(addressed(handbook, AT), (CARDS,), workers)


def test_each_language_has_one_in_its_own_words() -> None:
    files = drawn().files
    assert list(files) == ["assets/card-en.png", "assets/card-ms.png", "assets/card-ru.png"]
    assert len(set(files.values())) == 3
    assert drawn().files == files
    for content in files.values():
        assert len(content) < 100_000
        with Image.open(io.BytesIO(content)) as picture:
            assert picture.size == (1200, 630)
            colours = {colour for count, colour in picture.convert("RGB").getcolors(2**20) or () if count > 2_000}
        assert {GROUND, WHITE} <= colours


def test_whose_place_is_not_known_has_none() -> None:
    handbook = real_handbook()
    unplaced = replace(handbook, project=replace(handbook.project, site_url=""))
    with WorkerPool(jobs=0) as workers:
        assert outputs.render(unplaced, (CARDS,), workers).files == {}


@pytest.mark.parametrize(("text", "told"), [("#nonsense()", "unknown variable"), ("#{", "unclosed delimiter")])
def test_a_broken_template_is_told(tmp_path: Path, text: str, told: str) -> None:
    root = themed_project(tmp_path)
    (root / "overrides/pdf/card.typ").write_text(text)
    (problem,) = drawn(root).problems
    assert problem.location == Location("overrides/pdf/card.typ")
    assert told in problem.message
