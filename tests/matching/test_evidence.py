"""What people wrote, beside the criteria."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.evidence import EvidenceReader, mean_similarity, terms_of

CRITERIA = ("Able to read a budget and ask about it", "Knows the life of unpaid carers")


def lines_read(*lines, criteria=CRITERIA):
    return EvidenceReader(criteria).fit(lines).read(lines)


def test_matched_terms_stand_where_they_can_be_underlined():
    line = "At the club I read the Budget twice."

    evidence = lines_read(line)[0]

    assert [(term.term, line[term.start : term.end]) for term in evidence.terms] == [
        ("read", "read"),
        ("read budget", "read the Budget"),
        ("budget", "Budget"),
    ]


def test_a_line_stands_beside_its_nearest_criterion_and_the_nearest_comes_first():
    evidence = lines_read("I know many unpaid carers", "I read the budget of a school and ask about it")

    assert [line.criterion for line in evidence] == [*CRITERIA]
    assert evidence[0].similarity > evidence[1].similarity


def test_the_mean_is_over_separate_lines():
    near, far = lines_read("I read a budget", "Bees and honey")

    assert mean_similarity((near, far)) == near.similarity / 2


@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_an_empty_line_is_no_evidence(nothing):
    assert lines_read(nothing, "I read a budget") == lines_read("I read a budget")


@pytest.mark.parametrize("criteria", [(), ("",), ("the and of",)])
def test_criteria_without_words_find_nothing(criteria):
    assert lines_read("I read a budget", criteria=criteria) == ()


def test_a_line_the_pool_has_not_seen_is_read_too():
    reader = EvidenceReader(CRITERIA).fit(["I read a budget"])

    new = reader.read(["Unpaid carers are my world"])

    assert [term.term for term in new[0].terms] == ["unpaid", "unpaid carers", "carers"]


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_every_term_is_found_in_its_place(line):
    for term in terms_of(line):
        words = line[term.start : term.end].lower().split()

        assert term.term.split()[0] in words[0]
        assert term.term.split()[-1] in words[-1]


@given(st.lists(st.text(alphabet="budget carers read \n", max_size=40), max_size=4))
@settings(max_examples=40, deadline=None)
def test_similarity_stays_between_nought_and_one(lines):
    assert all(0 <= each.similarity <= 1 for each in lines_read(*lines))
