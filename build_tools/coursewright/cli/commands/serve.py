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
from coursewright.cli.preview.server import PreviewServer
from coursewright.cli.preview.stage import Stage
from coursewright.cli.preview.watch import Watch
from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import plain, say
from coursewright.cli.translated import Command, Option
from coursewright.locale import Wording
from coursewright.model.page import Edition
from coursewright.model.words import N_
