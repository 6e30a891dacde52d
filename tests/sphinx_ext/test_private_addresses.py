"""Addresses of online sessions: in no byte of a site, but for the feed whose name participants are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from coursewright.model.page import Edition
from coursewright.project import open_project
from coursewright.sources.feed_key import FEED_KEY
from coursewright.timetable.announcement import announcements
from coursewright.timetable.meetings import meeting_digests, participants_feed
from coursewright.timetable.publication import publication, published_bytes
from coursewright.timetable.sessions import plan
from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import Build, CourseSite, files_in

COHORT = "curriculum/cohorts/c-2023.yaml"
PUBLISHED = "curriculum/cohorts/c-2023.published.json"
FEED = "curriculum/cohorts/c-2023.ics"
CANARY = "https://stanza.example/canarino/valle?pwd=neve-7#ora"
# What would tell it, however it is written.
TELLING = tuple(
    part.encode() for part in ("canarino", "neve-7", quote(CANARY, safe=""), "stanza.example", CANARY.encode().hex())
)
KEY, OTHER_KEY = "3f" * 32, "a0" * 32


def _in_the_cohort(site: CourseSite) -> None:
    site.replace(COHORT, "https://stanza.example/valle", CANARY)


def _apart(site: CourseSite) -> None:
    site.replace(COHORT, 'online: "https://stanza.example/valle"', "online: true")
    site.write("private/meetings.yaml", f'kind: meetings\naddresses:\n  c-2023:\n    s3: "{CANARY}"\n')


def _publish(site: CourseSite, month: int = 11) -> None:
    curriculum = open_project(site.root).curriculum
    cohort = curriculum.cohorts["c-2023"]
    told = announcements(curriculum, cohort, plan(cohort, curriculum.venues, "it").sessions)
    at, earlier = datetime(2022, month, 1, tzinfo=UTC), curriculum.published.get("c-2023")
    made = publication(cohort, told, earlier, at, meetings=meeting_digests(curriculum, cohort))
    site.write(PUBLISHED, published_bytes(made).decode())


def _telling(folder: Path) -> Iterator[str]:
    """The files below a folder whose bytes tell the canary."""
    for path, content in files_in(folder).items():
        if any(part in content for part in TELLING):
            yield path


def _own_feed(key: str) -> str:
    return f"curriculum/cohorts/{participants_feed(bytes.fromhex(key), 'c-2023')}.ics"


def _sites(site: CourseSite) -> dict[str, Build]:
    """All sites of the course: both editions in both languages."""
    return {
        f"{edition}-{language}": replace(site, output=site.output / language).build(
            edition=edition, language=language, coursewright_languages=["it", "en"]
        )
        for edition in Edition
        for language in ("it", "en")
    }


def test_one_file_of_all_sites_tells_an_address_and_nothing_leads_there(course: CourseSite) -> None:
    _in_the_cohort(course)
    course.append("curriculum/pages/guide/condurre.md", "\n## Scalette\n\n```{run-sheets} c-2023\n```\n")
    course.write(FEED_KEY, KEY)
    _publish(course)
    built, own = _sites(course), _own_feed(KEY)
    assert {FEED in build.files for build in built.values()} == {True}
    # Of all languages once; looked for in what Sphinx remembers too.
    assert [name for name, build in built.items() if own in build.files] == ["participants-it"]
    assert {Path(path).name for path in _telling(course.output)} == {Path(own).name}
    assert f"URL:{CANARY}".encode() in built["participants-it"].files[own].replace(b"\r\n ", b"")
    everything = b"".join(files_in(course.output).values())
    token = Path(own).stem.rpartition("-")[2].encode()
    assert [secret for secret in (token, KEY.encode(), bytes.fromhex(KEY)) if secret in everything] == []
    assert not any(part in (course.root / PUBLISHED).read_bytes() for part in TELLING)
    assert b"LOCATION:Online\r\n" in built["participants-it"].files[FEED]
    assert "Online · con Docente B" in built["participants-it"].page("curriculum/cohorts/c-2023").text
    assert "Online · con Docente B" in built["trainers-it"].page("curriculum/pages/guide/condurre").text


def test_address_kept_apart_is_told_by_the_same_feed_and_is_no_page(course: CourseSite) -> None:
    _apart(course)
    course.write(FEED_KEY, KEY)
    _publish(course)
    build = course.build()
    assert build.warnings == ()
    assert list(_telling(build.folder)) == [_own_feed(KEY)]
    assert [path for path in build.files if "private" in path or "meetings" in path] == []


def test_feed_of_participants_follows_its_key(finished: Finished) -> None:
    site = finished.site
    _in_the_cohort(site)
    site.write(FEED_KEY, KEY)
    assert _feeds(site.build()) == []
    _publish(site)
    first = site.build()
    assert _feeds(first) == [_own_feed(KEY), FEED]
    public, told, stamps = first.files[FEED], first.files[_own_feed(KEY)], first.stamps
    assert site.build().stamps == stamps

    site.write(FEED_KEY, OTHER_KEY)
    after = site.build().files
    assert [path for path in after if path.endswith(".ics")] == sorted([_own_feed(OTHER_KEY), FEED])
    assert (after[FEED], after[_own_feed(OTHER_KEY)]) == (public, told)
    site.remove(FEED_KEY)
    assert _feeds(site.build()) == [FEED]
    assert list(_telling(site.output)) == []


def test_published_file_of_an_earlier_version_tells_nobody_the_address(finished: Finished) -> None:
    site = finished.site
    _in_the_cohort(site)
    _publish(site)
    site.replace(PUBLISHED, '"online": true', f'"online": "{CANARY}"')
    build = site.build()
    assert ["published-address" in each for each in build.warnings].count(True) == 1
    assert list(_telling(site.output)) == []
    assert b"LOCATION:Online\r\n" in build.files[FEED]


def test_course_whose_key_is_cut_short_is_not_built(course: CourseSite) -> None:
    course.write(FEED_KEY, KEY[:-1])
    build = course.try_to_build()
    assert build.failure != ""
    assert ["feed-key-broken" in each for each in build.warnings] == [True]


def _feeds(build: Build) -> list[str]:
    return [path for path in build.files if path.endswith(".ics")]
