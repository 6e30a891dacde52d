"""Reads one course after another, each in a process of its own, and says what that cost.

Started as a script: on each line of its input it expects a folder, and writes one JSON object a line. The processes are
copies of this one, in which everything is imported already; so a cost is that of reading alone.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from pathlib import Path

from coursewright.sources.course_tree import read_course

CPU_LIMIT = 20
MEMORY_LIMIT = 2 * 1024**3


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        print(_measured(line.rstrip("\n")), flush=True)


def _measured(root: str) -> str:
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        _read(root, sending)
    os.close(sending)
    with os.fdopen(receiving, encoding="utf-8") as answer:
        text = answer.read()
    _, status, used = os.wait4(child, 0)
    cost = {"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}
    return json.dumps({"findings": json.loads(text or "[]"), "is_well": status == 0, **cost})


def _read(root: str, sending: int) -> None:
    """In the child: read the course, tell what was found, and end."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_LIMIT, CPU_LIMIT))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    try:
        tree = read_course(Path(root))
        told = [[finding.code.value, str(finding.place)] for finding in tree.findings]
        with os.fdopen(sending, "w", encoding="utf-8") as answer:
            json.dump(told, answer)
    # The child of a fork must not go on as its parent, whatever happened to it.
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
