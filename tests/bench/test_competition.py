"""An instance in a file is searched, and its figures are the validator's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.competition import CompetitionResult, report_competition, results
from tests.timetable.planner.ctt import CttError
from tests.timetable.planner.ctt_penalties import Penalties
from tests.timetable.planner.test_ctt import TINY


def test_instance_has_its_figures_and_the_best_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    files = [tmp_path / "comp01.ctt", tmp_path / "another.ctt"]
    for file in files:
        file.write_text(TINY, encoding="utf-8")
    found = [replace(each, seconds=0, effort=0) for each in results(files, effort=20)]
    best = Penalties(curriculum_compactness=2)
    assert found == [CompetitionResult("comp01", 0, 0, best, 2, 5), CompetitionResult("another", 0, 0, best, 2, None)]


def test_instance_without_a_timetable_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "impossible.ctt"
    file.write_text(TINY.replace("canto ada 1 1 25", "canto ada 6 1 25"), encoding="utf-8")
    [found] = report_competition([file], effort=20)
    row = capsys.readouterr().out.splitlines()[-1].split()
    assert (found.found, row[0], row[3]) == (None, "impossible", "none")


def test_file_that_is_no_instance_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "comp01.ctt"
    file.write_text("Name: Tiny\n", encoding="utf-8")
    with pytest.raises(CttError, match="line 1: the text ends"):
        list(results([file], effort=1))
