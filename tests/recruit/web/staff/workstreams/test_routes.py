"""A workstream shows who sits there, who sat there, and who is alone."""

from recruit.models.states import TermState
from tests.makers import a_candidate, a_group, a_programme, a_term


def test_the_list_names_who_sits_where(staff, programme):
    group = a_group(programme, name="Informatics")
    a_term(a_candidate(name="Ada Obi"), group.seats[0])

    page = staff.get("/staff/workstreams/")

    assert "Ada\N{NO-BREAK SPACE}Obi" in page.text
    assert "1 is empty now" in page.text


def test_one_alone_is_said_to_be_a_risk(staff, programme):
    group = a_group(programme)
    a_term(a_candidate(), group.seats[0])

    assert "One lay partner sits alone." in staff.get(f"/staff/workstreams/{group.id}/").text


def test_history_is_kept_with_its_reason(staff, programme):
    group = a_group(programme)
    gone = a_term(a_candidate(name="Ben Lee"), group.seats[0], state=TermState.ENDED)
    gone.ended_because = "time"

    page = staff.get(f"/staff/workstreams/{group.id}/").text

    assert "Ben Lee" in page
    assert "Time" in page


def test_a_workstream_of_another_programme_is_not_there(staff):
    group = a_group(a_programme(name="Elsewhere"))

    assert staff.get(f"/staff/workstreams/{group.id}/").status_code == 404
