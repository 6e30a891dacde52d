"""Which sessions and modules hang together: a module may go over several sessions, a session teach several modules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence


def taught_together(taught: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[str]]]:
    """Positions of sessions, in order, with the modules that they and only they teach.

    ``taught`` are the ids of each session's modules.
    """
    teaching: dict[str, list[int]] = defaultdict(list)
    for index, modules in enumerate(taught):
        for module in dict.fromkeys(modules):
            teaching[module].append(index)
    seen: set[str] = set()
    for first in teaching:
        if first in seen:
            continue
        sessions: set[int] = set()
        together, waiting = [], [first]
        seen.add(first)
        while waiting:
            module = waiting.pop()
            together.append(module)
            for index in teaching[module]:
                if index not in sessions:
                    sessions.add(index)
                    news = [other for other in dict.fromkeys(taught[index]) if other not in seen]
                    seen.update(news)
                    waiting.extend(news)
        yield sorted(sessions), together
