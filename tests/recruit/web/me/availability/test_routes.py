"""Changing when I am free."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import FreeTime, MeetingReply, WeeksAway
from recruit.models.groups import Meeting
from recruit.web.clock import now
from tests.makers import a_candidacy, a_candidate, a_group, a_role, kept

GOOD = {"times": ["0-morning"], "hours": "4 to 8", "hours_per": "month", "where": ["online"]}
URL = "/me/availability/"


def test_what_i_change_is_kept(candidate_client, person):
    answer = candidate_client.post(URL, data=GOOD)

    free = [(each.weekday, each.part) for each in db.session.scalars(select(FreeTime))]
    assert answer.location == "/me/"
    assert free == [(0, "morning")]
    assert (person.hours, person.meets_online, person.meets_in_person) == ("4 to 8", True, False)


def test_true_dates_are_asked_and_answers_taken_back(candidate_client, person, programme):
    group = a_group(programme)
    a_candidacy(person, a_role(group))
    in_a_week = now() + timedelta(days=7)
    meeting = kept(Meeting(group=group, starts_at=in_a_week, minutes=60, is_online=True, place=""))
    name = f"reply-{meeting.id}"
    candidate_client.post(URL, data=GOOD | {name: "cannot"})
    said = db.session.scalars(select(MeetingReply.reply)).all()

    candidate_client.post(URL, data=GOOD | {name: ""})

    assert said == ["cannot"]
    assert db.session.scalars(select(MeetingReply)).all() == []
    assert name in candidate_client.get(URL).text


def test_weeks_away_are_noted_and_taken_out(candidate_client):
    days = {"away_from-day": "1", "away_from-month": "8", "away_from-year": "2028"}
    days |= {"away_to-day": "14", "away_to-month": "8", "away_to-year": "2028"}
    candidate_client.post(URL, data=GOOD | days)
    away = db.session.scalars(select(WeeksAway)).one()

    candidate_client.post(f"{URL}away/{away.id}/gone/")

    assert db.session.scalars(select(WeeksAway)).all() == []


def test_nobody_takes_out_the_days_of_somebody_else(candidate_client):
    other = a_candidate()
    away = kept(WeeksAway(candidate_id=other.id, from_on=now().date(), to_on=now().date()))

    assert candidate_client.post(f"{URL}away/{away.id}/gone/").status_code == 404


def test_how_the_roles_fit_is_said_at_once(candidate_client, person, programme):
    group = a_group(programme)
    a_candidacy(person, a_role(group))
    in_a_week = now() + timedelta(days=7)
    kept(Meeting(group=group, starts_at=in_a_week, minutes=60, is_online=True, place=""))

    part = candidate_client.post(f"{URL}fits/", data=GOOD, headers={"HX-Request": "true"}).text

    assert part.strip().startswith('<div id="fits">')
    assert "You can make 1 of 1 date." in part


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": ["x"]},
        {"times": ["9-morning", "0-morning"]},
        {"times": ["0-morning-0"]},
        {"times": [""]},
        {"hours": "x"},
        {"hours_per": "x"},
        {"reply-x": "x"},
    ],
)
def test_an_answer_that_nobody_can_give_is_refused_and_left_out_of_the_fit(
    candidate_client, person, programme, wrong
):
    a_candidacy(person, a_role(a_group(programme, meetings=1)))

    answers = [candidate_client.post(url, data=GOOD | wrong) for url in (URL, f"{URL}fits/")]

    assert [answer.status_code for answer in answers] == [422, 200]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"times": ["8-morning"]}, "Tick times that are in the table"),
        ({"hours": "lots"}, "Choose how many hours you could give"),
        ({"hours_per": "day"}, "Say whether that is a week or a month"),
        ({"where": []}, "Choose online, in person or either"),
        ({"reply-nothing": "can"}, "For each date, choose I can"),
        ({"away_from-day": "40", "away_from-month": "1", "away_from-year": "2028"}, "Enter a real first day"),
        ({"away_to-day": "40", "away_to-month": "1", "away_to-year": "2028"}, "Enter a real last day"),
        (
            {"away_from-day": "4", "away_from-month": "1", "away_from-year": "2028"},
            "Enter both the first and the last day away",
        ),
        (
            {"away_from-day": "4", "away_from-month": "1", "away_from-year": "1"},
            "Enter a day within two years of today",
        ),
        (
            {"away_to-day": "4", "away_to-month": "1", "away_to-year": "9999"},
            "Enter a day within two years of today",
        ),
    ],
)
def test_a_wrong_answer_is_explained(candidate_client, wrong, words):
    response = candidate_client.post(URL, data=GOOD | wrong)

    assert response.status_code == 422
    assert words in unescape(response.text)
