"""The true dates of those who sit together."""

from recruit.models.candidates import MeetingReply
from recruit.queries.matches import dates_of, time_fit_of
from tests.makers import NOW, a_candidate, a_group, kept


def test_a_pair_covers_for_each_other(programme):
    group = a_group(programme, meetings=3)
    one, other = a_candidate(), a_candidate()
    kept(MeetingReply(candidate_id=one.id, meeting=group.meetings[0], reply="cannot"))

    dates = dates_of([group.id], [one.id, other.id], start=NOW)[group.id]

    assert dates.of_pair([one.id, other.id]) == [1, 2, 2]


def test_one_person_sees_how_many_dates_fit(programme):
    group = a_group(programme, meetings=3)
    person = a_candidate()
    kept(MeetingReply(candidate_id=person.id, meeting=group.meetings[0], reply="cannot"))

    fit = time_fit_of(person.id, group.meetings)

    assert (fit.can, fit.of) == (2, 3)
