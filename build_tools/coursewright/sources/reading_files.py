"""The one reader of files of thermometer readings: JSON as our own page writes it, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coursewright.model.reading_file import FORMAT, VERSION, ReadingFile
from coursewright.model.reason import Reason, ReasonCode
from coursewright.sources.regular_file import FileRefusedError, open_regular

MAX_BYTES = 1_000_000


class ReadingFileError(Exception):
    """A file that cannot be read as readings, and why. The reason repeats nothing that somebody answered."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class ReadReadings:
    """What a file holds, and the SHA-256 of its bytes, by which a copy is known."""

    content: ReadingFile
    digest: str


def read_reading_file(file: Path) -> ReadReadings:
    """The readings of a file; ReadingFileError for any other."""
    content = _content(file)
    data = _data(file, content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _refused(ReasonCode.READINGS_FOREIGN, file)
    if type(data.get("version")) is int and data["version"] != VERSION:
        raise _refused(ReasonCode.READINGS_NEWER, file)
    try:
        return ReadReadings(ReadingFile.model_validate(data, by_alias=True, by_name=False), sha256(content).hexdigest())
    except ValidationError as error:
        where = ".".join(str(key) for key in error.errors(include_url=False, include_input=False)[0]["loc"][:3])
        raise ReadingFileError(
            Reason(ReasonCode.READINGS_DAMAGED, {"file": file.name, "where": _shape(where)})
        ) from None


def _content(file: Path) -> bytes:
    try:
        with open_regular(file) as stream:
            content = stream.read(MAX_BYTES + 1)
    except (FileRefusedError, OSError):
        raise _refused(ReasonCode.READINGS_NO_FILE, file) from None
    if len(content) > MAX_BYTES:
        raise _refused(ReasonCode.READINGS_TOO_LARGE, file)
    return content


def _data(file: Path, content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_unique)
    # Numbers of many digits are a ValueError too; so is a key that stands twice.
    except (ValueError, RecursionError):
        raise _refused(ReasonCode.READINGS_UNREADABLE, file) from None


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _shape(where: str) -> str:
    """The way to what is wrong, without what somebody may have written there."""
    return where if all(character.isalnum() or character in ".-_" for character in where) else "…"


def _refused(code: ReasonCode, file: Path) -> ReadingFileError:
    return ReadingFileError(Reason(code, {"file": file.name}))
