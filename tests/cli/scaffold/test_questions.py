"""Questions, asked at a real terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.checks.course_folder import CourseFolder
from tests.cli.commands.new.conftest import contents
from tests.cli.running import environment

# Seconds that a command may take, on a busy machine.
_PATIENCE = 120
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def _at_terminal(folder: Path, words: Sequence[str], answers: Sequence[str], leaves_at: str = "") -> tuple[int, str]:
    """Run a command at a terminal at which somebody types these lines; its status, and all that is seen.

    At the words ``leaves_at``, if there are any, the command is interrupted: again and again, as people do, for Python
    does not hear the signal that comes just before it begins to wait for a line. One that never ends is stopped.
    """
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "coursewright", *words]
    with subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(TERM="xterm")
    ) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        seen, until = b"", time.monotonic() + _PATIENCE
        # At the end of the other side Linux gives an error and macOS nothing.
        try:
            while True:
                while not select.select([ours], [], [], 0.2)[0]:
                    if time.monotonic() > until:
                        process.kill()
                    if leaves_at and leaves_at.encode() in seen and process.poll() is None:
                        process.send_signal(signal.SIGINT)
                part = os.read(ours, 4096)
                if not part:
                    break
                seen += part
        except OSError:
            pass
        os.close(ours)
    return process.returncode, _COLOURS.sub("", seen.decode()).replace("\r\n", "\n")


def test_what_is_missing_is_asked_in_the_readers_language(course: CourseFolder) -> None:
    status, seen = _at_terminal(
        course.root,
        ["new", "exercise"],
        ["Cerchio", "Il cerchio largo", "primo", "3", "dcidere", "decidere", "case", ""],
    )
    assert status == 0, seen
    assert "Titolo [Nuovo esercizio]: " in seen
    assert "«cerchio» c'è già (exercises/cerchio.md), e non si scrive sopra niente." in seen
    assert "Un id libero: cerchio-2" in seen
    assert "   1  primo  Primo\n   2  secondo  Secondo\n" in seen
    assert "Di quale competenza tratta [ascoltare]: " in seen
    assert "«3» non è fra i valori previsti qui." in seen
    assert "Volevi scrivere «decidere»?" in seen
    assert "Minuti [60]: " in seen
    exercise = course.curriculum().exercises["il-cerchio-largo"]
    assert ([aim.competency for aim in exercise.practises], exercise.device.value) == (["decidere"], "case")
    assert course.curriculum().modules["primo"].exercises == ("cerchio", "il-cerchio-largo")
    assert course.findings() == ()


def test_what_is_given_is_not_asked(course: CourseFolder) -> None:
    words = ["new", "module", "Uno", "--minutes", "60", "--competency", "decidere"]
    status, seen = _at_terminal(course.root, words, [])
    assert (status, "]:" in seen) == (0, False)


def test_a_course_is_made_by_answers(tmp_path: Path) -> None:
    status, seen = _at_terminal(tmp_path, ["new", "course", "api"], ['Le "api": un corso', "2"])
    assert status == 0, seen
    assert "Titolo del corso [Api]: " in seen
    assert "Lingua del corso [it]: " in seen
    course = CourseFolder(tmp_path / "api").curriculum().course
    assert (course.title, course.language) == ('Le "api": un corso', "en")


def test_nothing_is_written_where_somebody_goes_away(course: CourseFolder) -> None:
    before = contents(course.root)
    status, seen = _at_terminal(course.root, ["new", "module", "Uno"], ["1"], leaves_at="Minuti [120]: ")
    assert status == 1
    assert seen.endswith("Interrotto.\n")
    assert "Traceback" not in seen
    assert contents(course.root) == before
