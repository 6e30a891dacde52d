"""The page of a thermometer: its thread, and what stands at each notch.

Covers also `model/thermometer.py`.
"""

from __future__ import annotations

from dataclasses import replace

from coursewright.model.curriculum import Curriculum
from coursewright.model.thermometer import ObservedPractice
from coursewright.views.thermometer_page import (
    Notch,
    SituationLine,
    ThermometerAxis,
    thermometer_axis,
    thermometer_desk,
    thermometer_page,
)
from tests.views.courses import whole

CURRICULUM = whole()


def with_practices(*practices: ObservedPractice) -> Curriculum:
    """The whole little course, its thermometer observing these practices."""
    thermometer = CURRICULUM.thermometers["stili"]
    changed = thermometer.model_copy(update={"practices": practices}).located(thermometer.origin)
    return replace(CURRICULUM, thermometers={"stili": changed})


def test_desk_has_the_ids_by_which_readings_are_kept() -> None:
    desk = thermometer_desk(CURRICULUM, "stili")
    assert (desk.course, desk.id) == (CURRICULUM.course.id, "stili")
    assert desk.situations[0] == SituationLine("primo-contatto", "Il primo contatto", "Qualcuno bussa.")
    assert [each.id for each in desk.scale] == list(CURRICULUM.maps["mappa"].scale)
    assert [each.competency.id for each in desk.practices] == ["ascoltare", "decidere", "misurare"]


def test_axis_has_its_ends_and_the_titles_of_the_gradations() -> None:
    wanted = ThermometerAxis("Ricevere compiti", "Creare compiti", ("Osserva", "Pratica", "Diffonde"))
    assert thermometer_axis(CURRICULUM, "stili") == wanted


def test_notches_are_in_the_maps_order_with_the_thermometers_words() -> None:
    (sheet,) = thermometer_page(
        with_practices(ObservedPractice(competency="decidere", describes={"pratica": "Sì.", "osserva": "No."})), "stili"
    ).practices
    assert [each.id for each in sheet.notches] == list(CURRICULUM.maps["mappa"].scale)
    assert {each.id: each.describes for each in sheet.notches}["osserva"] == "No."


def test_where_the_thermometer_is_silent_the_competency_speaks_and_then_the_map() -> None:
    (sheet,) = thermometer_page(with_practices(ObservedPractice(competency="decidere")), "stili").practices
    competency_map = CURRICULUM.maps["mappa"]
    own = CURRICULUM.competencies["decidere"].competency.gradations
    wanted = tuple(
        Notch(each.id, each.title, own.get(each.id) or each.describes or "") for each in competency_map.gradations
    )
    assert sheet.notches == wanted
    assert any(each.describes for each in sheet.notches)


def test_practices_that_do_not_exist_are_left_out() -> None:
    assert thermometer_page(with_practices(ObservedPractice(competency="nulla")), "stili").practices == ()
