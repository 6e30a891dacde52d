"""``coursewright schema``: what editors need to help who writes the files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_schema import schema_text
from coursewright.cli.shared_options import FOLDER
from coursewright.cli.terminal import say
from coursewright.cli.translated import Argument, Command, Option
from coursewright.cli.whole_file import write_whole
from coursewright.locale import Wording
from coursewright.model.card import BY_WORD, Card
from coursewright.model.nearest import DID_YOU_MEAN, KNOWN_HERE, nearest
from coursewright.model.words import N_


@click.command(
    "schema",
    cls=Command,
    help=N_(
        "Print the JSON Schema of a kind of file, so that an editor can help who writes it. "
        "Without a kind, list the kinds."
    ),
)
@click.argument("kind", cls=Argument, required=False, metavar=N_("[KIND]"))
@click.option(
    "--output",
    cls=Option,
    type=click.Path(file_okay=False, path_type=Path),
    metavar=FOLDER,
    help=N_("Write the schemas into this folder, one file a kind."),
)
@invocation_options
@pass_invocation
def command(invocation: Invocation, kind: str | None, output: Path | None) -> int:
    """Print or write schemas, or list their kinds."""
    wanted = None if kind is None else _kind(kind, invocation.words)
    if output is not None:
        _write([wanted] if wanted else BY_WORD.values(), output, invocation.words)
    elif wanted is not None:
        click.echo(schema_text(wanted, invocation.words), nl=False)
    else:
        _list(invocation.words)
    return 0


def _kind(name: str, words: Wording) -> Card:
    if name in BY_WORD:
        return BY_WORD[name]
    meant = nearest(name, BY_WORD)
    raise click.UsageError(
        words.text(N_("There is no kind of file “{found}”."), found=name)
        + " "
        + (words.text(DID_YOU_MEAN, nearest=meant) if meant else words.text(KNOWN_HERE, known=", ".join(BY_WORD)))
    )


def _write(kinds: Iterable[Card], folder: Path, words: Wording) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        write_whole(folder / f"{kind.word}.json", [schema_text(kind, words).encode()])


def _list(words: Wording) -> None:
    names = max(len(kind.word) for kind in BY_WORD.values())
    files = max(len(kind.files) for kind in BY_WORD.values())
    for kind in BY_WORD.values():
        say(f"{kind.word:<{names}}  {kind.files:<{files}}  {words.text(kind.about)}")
