"""Candidates as the arithmetic sees them."""

from recruit.actions.nominations import accept_nomination
from recruit.models.candidates import Link, SeenBy, Statement
from recruit.queries.matches.people import (
    candidates_with_facts,
    groups_of,
    person_of,
    tags_of,
    vouched_for,
)
from tests.makers import (
    NOW,
    a_call,
    a_candidate,
    a_group,
    a_nomination,
    a_role,
    an_endorsement,
    an_organisation,
    kept,
)


def person(candidate, **facts):
    """As read from the rows."""
    found = candidates_with_facts([candidate.id])[0]
    return person_of(found, [], is_experienced=False, **facts)


def test_a_member_reaches_further_by_asking_others(app):
    candidate = a_candidate(
        connections={"carers": Link.MEMBER, "irish": Link.MEMBER, "deaf_bsl": Link.LEADER}
    )
    candidate.connections[0].would_ask = True

    told = person(candidate)

    assert told.communities == {"carers": "asks", "irish": "member", "deaf_bsl": "leader"}


def test_mere_belonging_is_neither_a_tag_nor_a_group(app):
    candidate = a_candidate(area=None, connections={"irish": Link.MEMBER, "carers": Link.ACTIVE})

    assert set(tags_of(candidate, is_experienced=True)) == {"communities:carers", "experienced"}
    assert groups_of(candidate, is_experienced=True) == ("reach:carers", "experience:experienced")


def test_ticks_and_words_for_the_contact_only_are_no_evidence(app):
    candidate = a_candidate()
    for field, text, seen_by in (
        ("skills_text", "I ran the tea group.", SeenBy.PANEL),
        ("perspective", "carer; citizen", SeenBy.PANEL),
        ("lived_text", "After my stroke I could not speak.", SeenBy.CONTACT_ONLY),
    ):
        kept(Statement(candidate_id=candidate.id, field=field, text=text, seen_by=seen_by))

    assert person(candidate).evidence == ("I ran the tea group.",)


def test_no_name_leaves_the_house(app):
    organisation = an_organisation(name="Halfway Carers' Centre")
    candidate = a_candidate(name="Grace Mensah", email="grace@example.org", organisation=organisation)

    told = str(person(candidate).to_dict())

    assert not [word for word in ("Grace", "grace@", "Halfway") if word in told]


def test_many_people_take_as_many_statements_as_one(app, counted):
    one = a_candidate(skills={"finance": 0.5}).id
    more = [a_candidate(skills={"finance": 0.5}, lived={"dementia": "self"}).id for _ in range(3)]

    alone, together = counted(candidates_with_facts, [one]), counted(candidates_with_facts, [one, *more])

    assert alone == together


def test_a_nominator_backs_a_skill_only_after_consent_and_only_one_that_was_ticked(programme):
    call = a_call(a_role(a_group(programme)), an_organisation())
    candidate = a_candidate(skills={"consensus": 0.5, "finance": 0.5})
    nomination = a_nomination(call.asked[0])
    an_endorsement(nomination, code="consensus")
    an_endorsement(nomination, code="chairing")
    before = vouched_for([candidate.id])

    accept_nomination(nomination, candidate=candidate, now=NOW)
    vouched = vouched_for([candidate.id])

    assert before == {}
    assert person(candidate, vouched=vouched[candidate.id]).skills == {"consensus": 0.8, "finance": 0.5}
