"""The numbers of the model case come out, and every life keeps to the allowed steps."""

from collections import Counter
from itertools import pairwise

from recruit.models.states import Stage, may_become
from recruit.seed.funnel import ADVISORY, the_funnel
from recruit.seed.latecomers import HOPE_FOR_W5
from recruit.seed.population import the_population
from recruit.seed.specification import specification
from recruit.seed.story_days import DAY_OF, Moment


def stages_on(day):
    return Counter(
        [step for step in steps if step.day <= day][-1].stage
        for (_, role), steps in the_funnel().steps.items()
        if role == ADVISORY and steps[0].day <= day
    )


def test_the_funnel_has_the_numbers_of_the_model_case():
    counts, population, funnel = specification()["funnel"]["counts"], the_population(), the_funnel()
    first = population.wave(1)

    found = {
        "nominee_confirmed": len([person for person in first if person.named_by]),
        "of_which_self_registered": len([person for person in first if not person.named_by]),
        "live": len(first),
        "withdrew_or_not_eligible": len(funnel.withdrew),
        "invited_to_workshop": len(funnel.invited),
        "attended": len(funnel.attended),
        "interested": len(funnel.interested),
        "forum": len(funnel.forum),
    }

    assert found == {name: counts[name] for name in found}


def test_104_people_were_nominated_and_140_entered():
    first = {person.key for person in the_population().wave(1)}
    nominations = the_population().nominations

    named = {
        each.candidate or each.key for each in nominations if each.candidate in first or not each.candidate
    }

    assert len(named) == 104
    assert len(named) + len([key for key in first if the_population().person(key).named_by is None]) == 140


def test_two_later_waves_bring_25_and_15():
    sizes = [len(the_population().wave(number)) for number in (2, 3)]

    assert sizes == [25, 15]


def test_nobody_is_in_the_forum_twice_or_after_withdrawing_before_it_began():
    forum = the_funnel().forum

    assert len(set(forum)) == len(forum)
    assert set(forum).isdisjoint(the_funnel().withdrew)


def test_every_step_is_an_allowed_one():
    steps = [
        (Stage(before.stage), Stage(after.stage))
        for steps in the_funnel().steps.values()
        for before, after in pairwise(steps)
    ]

    refused = [step for step in steps if not may_become(*step)]

    assert refused == []


def test_fifteen_are_chosen_at_either_moment():
    chosen = [stages_on(DAY_OF[moment])["chosen"] for moment in Moment]

    assert chosen == [15, 15]


def test_before_the_pairs_most_of_25_are_decided_and_four_wait():
    stages = stages_on(DAY_OF[Moment.BEFORE_PAIRS])

    decided = {stage: stages[stage] for stage in ("chosen", "next in line", "not this time", "shortlisted")}

    assert decided == {"chosen": 15, "next in line": 4, "not this time": 2, "shortlisted": 4}


def test_today_four_of_the_second_round_wait_and_the_hope_for_w5_is_one_of_them():
    decided = {each.person for each in the_funnel().decisions(2)}

    waiting = [key for key in the_funnel().second_round if key not in decided]

    assert (len(waiting), HOPE_FOR_W5 in waiting) == (4, True)
