"""What looks like a meeting, and what only speaks of one."""

from __future__ import annotations

import pytest

from coursewright.checks.meeting_links import Traces, meetings_in

NOTHING = Traces()


@pytest.mark.parametrize(
    "text",
    [
        "https://us02web.zoom.us/j/81234567890?pwd=Ab1Cd2",
        "<https://zoom.us/j/81234567890?from=x&amp;pwd=Ab1Cd2>",
        "zoommtg://zoom.us/join?action=join&confno=81234567890&pwd=Ab1Cd2",
        "[entra](https://scuola.zoom.us/w/81234567890?tk=1&pwd=Ab1Cd2#success)",
        "https://posta.example/vai?url=https%3A%2F%2Fzoom.us%2Fj%2F812345%3Fpwd%3DAb1Cd2&data=1",
        "https://teams.live.com/meet/9312345678901?p=KxYz12",
        "https://scuola.webex.com/scuola/j.php?MTID=m0123&password=abc",
        "https://video.scuola.example/bigbluebutton/api/join?meetingID=7&password=ap-ospite",
        "https://bbb.scuola.example/b/ann-abc-def?pw=4711",
        "https://video.scuola.example/sala/valle?pw=4711",
        "https://meet.jit.si/Valle#config.x=1&jwt=eyJhbGciOi",
        "https://stanza.example/valle?meetingPassword=neve",
        "www.stanza.example/valle?PASSCODE=1234",
        "https://stanza.example/entra;access_code=1234",
    ],
)
def test_password_in_an_address_is_one_whatever_the_service(text: str) -> None:
    assert meetings_in(f"Ci vediamo qui: {text}.").has_password


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://zoom.us/j/81234567890", "zoom.us"),
        ("https://zoom.us/my/scuola", "zoom.us"),
        (
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZTA%40thread.v2/0",
            "teams.microsoft.com",
        ),
        (
            "https://teams.microsoft.com/dl/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19",
            "teams.microsoft.com",
        ),
        ("https://meet.google.com/abc-defg-hij", "meet.google.com"),
        ("meet.google.com/abc-defg-hij?authuser=0", "meet.google.com"),
        ("https://scuola.webex.com/meet/docente.a", "scuola.webex.com"),
        ("https://meet.jit.si/ValleInRete", "meet.jit.si"),
        ("https://8x8.vc/vpaas/Valle", "8x8.vc"),
        ("https://video.scuola.example/b/ann-abc-def-ghi", "video.scuola.example"),
        ("https://bbb.scuola.example/rooms/abc-def-ghi-jkl/join", "bbb.scuola.example"),
        ("https://meet.goto.com/123456789", "meet.goto.com"),
        ("https://scuola.whereby.com/valle", "scuola.whereby.com"),
    ],
)
def test_room_of_a_service_is_known_without_a_password(text: str, host: str) -> None:
    assert meetings_in(f"Ci vediamo qui: {text}") == Traces(hosts=(host,), is_near=True)


@pytest.mark.parametrize(
    "text",
    [
        "https://zoom.us/pricing",
        "https://zoom.us/download?os=mac",
        "https://support.zoom.us/hc/it/articles/201362033-Come-entrare",
        "https://zoom.us/webinar/register/WN_abc",
        "https://zoom.us/join",
        "https://www.zoom.com/it/products/virtual-meetings/",
        "https://www.microsoft.com/it-it/microsoft-teams/join-a-meeting",
        "https://teams.microsoft.com/",
        "https://meet.google.com/",
        "https://workspace.google.com/products/meet/",
        "https://www.webex.com/it/video-conferencing.html",
        "https://jitsi.org/jitsi-meet/",
        "https://bigbluebutton.org/teachers/tutorials/",
        "https://www.scuola.example/sala?p=1234",
        "https://www.scuola.example/foto?pw=1200",
        "https://www.scuola.example/entra?forgot_password=true",
        "https://www.scuola.example/b/abc-def",
        "Ogni persona sceglie la sua password: lunga, e mai la stessa di Zoom.",
        "La riunione è su Teams, il codice di accesso arriva per posta.",
        "Il codice della riconciliazione: 1234 parole.",
        "Un pin di legno: 1234 pezzi.",
    ],
)
def test_pages_about_services_and_ordinary_words_are_none(text: str) -> None:
    traces = meetings_in(text)
    assert (traces.hosts, traces.has_password, traces.is_told) == ((), False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Riunione Zoom, passcode: 1234",
        "ID riunione: 812 3456 7890 · Passcode: **1234**",
        "Su Teams la password della riunione è `neve-7`.",
        "Meeting ID: 812 3456 7890, access code = 998877",
        "Videochiamata con PIN 4711",
        "| Zoom | codice di accesso | 4711 |",
    ],
)
def test_password_told_in_words_where_a_meeting_is_named(text: str) -> None:
    assert meetings_in(text).is_told


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Password: girasole", True),
        ("La parola d'ordine è «girasole».", True),
        ("La password: arriva per posta", False),
        ("Password: la stessa di sempre, chiedi a chi conduce", False),
    ],
)
def test_word_alone_may_be_a_password_and_a_sentence_is_none(text: str, may_be: bool) -> None:
    traces = meetings_in(text)
    assert (traces.is_told, traces.may_be_told) == (False, may_be)


def test_text_without_anything_of_the_kind_is_not_looked_at_twice() -> None:
    assert meetings_in("Un cerchio di sedie, e si comincia: www.scuola.example/corso.") == NOTHING
