"""Where results may go, and that they come whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coursewright.cli.fees.output_file import refuse_public, refuse_same, refuse_suffix, write_output
from coursewright.door.errors import RefusalError


def _failing() -> Iterator[bytes]:
    yield b"half"
    raise OSError("no space")


@pytest.mark.parametrize("old", [None, b"old"])
def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path, old: bytes | None) -> None:
    file = tmp_path / "esito.csv"
    if old is not None:
        file.write_bytes(old)
    with pytest.raises(OSError, match="no space"):
        write_output(file, _failing())
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([] if old is None else [old])


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "esito.csv").write_bytes(b"a longer text")
    write_output(tmp_path / "esito.csv", [b"a", b"b"])
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("esito.csv", b"ab")]


@pytest.mark.parametrize("name", ["private/esito.csv", "esito.csv", "vecchio.csv"])
def test_only_its_owner_reads_a_result_wherever_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "vecchio.csv").touch(0o644)
    write_output(tmp_path / name, [b""])
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_private_folder_is_made_for_its_owner(tmp_path: Path) -> None:
    write_output(tmp_path / "private" / "esito.csv", [b""])
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_any_other_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(RefusalError):
        write_output(tmp_path / "altrove" / "esito.csv", [b""])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("output", "is_refused"),
    [
        ("course/esito.csv", True),
        ("course/modules/esito.csv", True),
        ("course/private/../esito.csv", True),
        ("course/privately/esito.csv", True),
        ("course/modules/private/esito.csv", True),
        ("elsewhere/into-course/esito.csv", True),
        ("course/private/esito.csv", False),
        ("course/private/2023/esito.csv", False),
        ("elsewhere/esito.csv", False),
        ("course/../elsewhere/esito.csv", False),
    ],
)
def test_inside_the_course_only_private_takes_peoples_data(tmp_path: Path, output: str, is_refused: bool) -> None:
    for folder in ("course/modules", "course/private", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "elsewhere/into-course").symlink_to(tmp_path / "course")
    if is_refused:
        with pytest.raises(RefusalError):
            refuse_public(tmp_path / "course", tmp_path / output)
    else:
        refuse_public(tmp_path / "course", tmp_path / output)


def test_a_private_that_leads_into_the_course_is_public(tmp_path: Path) -> None:
    (tmp_path / "modules").mkdir()
    (tmp_path / "private").symlink_to(tmp_path / "modules")
    with pytest.raises(RefusalError):
        refuse_public(tmp_path, tmp_path / "private" / "esito.csv")


@pytest.mark.parametrize("name", ["esito.csv", "ESITO.CSV"])
def test_a_known_ending_is_taken_in_any_case(name: str) -> None:
    refuse_suffix(Path(name), (".csv", ".json"))


@pytest.mark.parametrize("name", ["esito", "esito.ods", ".csv"])
def test_an_ending_that_says_no_format_is_refused(name: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        refuse_suffix(Path(name), (".csv", ".json"))
    assert refusal.value.values["known"] == ".csv, .json"


def test_what_is_read_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "domande.csv").write_bytes(b"")
    (tmp_path / "link.csv").symlink_to(tmp_path / "domande.csv")
    with pytest.raises(RefusalError):
        refuse_same(tmp_path / "link.csv", (tmp_path / "domande.csv", None))
    refuse_same(tmp_path / "esito.csv", (tmp_path / "domande.csv", None))
