"""What no address of ours can hold: a NUL, which no database keeps."""

from flask import Flask, abort, request

NUL = "\0"


def install(app: Flask) -> None:
    """Answer before anything is looked up: no row is called that."""

    @app.before_request
    def _turn_away() -> None:
        if NUL in request.path or any(
            NUL in f"{name}{value}" for name, value in request.args.items(multi=True)
        ):
            abort(404)
