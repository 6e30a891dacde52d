"""What subscribers of a cohort's calendar are told of its sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.published_calendar import AnnouncedTrainer, Announcement


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
