"""Words in the reader's language.

Covers also `model/words.py`.
"""

from __future__ import annotations

from datetime import date

from coursewright.locale import interface_texts, wording
from coursewright.model.finding import Finding
from coursewright.model.finding_codes import Code
from coursewright.model.place import Place
from coursewright.model.words import Sentence, Several, Term, WeekdayName, WithWeekday


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


def test_italian_articles_before_eight_and_eleven() -> None:
    message = "Enrolment is open from {first} to {last}."
    assert wording("it").text(message, first=date(2023, 2, 8), last=date(2023, 3, 11)) == (
        "Ci si iscrive dall'8 febbraio 2023 all'11 marzo 2023."
    )
    assert wording("it").text(message, first=date(2023, 2, 18), last=date(2023, 3, 1)) == (
        "Ci si iscrive dal 18 febbraio 2023 al 1 marzo 2023."
    )


def test_sentence_is_told_with_all_that_it_names_in_the_language() -> None:
    stretch = Sentence("from {first} until {last}", {"first": date(2023, 2, 8), "last": date(2023, 3, 1)})
    sentence = Sentence(
        "“{cohort}” meets on these weekdays: {days}.",
        {"cohort": Several((stretch, WithWeekday(date(2023, 2, 8))), "; "), "days": Several((WeekdayName(0), "x"))},
    )
    assert wording("it").shown(sentence) == (
        "«dall'8 febbraio 2023 al 1 marzo 2023; mercoledì 8 febbraio 2023» si incontra di: lunedì, x."
    )
    assert wording("en").shown(Term("Online")) == "Online"


def test_texts_of_the_interface_are_the_same_at_any_time() -> None:
    assert not [text for text in interface_texts() if "Creation-Date" in text]
    assert {"Add it.", "Aggiungila."} <= set(interface_texts())
