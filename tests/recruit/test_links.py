"""A link speaks for one row and one purpose."""

from uuid import uuid4

from recruit.extensions import links
from recruit.links import Purpose


def test_a_token_gives_back_its_subject(app):
    subject = uuid4()

    assert links.subject(Purpose.CALL, links.token(Purpose.CALL, subject)) == subject


def test_a_token_for_one_purpose_is_worthless_for_another(app):
    token = links.token(Purpose.CALL, uuid4())

    assert links.subject(Purpose.OFFER, token) is None


def test_a_changed_token_is_worthless(app):
    token = links.token(Purpose.CALL, uuid4())

    assert links.subject(Purpose.CALL, token[:-2] + "xx") is None


def test_an_old_secret_still_opens_old_links(app):
    subject = uuid4()
    token = links.token(Purpose.CALL, subject)
    app.config.update(SECRET_KEY_FALLBACKS=[app.config["SECRET_KEY"]], SECRET_KEY="a new secret")

    links.init_app(app)
    read = links.subject(Purpose.CALL, token)

    app.config.update(SECRET_KEY=app.config["SECRET_KEY_FALLBACKS"][0], SECRET_KEY_FALLBACKS=[])
    links.init_app(app)
    assert read == subject
