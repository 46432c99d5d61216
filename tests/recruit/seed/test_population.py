"""The population is the one that was specified, every time it is made."""

from statistics import mean, median

from recruit.reference.taxonomies import has
from recruit.seed.population import the_population
from recruit.seed.profiles import KEEPS_W5_SCARCE
from recruit.seed.specification import specification


def share(people, is_so):
    return mean(bool(is_so(person)) for person in people)


def older(people):
    return [person for person in people if person.age in ("65-74", "75-84", "85+")]


def test_the_same_seed_makes_the_same_people_and_nominations():
    before = the_population()
    the_population.cache_clear()

    again = the_population()

    assert (again is before, again) == (False, before)


def test_sixty_organisations_have_somebody_to_write_to():
    reached = [each.contact_email for each in the_population().organisations]

    assert (len(set(reached)), None in reached) == (60, False)


def test_nobody_shares_a_name_and_every_tag_is_in_the_taxonomies():
    people = the_population().people
    tags = {("skills", code) for person in people for code in person.skill_codes}
    tags |= {("lived", code) for person in people for code in person.lived_codes}
    tags |= {("communities", code) for person in people for code in person.community_codes}

    assert len({person.name for person in people}) == len(people)
    assert [tag for tag in tags if not has(*tag)] == []


def test_older_people_are_more_often_without_email_and_free_in_the_day():
    people = the_population().people
    old, young = older(people), [person for person in people if person not in older(people)]

    without = [share(group, lambda person: person.email is None) for group in (old, young)]
    by_day = [share(group, _comes_by_day) for group in (old, young)]

    assert (without[0] > without[1], by_day[0] > by_day[1]) == (True, True)


def _comes_by_day(person):
    return any(weekday < 5 and part != "evening" for weekday, part in person.free)


def test_carers_offer_fewer_hours():
    people = the_population().people
    carers = [person for person in people if "unpaid_carer" in person.lived_codes]
    few = ("under 4", "4 to 8")

    shares = [share(group, lambda person: person.hours in few) for group in (carers, people)]

    assert shares[0] > shares[1]


def test_charities_name_people_with_the_experience_they_know():
    organisations = {each.key: each for each in the_population().organisations}
    named = [
        (person, [code for code in organisations[person.named_by].reach if has("lived", code)])
        for person in the_population().people
        if person.named_by and organisations[person.named_by].kind == "charity" and person.key[0] == "P"
    ]

    with_it = [bool(set(known) & person.lived_codes) for person, known in named if known]

    assert mean(with_it) > 0.7


def test_hounslow_and_hillingdon_are_the_seeded_gap():
    people = the_population().wave(1)
    by_area = {
        code: share(people, lambda person, code=code: person.area == code) for code in ("hounslow", "brent")
    }

    assert by_area["hounslow"] < by_area["brent"]


def test_texts_have_the_lengths_of_the_specification():
    words = [
        sum(len(text.split()) for _, text in person.statements)
        for person in the_population().people
        if person.statements and "one line" not in person.flags
    ]

    assert 45 <= median(words) <= 100
    assert max(words) <= 260


def test_no_one_by_chance_holds_both_skills_that_make_w5_hard():
    both = [person.key for person in the_population().people if set(KEEPS_W5_SCARCE) <= person.skill_codes]

    assert both == ["C09", "C11"]


def test_the_seed_is_the_one_of_the_specification():
    seed = specification()["seed"]

    assert seed == 20131014
