"""What is known of addresses of online sessions by those who do not know them, and the name of the feed that has them.

Digests and names are HMAC-SHA-256 (RFC 2104) with the key of the course, 32 random bytes.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum


def meeting_digests(curriculum: Curriculum, cohort: Cohort) -> Mapping[str, str]:
    """A digest for each session that is held online, of its address or of there being none; nothing without a key."""
    key, known = curriculum.feed_key, curriculum.meeting_addresses(cohort)
    if key is None:
        return {}
    return {
        session.id: _keyed(key, "address", cohort.id, session.id, known.get(session.id, ""))
        for session in cohort.calendar.sessions
        if session.online is not None and session.cancelled is None
    }


def feed_token(key: bytes, cohort: str) -> str:
    """What nobody can guess of the name of a cohort's feed for participants: 64 letters and digits."""
    return _keyed(key, cohort)


def participants_feed(key: bytes, cohort: str) -> str:
    """The name of a cohort's feed for participants, without its ending."""
    return f"{cohort}-participants-{feed_token(key, cohort)}"


def _keyed(key: bytes, *parts: str) -> str:
    # No id holds the sign that joins them, so that no two lists of parts are one text.
    return hmac.new(key, "\0".join(parts).encode("utf-8", "surrogatepass"), "sha256").hexdigest()
