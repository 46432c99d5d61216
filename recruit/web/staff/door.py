"""The staff door: coordinators come in here, whatever the room."""

from flask import Blueprint

door = Blueprint("staff", __name__, url_prefix="/staff")
