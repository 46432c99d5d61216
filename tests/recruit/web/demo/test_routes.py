"""The demo's front door is there in demo mode, on this machine, and nowhere else."""

import pytest

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.reference.personas import persona
from tests.makers import an_account


@pytest.fixture
def demo(app):
    app.config["DEMO"] = True
    yield app.test_client()
    app.config["DEMO"] = False


@pytest.fixture
def ruth(programme):
    return an_account(Power.COORDINATOR, programme=programme, email=persona("coordinator").email)


def test_the_front_page_names_the_people_of_the_story(demo, programme):
    assert persona("coordinator").name in demo.get("/demo/").text


def test_one_click_signs_in(demo, ruth):
    answer = demo.post("/demo/coordinator/")

    assert answer.status_code == 303
    with demo.session_transaction() as session:
        assert "signed_in" in session


@pytest.mark.parametrize("path", ["/demo/", "/demo/messages/"])
def test_without_demo_mode_there_is_no_such_page(client, programme, path):
    assert client.get(path).status_code == 404


def test_without_demo_mode_nobody_is_signed_in(client, ruth):
    answer = client.post("/demo/coordinator/")

    assert answer.status_code == 404
    with client.session_transaction() as session:
        assert "signed_in" not in session


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}},
        {"environ_base": {"REMOTE_ADDR": "192.168.1.20"}},
        {"base_url": "http://alongside.example.org"},
    ],
)
def test_from_another_machine_there_is_no_such_page(demo, ruth, elsewhere):
    assert demo.get("/demo/", **elsewhere).status_code == 404
    assert demo.post("/demo/coordinator/", **elsewhere).status_code in {400, 404}


def test_in_production_there_is_no_such_page(app, demo, ruth):
    app.config["PRODUCTION"] = True
    answer = demo.post("/demo/coordinator/")
    app.config["PRODUCTION"] = False

    assert answer.status_code == 404
    assert db.session.is_active
