"""``coursewright serve``: the site shown while it is written."""

from __future__ import annotations

import os
import signal
import sys
import time
import webbrowser
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import click

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.build_lock import build_lock
from coursewright.cli.findings_report import counted, told
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.preview.notices import Notice, notice_box
from coursewright.cli.preview.rebuilding import Rebuilding, Round
from coursewright.cli.preview.server import PreviewServer, preview_server
from coursewright.cli.preview.stage import Stage
from coursewright.cli.preview.watch import Watch
from coursewright.cli.progress import tell_making
from coursewright.cli.shared_options import NUMBER, edition_option
from coursewright.cli.terminal import plain, say
from coursewright.cli.translated import Command, Option
from coursewright.cli.workers import workers_end_with_us
from coursewright.door.use import refuse_courseless
from coursewright.locale import Wording
from coursewright.model.page import Edition
from coursewright.model.words import N_

# Seconds that a lock left by a preview that has just ended is waited for.
_PATIENCE = 0.5
# Seconds after which Python lets another thread go on: a page is handed out even while the next build is made ready.
_SWITCH = 0.001


@click.command(
    "serve",
    cls=Command,
    help=N_(
        "Show the site while you write it: whatever you save is seen in the browser, with what is found wrong on top. "
        "Ctrl-C ends it."
    ),
)
@edition_option
@click.option(
    "--port",
    cls=Option,
    type=click.IntRange(0, 65535),
    metavar=NUMBER,
    help=N_("The port to serve at; else 8000, or the next one that is free."),
)
@click.option(
    "--host",
    cls=Option,
    default="127.0.0.1",
    metavar=N_("ADDRESS"),
    help=N_("The address to serve at; else 127.0.0.1, which only this machine reaches."),
)
@click.option(
    "--open/--no-open",
    "opens",
    cls=Option,
    default=None,
    help=N_("Open the browser, or do not; else it is opened where there is a terminal and a screen."),
)
@invocation_options
@pass_invocation
def command(invocation: Invocation, edition: str, port: int | None, host: str, opens: bool | None) -> int:
    """Build, serve, and build again at every change, until Ctrl-C."""
    words, root = invocation.words, invocation.root
    refuse_courseless(root)
    # In the course's language alone, whatever its translations: each would make a save wait for one more build.
    cache = BuildCache(root, Edition(edition), for_preview=True)
    busy = N_("A preview of this edition is running already.")
    with build_lock(cache.lock, _PATIENCE, lambda: None, busy), workers_end_with_us():
        stage = Stage()
        with preview_server(host, port, stage, words) as server:
            _preview(server, stage, Rebuilding(cache, words.language), _is_to_open(opens), words)
    return 0


def _preview(server: PreviewServer, stage: Stage, rebuilding: Rebuilding, opens: bool, words: Wording) -> None:
    sys.setswitchinterval(_SWITCH)
    watch = Watch(rebuilding.cache.root)
    try:
        tell_making(words)
        _show(rebuilding, stage, None, words)
        with _stopped_by_signals() as stop:
            server.start()
            _announce(server, opens, words)
            watch.follow(rebuilding.dependencies)
            while not stop.wait(watch.pause):
                changed = watch.changed()
                if changed:
                    _show(rebuilding, stage, changed, words)
                    watch.follow(rebuilding.dependencies)
                else:
                    rebuilding.use_idle_time()
    except KeyboardInterrupt:
        # Asked for twice, or while nothing was served yet: what is half done is left behind.
        return
    finally:
        stage.end()
    rebuilding.end()


def _show(rebuilding: Rebuilding, stage: Stage, changed: Collection[Path] | None, words: Wording) -> None:
    """Build what there is now, say what came of it, and show it."""
    began = time.perf_counter()
    made = rebuilding.round(changed, jobs=(os.cpu_count() or 1) if changed is None else 1)
    notices = [
        *(Notice.of_finding(finding, words) for finding in made.findings),
        *(Notice.of_complaint(complaint) for complaint in made.complaints),
        *([Notice.of_refusal(made.refusal, words)] if made.refusal is not None else []),
    ]
    stage.show(rebuilding.site, notice_box(notices, not made.is_built and bool(rebuilding.site.files), words))
    _tell(made, round(1000 * (time.perf_counter() - began)), words)


def _tell(made: Round, milliseconds: int, words: Wording) -> None:
    for finding in made.findings:
        say(told(finding, words), err=True)
    if made.findings:
        say(counted(made.findings, words), err=True)
    for complaint in made.complaints:
        say(complaint.told(words), err=True)
    if made.refusal is not None:
        for sentence in (made.refusal.message, made.refusal.hint):
            if sentence:
                say(plain(words.text(sentence, **made.refusal.values)), err=True)
    if made.is_built:
        message = words.text(N_("The site is up to date ({milliseconds} ms)."), milliseconds=milliseconds)
    else:
        message = words.text(N_("The site stays as it was: the errors come first."))
    say(f"{time.strftime('%H:%M:%S')}  {message}")


def _announce(server: PreviewServer, opens: bool, words: Wording) -> None:
    say(words.text(N_("Preview: {address}"), address=server.address), bold=True)
    if not server.is_local:
        say(words.text(N_("Whoever reaches this machine through the network can see it.")), err=True)
    say(words.text(N_("It follows what you save. Ctrl-C ends it.")))
    sys.stdout.flush()
    if opens:
        webbrowser.open(server.address)


def _is_to_open(asked: bool | None) -> bool:
    """What was asked for, else whether someone sits before a terminal and a screen."""
    if asked is not None:
        return asked
    has_screen = sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return has_screen and sys.stdout.isatty()


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """An event that Ctrl-C sets, so that a build comes to its end; a second one does not wait for that."""
    stop = Event()

    def ask(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
