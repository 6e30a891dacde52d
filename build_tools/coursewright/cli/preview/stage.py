"""What the preview shows at this moment, and news of it for the pages that are open."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from threading import Condition

from coursewright.cli.preview.site_copy import SiteCopy


@dataclass(frozen=True)
class Shown:
    """A site, the box on top of its pages, and the name of this version, which no other preview has."""

    site: SiteCopy = field(default_factory=SiteCopy)
    box: str = ""
    number: int = 0

    @property
    def version(self) -> str:
        """What a page is told, to know whether it is still the last one."""
        return f"{os.getpid()}-{self.number}"


class Stage:
    """What is shown now; whoever waits is told when it changes."""

    def __init__(self) -> None:
        self._shown = Shown()
        self._news = Condition()
        self._is_over = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, site: SiteCopy, box: str) -> None:
        """Show this from now on."""
        with self._news:
            self._shown = Shown(site, box, self._shown.number + 1)
            self._news.notify_all()

    def end(self) -> None:
        """Show nothing new any more."""
        with self._news:
            self._is_over = True
            self._news.notify_all()

    def wait(self, version: str, seconds: float) -> str | None:
        """The version shown, once it is not this one or the time is over; None at the end."""
        with self._news:
            self._news.wait_for(lambda: self._is_over or self._shown.version != version, seconds)
            return None if self._is_over else self._shown.version
