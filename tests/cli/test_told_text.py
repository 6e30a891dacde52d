"""What is told, on a terminal."""

from __future__ import annotations

from datetime import date

from coursewright.cli.told_text import told_lines
from coursewright.locale import wording
from coursewright.model.finding import Kind
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import Sentence, Several, Strong, Term
from coursewright.views.links import Link
from coursewright.views.told import Duration, Entries, Lines, Paragraph, Picture, Section, Steps, Table, say

MODULE = Link(Kind.MODULE, "ascolto", "L'ascolto", "modules/ascolto")


def test_every_part_of_a_section_is_shown_in_the_readers_language() -> None:
    step = say("{module} ({time})", module=MODULE, time=Duration(90))
    values = Several((Term("nobody"), 2, date(2023, 2, 18), Strong(Term("within reach")), "{così}"))
    section = Section(
        say("Reading of {day}", day=date(2023, 2, 18)),
        (
            Paragraph((Sentence("No module brings the group nearer."), say("{all}.", all=values))),
            Lines((say("{why}", why=Reason(ReasonCode.FIGURE_REACHED)),)),
            Picture("group-picture", "rete"),
            Entries(((Sentence("nodo-a"), Paragraph((say("{again}", again=step),))),)),
            Steps(((step, say("up to there: {time}", time=Duration(90))),)),
            Table((Term("Competency"), "nodo-b"), (("Ascoltare", Term("offers")), ("Decidere e fare", Sentence("–")))),
            Table((Term("Competency"),), ()),
        ),
    )
    assert list(told_lines([section, Section(Sentence("Fine"), ())], wording("it"))) == [
        "",
        "Lettura del 18 febbraio 2023",
        "Nessun modulo avvicina il gruppo.",
        "nessuno, 2, 18 febbraio 2023, raggiungibile, {così}.",
        "  Il gruppo è già dove la figura chiede, in tutte le sue competenze.",
        "  nodo-a",
        "      L'ascolto (1 h 30 min)",
        "    1. L'ascolto (1 h 30 min)  fin lì: 1 h 30 min",
        "  Competenza       nodo-b",
        "  Ascoltare        offre",
        "  Decidere e fare  –",
        "  Competenza",
        "",
        "Fine",
    ]
