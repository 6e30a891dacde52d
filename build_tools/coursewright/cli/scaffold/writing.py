"""New files written all or not at all, and never over anything."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from coursewright.cli.aside import clear_files, is_aside
from coursewright.cli.refusal import IS_THERE
from coursewright.cli.scaffold.list_entry import with_addition
from coursewright.cli.scaffold.scaffold import Scaffold
from coursewright.cli.whole_file import WholeFile, made_whole
from coursewright.cli.whole_folder import FixedFolderError, new_tree
from coursewright.door.errors import RefusalError
from coursewright.model.words import N_


def write_into(root: Path, scaffold: Scaffold) -> bool:
    """Write what is new into a course that is there; False where the addition is left to the person.

    Refused where a file of that name is there. Where anything fails nothing stays. All files are whole before the
    first one takes its name: a process killed between two of them leaves a file that no list names yet.
    """
    addition = scaffold.addition
    changed = with_addition((root / addition.path).read_bytes(), addition) if addition is not None else None
    with ExitStack() as whole, _written(root, scaffold.files, whole) as take_names:
        if addition is not None and changed is not None:
            listed = (root / addition.path).resolve()
            # Who may read it stays as it was.
            mode = stat.S_IMODE(listed.stat().st_mode)
            replaced = whole.enter_context(made_whole(listed, [changed], mode))
            take_names()
            replaced.take_name()
        else:
            take_names()
    return addition is None or changed is not None


def write_course(folder: Path, files: Mapping[str, str]) -> None:
    """Write a new course into a folder that is not there yet or is empty, but for a repository's own ``.git``.

    It takes its name when it is whole. A folder that has to stay, since somebody works in it or it holds a repository,
    gets whole files one after the other; should that be stopped, the next run finds its own files and goes on.
    """
    refuse_full(folder, dict(files))
    for each in {(folder / path).parent for path in files}:
        clear_files(each)
    missing = {path: text for path, text in files.items() if not (folder / path).exists()}
    if not folder.is_dir() or not any(folder.iterdir()):
        with suppress(FixedFolderError), new_tree(folder) as new:
            for path, text in files.items():
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).write_bytes(text.encode())
            missing = {}
    with ExitStack() as whole, _written(folder, missing, whole) as take_names:
        take_names()


def refuse_full(folder: Path, files: Mapping[str, str | None]) -> None:
    """Refuse a folder in which something lies, or something that is no folder.

    What is in ``files`` may be there already, with the text that it is to have; None stands for any.
    """
    if folder.is_symlink() and not folder.exists():
        raise RefusalError(N_("“{folder}” is a link that leads nowhere."), folder=str(folder))
    if folder.exists() and not folder.is_dir():
        raise RefusalError(N_("“{folder}” is a file, and a folder is needed for the course."), folder=str(folder))
    if folder.is_dir() and any(_foreign(folder, files)):
        raise RefusalError(
            N_("“{folder}” is not empty, and nothing is written over."),
            N_("Choose another name, or an empty folder."),
            folder=str(folder),
        )


def _foreign(folder: Path, files: Mapping[str, str | None]) -> Iterator[Path]:
    """What lies in a folder and is not of the course that is to be written."""
    folders = {above for path in files for above in PurePosixPath(path).parents}
    waiting = [each for each in folder.iterdir() if each.name != ".git"]
    while waiting:
        path = waiting.pop()
        name = PurePosixPath(path.relative_to(folder).as_posix())
        if name in folders and path.is_dir() and not path.is_symlink():
            waiting.extend(path.iterdir())
        elif not (is_aside(path.name) or (str(name) in files and _says(path, files[str(name)]))):
            yield path


def _says(file: Path, text: str | None) -> bool:
    return file.is_file() and not file.is_symlink() and (text is None or file.read_bytes() == text.encode())


@contextmanager
def _written(root: Path, files: Mapping[str, str], whole: ExitStack) -> Iterator[Callable[[], None]]:
    """Files made whole below a folder, and the function that lets them take their names.

    They are taken away again, with folders made for them, where this or what is done with them there fails.
    """
    made: list[Path] = []
    try:
        new = []
        for path, text in files.items():
            made.extend(_made_folders((root / path).parent))
            new.append(whole.enter_context(made_whole(root / path, [text.encode()])))
        yield lambda: _take_free_names(new, made)
    # An interruption too takes them away; it is passed on as it came.
    except BaseException:
        _remove(reversed(made))
        raise


def _take_free_names(new: Iterable[WholeFile], made: list[Path]) -> None:
    for each in new:
        try:
            each.take_free_name()
        except FileExistsError:
            raise RefusalError(IS_THERE, file=str(each.file)) from None
        made.append(each.file)


def _made_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; the ones that were not there, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _remove(made: Iterable[Path]) -> None:
    for path in made:
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
