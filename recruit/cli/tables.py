"""Bring the tables of a database to the form this version needs."""

import click
from flask_migrate import upgrade

from recruit.app import create_app


@click.command("migrate")
def migrate() -> None:
    """Make the tables, or bring them up to date."""
    with create_app().app_context():
        upgrade()
    click.echo("The tables are up to date.")
