"""Which applications take part in a settlement: in time, once each, not withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from coursewright.fees.quote import enrolment_reason
from coursewright.fees.rule_set import RuleSet
from coursewright.model.application import Application
from coursewright.model.person import Person
from coursewright.model.reason import Reason, ReasonCode


@dataclass(frozen=True)
class Admission:
    """What becomes of each application, by its row; ``remaining`` are those to settle."""

    refused: dict[int, Reason] = field(default_factory=dict)
    withdrawn: dict[int, Application] = field(default_factory=dict)
    remaining: list[Application] = field(default_factory=list)
    notes: dict[int, tuple[Reason, ...]] = field(default_factory=dict)


def admit(rules: RuleSet, applications: Iterable[Application], holders: Collection[int]) -> Admission:
    """Take out what is too early, too late or repeated, set aside what is withdrawn, and take out second applications.

    Of two with one id the first received counts. Of two by one person too. Where an earlier settlement gave a place to
    one of them, that one counts (``holders`` has their rows).
    """
    admission = Admission()
    unique = _unique(_in_time(rules, applications, admission), holders, admission)
    admission.withdrawn.update((each.row, each) for each in unique if each.withdrawn)
    people: dict[Person, Application] = {}
    addresses: dict[str, Application] = {}
    for each in sorted(unique, key=lambda each: (each.row not in holders, each.received, each.id)):
        if each.withdrawn:
            continue
        person = Person.of(each.email, each.name)
        if person in people:
            admission.refused[each.row] = Reason(ReasonCode.DUPLICATE, {"row": people[person].row})
            continue
        people[person] = each
        other = addresses.setdefault(person.email, each)
        if other is not each:
            admission.notes[each.row] = (Reason(ReasonCode.SAME_EMAIL, {"row": other.row}),)
        admission.remaining.append(each)
    return admission


def in_order(applications: Iterable[Application]) -> Iterator[Application]:
    """The applications by receipt and id; those equal in both by all that they say, whatever rows they stand in."""
    ordered = sorted(applications, key=lambda each: (each.received, each.id))
    for _, equal in groupby(ordered, key=lambda each: (each.received, each.id)):
        several = list(equal)
        yield from sorted(several, key=lambda each: (repr(replace(each, row=0)), each.row)) if several[1:] else several


def _in_time(rules: RuleSet, applications: Iterable[Application], admission: Admission) -> Sequence[Application]:
    in_time = []
    for each in applications:
        reason = enrolment_reason(rules, each.received)
        if reason is None:
            in_time.append(each)
        else:
            admission.refused[each.row] = reason
    return in_time


def _unique(
    applications: Sequence[Application], holders: Collection[int], admission: Admission
) -> Sequence[Application]:
    """Without those that have another's number; one that was made of person and receipt is no number."""
    first: dict[str, Application] = {}
    unnumbered = [each for each in applications if not each.is_numbered]
    applications = [each for each in applications if each.is_numbered] if unnumbered else applications
    for each in sorted(in_order(applications), key=lambda each: each.withdrawn or each.row not in holders):
        known = first.setdefault(each.id, each)
        if known is not each:
            admission.refused[each.row] = Reason(ReasonCode.REPEATED_APPLICATION, {"row": known.row})
    return [*first.values(), *in_order(unnumbered)]
