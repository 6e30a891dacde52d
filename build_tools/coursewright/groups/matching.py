"""Who serves whom: each competency that a member seeks is served by one other member who offers it.

Every seek that someone else offers is met, so what is left to choose is how the load is shared. The loads of the
givers, sorted with the heaviest first, are lexicographically least: nobody carries more than has to be, then the next
one, and so on. Of the matchings that share alike, the one whose list of (from, to, competency), sorted, comes first.

Such loads are those of a semi-matching without a cost-reducing path (Harvey, Ladner, Lovász and Tamir, 2006).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from coursewright.model.group import GroupCurriculum

# Who seeks, and what.
_Seek = tuple[str, str]
_Ways = dict[str, tuple[str, _Seek] | None]


@dataclass(frozen=True, order=True)
class Match:
    """``giver`` offers the competency that ``receiver`` seeks."""

    giver: str
    receiver: str
    competency: str


def matches(group: GroupCurriculum) -> tuple[Match, ...]:
    """The matching, sorted."""
    sharing = _Sharing(_givers(group))
    for match in sorted(Match(giver, *seek) for seek, givers in sharing.givers.items() for giver in givers):
        sharing.prefer((match.receiver, match.competency), match.giver)
    return tuple(sorted(Match(giver, *seek) for seek, giver in sharing.giver.items()))


def _givers(group: GroupCurriculum) -> Mapping[_Seek, tuple[str, ...]]:
    """For each seek that anyone else can serve, who can."""
    offering: dict[str, set[str]] = {}
    for member in group.members:
        for competency in member.offers:
            offering.setdefault(competency, set()).add(member.id)
    seeks = sorted({(member.id, competency) for member in group.members for competency in member.seeks})
    found = {seek: tuple(sorted(offering.get(seek[1], set()) - {seek[0]})) for seek in seeks}
    return {seek: givers for seek, givers in found.items() if givers}


class _Sharing:
    """Who serves each seek, always with loads as evenly shared as can be."""

    def __init__(self, givers: Mapping[_Seek, tuple[str, ...]]) -> None:
        self.givers = givers
        self.giver: dict[_Seek, str] = {}
        self._load = dict.fromkeys(sorted({giver for each in givers.values() for giver in each}), 0)
        self._settled: set[_Seek] = set()
        for seek, able in givers.items():
            ways = self._onwards(able)
            least = min(ways, key=lambda giver: (self._load[giver], giver))
            self.giver[seek] = self._shift(ways, least)
            self._load[least] += 1

    def prefer(self, seek: _Seek, giver: str) -> None:
        """Let the giver serve the seek, for good, if that shares no worse and the seek is not settled yet."""
        if seek in self._settled:
            return
        self._settled.add(seek)
        if self.giver[seek] != giver and not self._reassign(seek, giver):
            self._settled.discard(seek)

    def _reassign(self, seek: _Seek, giver: str) -> bool:
        """Give the seek to another, moving what is not settled so that the loads stay as even."""
        former = self.giver[seek]
        onwards = self._onwards([giver])
        if former in onwards:
            self._shift(onwards, former)
            self.giver[seek] = giver
            return True
        back = self._backwards(former)
        for start in back:
            for end in onwards:
                if self._load[end] + 1 == self._load[start]:
                    self._shift(onwards, end)
                    self._shift_back(back, start)
                    self.giver[seek] = giver
                    self._load[start] -= 1
                    self._load[end] += 1
                    return True
        return False

    def _onwards(self, starts: Iterable[str]) -> _Ways:
        """The givers that one more seek of a start can be handed on to, each with whom it comes from, and which."""
        return self._ways(starts, lambda seek, giver: [each for each in self.givers[seek] if each != giver], False)

    def _backwards(self, end: str) -> _Ways:
        """The givers that can hand a seek on until it comes to ``end``."""
        return self._ways([end], lambda seek, _: [self.giver[seek]], True)

    def _ways(self, starts: Iterable[str], following: Callable[[_Seek, str], list[str]], back: bool) -> _Ways:
        held: dict[str, list[_Seek]] = {giver: [] for giver in self._load}
        for seek, giver in self.giver.items():
            if seek not in self._settled:
                for each in self.givers[seek] if back else [giver]:
                    held[each].append(seek)
        ways: _Ways = dict.fromkeys(starts)
        waiting = deque(ways)
        while waiting:
            giver = waiting.popleft()
            for seek in held[giver]:
                for other in following(seek, giver):
                    if other not in ways:
                        ways[other] = (giver, seek)
                        waiting.append(other)
        return ways

    def _shift(self, ways: _Ways, end: str) -> str:
        """Hand each seek on along the way to ``end``; the giver that the way begins with."""
        while (step := ways[end]) is not None:
            before, seek = step
            self.giver[seek] = end
            end = before
        return end

    def _shift_back(self, ways: _Ways, start: str) -> None:
        while (step := ways[start]) is not None:
            after, seek = step
            self.giver[seek] = after
            start = after
