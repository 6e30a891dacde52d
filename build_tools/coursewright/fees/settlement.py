"""The outcome of all applications of a cohort: places, limited rules, and a statement for every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from coursewright.fees.admission import Admission, admit
from coursewright.fees.award import Allocation, Competitor, DueWith, allocate, draw_digest
from coursewright.fees.conditions import Cell
from coursewright.fees.following import Following
from coursewright.fees.near_words import NearWords
from coursewright.fees.payment import NOT_FOR_SALE, Most, Payment, payment_of
from coursewright.fees.payment_sums import Payments
from coursewright.fees.quote import lines_of
from coursewright.fees.rule_set import Granted, Outcome, RuleSet
from coursewright.fees.terms import PLAIN, Basis, rest_of
from coursewright.fees.withdrawing import due_back
from coursewright.model.application import AnyRow, Application, UnreadableApplication
from coursewright.model.column import APPLICATION, EMAIL, RECEIVED, Column
from coursewright.model.condition import Applicant
from coursewright.model.conditions.organisation import ORGANISATION
from coursewright.model.earlier_statement import EarlierStatement, Holding
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.money import NO_MONEY, amount_of, cents
from coursewright.model.reason import Reason, ReasonCode, SentenceCode
from coursewright.model.result_column import STATUS_WORDS
from coursewright.model.statement import DueBack, Ladder, Line, Rung, SettledStatement, Settlement, Sums, Totals
from coursewright.model.words import Scalar, Term

Ranks = Mapping[tuple[int, int], tuple[int, int]]
"""By rule and row the competitor's rank, and how many of those ranked get the rule."""
_NOBODY: Granted = frozenset()
_NOTHING_EARLIER = Following()
_COLUMN_AT_FAULT: Mapping[SentenceCode, Column] = {
    ReasonCode.REPEATED_APPLICATION: APPLICATION,
    ReasonCode.DUPLICATE: EMAIL,
}


def settle(rules: RuleSet, rows: Sequence[AnyRow], earlier: Following = _NOTHING_EARLIER) -> Settlement:
    """Settle the rows; each gives one statement. The order of the rows changes no outcome.

    ``earlier`` says whose rows an earlier settlement gave what: whoever has a place or a scholarship keeps it unless
    withdrawn, and never pays more. DrawNeededError where a draw decides and the file gives no seed.
    """
    return _Settling(rules, rows, earlier).settlement()


class _Settling:
    """One settlement under way: what its steps share."""

    def __init__(self, rules: RuleSet, rows: Sequence[AnyRow], earlier: Following) -> None:
        self.rules = rules
        self.rows = rows
        self.earlier = earlier
        self.holdings = {row: each.holding for row, each in earlier.holders.items()}
        self.counts_members = rules.terms.counts_members or any(
            rule.when.asks(ORGANISATION) is not None for rule in rules.rules
        )
        self.members: Counter[str] = Counter()
        # What follows depends on few things, and there are very many rows.
        self.outcome: Callable[[Cell, Granted], Outcome] = cache(rules.outcome)
        self.payment: Callable[[int, Basis, Most | None], Payment] = cache(partial(payment_of, rules))
        self.plain_payment: Callable[[int], Payment] = cache(partial(payment_of, rules))
        self.plain_lines: Callable[[Cell, Granted, ReasonCode], tuple[Line, ...]] = cache(self._plain_lines)

    def settlement(self) -> Settlement:
        """All of it: who takes part, who has a place, who gets what is limited, what each pays."""
        applications = [row for row in self.rows if isinstance(row, Application)]
        admission = admit(self.rules, applications, self.holdings)
        refused = self._refused_holders(admission)
        seated, waiting = self._seated(admission, len(refused) + len(self.earlier.missing))
        self.members.update(ORGANISATION.counted(each.applicant) for each in seated if self.counts_members)
        cells = {each.row: self.rules.cell_of(self._counted(each, 0)) for each in seated}
        allocation = allocate(self.rules, self._competitors(seated, cells), self._reserved(admission))
        ranks = _ranks(allocation)
        statements = {row.row: self._unpriced(row, admission) for row in self.rows if _is_out(row, admission)}
        statements |= {each.row: self._placed(each, cells[each.row], allocation, ranks) for each in seated}
        for number, each in enumerate(waiting, start=1):
            cells[each.row] = self.rules.cell_of(self._counted(each, 1))
            statements[each.row] = self._waiting(each, number)
        unread = {each.row: each.notes for each in applications if each.notes}
        near = NearWords(self.rules, self.outcome).notes((*seated, *waiting), cells)
        several = (near, unread, admission.notes, self.earlier.notes, self._to_ask(admission))
        for row in {row for notes in several for row in notes}:
            found = tuple(reason for notes in several for reason in notes.get(row, ()))
            statements[row] = replace(statements[row], notes=found)
        return Settlement(
            cohort=self.rules.cohort.id,
            statements=tuple(statements[row.row] for row in self.rows),
            ladders=tuple(self._ladder(rule, allocation) for rule in self.rules.limited),
            totals=_totals(statements.values()),
            warnings=tuple(self._warnings(admission, refused)),
            minimum=self._minimum(len(seated) + len(refused) + len(self.earlier.missing)),
        )

    def _seated(self, admission: Admission, absent: int) -> tuple[list[Application], list[Application]]:
        """Who has a place and who waits, by receipt and then id; earlier holders keep theirs, the absent ones too."""
        in_order = sorted(admission.remaining, key=lambda each: (each.received, each.id))
        holders = [each for each in in_order if each.row in self.holdings]
        others = [each for each in in_order if each.row not in self.holdings]
        places = self.rules.cohort.enrolment.places
        room = len(others) if places is None else max(0, places - len(holders) - absent)
        return [*holders, *others[:room]], others[room:]

    def _refused_holders(self, admission: Admission) -> Collection[int]:
        """The rows of earlier holders that are neither settled now nor withdrawn: their places stay taken."""
        return self.holdings.keys() - {each.row for each in admission.remaining} - admission.withdrawn.keys()

    def _counted(self, application: Application, joining: int) -> Applicant:
        """The applicant with the members of the organisation; ``joining`` counts the applicant where they do not."""
        applicant = application.applicant
        if self.counts_members and (organisation := ORGANISATION.counted(applicant)):
            return ORGANISATION.with_members(applicant, self.members[organisation] + joining)
        return applicant

    def _to_ask(self, admission: Admission) -> Mapping[int, tuple[Reason, ...]]:
        """By row, what the office has to ask about how it is paid."""
        saying = [each for each in admission.remaining if each.applicant.plan or each.applicant.payer]
        found = {each.row: tuple(self.rules.terms.notes(each.applicant)) for each in saying}
        return {row: notes for row, notes in found.items() if notes}

    def _competitors(self, seated: Iterable[Application], cells: Mapping[int, Cell]) -> list[Competitor]:
        found = []
        for each in seated:
            cell, kept = cells[each.row], self._kept(self.holdings.get(each.row))
            competing = self.outcome(cell, _NOBODY).competing
            if competing or kept:
                found.append(Competitor(each, competing, self._due_with(each.row, cell), kept))
        return found

    def _due(self, cell: Cell, granted: Granted) -> int:
        return self.outcome(cell, granted).due

    def _due_with(self, row: int, cell: Cell) -> DueWith:
        """What somebody would pay with limited rules: an earlier holder never more than before."""
        holding = self.holdings.get(row)
        if holding is None:
            return partial(self._due, cell)
        most = cents(holding.due)
        return lambda granted: min(most, self._due(cell, granted))

    def _kept(self, holding: Holding | None) -> Granted:
        """The limited rules that the earlier settlement gave."""
        if holding is None:
            return _NOBODY
        return frozenset(rule for rule in self.rules.limited if holding.reductions.get(self.rules.rules[rule].id))

    def _reserved(self, admission: Admission) -> Mapping[int, int]:
        """How many places of each limited rule earlier holders keep, those who are missing too."""
        here = [holding for row, holding in self.holdings.items() if row not in admission.withdrawn]
        missing = [each.holding for each in self.earlier.missing]
        return Counter(rule for holding in (*here, *missing) for rule in self._kept(holding))

    def _unpriced(self, row: AnyRow, admission: Admission) -> SettledStatement:
        """The statement of a row that pays nothing: unreadable, refused or withdrawn."""
        status, column = ApplicationStatus.REFUSED, ""
        if isinstance(row, UnreadableApplication):
            reason, column = row.reason, row.column
        elif row.row in admission.refused:
            reason = admission.refused[row.row]
            column = _COLUMN_AT_FAULT.get(reason.code, RECEIVED).name
        else:
            statement = self._statement(
                row, ApplicationStatus.WITHDRAWN, Reason(ReasonCode.WITHDRAWN), (), NOT_FOR_SALE
            )
            return replace(statement, due_back=self._due_back(admission.withdrawn[row.row]))
        return self._statement(row, status, reason, (), NOT_FOR_SALE, column)

    def _due_back(self, application: Application) -> DueBack | None:
        """What is due back of what was due: by the earlier settlement, else by the price at the receipt."""
        withdrawal = self.rules.fees.withdrawal
        if withdrawal is None:
            return None
        due = self._due_with(application.row, self.rules.cell_of(self._counted(application, 1)))(_NOBODY)
        return due_back(
            self.rules.cohort,
            withdrawal,
            self._payment(application, due, 1),
            rest_of(application.applicant),
            application.received.astimezone(self.rules.zone).date(),
            application.withdrawn_on,
        )

    def _placed(self, application: Application, cell: Cell, allocation: Allocation, ranks: Ranks) -> SettledStatement:
        granted = allocation.granted.get(application.row, _NOBODY)
        outcome = self.outcome(cell, granted)
        holding = self.holdings.get(application.row)
        if holding is not None and cents(holding.due) < outcome.due:
            return self._as_before(application, holding)
        lost = [rule for rule in outcome.competing if rule not in granted]
        lines = (
            lines_of(self.rules, outcome, {rule: self._lost(application, rule, granted, ranks) for rule in lost})
            if lost
            else self.plain_lines(cell, granted, ReasonCode.NOT_NEEDED)
        )
        won = [rule for rule in outcome.applied if rule in granted and self.rules.rules[rule].award]
        if holding is not None and holding.status is ApplicationStatus.SCHOLARSHIP:
            reason = Reason(ReasonCode.KEEPS_SCHOLARSHIP, {"rule": self._scholarship(holding)})
            return self._priced(application, ApplicationStatus.SCHOLARSHIP, reason, lines, outcome.due)
        if won:
            reason = Reason(ReasonCode.WINS_SCHOLARSHIP, {"rule": self.rules.rules[won[0]].label})
            return self._priced(application, ApplicationStatus.SCHOLARSHIP, reason, lines, outcome.due)
        reason = Reason(ReasonCode.HAS_PLACE if holding is None else ReasonCode.KEEPS_PLACE)
        return self._priced(application, ApplicationStatus.ACCEPTED, reason, lines, outcome.due)

    def _lost(self, application: Application, rule: int, granted: Granted, ranks: Ranks) -> Reason:
        """Why a limited rule whose conditions hold was not given to someone with a place."""
        if (rule, application.row) in ranks and self.rules.rules[rule].places is not None:
            rank, winners = ranks[rule, application.row]
            return Reason(ReasonCode.RANKED_BELOW, {"rank": rank, "places": winners})
        if granted:
            return Reason(ReasonCode.HAS_ANOTHER, {"rule": self.rules.rules[min(granted)].label})
        return Reason(ReasonCode.NOT_NEEDED)

    def _as_before(self, application: Application, holding: Holding) -> SettledStatement:
        """What an earlier holder had, where today's rules and facts would ask for more: price, reductions and due."""
        labels = {rule.id: rule.label for rule in self.rules.rules}
        names = [*labels, *sorted(holding.reductions.keys() - labels.keys())]
        kept = Reason(ReasonCode.KEPT)
        amounts = [holding.reductions.get(name, NO_MONEY) for name in names]
        lines = tuple(Line(name, labels.get(name, name), each, kept) for name, each in zip(names, amounts, strict=True))
        reason = Reason(ReasonCode.KEEPS_PLACE)
        if holding.status is ApplicationStatus.SCHOLARSHIP:
            reason = Reason(ReasonCode.KEEPS_SCHOLARSHIP, {"rule": self._scholarship(holding)})
        statement = self._priced(application, holding.status, reason, lines, cents(holding.due))
        return replace(statement, price=holding.due - sum(amounts))

    def _scholarship(self, holding: Holding) -> str:
        """What people call the scholarship that was held: the rule with an award, else what the file no longer has."""
        known = {rule.id: rule for rule in self.rules.rules}
        names = sorted(name for name, amount in holding.reductions.items() if amount)
        held = [rule.label for rule in known.values() if rule.award and rule.id in names]
        return next(iter([*held, *(name for name in names if name not in known), *names]), "")

    def _waiting(self, application: Application, number: int) -> SettledStatement:
        cell = self.rules.cell_of(self._counted(application, 1))
        reason = Reason(ReasonCode.NO_PLACE_LEFT, {"places": self.rules.cohort.enrolment.places, "number": number})
        lines = self.plain_lines(cell, _NOBODY, ReasonCode.PLACE_NEEDED)
        return self._priced(application, ApplicationStatus.WAITING, reason, lines, self._due(cell, _NOBODY), 1)

    def _priced(
        self,
        application: Application,
        status: ApplicationStatus,
        reason: Reason,
        lines: tuple[Line, ...],
        due: int,
        joining: int = 0,
    ) -> SettledStatement:
        return self._statement(application, status, reason, lines, self._payment(application, due, joining))

    def _payment(self, application: Application, due: int, joining: int) -> Payment:
        """How it is paid: an earlier holder has no more of each item than before."""
        basis = self.rules.terms.basis_of(self._counted(application, joining))
        holding = self.holdings.get(application.row)
        if basis is PLAIN and (holding is None or not self.rules.fees.items):
            return self.plain_payment(due)
        return self.payment(due, basis, None if holding is None else tuple(holding.items.items()))

    def _statement(
        self,
        row: AnyRow,
        status: ApplicationStatus,
        reason: Reason,
        lines: tuple[Line, ...],
        payment: Payment,
        column: str = "",
    ) -> SettledStatement:
        rules = self.rules
        return SettledStatement(
            application=row.id,
            cohort=rules.cohort.id,
            received=None if row.received is None else row.received.astimezone(rules.zone),
            status=status,
            currency=rules.fees.currency,
            price=rules.fees.price,
            lines=lines,
            due=payment.due,
            items=payment.items,
            stamp=payment.stamp,
            total=payment.total,
            plan=payment.plan,
            payers=payment.payers,
            instalments=payment.instalments,
            rules_hash=rules.rules_hash,
            reason=reason,
            vat=payment.vat,
            row=row.row,
            column=column,
            email=row.email,
            name=row.name,
            notes=(),
        )

    def _plain_lines(self, cell: Cell, granted: Granted, unsettled: ReasonCode) -> tuple[Line, ...]:
        outcome = self.outcome(cell, granted)
        return lines_of(self.rules, outcome, {rule: Reason(unsettled) for rule in outcome.competing})

    def _ladder(self, rule: int, allocation: Allocation) -> Ladder:
        written, seed = self.rules.rules[rule], self.rules.fees.draw_seed
        draws = "draw" in written.award and seed is not None
        rungs = tuple(
            Rung(
                rank=rank,
                row=each.application.row,
                application=each.application.id,
                score=each.application.score,
                received=each.application.received.astimezone(self.rules.zone),
                draw=draw_digest(seed or "", each.application.id) if draws else "",
                won=rule in allocation.granted[each.application.row],
            )
            for rank, each in enumerate(allocation.rankings[rule], start=1)
        )
        return Ladder(written.id, written.label, written.places, rungs)

    def _minimum(self, holders: int) -> Reason | None:
        """Whether so many are enough to start."""
        minimum = self.rules.cohort.enrolment.minimum
        if minimum is None:
            return None
        code = ReasonCode.MINIMUM_REACHED if holders >= minimum else ReasonCode.MINIMUM_MISSED
        return Reason(code, {"holders": holders, "minimum": minimum})

    def _warnings(self, admission: Admission, refused: Collection[int]) -> Iterator[Reason]:
        told = [(each, Reason(ReasonCode.HOLDER_MISSING, _of_holder(each))) for each in self.earlier.missing]
        for row in refused:
            holder = self.earlier.holders[row]
            told.append((holder, Reason(ReasonCode.HOLDER_REFUSED, {**_of_holder(holder), "now": row})))
        yield from (reason for _, reason in sorted(told, key=lambda each: each[0].row))
        holders = sum(each.row in self.holdings for each in admission.remaining) + len(told)
        places = self.rules.cohort.enrolment.places
        if places is not None and holders > places:
            yield Reason(ReasonCode.HOLDERS_ABOVE_PLACES, {"holders": holders, "places": places})


def _of_holder(holder: EarlierStatement) -> Mapping[str, Scalar]:
    return {
        "who": holder.who,
        "application": holder.application,
        "row": holder.row,
        "held": Term(STATUS_WORDS[holder.holding.status]),
    }


def _is_out(row: AnyRow, admission: Admission) -> bool:
    return isinstance(row, UnreadableApplication) or row.row in admission.refused or row.row in admission.withdrawn


def _ranks(allocation: Allocation) -> Ranks:
    ranks = {}
    for rule, ranking in allocation.rankings.items():
        winners = sum(rule in allocation.granted[each.application.row] for each in ranking)
        ranks.update({(rule, each.application.row): (rank, winners) for rank, each in enumerate(ranking, start=1)})
    return ranks


def _totals(statements: Iterable[SettledStatement]) -> Totals:
    statuses: Counter[ApplicationStatus] = Counter()
    price = due = stamp = 0
    payments = Payments()
    for each in statements:
        statuses[each.status] += 1
        if each.due is not None and each.status is not ApplicationStatus.WAITING:
            price += cents(each.price)
            due += cents(each.due)
            stamp += cents(each.stamp)
            payments.add(each)
    counted = {status: statuses[status] for status in ApplicationStatus if statuses[status]}
    sums = Sums(amount_of(price), amount_of(due - price), amount_of(due), amount_of(stamp))
    return Totals(counted, sums, payments.sums(due + stamp))
