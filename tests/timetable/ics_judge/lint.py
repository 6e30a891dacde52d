"""A judge of calendar feeds: whether bytes keep RFC 5545 and RFC 7986, as far as feeds of events need them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.timetable.ics_judge.fault import Fault, FaultCode
from tests.timetable.ics_judge.kinds import IN_UTC, KINDS, LOCAL, TYPE_IS_WRITTEN, TYPES, WORDS
from tests.timetable.ics_judge.lines import Property, read_properties
from tests.timetable.ics_judge.values import ValueType, moment, value_fault

__all__ = ["Fault", "FaultCode", "lint"]


@dataclass
class _Component:
    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    components: list[_Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        return next((each for each in self.properties if each.name == name), None)


def lint(content: bytes) -> tuple[Fault, ...]:
    """Every fault of the file, by line; none for a feed that every calendar program can be expected to read."""
    properties, faults = read_properties(content)
    file = _Component("", 1)
    faults += _nested(properties, file)
    if not file.components:
        faults.append(Fault(1, FaultCode.EMPTY_COMPONENT, "There is no VCALENDAR."))
    for calendar in file.components:
        faults += _component_faults(calendar)
        faults += _calendar_faults(calendar)
    return tuple(sorted(set(faults)))


def _nested(properties: list[Property], file: _Component) -> Iterator[Fault]:
    """Put components into each other; the faults are of their order."""
    path = [file]
    for each in properties:
        name = each.value.upper()
        if each.name == "BEGIN":
            if name not in KINDS[path[-1].name].inside if path[-1].name in KINDS else True:
                known = FaultCode.NESTING if name in KINDS else FaultCode.UNKNOWN_COMPONENT
                yield Fault(each.line, known, f"{name[:40]} cannot be here, in {path[-1].name or 'no component'}.")
            path.append(_Component(name, each.line))
            path[-2].components.append(path[-1])
        elif each.name == "END":
            if path[-1].name != name or len(path) == 1:
                yield Fault(each.line, FaultCode.NESTING, f"END:{name[:40]} ends {path[-1].name or 'no component'}.")
            if name in [component.name for component in path[1:]]:
                while path.pop().name != name:
                    pass
        elif len(path) == 1:
            yield Fault(each.line, FaultCode.NESTING, f"{each.name} is outside of every component.")
        else:
            path[-1].properties.append(each)
    for component in path[1:]:
        yield Fault(component.line, FaultCode.NESTING, f"{component.name} does not end.")


def _component_faults(component: _Component) -> Iterator[Fault]:
    """What is wrong with its properties, each by itself, and with the components in it."""
    kind = KINDS.get(component.name)
    if kind is None:
        return
    names = [each.name for each in component.properties]
    for name in kind.required:
        if name not in names:
            yield Fault(component.line, FaultCode.MISSING_PROPERTY, f"{component.name} has no {name}.")
    if kind.inside and component.name != "VEVENT" and not component.components:
        yield Fault(component.line, FaultCode.EMPTY_COMPONENT, f"{component.name} has no component in it.")
    seen = set()
    for each in component.properties:
        if not each.name.startswith("X-") and each.name not in (*kind.required, *kind.optional, *kind.several):
            message = f"{component.name} cannot have {each.name[:40]}."
            yield Fault(each.line, FaultCode.UNKNOWN_PROPERTY, message)
        if each.name in seen and each.name not in kind.several and not each.name.startswith("X-"):
            yield Fault(each.line, FaultCode.REPEATED_PROPERTY, f"{component.name} has {each.name} again.")
        seen.add(each.name)
        yield from _property_faults(each, component.name)
    for inner in component.components:
        yield from _component_faults(inner)


def _property_faults(each: Property, component: str) -> Iterator[Fault]:
    types = TYPES.get(each.name)
    if types is None:
        return
    written = each.parameters.get("VALUE", "").upper()
    kind = next((one for one in types if one == written), types[0])
    if written and written != kind and not (kind is ValueType.TEXTS and written == "TEXT"):
        yield Fault(each.line, FaultCode.VALUE_TYPE, f"{each.name} cannot have values of type {written[:40]}.")
        return
    if not written and each.name in TYPE_IS_WRITTEN:
        yield Fault(each.line, FaultCode.VALUE_TYPE, f"{each.name} must have ;VALUE={kind}.")
    wrong = value_fault(kind, each.value)
    if wrong is not None:
        yield Fault(each.line, wrong[0], f"{each.name}: {wrong[1]}")
    elif kind is ValueType.DATE_TIME:
        yield from _clock_faults(each, component)
    if each.name in WORDS and each.value.upper() not in WORDS[each.name]:
        yield Fault(each.line, FaultCode.VALUE, f"{each.name} must be {' or '.join(WORDS[each.name])}.")


def _clock_faults(each: Property, component: str) -> Iterator[Fault]:
    """A time must be in UTC, or have a zone, as its property asks; in an observance it has neither."""
    in_utc, zone = each.value.endswith("Z"), "TZID" in each.parameters
    if each.name in IN_UTC or (zone and in_utc):
        if zone or not in_utc:
            yield Fault(each.line, FaultCode.NOT_UTC, f"{each.name} must be in UTC, with Z and without TZID.")
    elif each.name in LOCAL:
        if component in ("STANDARD", "DAYLIGHT"):
            if zone or in_utc:
                yield Fault(each.line, FaultCode.VALUE, f"{each.name} in {component} must be a time by the clock.")
        elif not zone and not in_utc:
            yield Fault(each.line, FaultCode.NO_ZONE, f"{each.name} is in no zone: everyone would see another time.")


def _calendar_faults(calendar: _Component) -> Iterator[Fault]:
    """What is wrong with components taken together."""
    method = calendar.first("METHOD")
    if method is not None and method.value.upper() != "PUBLISH":
        yield Fault(method.line, FaultCode.INVITATION, "The METHOD of a feed is PUBLISH, or there is none.")
    zones = set()
    for name in [zone.first("TZID") for zone in calendar.components if zone.name == "VTIMEZONE"]:
        if name is not None and name.value in zones:
            yield Fault(name.line, FaultCode.REPEATED_ZONE, f"The zone {name.value[:60]} is there twice.")
        if name is not None:
            zones.add(name.value)
    uids = set()
    for event in [each for each in calendar.components if each.name == "VEVENT"]:
        uid, again = event.first("UID"), event.first("RECURRENCE-ID")
        if uid is not None:
            if not uid.value:
                yield Fault(uid.line, FaultCode.VALUE, "The UID is empty.")
            key = uid.value, again.value if again is not None else None
            if key in uids:
                yield Fault(uid.line, FaultCode.REPEATED_UID, f"Two events have the UID {uid.value[:60]}.")
            uids.add(key)
        yield from _event_faults(event, zones)


def _event_faults(event: _Component, zones: set[str]) -> Iterator[Fault]:
    for each in event.properties:
        zone = each.parameters.get("TZID")
        if zone is not None and zone not in zones:
            yield Fault(each.line, FaultCode.UNKNOWN_ZONE, f"The zone {zone[:60]} has no VTIMEZONE.")
    start, end, duration = event.first("DTSTART"), event.first("DTEND"), event.first("DURATION")
    if end is not None and duration is not None:
        yield Fault(duration.line, FaultCode.EXCLUDED_PROPERTY, "An event has DTEND or DURATION, not both.")
    if duration is not None and duration.value.startswith("-"):
        yield Fault(duration.line, FaultCode.NO_LENGTH, "The event ends before it starts.")
    if start is None or end is None:
        return
    first, last = moment(start.value), moment(end.value)
    if first is None or last is None:
        return
    if ("T" in start.value) != ("T" in end.value):
        yield Fault(end.line, FaultCode.VALUE_TYPE, "DTSTART and DTEND must both be days, or both be times.")
    elif _clock(start) == _clock(end) and last <= first:
        yield Fault(end.line, FaultCode.NO_LENGTH, "The event does not end after it starts.")


def _clock(each: Property) -> tuple[str | None, bool]:
    """What two times must share to be compared without knowing the zone."""
    return each.parameters.get("TZID"), each.value.endswith("Z")
