"""Accounts for the people who work with us."""

from datetime import UTC, datetime

import click

from recruit.actions.accounts import add_account
from recruit.actions.programmes import begin_programme
from recruit.actions.refusals import Refused
from recruit.app import create_app
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.queries.programmes import programme_called, workstream_called


@click.group("account")
def account() -> None:
    """Accounts of coordinators, reviewers, hosts and administrators."""


@account.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--power", type=click.Choice([power.value for power in Power]), required=True)
@click.option("--programme", required=True, help="The name of a programme that was begun.")
@click.option("--workstream", help="For a host: the workstream they look after.")
def add(email: str, name: str, power: str, programme: str, workstream: str | None) -> None:
    """Let somebody sign in by e-mail."""
    with create_app().app_context():
        found = programme_called(programme)
        if found is None:
            raise click.ClickException(f"There is no programme called {programme}: begin it first")
        group = workstream_called(workstream, found) if workstream else None
        try:
            add_account(
                name=name,
                email=email,
                power=Power(power),
                programme=found,
                group=group,
                by=None,
                now=datetime.now(UTC),
            )
        except Refused as refusal:
            raise click.ClickException(str(refusal)) from refusal
        db.session.commit()
    click.echo(f"{email} can sign in now.")


@click.command("programme")
@click.argument("name")
@click.option("--area", required=True, help="The place it is for, such as North West London.")
@click.option("--contact-name", required=True)
@click.option("--contact-phone", required=True)
@click.option("--contact-email", required=True)
def programme(name: str, area: str, contact_name: str, contact_phone: str, contact_email: str) -> None:
    """Begin a programme."""
    with create_app().app_context():
        begin_programme(
            name,
            area=area,
            contact_name=contact_name,
            contact_phone=contact_phone,
            contact_email=contact_email,
            now=datetime.now(UTC),
        )
        db.session.commit()
    click.echo(f"{name} has begun.")
