"""Where a session is, in words for lists that many read: of an online one only that it is online."""

from __future__ import annotations

from coursewright.locale import Wording
from coursewright.model.cohort import Session
from coursewright.model.curriculum import Curriculum
from coursewright.model.words import N_
from coursewright.timetable.announcement import venue_words


def place_words(curriculum: Curriculum, session: Session, words: Wording) -> str:
    """The venue as one finds it, or that the session is online; nothing where neither is known."""
    if session.venue is not None:
        return venue_words(curriculum, session.venue)
    return words.text(N_("Online")) if session.online is not None else ""
