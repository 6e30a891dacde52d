"""A course as Python opens it: what is wrong with it, its prices, its settlements, calendars and groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from coursewright.door.cohort_calendar import CohortCalendar, cohort_calendar
from coursewright.door.errors import AnswerError, BlockedError
from coursewright.door.settling import settled_file
from coursewright.door.use import Use, cohort_for, course_root, group_for, refuse_courseless
from coursewright.fees.application_rows import Answers, applicant_answering
from coursewright.fees.profiles import MOST_ROWS, TooManyProfilesError
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.table import fee_table
from coursewright.groups.portrait import Portrait, portrait
from coursewright.locale import wording
from coursewright.model.cell_values import read_received
from coursewright.model.cohort import Cohort
from coursewright.model.column import PAYER, PLAN, RECEIVED, ColumnError
from coursewright.model.conditions.given import PREFIX
from coursewright.model.curriculum import Curriculum
from coursewright.model.fee_rules import CONDITIONS
from coursewright.model.finding import Code, Finding
from coursewright.model.nearest import DID_YOU_MEAN, nearest
from coursewright.model.place import Place
from coursewright.model.proof import FeeTable
from coursewright.model.reason import ReasonCode
from coursewright.model.statement import Settlement, Statement
from coursewright.model.words import N_, Sayable
from coursewright.project import Project, open_project

_QUESTIONS = (question.name for condition in CONDITIONS for question in condition.questions)
_ANSWERS = frozenset({*_QUESTIONS, PLAN.name, PAYER.name})


NOBODY_ASKS = N_("No rule asks for “{column}”.")


@dataclass(frozen=True)
class OpenedCourse:
    """A course as its files were when it was opened; nothing of it changes after.

    >>> course = open_course(".")
    >>> course.curriculum.course.title
    'Manager «Community Maker»'
    """

    project: Project

    @classmethod
    def below(cls, root: Path) -> OpenedCourse:
        """What lies below ``root``, be it a course or not; BlockedError for a folder that may not be read."""
        try:
            return cls(open_project(root))
        except PermissionError as error:
            file = Path(str(error.filename or root))
            path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
            raise BlockedError((Finding(Code.FILE_UNREADABLE, Place(path)),)) from None

    @property
    def root(self) -> Path:
        """The course's folder."""
        return self.project.root

    @property
    def curriculum(self) -> Curriculum:
        """All that its files say, as frozen entries by kind and id: ``curriculum.modules["ascolto"].title``."""
        return self.project.curriculum

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong or doubtful, in the order of ``coursewright check``: code, place, severity.

        >>> [finding.code for finding in course.findings]
        []
        """
        return self.project.findings

    def tell(self, what: Finding | Sayable, language: str | None = None) -> str:
        """A finding, a reason or another sentence in words: in the course's language, or in another of the interface.

        >>> course.tell(course.quote("cm-2023", "2022-12-10").lines[0].reason, "en")
        'All its conditions hold.'
        """
        words = wording(language or self.curriculum.course.language)
        if not isinstance(what, Finding):
            return words.shown(what)
        told = words.finding(what)
        return " ".join(filter(None, (told.message, told.hint)))

    def cohort(self, identifier: str, use: Use) -> Cohort:
        """The cohort of that id, for a use of it; errors in what that use does not read do not count.

        BlockedError where errors stand in the way of that use, RefusalError where there is no such cohort.
        """
        return cohort_for(self.project, use, identifier)

    def rules(self, cohort: str, use: Use = Use.FEES) -> RuleSet:
        """The fees of a cohort, compiled: what :meth:`quote`, :meth:`settle` and :meth:`fees` compute by."""
        return rule_set_of(self.cohort(cohort, use))

    def quote(self, cohort: str, received: datetime | date | str, **answers: Any) -> Statement:
        """The price for one applicant whose application came at ``received``, with a line and a reason for each rule.

        An instant without an offset is read by the clock of the cohort's time zone, a day as its last instant, a text
        as a cell of a file of applications is. ``answers`` say who applies, by the names of the options of
        ``coursewright quote``: ``category="socio"``, ``code=…``, ``alumni=True``, ``organisation_members=3``,
        ``experience_since=date(2019, 9, 1)``; ``given={"isee": 18000}`` has columns of the course's own; ``plan`` and
        ``payer`` are how and by whom it is paid. Amounts of the statement are ``Decimal`` with two decimals, in its
        ``currency``; ``due`` is None where enrolment is not open. By the rules that ``docs/fees.md`` explains.

        AnswerError for a value that cannot be read and for an answer that no rule has a question for; BlockedError and
        RefusalError as in :meth:`cohort`.

        >>> statement = course.quote("cm-2023", datetime(2022, 12, 10, 18, 30), experience_since="2021-11-02")
        >>> print(statement.due, statement.currency, statement.received.isoformat())
        1305.00 EUR 2022-12-10T18:30:00+01:00
        >>> [(line.rule, str(line.amount)) for line in statement.lines]
        [('early-bird', '-145.00'), ('junior-scholarship', '0.00')]
        """
        rules = self.rules(cohort)
        asked = {each.name: each for each in rules.fees.conditions}
        given = answers.pop("given", None) or {}
        own = {name if name in asked else PREFIX + name: value for name, value in given.items()}
        for name in sorted(own.keys() - asked.keys()):
            known = [each.removeprefix(PREFIX) for each in asked if each.startswith(PREFIX)]
            written = name.removeprefix(PREFIX)
            raise AnswerError(written, NOBODY_ASKS, DID_YOU_MEAN, nearest=nearest(written, known))
        for name in sorted(answers.keys() - _ANSWERS):
            raise AnswerError(name, NOBODY_ASKS, DID_YOU_MEAN, nearest=nearest(name, _ANSWERS))
        try:
            at = Answers({RECEIVED.name: received}).read(RECEIVED, lambda cell: read_received(cell, rules.zone))
            applicant = applicant_answering(at, {**answers, **own}, rules.fees.conditions)
        except ColumnError as error:
            raise AnswerError(error.column.name, error.code.sentence, "", **error.values) from None
        for reason in rules.terms.notes(applicant):
            name = PAYER.name if reason.code is ReasonCode.PAYER_UNKNOWN else PLAN.name
            raise AnswerError(name, reason.code.sentence, "", **reason.values)
        return quote(rules, applicant)

    def settle(
        self, cohort: str, applications: str | Path, after: str | Path | None = None, by_number: bool = False
    ) -> Settlement:
        """The outcome of all applications of a file (CSV or XLSX): a statement for each row, in the order of the rows.

        With ``after``, an earlier result, whoever has a place or a scholarship there keeps it unless withdrawn; people
        are followed by e-mail and name, or ``by_number`` of their applications. Nothing is written. By the rules that
        ``docs/fees.md`` explains. BlockedError where a file cannot be read or leaves something to decide.

        >>> with TemporaryDirectory() as folder:
        ...     file = Path(folder, "applications.csv")
        ...     _ = file.write_text("application,email,name,received\\n1,ada@example.org,Ada,2022-12-10\\n")
        ...     settlement = course.settle("cm-2023", file)
        >>> [(each.name, each.status.value, str(each.due)) for each in settlement.statements]
        [('Ada', 'accepted', '1305.00')]
        """
        earlier = None if after is None else Path(after)
        return settled_file(self.rules(cohort), Path(applications), earlier, by_number).settlement

    def fees(self, cohort: str) -> FeeTable:
        """Every price of a cohort, by window and profile, with the proof of what holds for all of them.

        BlockedError where the rules tell more profiles apart than can be gone through.

        >>> table = course.fees("cm-2023")
        >>> len(table.rows), all(proven.holds for proven in table.proof)
        (6, True)
        """
        rules = self.rules(cohort, Use.PROOF)
        try:
            return fee_table(rules)
        except TooManyProfilesError:
            finding = Finding(Code.TOO_MANY_PROFILES, rules.fees.place("rules"), {"limit": MOST_ROWS})
            raise BlockedError((finding,)) from None

    def calendar(self, cohort: str) -> CohortCalendar:
        """The sessions of a cohort, in order of time, in its zone; what of them is published, and what is not yet.

        RefusalError where it has no sessions and never had.

        >>> calendar = course.calendar("cm-2023")
        >>> calendar.minutes, calendar.sessions[0].starts_at.isoformat()
        (1920, '2023-02-18T09:30:00+01:00')
        """
        return cohort_calendar(self.project, self.cohort(cohort, Use.CALENDAR))

    def group(self, group: str, minutes: int | None = None) -> Portrait:
        """The portrait of a group: coverage, matches, network, figures, and the shortest path of modules.

        ``minutes`` is the time there is for the path, if there is a limit. BlockedError and RefusalError as in
        :meth:`cohort`.

        >>> course.group("quartiere-e-fondazione", minutes=600).path.modules
        ('welfare-generativo', 'cultura-di-squadra')
        """
        return portrait(self.curriculum, group_for(self.project, group), minutes)


def open_course(path: str | Path) -> OpenedCourse:
    """Open the course whose folder is ``path`` or lies around it; nothing is raised for what its files hold.

    RefusalError where there is no course, BlockedError for a folder that may not be read.

    >>> open_course("modules").quote("cm-2032", "2022-12-10")
    Traceback (most recent call last):
        ...
    coursewright.door.errors.RefusalError: There is no cohort “cm-2032”.
    Did you mean “cm-2023”?
    """
    root = course_root(Path(path).absolute())
    refuse_courseless(root)
    return OpenedCourse.below(root)
