"""Goodbye: nobody is signed in here, because nobody is left to sign in."""

from flask import Blueprint

from recruit.web.render import page

room = Blueprint("goodbye", __name__, url_prefix="/goodbye")


@room.get("/")
def show():
    return page("answer/goodbye/show.html")
