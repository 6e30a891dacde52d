"""What has changed among the course's files, told by asking for their times again and again."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

# Where the course's own files lie, from its root.
SOURCES = ("conf.py", "index.md", "curriculum", "modules", "exercises", "locales")
# Seconds: between two looks, and until a file that is being written stands still, for so many looks at most.
_PAUSE, _SETTLING, _LOOKS = 0.1, 0.03, 30
# Looking takes this part of the time at most, so that a course of thousands of files keeps no processor busy.
_SHARE = 0.1

# When a file was changed, how long it is, and which file it is: editors put a new one in the place of the old.
_Stamp = tuple[int, int, int]


class Watch:
    """Compares the course's sources, and other files that its pages depend on, with what they were."""

    def __init__(self, root: Path) -> None:
        self._sources = tuple(root / name for name in SOURCES)
        self._others: frozenset[Path] = frozenset()
        self._took = 0.0
        self._seen = self._look()

    def follow(self, others: Collection[Path]) -> None:
        """Look at these files and folders too from now on; those below the course's sources are looked at anyway."""
        self._others = frozenset(each for each in others if not self._is_source(each))
        known = {path: stamp for path, stamp in self._seen.items() if self._is_source(Path(path))}
        self._seen = dict(_stamps(self._others)) | known

    def changed(self) -> frozenset[Path]:
        """The files that came, went or changed since the last call; one that is being written is waited for."""
        before, now = self._seen, self._look()
        for _ in range(_LOOKS):
            if now == self._seen:
                break
            self._seen = now
            time.sleep(_SETTLING)
            now = self._look()
        return frozenset(Path(path) for path in before.keys() | now.keys() if before.get(path) != now.get(path))

    @property
    def pause(self) -> float:
        """The seconds to wait before the next look."""
        return max(_PAUSE, self._took / _SHARE)

    def _is_source(self, path: Path) -> bool:
        return any(map(path.is_relative_to, self._sources))

    def _look(self) -> dict[str, _Stamp]:
        began = time.perf_counter()
        found = dict(_stamps((*self._sources, *self._others)))
        self._took = time.perf_counter() - began
        return found


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, _Stamp]]:
    """The files at and below these paths; links to folders are not entered, and what cannot be asked is not there."""
    waiting = [str(path) for path in paths]
    while waiting:
        path = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except NotADirectoryError:
            yield from _stamped(path)
        except OSError:
            continue
        else:
            for entry in entries:
                if _is_left_by_an_editor(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield from _stamped(entry.path)


def _stamped(path: str) -> Iterator[tuple[str, _Stamp]]:
    try:
        facts = Path(path).stat()
    except OSError:
        return
    yield path, (facts.st_mtime_ns, facts.st_size, facts.st_ino)


def _is_left_by_an_editor(name: str) -> bool:
    return name.startswith((".", "~")) or name.endswith(("~", ".swp", ".tmp"))
