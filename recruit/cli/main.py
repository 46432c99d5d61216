"""The command line: recruit demo, serve, worker, account, migrate, languages, test."""

import click

from recruit.cli.account import account, programme
from recruit.cli.demo import demo
from recruit.cli.languages import languages
from recruit.cli.serve import serve
from recruit.cli.tables import migrate
from recruit.cli.test import test
from recruit.cli.worker import worker


@click.group()
def main() -> None:
    """Find, pair and keep lay partners."""


for command in (demo, serve, worker, programme, account, migrate, languages, test):
    main.add_command(command)
