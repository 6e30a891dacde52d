"""Who of an earlier settlement is who now: people are followed, whatever number their application has.

A person is e-mail and name. Whose row is there keeps what was given; whose row is not there is told, and what was given
stays taken. A row that may be the missing person's, or may not, is for the office to decide: nobody gains or loses by a
guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from coursewright.fees.admission import in_order
from coursewright.model.application import AnyRow, Application, UnreadableApplication
from coursewright.model.earlier_statement import EarlierStatement
from coursewright.model.person import Person, may_be_one_name, share_a_word
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import Scalar

_Key = TypeVar("_Key")
_Item = TypeVar("_Item")
_NOBODY = Person("", "")


@dataclass(frozen=True)
class Following:
    """What an earlier settlement means for the rows of now.

    ``holders`` are the rows, by number, whose people held a place; ``missing`` held one and have no row; ``notes`` say
    of rows, by number, what became of their application's number.
    """

    holders: Mapping[int, EarlierStatement] = field(default_factory=dict)
    missing: tuple[EarlierStatement, ...] = ()
    notes: Mapping[int, tuple[Reason, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Unclear:
    """Something that only the office can decide: one row of before and one of now, or two of one of the files."""

    before: Sequence[EarlierStatement]
    now: Sequence[AnyRow]


class UnclearError(Exception):
    """All that cannot be decided, in the order of the earlier rows."""

    def __init__(self, cases: Sequence[Unclear]) -> None:
        super().__init__(cases)
        self.cases = cases


def follow_people(rows: Sequence[AnyRow], earlier: Sequence[EarlierStatement]) -> Following:
    """Find the people of the earlier settlement again. UnclearError where somebody may be meant or may not."""
    return _Following(rows, earlier).following()


def follow_numbers(rows: Sequence[AnyRow], earlier: Sequence[EarlierStatement]) -> Following:
    """Take whoever has an application's number now for the person who had it then."""
    held = {each.application: each for each in earlier if each.holding.has_place}
    numbered = _grouped((row.id, row) for row in rows)
    return Following(
        holders={_first(numbered[number]).row: each for number, each in held.items() if number in numbered},
        missing=tuple(each for number, each in held.items() if number not in numbered),
    )


class _Following:
    """People found again: the rows of both files by what they can be found by."""

    def __init__(self, rows: Sequence[AnyRow], earlier: Sequence[EarlierStatement]) -> None:
        self.rows = rows
        self.person = {row.row: Person.of(row.email, row.name) for row in rows}
        self.now = _grouped((self.person[row.row], row) for row in rows)
        people = [(each.person, each) for each in earlier]
        self.nameless = [each for person, each in people if person == _NOBODY]
        known = [(person, each) for person, each in people if person != _NOBODY]
        self.before = _grouped(known)
        self.owners = _grouped((each.application, (person, each)) for person, each in known)
        strangers = [row for row in rows if self.person[row.row] not in self.before and not _is_withdrawn(row)]
        self.strangers_by_email = _grouped((self.person[row.row].email, row) for row in strangers)
        self.strangers_by_name = _grouped((self.person[row.row].name, row) for row in strangers)
        self.strangers_by_number = _grouped((row.id, row) for row in strangers)

    def following(self) -> Following:
        """Everybody who held a place: found, missing, or unclear."""
        holders: dict[int, EarlierStatement] = {}
        missing = [each for each in self.nameless if each.holding.has_place]
        unclear: list[Unclear] = []
        for person, statements in self.before.items():
            held = [each for each in statements if each.holding.has_place]
            rows = self.now.get(person, [])
            row = _row_of(held, statements, rows) if held and rows else None
            if row is not None:
                holders[row.row] = held[0]
            elif held and rows:
                unclear.append(Unclear(held, rows))
            else:
                missing += held
        unclear += [Unclear([each], [row]) for each in missing for row in self._maybe(each)]
        if unclear:
            raise UnclearError(sorted(unclear, key=lambda case: (case.before[0].row, case.now[0].row)))
        told = tuple(sorted(missing, key=lambda each: each.row))
        return Following(holders, told, self._notes(holders, told))

    def _maybe(self, missing: EarlierStatement) -> list[Application]:
        """The rows of people not known from before who may be the missing one, or somebody else.

        A row that is refused gets nothing, whoever it is of.
        """
        alike = self._alike(missing)
        return [row for row in alike if isinstance(row, Application) and _may_be(missing, row, self.person[row.row])]

    def _alike(self, missing: EarlierStatement) -> list[AnyRow]:
        """The strangers with the missing person's e-mail or number, in their order."""
        by_email = self.strangers_by_email.get(missing.person.email, [])
        by_number = self.strangers_by_number.get(missing.application, [])
        return list({row.row: row for row in (*by_email, *by_number)}.values())

    def _notes(
        self, holders: Mapping[int, EarlierStatement], missing: Iterable[EarlierStatement]
    ) -> Mapping[int, tuple[Reason, ...]]:
        notes: defaultdict[int, list[Reason]] = defaultdict(list)
        for row in self.rows:
            notes[row.row] += self._about_number(row, holders.get(row.row))
        for each in missing:
            person = each.person
            same_email = self.strangers_by_email.get(person.email, []) if person.email else []
            same_name = self.strangers_by_name.get(person.name, []) if person.name else []
            for number in sorted({row.row for row in (*same_email, *same_name)}):
                notes[number].append(Reason(ReasonCode.LIKE_MISSING_HOLDER, {"who": each.who, "before": each.row}))
        return {row: tuple(found) for row, found in notes.items() if found}

    def _about_number(self, row: AnyRow, held: EarlierStatement | None) -> Iterator[Reason]:
        """That the number was another one before, or was somebody else's."""
        person = self.person[row.row]
        before = held or self._renumbered(row, person)
        if before is not None and before.application != row.id:
            values: dict[str, Scalar] = {"before": before.application, "row": before.row, "now": row.id}
            yield Reason(ReasonCode.NUMBER_CHANGED, values)
        owners = self.owners.get(row.id, [])
        if owners and row.id and all(owner != person for owner, _ in owners):
            yield self._of_another(row.id, *owners[0])

    def _of_another(self, number: str, person: Person, before: EarlierStatement) -> Reason:
        values: dict[str, Scalar] = {"number": number, "who": before.who, "row": before.row}
        now = self.now.get(person)
        if now is None:
            return Reason(ReasonCode.NUMBER_OF_MISSING, values)
        return Reason(ReasonCode.NUMBER_OF_ANOTHER, {**values, "now": _first(now).id})

    def _renumbered(self, row: AnyRow, person: Person) -> EarlierStatement | None:
        """The application of before whose number the person has no more, where this one's is new for the person."""
        known = self.before.get(person, [])
        if not known or row.id in {each.application for each in known}:
            return None
        numbers = {each.id for each in self.now[person]}
        return next((each for each in known if each.application not in numbers), None)


def _row_of(
    held: Sequence[EarlierStatement], known: Sequence[EarlierStatement], rows: Sequence[AnyRow]
) -> AnyRow | None:
    """Which of a person's rows is the application that was given a place; None where nothing says so.

    The receipt does not change, so it tells first, then the number. Of rows with one receipt and number one is settled.
    """
    if len(held) > 1:
        return None
    left = [row for row in rows if row.received == held[0].received] or list(rows)
    left = [row for row in left if row.id == held[0].application] or left
    if len({(row.received, row.id) for row in left}) > 1:
        return None
    # One of two equal rows that was withdrawn only now may be either; if they were two before, nothing is new.
    were = sum(each.application == held[0].application for each in known)
    if len(left) > were and len({(type(row), _is_withdrawn(row)) for row in left}) > 1:
        return None
    row = _first(left)
    has_another = any(isinstance(each, Application) and not each.withdrawn for each in rows)
    return None if isinstance(row, UnreadableApplication) and has_another else row


def _may_be(missing: EarlierStatement, row: AnyRow, person: Person) -> bool:
    """Whether a row of somebody not known from before may be the missing person's."""
    has_number = row.id == missing.application != ""
    if person.email and person.email == missing.person.email:
        return has_number or may_be_one_name(row.name, missing.name) or share_a_word(row.name, missing.name)
    return has_number and may_be_one_name(row.name, missing.name)


def _first(rows: Sequence[AnyRow]) -> AnyRow:
    """The row that counts among several, whatever order they are in: a readable one, the first received."""
    if len(rows) == 1:
        return rows[0]
    applications = [row for row in rows if isinstance(row, Application)]
    if applications:
        return next(in_order(applications))
    return min(rows, key=lambda row: (repr(replace(row, row=0)), row.row))


def _is_withdrawn(row: AnyRow) -> bool:
    return isinstance(row, Application) and row.withdrawn


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, list[_Item]]:
    groups: defaultdict[_Key, list[_Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return dict(groups)
