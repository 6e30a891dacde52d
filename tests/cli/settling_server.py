"""Runs one ``coursewright settle`` after another, each in a process of its own, and says what that cost.

Started as a script: on each line of its input it expects the arguments as JSON, and writes one JSON object a line. The
processes are copies of this one, in which everything is imported already; their memory is counted with it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from collections.abc import Sequence

import coursewright.cli.commands.settle
from coursewright.cli import main

CPU_LIMIT = 60
# Linux counts in kibibytes, macOS in bytes.
UNIT = 1 if sys.platform == "darwin" else 1024


def serve() -> None:
    """Answer until the input ends."""
    assert coursewright.cli.commands.settle.command.name == "settle"
    for line in sys.stdin:
        print(json.dumps(_measured(json.loads(line))), flush=True)


def _measured(arguments: Sequence[str]) -> dict[str, object]:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            _run(arguments, said.fileno())
        _, status, used = os.wait4(child, 0)
        said.seek(0)
        text = said.read().decode()
    return {
        "status": os.waitstatus_to_exitcode(status),
        "said": text,
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss * UNIT / 1_000_000,
    }


def _run(arguments: Sequence[str], said: int) -> None:
    """In the child: run the command, all it says going to the file, and end."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_LIMIT, CPU_LIMIT))
    os.dup2(said, 1)
    os.dup2(said, 2)
    status = 70
    try:
        main(list(arguments))
    except SystemExit as end:
        status = int(end.code or 0)
    # The child of a fork must not go on as its parent, whatever happened to it.
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    serve()
