"""Commands killed at each of their operations on files: what is there is old or new, and the next run works.

In every trial the next run brings about what a run that nobody killed does, byte for byte, and nothing hidden of ours
is left.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from coursewright.cli import system_calls, workers
from coursewright.cli.commands import build, calendar, settle  # noqa: F401 (loaded once, for all that is forked)
from coursewright.cli.commands.new import course as new_course  # noqa: F401
from coursewright.cli.commands.new import module as new_module  # noqa: F401
from tests.checks.course_folder import COHORT, FIRST, CourseFolder
from tests.cli.fees.applying import ROWS, give_fees, write_applications
from tests.cli.killing import KILLED, Work, command, done, killed_at, operations

Contents = dict[str, bytes | None]
_SETTLE = ("settle", "c-2023", "private/domande.csv", "--output", "private/esito.csv")
_CALENDAR = ("calendar", "c-2023", "--output", "fuori")
_COURSE = ("new", "course")
_BUILD = ("build", "--jobs", "1")
# How many of the processes of `make audit` share the operations of a build.
_SHARES = 8


@dataclass(frozen=True)
class Trials:
    """A command in copies of one folder, where ``shown`` is what people look at.

    ``setting`` changes the system that a run finds. Copies lie one after the other in the same place: what is made of
    them may say where it was made.
    """

    base: Path
    copy: Path
    arguments: tuple[str | Path, ...]
    shown: str
    setting: Callable[[], None] = lambda: None
    started_in: str = ""

    def fresh(self) -> Path:
        """A copy as the command finds it."""
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.base, self.copy, symlinks=True)
        return self.copy

    def work(self) -> Work:
        """The command in the copy."""
        run = command(self.copy / self.started_in, *self.arguments)

        def work() -> int:
            self.setting()
            return run()

        return work

    def count(self) -> int:
        """How many operations it makes."""
        return len(operations(self.fresh(), self.work()))

    def whole(self) -> tuple[Contents, Contents, Contents]:
        """What is shown before and after a run that nobody kills, and all that there is after it."""
        before = contents(self.fresh() / self.shown)
        assert done(self.work()) == 0
        return before, contents(self.copy / self.shown), contents(self.copy)

    def kill(self, numbers: Collection[int], is_whole: bool = True, alone: bool = False) -> None:
        """Kill it at each operation; if it ``is_whole``, what is shown then is all old or all new."""
        before, after, everything = self.whole()
        for number in numbers:
            folder = self.fresh()
            assert killed_at(number, folder, self.work(), alone) == KILLED
            shown = contents(folder / self.shown)
            if is_whole:
                assert shown in (before, after), f"killed at {number}"
            assert _each_is_one_of(shown, before, after), f"killed at {number}"
            assert done(self.work()) == 0, f"after a kill at {number}"
            assert contents(folder) == everything, f"after a kill at {number}"


def contents(folder: Path) -> Contents:
    """All that is in a folder, hidden or not: files with their bytes, folders; a build's cache by its first names."""
    found: Contents = {}
    for place, folders, files in os.walk(folder):
        if Path(place).parent.name == ".cache":
            folders[:], files = [], sorted([*folders, *files])
            found.update({f"{Path(place, name).relative_to(folder)}": None for name in files})
            continue
        found.update({f"{Path(place, name).relative_to(folder)}": None for name in folders})
        found.update({f"{Path(place, name).relative_to(folder)}": Path(place, name).read_bytes() for name in files})
    return found


def _each_is_one_of(shown: Contents, before: Contents, after: Contents) -> bool:
    """Whether each file that is shown is the old one or the new one; hidden ones of ours apart."""
    return all(
        content in (before.get(name, content), after.get(name, content))
        for name, content in shown.items()
        if ".coursewright-" not in name
    )


def _without_nameless_files() -> None:
    del os.O_TMPFILE


def _without_exchange() -> None:
    system_calls._exchange = lambda *_: errno.EINVAL


def _without_both() -> None:
    _without_nameless_files()
    _without_exchange()


SYSTEMS = [
    pytest.param(lambda: None, id="this system"),
    pytest.param(_without_both, id="neither nameless files nor exchange"),
]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with applications, a settlement, a calendar and a site, all older than its texts."""
    made = give_fees(CourseFolder.minimal(tmp_path_factory.mktemp("kills") / "course"))
    write_applications(made.root / "private/domande.csv", ROWS[:4])
    for arguments in (_SETTLE, _CALENDAR, _BUILD):
        assert done(command(made.root, *arguments)) == 0
    (made.root / "fuori/mio.txt").write_text("scritto da altri")
    write_applications(made.root / "private/domande.csv", ROWS[:5])
    made.replace(COHORT, "id: s2,", "id: s2, cancelled: Neve,")
    made.replace(FIRST, "Il testo del primo modulo.", "Il testo rifatto del primo modulo.")
    return made.root


@pytest.fixture
def trials(course: Path, tmp_path: Path) -> Callable[..., Trials]:
    """Trials of a command in the course."""
    return lambda arguments, shown, **more: Trials(course, tmp_path / "course", arguments, shown, **more)


@pytest.mark.audit
@pytest.mark.parametrize("setting", SYSTEMS)
@pytest.mark.parametrize("output", ["private/esito.csv", "private/nuovo.csv"], ids=["over an old one", "new"])
def test_a_killed_settlement_leaves_the_old_file_or_the_new_one(
    trials: Callable[..., Trials], output: str, setting: Callable[[], None]
) -> None:
    these = trials((*_SETTLE[:-1], output), output, setting=setting)
    these.kill(range(these.count()))


def test_a_killed_settlement_leaves_no_copy_where_files_need_no_name(course: Path, tmp_path: Path) -> None:
    these = Trials(course, tmp_path / "course", (*_SETTLE[:-1], "private/nuovo.csv"), "private")
    for number in range(these.count()):
        killed_at(number, these.fresh(), these.work())
        assert {path.name for path in (these.copy / "private").iterdir()} <= {"domande.csv", "esito.csv", "nuovo.csv"}


@pytest.mark.audit
@pytest.mark.parametrize("output", ["fuori", "nuova", "nuova/dentro"])
def test_a_killed_calendar_leaves_all_files_old_or_all_new(trials: Callable[..., Trials], output: str) -> None:
    these = trials((*_CALENDAR[:-1], output), output)
    these.kill(range(these.count()))


@pytest.mark.audit
@pytest.mark.parametrize("setting", SYSTEMS)
def test_a_killed_calendar_among_folders_of_others_is_completed_by_the_next_run(
    course: Path, tmp_path: Path, setting: Callable[[], None]
) -> None:
    shutil.copytree(course, tmp_path / "base")
    (tmp_path / "base/fuori/altro").mkdir()
    these = Trials(tmp_path / "base", tmp_path / "course", _CALENDAR, "fuori", setting)
    these.kill(range(these.count()), is_whole=False)


def test_what_somebody_saves_while_a_calendar_is_killed_is_not_lost(trials: Callable[..., Trials]) -> None:
    these = trials(_CALENDAR, "fuori")
    events = operations(these.fresh(), these.work())
    for number in (events.index("coursewright.exchange"), events.index("coursewright.exchange") + 1):
        folder = these.fresh()
        assert killed_at(number, folder, these.work()) == KILLED
        (aside,) = folder.glob(".fuori.coursewright-*")
        (folder / "fuori/mio.txt").unlink()
        (folder / "fuori/mio.txt").write_text("rifatto da altri")
        (aside / "altro.txt").write_text("salvato nell'altra")
        assert done(these.work()) == 0
        assert (folder / "fuori/mio.txt").read_text() == "rifatto da altri"
        assert (folder / "fuori/altro.txt").read_text() == "salvato nell'altra"
        assert not aside.exists()


@pytest.mark.audit
@pytest.mark.parametrize("setting", SYSTEMS)
@pytest.mark.parametrize(
    ("there", "started_in", "target"),
    [("", "", "corso"), ("", "", "a/b/corso"), ("corso", "", "corso")],
    ids=["new", "deep", "empty"],
)
def test_a_killed_new_course_is_all_there_or_not_at_all(
    tmp_path: Path, there: str, started_in: str, target: str, setting: Callable[[], None]
) -> None:
    (tmp_path / "base" / there).mkdir(parents=True)
    these = Trials(tmp_path / "base", tmp_path / "copy", (*_COURSE, target), target, setting, started_in)
    these.kill(range(these.count()))


@pytest.mark.audit
@pytest.mark.parametrize("setting", SYSTEMS)
@pytest.mark.parametrize(("there", "started_in", "target"), [("corso", "corso", "."), ("corso/.git", "", "corso")])
def test_a_killed_new_course_where_the_folder_has_to_stay_is_completed_by_the_next_run(
    tmp_path: Path, there: str, started_in: str, target: str, setting: Callable[[], None]
) -> None:
    (tmp_path / "base" / there).mkdir(parents=True)
    these = Trials(tmp_path / "base", tmp_path / "copy", (*_COURSE, target), "corso", setting, started_in)
    these.kill(range(these.count()), is_whole=False)


def test_a_killed_new_module_is_whole_and_another_one_clears_up(trials: Callable[..., Trials]) -> None:
    these = trials(("new", "module", "terzo"), ".", setting=_without_both)
    before, _, after = these.whole()
    for number in range(these.count()):
        folder = these.fresh()
        assert killed_at(number, folder, these.work()) == KILLED
        assert _each_is_one_of(contents(folder), before, after)
        assert done(command(folder, "new", "module", "quarto")) == 0
        assert not list(folder.rglob(".*.coursewright-*"))


def test_a_build_killed_after_the_exchange_leaves_the_new_site(trials: Callable[..., Trials]) -> None:
    these = trials(_BUILD, "_build/html")
    events = operations(these.fresh(), these.work())
    these.kill([events.index("coursewright.exchange") + 1])


@pytest.mark.parametrize("tied", [True, False], ids=["by the system", "by a pipe"])
def test_workers_end_with_a_build_that_is_killed_alone(course: Path, tmp_path: Path, tied: bool) -> None:
    """Two of them are at work, for longer than the test waits, when a third one is to be made."""
    base = CourseFolder(Path(shutil.copytree(course, tmp_path / "base", ignore=shutil.ignore_patterns("_build"))))
    base.write("conf.py", _SLOW_IN_WORKERS)

    def setting() -> None:
        os.environ["COURSEWRIGHT_TEST_SLOW"] = "1"
        if not tied:
            setattr(workers, "kill_with_parent", lambda: False)  # noqa: B010 (it is imported there)

    these = Trials(base.root, tmp_path / "course", ("build", "--jobs", "3"), "_build/html")
    forks = _forks(operations(these.fresh(), these.work()))
    slow = replace(these, setting=setting)
    assert killed_at(forks[2], slow.fresh(), slow.work(), alone=True) == KILLED
    assert done(these.work()) == 0


_SLOW_IN_WORKERS = """\
import multiprocessing, os, time

extensions = ["coursewright.sphinx_ext"]


def wait(*_):
    if "COURSEWRIGHT_TEST_SLOW" in os.environ and multiprocessing.parent_process() is not None:
        time.sleep(60)


def setup(app):
    app.connect("source-read", wait)
"""


def _forks(events: Sequence[str]) -> list[int]:
    """The numbers of the operations that make a worker."""
    return [number for number, event in enumerate(events) if event == "os.fork"]


@pytest.mark.audit
def test_a_build_killed_alone_around_the_making_of_its_workers_leaves_a_whole_site(
    trials: Callable[..., Trials],
) -> None:
    these = trials(("build", "--jobs", "2"), "_build/html")
    forks = _forks(operations(these.fresh(), these.work()))
    these.kill(sorted({number + way for number in forks for way in range(-1, 8)}), alone=True)


@pytest.mark.audit
@pytest.mark.parametrize("share", range(_SHARES))
def test_a_build_killed_anywhere_leaves_the_old_site_or_the_new_one(trials: Callable[..., Trials], share: int) -> None:
    these = trials(_BUILD, "_build/html")
    these.kill(range(share, these.count(), _SHARES))


@pytest.mark.audit
@pytest.mark.parametrize("share", range(_SHARES))
def test_a_first_build_killed_anywhere_leaves_no_site_or_a_whole_one(course: Path, tmp_path: Path, share: int) -> None:
    shutil.copytree(course, tmp_path / "base", ignore=shutil.ignore_patterns("_build"))
    these = Trials(tmp_path / "base", tmp_path / "course", _BUILD, "_build/html")
    these.kill(range(share, these.count(), _SHARES))
