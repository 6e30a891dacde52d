"""Who uses what: references read backwards."""

from __future__ import annotations

from coursewright.model.competency import RelationWay
from coursewright.views.usage import usage
from tests.views.courses import whole

CURRICULUM = whole()
USED = usage(CURRICULUM)


def test_usage_names_the_users_of_each_thing_in_the_order_of_the_course() -> None:
    assert USED.modules_of_exercise == {"cerchio": ("ascolto",), "scelta": ("decisione",), "conto": ("misura",)}
    assert USED.exercises_practising == {
        "ascoltare": ("cerchio",),
        "domandare": ("cerchio",),
        "misurare": ("conto",),
        "decidere": ("scelta",),
    }
    assert USED.exercises_assessing == USED.exercises_practising
    assert USED.figures_drawing_on == {
        "ascoltare": ("facilitatrice",),
        "decidere": ("facilitatrice",),
        "misurare": ("custode",),
    }


def test_usage_names_modules_with_what_they_teach() -> None:
    taught = {
        competency: [(module, teaching.start, teaching.to) for module, teaching in teachings]
        for competency, teachings in USED.teachings_of_competency.items()
    }
    assert taught == {
        "ascoltare": [("ascolto", "osserva", "pratica")],
        "domandare": [("ascolto", "osserva", "pratica")],
        "decidere": [("decisione", "osserva", "pratica")],
        "misurare": [("misura", "osserva", "pratica"), ("conclusione", "osserva", "pratica")],
    }


def test_usage_turns_relations_around() -> None:
    assert USED.relations_to == {
        "decidere": (("ascoltare", RelationWay.PRECEDES),),
        "ascoltare": (("domandare", RelationWay.PART_OF),),
        "misurare": (("domandare", RelationWay.RELATED),),
    }


def test_usage_of_one_curriculum_is_found_once() -> None:
    assert usage(CURRICULUM) is usage(CURRICULUM)
    assert usage(whole()) is not usage(CURRICULUM)
