"""Recognises addresses of online meetings, and their passwords, in a text.

An address of a meeting is one that leads into a room of a service, not to a page about it: ``zoom.us/j/…``, and not
``zoom.us/pricing``. A password is a parameter of an address that is called so, whatever the service, or what is called
so in words beside a meeting. The rooms of services are as their own addresses had them in 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

# Looked for first: most texts hold none of these, and the patterns are slow.
_HINTS = (
    *("pwd", "passw", "passc", "passphr", "pass code", "pass word", "pass=", "pw=", "pin", "parola d"),
    *("codice", "access", "riunione", "%"),
    *("zoom", "teams.", "meet", "webex", "jit", "bbb", "bigbluebutton", "goto", "skype", "lync", "whereby", "8x8"),
    *("/b/", "/rooms/", "chime", "bluejeans"),
)
_ADDRESS = re.compile(
    r"(?<![\w.@-])(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?P<rest>[/?#][^\s<>\"'`\\()\[\]{}«»“”]*)",
    re.IGNORECASE,
)
_ROOM = r"[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3})?(?![\w-])"
# The hosts of services, and where on them a room is.
_ROOMS = tuple(
    (re.compile(host, re.IGNORECASE), re.compile(rest, re.IGNORECASE))
    for host, rest in (
        (
            r"(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|zoom\.com\.cn|zoomgov\.com)",
            r"/(?:j|w|s|my|wc)/[^/?#]|/join\?.*confno=",
        ),
        (r"teams\.(?:microsoft\.(?:com|us)|live\.com|cloud\.microsoft)", r"/meet/[^/?#]|meetup-join/"),
        (r"meet\.google\.com", r"/[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])|/lookup/[^/?#]"),
        (r"g\.co", r"/meet/[^/?#]"),
        (r"[\w-]+\.webex\.com", r"/(?:meet|join)/[^/?#]|[jg]\.php\?.*MTID=|/wbxmjs/joinservice|/webappng/.*/meeting/"),
        (r"meet\.jit\.si|8x8\.vc|jitsi\.[\w.-]+", r"/[^/?#.]+(?:/[^/?#.]+)?(?=[?#]|$)"),
        (r"meet\.goto\.com|gotomeet\.me", r"/[^/?#]"),
        (r"(?:[\w-]+\.)?gotomeeting\.com", r"/join/[^/?#]"),
        (r"join\.skype\.com|meet\.lync\.com", r"/[^/?#]"),
        (r"(?!www\.)[\w-]+\.whereby\.com", r"/[^/?#]"),
        (r"chime\.aws|bluejeans\.com", r"/\d{6}"),
        (r"[\w.-]+", rf"/(?:b|rooms)/{_ROOM}|/bigbluebutton/api/join"),  # on servers of schools and others
    )
)
_PARAMETER = re.compile(r"[?&;#](?P<name>[\w.-]+)=(?P<value>[^&;#]*)")
_SECRET = re.compile(
    r"[\w.-]*(?:pwd|passw(?:or)?d|passcode|passphrase|access[_-]?code)|(?:attendee|moderator|meeting)[_-]?p(?:w|ass)",
    re.IGNORECASE,
)
# Names of a parameter that mean a password in an address of a meeting, and may mean anything elsewhere.
_SECRET_IN_ROOM = {"p", "pw", "pass", "pin", "code", "token", "jwt", "tk"}
_SECRET_NEAR_MEETING = {"pw", "pass", "pin"}
_NO_SECRET = {"true", "false", "yes", "no", "null", "none", "reset", "forgot"}
_SHORTEST = 3
_OF_MEETINGS = re.compile(
    r"(?<![a-z])(?:meet(?:ing|s)?|bbb\d*|bigbluebutton|jitsi|conf(?:erence)?|videoconf\w*|join|rooms?|sala|aula|stanza|webinar)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_MEETING_NUMBER = re.compile(
    r"\b(?:ID|codice|numero|number)\s+(?:del(?:la)?\s+)?(?:riunione|meeting|webinar)\b\W{0,4}\d(?:[ -]?\d){7,}"
    r"|\b(?:meeting|webinar)\s+(?:ID|number)\b\W{0,4}\d(?:[ -]?\d){7,}",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:zoom|teams|webex|jitsi|bigbluebutton|gotomeeting|skype|google\s+meet|riunione|videochiamata|videoconferenza"
    r"|meeting|video\s?call)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"""
    \b(?: pass\s?code | pass\s?word | pwd | pin | parola\s+d['’]ordine | access\s+code
        | (?:codice|chiave)\s+(?:di\s+accesso|d['’]accesso|della\s+riunione) )\b
    [^\n:=.;|]{0,30} (?: [:=|] | \b(?:è|is)\b | \s(?=\S*\d) ) [\s*_"'`«“]{0,4}
    (?P<value> [^\s*_"'`«»“”<>,;()|]{3,} ) (?P<after> [^\n]* )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Traces:
    """What a text holds: the hosts of rooms, whether a password stands in an address, whether one is told in words.

    ``is_told`` is for sure where a digit is in what is told; ``may_be_told`` is to be believed beside a meeting alone.
    """

    hosts: tuple[str, ...] = ()
    has_password: bool = False
    is_told: bool = False
    may_be_told: bool = False
    is_near: bool = False


_NOTHING = Traces()


def meetings_in(text: str) -> Traces:
    """What ``text`` holds of meetings; addresses in addresses, as mail programs wrap them, are looked at too."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return _NOTHING
    plain = readable(text)
    hosts, has_password = [], False
    for host, rest in _addresses(plain):
        is_room = any(of.fullmatch(host) and room.search(rest) for of, room in _ROOMS)
        hosts += [host] if is_room else []
        has_password = has_password or _has_secret(host, rest, is_room)
    told = [_is_sure(said["value"]) for said in _SAID.finditer(plain) if _may_be_secret(said["value"], said["after"])]
    is_near = bool(hosts) or _MEETING_NUMBER.search(plain) is not None
    names_service = is_near or _SERVICE.search(plain) is not None
    return Traces(tuple(dict.fromkeys(hosts)), has_password, any(told) and names_service, bool(told), is_near)


def readable(text: str) -> str:
    """The text without what hides an address from who looks for it: ``%3F`` for a question mark, ``&amp;``."""
    for _ in range(3):
        plain = unescape(unquote(text))
        if plain == text:
            break
        text = plain
    return text


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    """Host and rest of each address, those within the rest of another among them."""
    for found in _ADDRESS.finditer(text):
        host, rest = found["host"].lower(), found["rest"]
        yield host, rest
        inner = rest.find("://")
        if inner >= 0:
            yield from _addresses(rest[inner + 3 :])


def _has_secret(host: str, rest: str, is_room: bool) -> bool:
    weak = _SECRET_IN_ROOM if is_room else _SECRET_NEAR_MEETING if _OF_MEETINGS.search(host + rest) else frozenset()
    return any(
        (_SECRET.fullmatch(each["name"]) or each["name"].lower() in weak)
        and len(each["value"].strip("….")) >= _SHORTEST
        and each["value"].lower() not in _NO_SECRET
        for each in _PARAMETER.finditer(rest)
    )


def _may_be_secret(value: str, after: str) -> bool:
    """Whether what follows the word is a password and no sentence: it has a digit, or nothing comes after it."""
    return _is_sure(value) or not re.search(r"\w", after)


def _is_sure(value: str) -> bool:
    return any(character.isdigit() for character in value)
