"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(file: Path, pieces: Iterable[bytes], mode: int = 0o644) -> None:
    """Write a file in a folder that is there; whatever happens meanwhile, it is the old one or the new one."""
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(pieces)
        Path(name).chmod(mode)
        Path(name).replace(file)
    # An interruption too leaves nothing behind; it is passed on as it came.
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
