"""From the bytes of an .ics file to its properties: lines put together again, names, parameters and values apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.timetable.ics_judge.fault import Fault, FaultCode

_LONGEST = 75
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^",:;]*)(?:,(?:"[^"]*"|[^",:;]*))*)')
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True)
class Property:
    """One property, or the BEGIN or END of a component; names in capitals, ``line`` where it begins."""

    line: int
    name: str
    parameters: Mapping[str, str]
    value: str


def read_properties(content: bytes) -> tuple[list[Property], list[Fault]]:
    """What the file holds as far as it can be read, and the faults of its lines."""
    faults: list[Fault] = []
    found: list[Property] = []
    for line, octets in _unfolded(content, faults):
        try:
            text = octets.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(Fault(line, FaultCode.NOT_UTF_8, "The line is not UTF-8."))
            text = octets.decode("utf-8", "replace")
        if _CONTROL.search(text):
            faults.append(Fault(line, FaultCode.CONTROL_CHARACTER, "The line holds a control character."))
        read = _property(line, text)
        if read is None:
            faults.append(Fault(line, FaultCode.NOT_A_LINE, "The line is not NAME;PARAMETER=VALUE:VALUE."))
        else:
            found.append(read)
    return found, faults


def _unfolded(content: bytes, faults: list[Fault]) -> Iterator[tuple[int, bytes]]:
    """Each line with its number and what was cut off it; what is wrong with the pieces goes to ``faults``."""
    pieces = content.split(b"\n")
    if not pieces[-1]:
        pieces.pop()
    whole: tuple[int, bytes] | None = None
    for number, piece in enumerate(pieces, start=1):
        stripped = piece.removesuffix(b"\r")
        if stripped == piece or (number == len(pieces) and not content.endswith(b"\n")):
            faults.append(Fault(number, FaultCode.LINE_END, "The line does not end with CR LF."))
        if len(stripped) > _LONGEST:
            message = f"The line has {len(stripped)} octets, more than {_LONGEST}."
            faults.append(Fault(number, FaultCode.LONG_LINE, message))
        if stripped[:1] in (b" ", b"\t") and whole is not None:
            if stripped[1:2] and stripped[1] & 0xC0 == 0x80:
                faults.append(Fault(number, FaultCode.SPLIT_CHARACTER, "The line is cut inside a character."))
            whole = whole[0], whole[1] + stripped[1:]
            continue
        if whole is not None:
            yield whole
        whole = number, stripped
    if whole is not None:
        yield whole


def _property(line: int, text: str) -> Property | None:
    name = _NAME.match(text)
    if name is None:
        return None
    position = name.end()
    parameters = {}
    while found := _PARAMETER.match(text, position):
        parameters[found[1].upper()] = found[2].strip('"')
        position = found.end()
    if text[position : position + 1] != ":":
        return None
    return Property(line, name[0].upper(), parameters, text[position + 1 :])
