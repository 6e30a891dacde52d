"""What files of applications call their columns and values: as a cohort says, and as forms and ticket shops export.

The layouts that are known by name are as the makers' public documentation and exports have them, in English and
Italian: Google Forms' linked sheet, Microsoft Forms' workbook, Eventbrite's attendee summary with its glossary of
statuses, pretix's order data (positions).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coursewright.model.compared_text import compared

Headers = tuple[str, ...]
"""One header, or several whose cells are put together with a space between, such as a day and an hour."""


class LayoutName(StrEnum):
    """A layout that is known by name."""

    GOOGLE_FORMS = "google-forms"
    MICROSOFT_FORMS = "microsoft-forms"
    EVENTBRITE = "eventbrite"
    PRETIX = "pretix"


@dataclass(frozen=True)
class Layout:
    """For columns, by their names, what they are called (the first that is there counts) and what their values mean.

    A value is replaced by another as :func:`compared` takes it; nothing in its place is nothing said.
    """

    columns: Mapping[str, tuple[Headers, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def over(self, other: Layout) -> Layout:
        """Both, where this one comes first."""
        names = dict.fromkeys((*self.columns, *other.columns))
        columns = {name: (*self.columns.get(name, ()), *other.columns.get(name, ())) for name in names}
        known = dict.fromkeys((*self.values, *other.values))
        return Layout(columns, {name: {**other.values.get(name, {}), **self.values.get(name, {})} for name in known})

    def meanings(self, name: str) -> Mapping[str, str]:
        """What values of a column mean, by the form in which they are compared."""
        return {compared(value): meant for value, meant in self.values.get(name, {}).items()}


def compared_header(header: str) -> str:
    """A header without capitals, accents and the signs between words."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", header.casefold()) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _one(*headers: str) -> tuple[Headers, ...]:
    return tuple((header,) for header in headers)


def _gone(*words: str) -> Mapping[str, str]:
    return dict.fromkeys(words, "yes")


def _here(*words: str) -> Mapping[str, str]:
    return dict.fromkeys(words, "no")


_TICKETS = Layout(
    {
        "received": (
            ("Order date", "Order time"),
            ("Data dell'ordine", "Ora dell'ordine"),
            *_one("Order Date", "Data ordine", "Data dell'ordine"),
        ),
        "email": _one("Attendee email", "Attendee e-mail", "E-mail partecipante", "Email", "E-mail", "Buyer Email"),
    }
)
LAYOUTS: Mapping[LayoutName, Layout] = {
    LayoutName.GOOGLE_FORMS: Layout(
        {
            "received": _one("Timestamp", "Informazioni cronologiche"),
            "email": _one("Email Address", "Username", "Indirizzo email", "Nome utente"),
        }
    ),
    LayoutName.MICROSOFT_FORMS: Layout(
        {
            "application": _one("ID"),
            "received": _one("Completion time", "Ora di completamento"),
            "email": _one("Email", "Posta elettronica", "Email2", "Indirizzo e-mail"),
            "name": _one("Name", "Nome", "Name2", "Nome2"),
        },
        {"email": {"anonymous": "", "anonimo": ""}, "name": {"anonymous": "", "anonimo": ""}},
    ),
    LayoutName.EVENTBRITE: Layout(
        {
            "application": _one("Attendee #", "Attendee no.", "Attendee ID", "N. partecipante"),
            "name": _one("First Name", "Nome"),
            "surname": _one("Last Name", "Surname", "Cognome"),
            "category": _one("Ticket Type", "Tipo di biglietto", "Tipologia biglietto"),
            "code": _one("Promo Code", "Coupon", "Discount Code", "Codice promozionale"),
            "withdrawn": _one("Attendee Status", "Stato partecipante"),
        },
        {
            "withdrawn": {
                **_gone("Not Attending", "Deleted", "Refunded", "Refunded/Canceled", "Canceled", "Cancelled"),
                **_gone("Transferred", "Non partecipa", "Eliminato", "Rimborsato", "Annullato"),
                **_here("Attending", "Checked In", "Partecipa", "Registrato all'ingresso"),
            }
        },
    ).over(_TICKETS),
    LayoutName.PRETIX: Layout(
        {
            "application": (("Order code", "Position ID"), ("Codice ordine", "ID posizione")),
            "name": _one("Attendee name", "Nome partecipante"),
            "category": _one("Product", "Prodotto"),
            "code": _one("Voucher code", "Voucher", "Codice voucher"),
            "organisation": _one("Attendee company", "Company", "Azienda"),
            "withdrawn": _one("Status", "Stato"),
        },
        {
            "withdrawn": {
                **_gone("canceled", "cancelled", "canceled (paid fee)", "expired", "annullato", "scaduto"),
                **_here("paid", "pending", "approval pending", "pagato", "in attesa", "in attesa di approvazione"),
            }
        },
    ).over(_TICKETS),
}
"""Each known layout."""


def own_layout(columns: Mapping[str, Iterable[str]], values: Mapping[str, Mapping[str, str]]) -> Layout:
    """What a cohort says: for each column its header or headers, and what values mean."""
    return Layout({name: (tuple(headers),) for name, headers in columns.items()}, values)
