"""The instant that an unpublished session carries: that of the course's last change, never that of the clock."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime, time
from pathlib import Path

from coursewright.model.cohort import Cohort

_EPOCH = "SOURCE_DATE_EPOCH"


def last_change(root: Path, cohort: Cohort) -> datetime:
    """What ``SOURCE_DATE_EPOCH`` says, else the last commit, else 00:00Z of the day on which enrolment opens."""
    for seconds in (os.environ.get(_EPOCH, ""), _last_commit(root)):
        if seconds.isascii() and seconds.isdigit():
            # More digits would be a year after 9999, which no datetime has.
            return datetime.fromtimestamp(int(seconds[:11]), UTC)
    return datetime.combine(cohort.enrolment.opens, time(), UTC)


def _last_commit(root: Path) -> str:
    """The instant of the last commit in seconds; nothing where there is no repository, or no git."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
