"""Reasons: why a rule applies or not, why an application has its status. Codes with values, put into words elsewhere.

As with findings, sentences are English and name their values in braces; the catalogs put them into other languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from coursewright.model.words import N_, Scalar, Told


class SentenceCode(StrEnum):
    """A code, stable for those who read JSON, with the sentence it is told in."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Self:
        """One code with its sentence."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member


class ReasonCode(SentenceCode):
    """The code of a reason that no condition of a rule has for its own."""

    # A rule
    APPLIES = ("applies", N_("All its conditions hold."))
    CAPPED = ("capped", N_("All its conditions hold; it takes off no more than what remained to pay."))
    KEPT = ("kept", N_("Kept from the earlier settlement: what was due never rises."))
    RECEIVED_BEFORE = ("received-before", N_("It is for applications received from {day} on."))
    RECEIVED_AFTER = ("received-after", N_("It is for applications received by {day}."))
    CHEAPER_BY_ANOTHER = ("cheaper-by-another", N_("With “{rule}” less is due, and reductions do not add up."))
    AS_CHEAP_BY_ANOTHER = ("as-cheap-by-another", N_("“{rule}”, which comes first, takes off as much."))
    CHEAPER_WITHOUT = ("cheaper-without", N_("It stands alone, and the other reductions together take off as much."))
    EXCLUDED = ("excluded", N_("“{rule}” stands alone, and leaves less to pay."))
    NOTHING_OFF = ("nothing-off", N_("It takes nothing off what remained to pay."))
    MAY_COMPETE = ("may-compete", N_("One may compete for it; who gets it is decided among all applications."))
    PLACE_NEEDED = ("place-needed", N_("It goes only to those who have a place."))
    RANKED_BELOW = ("ranked-below", N_("Number {rank} in the ranking, and it goes to {places}."))
    HAS_ANOTHER = ("has-another", N_("“{rule}” was granted instead."))
    NOT_NEEDED = ("not-needed", N_("Without it no more is due: it goes to someone who pays less by it."))

    # An application
    ENROLMENT_OPEN = ("enrolment-open", N_("Enrolment is open at that time."))
    ENROLMENT_NOT_OPEN = ("enrolment-not-open", N_("Enrolment opens on {day}."))
    ENROLMENT_CLOSED = ("enrolment-closed", N_("Enrolment closed on {day}."))
    HAS_PLACE = ("has-place", N_("There is a place."))
    KEEPS_PLACE = ("keeps-place", N_("The place of the earlier settlement stays."))
    WINS_SCHOLARSHIP = ("wins-scholarship", N_("There is a place, and “{rule}” was won."))
    KEEPS_SCHOLARSHIP = ("keeps-scholarship", N_("The place and “{rule}” of the earlier settlement stay."))
    NO_PLACE_LEFT = ("no-place-left", N_("The {places} places are taken: number {number} on the waiting list."))
    WITHDRAWN = ("withdrawn", N_("The application was withdrawn."))
    DUPLICATE = ("duplicate", N_("The same person applied before, in row {row}."))
    REPEATED_APPLICATION = ("repeated-application", N_("Row {row} has the same application id."))
    VALUE_MISSING = ("value-missing", N_("Column “{column}” is empty."))
    NEARLY = (
        "nearly",
        N_(
            "“{found}” ({column}) is none of the values that rules name, but nearly “{meant}”: with it, {instead} "
            "would be due in place of {due}."
        ),
    )
    ROW_OF_TOTALS = ("row-of-totals", N_("Row {row} sums up others: it is no application."))
    EMAIL_UNREADABLE = ("email-unreadable", N_("Column “{column}”: “{found}” is no e-mail address."))
    TIME_UNREADABLE = (
        "time-unreadable",
        N_("In “{column}”, “{found}” is no date or time. Write 2022-12-15 23:59 or 15/12/2022 23.59."),
    )
    TIME_SKIPPED = (
        "time-skipped",
        N_("In “{column}”, “{found}” does not exist, the clocks went forward. Write the offset, such as +02:00."),
    )
    TIME_TWICE = (
        "time-twice",
        N_("In “{column}”, “{found}” happened twice, the clocks went back. Write the offset, such as +01:00."),
    )
    DAY_UNREADABLE = (
        "day-unreadable",
        N_("In “{column}”, “{found}” is no day. Write 2021-06-01 or 01/06/2021."),
    )
    ROW_TOO_LONG = (
        "row-too-long",
        N_("The row has more cells than there are columns: a value with the separator in it wants quotes."),
    )
    SCORE_UNREADABLE = ("score-unreadable", N_("Column “{column}”: “{found}” is no number."))
    NUMBER_AMBIGUOUS = (
        "number-ambiguous",
        N_("Column “{column}”: “{found}” can be read in two ways. Write it with cents, or without a sign in it."),
    )
    FLAG_UNREADABLE = ("flag-unreadable", N_("Column “{column}”: “{found}” is neither yes nor no."))

    MINIMUM_REACHED = (
        "minimum-reached",
        N_("{holders} people have a place: the {minimum} that are needed to start are there."),
    )
    MINIMUM_MISSED = (
        "minimum-missed",
        N_("{holders} people have a place, and {minimum} are needed: the edition cannot start yet."),
    )
    BACK_UNDATED = (
        "back-undated",
        N_("How much is due back depends on the day: write it in the column of withdrawals in place of yes."),
    )
    BACK_WITHIN_DAYS = (
        "back-within-days",
        N_("Withdrawn within 14 days from the receipt, by {last}: all is due back (d.lgs. 206/2005, art. 52)."),
    )
    BACK_BY_STEP = ("back-by-step", N_("Withdrawn by {last}: {share}% of what was due is due back."))
    BACK_NOTHING = ("back-nothing", N_("Withdrawn on {day}, too late for anything to be due back."))
    PLAN_UNKNOWN = (
        "plan-unknown",
        N_("There is no payment plan “{found}”, so it has no instalments yet: ask which one is meant ({known})."),
    )
    PLAN_NEARLY = (
        "plan-nearly",
        N_("There is no payment plan “{found}”, so it has no instalments yet: ask whether “{nearest}” is meant."),
    )
    PAYER_UNKNOWN = (
        "payer-unknown",
        N_("“{found}” does not say who pays: ask, and write person or organisation, or the organisation's name."),
    )

    # What an earlier settlement leaves to say
    HOLDERS_ABOVE_PLACES = (
        "holders-above-places",
        N_("{holders} people hold a place from the earlier settlement and there are {places}: all keep theirs."),
    )
    HOLDER_MISSING = (
        "holder-missing",
        N_(
            "{who} (“{application}” in row {row} of the earlier settlement: {held}) is not in the file. "
            "The place stays taken; to free it, put the row back, marked as withdrawn."
        ),
    )
    HOLDER_REFUSED = (
        "holder-refused",
        N_(
            "{who} (“{application}” in row {row} of the earlier settlement: {held}) is in row {now}, "
            "which is refused. The place stays taken."
        ),
    )

    # Rules that meet, and what a proof finds
    CUMULATED = ("cumulated", N_("They add up: each on what the one before leaves."))
    LEAVES_LEAST = ("leaves-least", N_("“{rule}” applies: it leaves less to pay."))
    LEAVES_AS_LITTLE = ("leaves-as-little", N_("They leave the same: “{rule}” applies, it comes first."))
    STANDS_ALONE = ("stands-alone", N_("“{rule}” applies alone: it leaves less than the other."))
    NEITHER_APPLIES = ("neither-applies", N_("Neither takes anything off."))
    TIER_GAP = ("tier-gap", N_("No rule of tier “{tier}” holds."))
    TIER_OVERLAP = ("tier-overlap", N_("Several rules of tier “{tier}” hold: {rules}."))
    NEVER_HOLDS = ("never-holds", N_("“{rule}” never applies: its conditions never hold together during enrolment."))
    NEVER_CHANGES = ("never-changes", N_("“{rule}” never changes a price: another one always takes off as much."))
    PRICED_OUTSIDE = ("priced-outside", N_("A price is given while enrolment is not open."))
    OUT_OF_PRICE = ("out-of-price", N_("{due} would be due, which is not between nothing and the price."))
    LATER_CHEAPER = ("later-cheaper", N_("{due} is due, and {before} before: who applies later pays less."))
    ORDER_MATTERS = ("order-matters", N_("What is due depends on the order of the rules."))

    # A figure that a group may become
    FIGURE_REACHED = ("figure-reached", N_("The group stands where the figure asks, in all its competencies."))
    FIGURE_REACHABLE = (
        "figure-reachable",
        N_("Modules: {modules}, minutes: {minutes}. No shorter way leads there."),
    )
    FIGURE_REACHABLE_UNPROVEN = (
        "figure-reachable-unproven",
        N_("Modules: {modules}, minutes: {minutes}. There may be a shorter way: the course is too large to be sure."),
    )
    NOT_TAUGHT_SO_FAR = ("not-taught-so-far", N_("No module takes “{competency}” as far as “{to}”."))
    NOT_ENTERED = (
        "not-entered",
        N_(
            "“{competency}” goes no further than “{reached}”, and “{to}” is asked: "
            "what leads there cannot be entered from there ({modules})."
        ),
    )
    NOT_TOGETHER = (
        "not-together",
        N_("Each module is taken once, and no order of them brings all far enough; short stays: {competencies}."),
    )
    NOT_FOUND = ("not-found", N_("No way was found, the course is too large to be sure; short stays: {competencies}."))

    # Files of thermometer readings
    READINGS_NO_FILE = ("readings-no-file", N_("“{file}” is no file that can be read."))
    READINGS_TOO_LARGE = ("readings-too-large", N_("“{file}” is too large: a file of readings has less than 1 MB."))
    READINGS_UNREADABLE = (
        "readings-unreadable",
        N_("“{file}” cannot be read: it was damaged, or it is another kind of file."),
    )
    READINGS_FOREIGN = ("readings-foreign", N_("“{file}” was not made by a thermometer page of this site."))
    READINGS_NEWER = ("readings-newer", N_("“{file}” was made by another version of the site, which writes otherwise."))
    READINGS_DAMAGED = ("readings-damaged", N_("“{file}” is not as the thermometer page wrote it: see “{where}”."))
    READINGS_OTHER_COURSE = ("readings-other-course", N_("Not all files are of this course, “{course}”."))
    READINGS_MIXED = ("readings-mixed", N_("The files are of several thermometers: {thermometers}. Give those of one."))
    READINGS_NO_THERMOMETER = ("readings-no-thermometer", N_("This course has no thermometer “{found}”."))
    READINGS_TOO_FEW = (
        "readings-too-few",
        N_(
            "Readings of different people: {found}. With fewer than {least} each member could work out what the "
            "others answered, so nothing is counted."
        ),
    )
    PRACTICES_TOO_FEW = (
        "practices-too-few",
        N_("No practice was answered by {least} people or more, so nothing can be shown without giving people away."),
    )
    PRACTICE_TOO_FEW = (
        "practice-too-few",
        N_("Left out, because fewer than {least} people answered: “{practice}”."),
    )
    PRACTICES_UNKNOWN = (
        "practices-unknown",
        N_("Left out, because the thermometer has no such practices any more: {found}."),
    )
    GRADATIONS_UNKNOWN = (
        "gradations-unknown",
        N_("Answers left out, because the scale has no such gradations any more: {found}."),
    )
    READINGS_EMPTY = ("readings-empty", N_("Files without any reading, not counted: {count}."))
    READINGS_COPIED = ("readings-copied", N_("Files that are copies of another, counted once: {count}."))

    # A note on an application
    SAME_EMAIL = ("same-email", N_("The e-mail address is also that of row {row}, under another name."))
    NUMBER_CHANGED = (
        "number-changed",
        N_(
            "In the earlier settlement (row {row}) this person's number was “{before}”, and now it is “{now}”: "
            "the person counts, not the number."
        ),
    )
    NUMBER_OF_ANOTHER = (
        "number-of-another",
        N_(
            "In the earlier settlement (row {row}) the number “{number}” was that of {who}, who has “{now}” now: "
            "the person counts, not the number."
        ),
    )
    NUMBER_OF_MISSING = (
        "number-of-missing",
        N_(
            "In the earlier settlement (row {row}) the number “{number}” was that of {who}, who is not in the file: "
            "the person counts, not the number."
        ),
    )
    LIKE_MISSING_HOLDER = (
        "like-missing-holder",
        N_(
            "{who} (row {before} of the earlier settlement), who holds a place and is not in the file, "
            "has the same e-mail address or the same name."
        ),
    )


TO_ASK = frozenset({ReasonCode.NEARLY, ReasonCode.PLAN_UNKNOWN, ReasonCode.PLAN_NEARLY, ReasonCode.PAYER_UNKNOWN})
"""Notes that an office has to answer before it sends what was settled."""


@dataclass(frozen=True)
class Reason(Told):
    """A code with the values that its sentence names."""

    code: SentenceCode
    values: Mapping[str, Scalar] = field(default_factory=dict)
