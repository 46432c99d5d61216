"""Each fault that was planted is there to be found."""

from collections import Counter

from recruit.seed.cast import COVERED_THREE, SUITABLE_FOR_W5, the_core
from recruit.seed.funnel import the_funnel
from recruit.seed.history import the_terms, workstreams_on
from recruit.seed.nominations import IN_ANOTHER_SPELLING
from recruit.seed.population import the_population
from recruit.seed.specification import seed_list


def flagged(flag):
    return [person for person in the_population().people if flag in person.flags]


def test_six_people_were_named_by_two_organisations_once_in_another_spelling_and_with_another_phone():
    nominations = [each for each in the_population().nominations if each.candidate]
    by_candidate = Counter(each.candidate for each in nominations)
    other = next(each for each in nominations if IN_ANOTHER_SPELLING in each.flags)
    person = the_population().person(other.candidate)

    twice = [key for key, times in by_candidate.items() if times == 2]
    organisations = [{each.organisation for each in nominations if each.candidate == key} for key in twice]

    assert [len(each) for each in organisations] == [2] * 6
    assert (other.name != person.name, other.phone != person.phone) == (True, True)


def test_fourteen_never_confirmed_and_eight_declined():
    endings = Counter(
        "waiting" if each.days_ago is not None else each.ended
        for each in the_population().nominations
        if each.candidate is None
    )

    assert (endings["lapsed"] + endings["waiting"], endings["declined"]) == (14, 8)


def test_some_who_may_still_answer_have_had_three_weeks():
    days = sorted(each.days_ago for each in the_population().nominations if each.days_ago is not None)

    assert (len(days), days[0] < 7, days[-1] > 21, days[-1] < 28) == (5, True, True, True)


def test_two_asked_to_be_deleted_after_confirming():
    erased = the_funnel().erased

    assert (len(erased), set(erased) <= set(the_funnel().withdrew)) == (2, True)


def test_three_nominations_disclose_health():
    telling = [each.seen_do_well for each in the_population().nominations if "health disclosed" in each.flags]

    assert len({text[-30:] for text in telling}) == 3


def test_two_nominations_hold_two_people():
    names = [each.name for each in the_population().nominations if "two people" in each.flags]

    assert [" and " in name for name in names] == [True, True]


def test_four_wrote_of_an_interest_that_they_did_not_declare():
    people = flagged("undeclared interest")

    assert [person.declared_interest for person in people] == [None] * 4
    assert [begins_with_one(dict(person.statements)["skills_text"]) for person in people] == [True] * 4


def begins_with_one(text):
    return text.startswith(tuple(seed_list("clauses")["undeclared"]))


def test_seven_forms_hold_one_line():
    texts = [person.statements for person in flagged("one line")]

    assert [len(each) for each in texts] == [1] * 7
    assert max(len(text.split()) for [(_, text)] in texts) <= 8


def test_the_two_who_suit_w5_were_named_by_the_same_organisation():
    organisations = {person.named_by for person in the_core() if person.key in SUITABLE_FOR_W5}

    assert len(organisations) == 1


def test_the_core_has_nobody_under_25_and_one_person_from_hounslow():
    core = the_core()

    counts = Counter(person.area for person in core)

    assert ("18-24" in {person.age for person in core}, counts["hounslow"]) == (False, 1)


def test_one_person_once_sat_on_three_workstreams_by_override():
    terms = the_terms()

    on_that_day = workstreams_on(terms, COVERED_THREE, 260)

    assert on_that_day == {"W3", "W4", "W5"}
    assert {term.workstream for term in terms if term.by_override} == {"W3", "W5"}
