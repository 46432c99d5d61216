"""Reading with names hidden."""

import pytest

from recruit.actions.about_you import tell_lived_experience, tell_perspectives
from recruit.models.accounts import Power
from recruit.models.candidates import Perspective, SeenBy, Statement
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from recruit.queries.about_you import person_in_full
from tests.makers import (
    NOW,
    a_candidacy,
    a_candidate,
    a_group,
    a_programme,
    a_role,
    an_account,
    an_organisation,
    kept,
)


@pytest.fixture
def reader(app, programme):
    return app.test_client().sign_in(an_account(Power.REVIEWER, programme=programme, name="Priya Bose"))


def an_entry(programme, candidate, decision=None, title="Lay partner, Informatics"):
    role = a_role(a_group(programme), title=title)
    shortlist = kept(Shortlist(role_version=role.versions[-1], opened_at=NOW, seats=2, entries=[]))
    candidacy = a_candidacy(candidate, role, stage=Stage.SHORTLISTED)
    return kept(ShortlistEntry(shortlist=shortlist, candidacy=candidacy, decision=decision))


@pytest.fixture
def secretive():
    """Somebody who told us much that a reader must not see."""
    candidate = a_candidate(
        name="Ada Obi",
        email="ada@example.org",
        phone="020 7946 0555",
        post_address="1 Secret Street",
        organisation=an_organisation("Halfway Centre"),
        skills={"finance": 0.5},
        lived={"dementia": Perspective.SELF},
        declared_interest="My brother sells software",
    )
    said = {
        "skills_text": ("I kept the books.", SeenBy.PANEL),
        "lived_text": ("My memory.", SeenBy.CONTACT_ONLY),
    }
    for field, (text, seen_by) in said.items():
        kept(Statement(candidate_id=candidate.id, field=field, text=text, seen_by=seen_by))
    return candidate


def url_of(entry):
    return f"/review/{entry.shortlist_id}/{entry.id}/"


def test_a_reader_sees_the_answers_under_a_number(reader, programme, secretive):
    entry = an_entry(programme, secretive)

    page = reader.get(url_of(entry)).text

    assert f"Candidate {secretive.number}" in page
    assert "I kept the books." in page
    assert "Money and budgets" in page


@pytest.mark.parametrize(
    "hidden",
    ["Ada", "ada@example.org", "7946 0555", "Secret Street", "Halfway", "My memory.", "Dementia", "brother"],
)
def test_a_reader_never_sees_who_it_is_or_what_was_kept_private(reader, programme, secretive, hidden):
    entry = an_entry(programme, secretive)

    pages = [reader.get(url).text for url in ("/review/", f"/review/{entry.shortlist_id}/", url_of(entry))]

    assert hidden not in "".join(pages)


@pytest.mark.parametrize("text", ["I miss her.", ""])
@pytest.mark.parametrize(("seen_by", "is_seen"), [(SeenBy.PANEL, True), (SeenBy.CONTACT_ONLY, False)])
def test_whoever_reads_the_experience_sees_what_somebody_is(reader, programme, text, seen_by, is_seen):
    carer = person_in_full(a_candidate().id)
    tell_perspectives(carer, ["carer", "citizen"], now=NOW)
    tell_lived_experience(carer, [], text=text, seen_by=seen_by, now=NOW)

    page = reader.get(url_of(an_entry(programme, carer))).text

    assert ("carer; citizen" in page, "Looking after" in page) == (is_seen, is_seen)


def test_the_list_holds_what_waits_for_a_decision_only(reader, programme):
    an_entry(programme, a_candidate(), title="Still open")
    an_entry(programme, a_candidate(), decision=Decision.CHOSEN, title="All decided")

    page = reader.get("/review/").text

    assert "Still open" in page
    assert "All decided" not in page


def test_whoever_withdrew_is_read_no_more(reader, programme):
    entry = an_entry(programme, a_candidate())
    entry.candidacy.stage = Stage.WITHDRAWN

    assert reader.get(url_of(entry)).status_code == 404


def test_a_shortlist_of_another_programme_is_not_found(reader):
    entry = an_entry(a_programme(name="Another"), a_candidate())

    assert reader.get(url_of(entry)).status_code == 404
    assert reader.get(f"/review/{entry.shortlist_id}/").status_code == 404


def test_nothing_to_read_says_so(reader):
    assert "Nothing waits for a reader." in reader.get("/review/").text


def test_a_coordinator_has_no_key_to_the_reading_room(staff):
    assert staff.get("/review/").status_code == 404
