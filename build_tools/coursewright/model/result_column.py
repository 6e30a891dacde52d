"""The columns that a settlement adds to the applications' own."""

from __future__ import annotations

from enum import StrEnum

from coursewright.model.column import WITHDRAWN
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.words import N_


class ResultColumn(StrEnum):
    """A column of results; the value is its name in English, which the catalogs put into other languages."""

    ROW = N_("Row")
    STATUS = N_("Outcome")
    DUE = N_("Amount due")
    PRICE = N_("Full price")
    REDUCTION = N_("Reduction {rule}")
    ITEM = N_("Item {item}")
    STAMP = N_("Stamp duty")
    TOTAL = N_("Total to pay")
    PLAN = N_("Plan applied")
    PAYER = N_("Paid by {payer}")
    PERSON_PAYS = N_("Paid by the applicant")
    ORGANISATION_PAYS = N_("Paid by the organisation")
    BACK = N_("Due back")
    BACK_REASON = N_("Why this is due back")
    INSTALMENT = N_("Instalment {number}")
    INSTALMENT_DAY = N_("Instalment {number} by")
    REASON = N_("Why this outcome")
    REASONS = N_("Why this amount")
    NOTES = N_("To be checked")


STATUS_WORDS = {
    ApplicationStatus.OPEN: N_("open"),
    ApplicationStatus.CLOSED: N_("closed"),
    ApplicationStatus.NOT_OPEN: N_("not open yet"),
    ApplicationStatus.ACCEPTED: N_("accepted"),
    ApplicationStatus.SCHOLARSHIP: N_("scholarship"),
    ApplicationStatus.WAITING: N_("waiting list"),
    ApplicationStatus.WITHDRAWN: WITHDRAWN.label,
    ApplicationStatus.REFUSED: N_("refused"),
}
"""What becomes of an application, in words of the interface."""
