"""Serve the pages: gunicorn in front, files compressed beforehand."""

import os
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from whitenoise import WhiteNoise

from recruit.app import STATIC, create_app

THREADS = 4
HERE = {"127.0.0.1", "localhost", "::1"}
FOREVER = 365 * 24 * 3600


class Server(BaseApplication):
    """gunicorn, started from Python with our settings."""

    def __init__(self, application: Any, **options: Any) -> None:
        self.application = application
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self.application


def with_files(app: Flask) -> WhiteNoise:
    """The pages and the built files; a file's name changes with its content, so it may be kept."""
    return WhiteNoise(
        app.wsgi_app, root=str(STATIC), prefix="static/", max_age=FOREVER, immutable_file_test=_is_built
    )


def _is_built(_path: str, url: str) -> bool:
    return "/vendor/" in url


def listen(app: Flask, *, host: str, port: int, workers: int) -> None:
    Server(
        with_files(app),
        bind=f"{host}:{port}",
        workers=workers,
        worker_class="gthread",
        threads=THREADS,
        accesslog=None,
        errorlog="-",
        loglevel="warning",
        control_socket_disable=True,
    ).run()


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=os.cpu_count() or 1, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the pages."""
    app = create_app()
    if host not in HERE and not app.config["PRODUCTION"]:
        raise click.ClickException("Other machines are served in production only: set RECRUIT_PRODUCTION=1")
    listen(app, host=host, port=port, workers=workers)
