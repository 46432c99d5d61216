"""The door for people who answer a question we sent them: a link that speaks for one row."""

from flask import Blueprint

door = Blueprint("answer", __name__, url_prefix="/answer")
