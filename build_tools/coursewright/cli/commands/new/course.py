"""``coursewright new course``: a whole small course, sound from the start."""

from __future__ import annotations

import os
from pathlib import Path

import click

from coursewright.cli.invocation import Invocation, pass_invocation
from coursewright.cli.scaffold.course import new_course
from coursewright.cli.scaffold.course_at_hand import TEMPLATE_LANGUAGES
from coursewright.cli.scaffold.name import Name, as_title, name_of, on_one_line
from coursewright.cli.scaffold.questions import Questions
from coursewright.cli.scaffold.writing import refuse_full, write_course
from coursewright.cli.shared_options import FOLDER, TITLE
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Argument, Command, Option
from coursewright.door.errors import RefusalError
from coursewright.door.use import course_root
from coursewright.model.nearest import as_identifier
from coursewright.model.words import N_

_NAMES = {"it": "Italiano", "en": "English"}
_ID = "course"


@click.command("course", cls=Command, help=N_("Begin a course in a folder that is new or empty."))
@click.argument("folder", cls=Argument, type=click.Path(path_type=Path), metavar=FOLDER)
@click.option("--title", cls=Option, metavar=TITLE, help=N_("The course's title; else the folder's name."))
@click.option(
    "--language",
    cls=Option,
    type=click.Choice(TEMPLATE_LANGUAGES),
    help=N_("The language of the course; else that of the messages."),
)
@pass_invocation
def command(invocation: Invocation, folder: Path, title: str | None, language: str | None) -> int:
    """Write the course, say what is there and what to do next."""
    target = Path(os.path.realpath(folder))
    _refuse_inside_sources(target)
    _refuse_full(target)
    questions = Questions.at_terminal(invocation.words)
    suggested = on_one_line(as_title(as_identifier(target.name) or _ID))
    name = questions.read(title, N_("Title of the course"), suggested, lambda typed: _name(typed, target))
    chosen = questions.choose(language, N_("Language of the course"), _NAMES, invocation.words.language)
    files = new_course(name, chosen)
    write_course(target, files)
    _tell(invocation, target, len(files))
    return 0


def _name(title: str, folder: Path) -> Name:
    """The course's title, and the id that its folder has, else that the title makes."""
    identifier = as_identifier(folder.name) or as_identifier(title) or _ID
    return name_of(identifier, title)


def _refuse_full(folder: Path) -> None:
    """Refuse a folder with anything but what a stopped run may have left of a course, whatever its texts say."""
    courses = (new_course(Name(_ID, _ID), language) for language in TEMPLATE_LANGUAGES)
    refuse_full(folder, {path: None for files in courses for path in files})


def _refuse_inside_sources(folder: Path) -> None:
    """Refuse a folder where another course's files lie: they would be read as that course's."""
    root = course_root(folder)
    if root != folder and (root / "curriculum" / "course.yaml").is_file():
        first = folder.relative_to(root).parts[0]
        if first in {"curriculum", "modules", "exercises", "_build"}:
            raise RefusalError(
                N_("“{folder}” lies among the files of another course."),
                N_("Choose a folder outside {root}."),
                folder=str(folder),
                root=str(root),
            )


def _tell(invocation: Invocation, folder: Path, count: int) -> None:
    words = invocation.words
    shown = plain(shown_path(folder))
    told = words.plural(
        "The course is there: {count} file in {folder}",
        "The course is there: {count} files in {folder}",
        count,
        folder=shown,
    )
    say(told)
    say()
    say(words.text(N_("To see it while you write:")))
    if shown != ".":
        say(f"    cd {_quoted(shown)}")
    say("    coursewright serve")
    say(words.text(N_("The file README.md in it says where to begin.")))


def _quoted(path: str) -> str:
    return path if path.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else f'"{path}"'
