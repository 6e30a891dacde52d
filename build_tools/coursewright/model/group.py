"""Group curricula: what one group may become and how its members interact.

The group is graded, its members never are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coursewright.model.competency import ITS_COMPETENCY, ITS_GRADATION
from coursewright.model.entry import Entry, Identified, Subject
from coursewright.model.finding_codes import Code
from coursewright.model.ids import CompetencyId, FigureId, ItsSource, MemberId
from coursewright.model.thermometer import Reading
from coursewright.model.words import N_, Term
from coursewright.model.written import Identifier, Markdown, Name, Text, matching, refuse

IDENTIFYING_KEYS = frozenset(
    (  # noqa: SIM905 - related words stand together
        "name names fullname firstname givenname lastname familyname surname nickname "
        "nome nomi nomecompleto nomecognome nomeecognome cognome nominativo soprannome "
        "email emails mail emailaddress posta indirizzoemail pec "
        "telefono tel cellulare cell phone phones telephone phonenumber mobile fax whatsapp "
        "contact contacts contatto contatti recapito recapiti "
        "address street indirizzo via residenza city citta "
        "birth birthday birthdate dateofbirth born age nascita datadinascita luogodinascita eta "
        "sex gender sesso genere photo foto "
        "codicefiscale cf taxcode fiscalcode person persona "
        "website sito profile profilo linkedin facebook instagram"
    ).split()
)
GRADING_KEYS = frozenset(
    (  # noqa: SIM905 - related words stand together
        "gradation gradations gradazione gradazioni level levels livello livelli "
        "grade grades grado gradi standing score scores punteggio punteggi voto voti mark marks "
        "rating ratings rank valutazione valutazioni giudizio giudizi evaluation assessment "
        "reading readings lettura letture"
    ).split()
)


PairOfMembers = tuple[MemberId, MemberId]
Way = Annotated[str, matching(r"[a-z]+(-[a-z]+)*", N_("a word such as co-design"))]
Rhythm = Annotated[str, matching(r"[a-z]+(-[a-z]+)*", N_("a word such as weekly"))]

WAY_WORDS = {
    "co-design": Term("they design together"),
    "coaching": Term("coaching"),
    "mentoring": Term("mentoring"),
    "support": Term("mutual support"),
    "exchange": Term("exchange"),
}
RHYTHM_WORDS = {
    "daily": Term("every day"),
    "weekly": Term("every week"),
    "fortnightly": Term("every two weeks"),
    "monthly": Term("every month"),
    "yearly": Term("every year"),
}
"""Ways and rhythms that are put into the reader's language; others are shown as the group wrote them."""


class Openness(Entry):
    """Under which terms others may join or reuse the curriculum."""

    licence: Name = Field(description=N_("The licence, such as CC-BY-SA-4.0."))
    invites: Markdown = Field(description=N_("Whom the group invites, and to what."))


class Member(Subject):
    """A member under a pseudonym: what it offers and seeks, never a name or a gradation."""

    refused_keys: ClassVar[Mapping[str, Code]] = {
        **dict.fromkeys(IDENTIFYING_KEYS, Code.IDENTIFIES_A_PERSON),
        **dict.fromkeys(GRADING_KEYS, Code.GRADES_A_PERSON),
    }

    id: Identifier = Field(description=N_("A pseudonym: nodo- and letters or digits."))
    figure: FigureId | None = Field(default=None, description=N_("The id of the figure it comes closest to."))
    offers: tuple[CompetencyId, ...] = Field(default=(), description=N_("The competencies it can carry for the group."))
    seeks: tuple[CompetencyId, ...] = Field(default=(), description=N_("The competencies it looks for in the group."))


class Interaction(Subject):
    """How two members work together."""

    between: PairOfMembers = Field(description=N_("The two members."))
    way: Way = Field(description=N_("How they interact, such as co-design."))
    practice: CompetencyId | None = Field(default=None, description=N_("The competency they practise in it."))
    rhythm: Rhythm | None = Field(default=None, description=N_("How often, such as weekly."))


class Aspiration(Subject):
    """What the group wants to become: a figure, or a competency at a gradation."""

    figure: FigureId | None = Field(default=None, description=N_("The id of a figure."))
    competency: CompetencyId | None = Field(default=None, description=ITS_COMPETENCY)
    to: Identifier | None = Field(default=None, description=ITS_GRADATION)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [name for name in ("figure", "competency") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="figure, competency", found=", ".join(given) or None)
        if self.competency is not None and self.to is None:
            raise refuse("keys-together", key="competency", needs="to")
        if self.figure is not None and self.to is not None:
            raise refuse("keys-together", key="to", needs="competency")
        return self


class GroupCurriculum(Identified):
    """``curriculum/groups/*.yaml``."""

    kind: Literal["group-curriculum"] = Field(default="group-curriculum", description=N_("Always “group-curriculum”."))
    title: Text = Field(description=N_("The group's curriculum in a few words."))
    open: Openness = Field(description=N_("Under which terms others may join or reuse it."))
    purpose: Markdown = Field(description=N_("What the group is together for."))
    standing: dict[CompetencyId, Identifier] = Field(
        default_factory=dict,
        description=N_("Where the group stands in each competency, agreed by the group."),
    )
    members: tuple[Member, ...] = Field(description=N_("The members, under pseudonyms."))
    interactions: tuple[Interaction, ...] = Field(default=(), description=N_("How members work together."))
    becoming: tuple[Aspiration, ...] = Field(default=(), description=N_("What the group wants to become."))
    readings: tuple[Reading, ...] = Field(default=(), description=N_("The group's thermometer readings."))
    source: ItsSource = None
