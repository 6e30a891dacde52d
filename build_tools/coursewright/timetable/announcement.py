"""What subscribers of a cohort's calendar are told of its sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coursewright.model.cohort import ONLINE, Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.published_calendar import AnnouncedTrainer, Announcement
from coursewright.model.words import N_, Sentence, Term

MOVED_FROM = N_("It was to be on {day}.")
MADE_UP_CALENDAR = N_("This calendar is illustrative.")
ALL_TIMES = N_("All times are those of {timezone}.")


def announcements(
    curriculum: Curriculum, cohort: Cohort, sessions: Iterable[PlannedSession]
) -> Mapping[str, Announcement]:
    """What each session of a cohort says, by its id."""
    return {each.session.id: announcement(curriculum, cohort, each) for each in sessions}


def announcement(curriculum: Curriculum, cohort: Cohort, planned: PlannedSession) -> Announcement:
    """What one session says."""
    session = planned.session
    names = zip(session.trainers, people_names(curriculum, session.trainers), strict=True)
    return Announcement(
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        title=session_title(curriculum, planned),
        trainers=tuple(AnnouncedTrainer(id=identifier, name=name) for identifier, name in names),
        venue=session.venue,
        where=venue_words(curriculum, session.venue) if session.venue else None,
        online=None if session.online is None else True,
        moved_from=session.moved.start if session.moved is not None else None,
        cancelled=planned.status is SessionStatus.CANCELLED,
        why=session.cancelled,
        illustrative=cohort.shows_illustrative("calendar"),
    )


def told_title(says: Announcement) -> Sentence | str:
    """What the session is called, after the word that it is cancelled."""
    return Sentence(N_("CANCELLED: {title}"), {"title": says.title}) if says.cancelled else says.title


def told_place(says: Announcement) -> str:
    """The place as one finds it, or that the session is online and no more; nothing where neither is known."""
    return says.where or (Term(ONLINE) if says.online is not None else "")


def why_cancelled(says: Announcement) -> tuple[Sentence, ...]:
    """Why it is not held, where a reason is given."""
    return () if says.why is None else (Sentence(N_("Why it is cancelled: {why}"), {"why": says.why}),)


def moved_from(says: Announcement) -> tuple[Sentence, ...]:
    """The day on which it was to be, where it is moved."""
    return () if says.moved_from is None else (Sentence(MOVED_FROM, {"day": says.moved_from}),)


def session_title(curriculum: Curriculum, planned: PlannedSession) -> str:
    """The session's own title, else those of its modules, else its id."""
    modules = (curriculum.modules[each].title for each in planned.session.modules if each in curriculum.modules)
    return planned.session.title or "; ".join(modules) or planned.session.id


def people_names(curriculum: Curriculum, identifiers: Sequence[str]) -> list[str]:
    """The names of people; the id of somebody unknown."""
    return [curriculum.people[each].name if each in curriculum.people else each for each in identifiers]


def venue_words(curriculum: Curriculum, identifier: str) -> str:
    """A venue as one finds it: title, address, municipality; the id of an unknown one."""
    venue = curriculum.venues.get(identifier)
    return identifier if venue is None else ", ".join(filter(None, (venue.title, venue.address, venue.municipality)))
