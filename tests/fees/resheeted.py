"""A sheet of applications, and the same one after an office has been at it, as hypothesis draws them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from coursewright.model.application import Application
from tests.fees.applications import application
from tests.fees.cohorts import at

# Two of a family and four of an office with one address, two of one name, and names as they are typed in Italy.
PEOPLE = (
    ("ada.neri@example.org", "Ada Neri"),
    ("famiglia@example.org", "Bruno Sala"),
    ("famiglia@example.org", "Carla Sala"),
    ("segreteria@ente.example", "Dario D'Angelo"),
    ("segreteria@ente.example", "Nicolò Rossi-Bo"),
    ("segreteria@ente.example", "Žana Müller"),
    ("o'neil@example.org", "Maria Rossi"),
    ("maria-rossi@example.org", "Maria Rossi"),
)
NEWCOMERS = (
    ("wanda@example.com", "Wanda Qui"),
    ("segreteria@altro.example", "Ugo Xilo"),
    ("zeno@example.com", "Zeno Volpe"),
)
_START = at("2022-11-01T10:00")
_NUMBERS = tuple(f"A-{number:02}" for number in range(1, 15))
_APOSTROPHES, _HYPHENS, _SPACES = "'’ʼ‘`´", "-‐‑–—", (" ", "  ", "\u00a0", " \u200b", "\u202f")


@dataclass(frozen=True)
class Resheeted:
    """The applications of before and of now, in rows; who was taken out, by e-mail and name as first typed.

    ``typed`` has for each row of now who it is of.
    """

    before: list[Application]
    now: list[Application]
    typed: dict[int, tuple[str, str]]
    removed: list[tuple[str, str]]


@st.composite
def resheeted(draw: st.DrawFn, /) -> Resheeted:
    """Rows taken out, put in, put into another order, given other numbers (exchanged ones too), typed otherwise."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    numbers = draw(st.permutations(_NUMBERS))
    before = [
        replace(draw(_applications(*person)), row=row, id=number)
        for row, (person, number) in enumerate(zip(people, numbers, strict=False), start=2)
    ]
    by_person = dict(zip(people, before, strict=True))
    removed = draw(st.lists(st.sampled_from(people), unique=True))
    stay = [person for person in people if person not in removed]
    came = draw(st.lists(st.sampled_from(NEWCOMERS), unique=True))
    order = draw(st.permutations([*stay, *came]))
    others = draw(st.permutations(_NUMBERS)) if draw(st.booleans()) else [by_person[each].id for each in stay]
    fresh = iter([*others, *(f"N-{number}" for number in range(3))])
    numbered = {person: next(fresh) for person in (*stay, *came)}
    now = []
    for row, person in enumerate(order, start=2):
        base = by_person[person] if person in by_person else draw(_applications(*person))
        email, name = draw(_retyped(person[0])), draw(_retyped(person[1]))
        now.append(replace(base, row=row, id=numbered[person], email=email, name=name))
    return Resheeted(before, now, dict(enumerate(order, start=2)), removed)


@st.composite
def _applications(draw: st.DrawFn, /, email: str, name: str) -> Application:
    return application(
        "",
        _START + timedelta(hours=draw(st.integers(0, 60))),
        email=email,
        name=name,
        score=draw(st.none() | st.integers(0, 3).map(Decimal)),
        withdrawn=draw(st.integers(0, 5)) == 0,
    )


@st.composite
def _retyped(draw: st.DrawFn, /, text: str) -> str:
    """The text with other capitals, accents, apostrophes, hyphens and spaces; addresses have no accents to lose."""
    cased = {"as typed": text, "upper": text.upper(), "lower": text.lower(), "title": text.title()}
    text = cased[draw(st.sampled_from(sorted(cased)))]
    text = text.replace("'", draw(st.sampled_from(_APOSTROPHES))).replace("-", draw(st.sampled_from(_HYPHENS)))
    text = text.replace(" ", draw(st.sampled_from(_SPACES)))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    if draw(st.booleans()):
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return draw(st.sampled_from(["", " ", "\ufeff"])) + text + draw(st.sampled_from(["", "  ", "\u200b"]))
