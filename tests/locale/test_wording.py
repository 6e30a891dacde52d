"""Words in the reader's language."""

from __future__ import annotations

from coursewright.locale import wording
from coursewright.model.finding import Finding
from coursewright.model.finding_codes import Code
from coursewright.model.place import Place
from coursewright.model.words import Term


def test_text_puts_terms_into_the_language_and_leaves_what_was_written() -> None:
    italian = wording("it_IT.UTF-8")
    assert italian.text("There is no {kind} “{found}”.", kind=Term("competency"), found="competency") == (
        "Non esiste «competency» (competenza)."
    )


def test_text_in_another_language_is_english() -> None:
    assert wording("fr").text("Add it.") == "Add it."


def test_text_of_nothing_is_nothing() -> None:
    assert wording("it").text("") == ""


def test_plural_takes_the_form_that_suits_the_count() -> None:
    said = [wording("it").plural("{count} error", "{count} errors", count) for count in (0, 1, 2)]
    assert said == ["0 errori", "1 errore", "2 errori"]
    assert wording("en").plural("{count} error", "{count} errors", 1) == "1 error"


def test_finding_uses_the_other_hint_where_a_value_is_not_known() -> None:
    place = Place("a.yaml")
    known = Finding(Code.MISSING_KEY, place, {"key": "title", "about": Term("The course's title.")})
    assert wording("it").finding(known).hint == "Aggiungila: Il titolo del corso."
    unknown = Finding(Code.MISSING_KEY, place, {"key": "title", "about": None})
    assert wording("it").finding(unknown).hint == "Aggiungila."
