"""Tags suggested from what people write."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.benching.agreement import is_broken, measured, texts_in
from matching.reading import BadInput
from matching.sentences import LONGEST_SENTENCE, sentences_of
from matching.tags import suggest


def found_in(text):
    return {f"{tag.facet}:{tag.code}" for tag in suggest(text)}


def perspective_in(text, code):
    return [tag.perspective for tag in suggest(text) if (tag.facet, tag.code) == ("lived", code)]


def link_in(text, code):
    return [tag.link for tag in suggest(text) if (tag.facet, tag.code) == ("communities", code)]


@pytest.mark.parametrize(
    ("name", "beginning", "least"),
    [
        ("statements.json", "", 0.88),
        ("own.json", "H", 0.75),
        ("own.json", "F", 0.75),
        ("own.json", "G", 0.75),
        ("tuned.json", "", 0.9),
    ],
)
def test_suggestions_agree_with_a_careful_reader(name, beginning, least):
    figures = measured(texts_in(name, beginning=beginning))

    assert figures["f1"] >= least
    assert figures["forbidden"] == []


def test_unseen_texts_agree_with_a_careful_reader():
    figures = measured(texts_in("kept_apart.json"))

    assert figures["f1"] >= 0.75
    assert figures["perspective"] >= 0.9


def test_words_that_look_like_a_tag_and_are_none_are_mostly_passed_over():
    pitfalls = texts_in("pitfalls.json")

    fallen = [each for each in pitfalls if any(is_broken(r, suggest(each["text"])) for r in each["must_not"])]

    assert len(fallen) <= 0.08 * len(pitfalls)


@pytest.mark.parametrize(
    ("text", "code", "perspectives"),
    [
        ("I have MS and so did my late father.", "neuro", {"self", "bereaved"}),
        ("Epilepsy runs in the family: my aunt and me.", "neuro", {"self", "carer_family"}),
        ("I had cancer, then lost my best friend to it.", "cancer", {"self", "bereaved"}),
    ],
)
def test_one_experience_may_be_several_peoples(text, code, perspectives):
    assert set(perspective_in(text, code)) == perspectives


def test_a_long_text_without_an_end_is_cut_into_parts_that_cover_it():
    text = "my mother had it and I had asthma " * 580

    parts = sentences_of(text)

    assert max(end - start for start, end in parts) <= LONGEST_SENTENCE
    assert "".join(text[start:end] for start, end in parts) == text


def test_whose_experience_it_is_is_mostly_right():
    figures = measured(texts_in("statements.json") + texts_in("own.json"))

    assert figures["perspective"] >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n ",
        "Yes please count me in. Any day.",
        "Good morning, salaam and namaste to you all.",
        "I am from Poland and I live near Southall.",
        "I live at 4 Church Road, next to the Temple Street car park.",
        "She is quite simply outstanding, a natural leader who would make an excellent chair.",
        "🙂🙂🙂 ???",
    ],
)
def test_a_text_without_content_gives_nothing(text):
    assert suggest(text) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("I am not a carer.", "lived:unpaid_carer"),
        ("I have never had cancer.", "lived:cancer"),
        ("I don't have diabetes, thank God.", "lived:diabetes"),
        ("I have no interest in chairing.", "skills:chairing"),
        ("I have no experience of budgets.", "skills:finance"),
        ("I am not a nurse, doctor or social worker.", "skills:professional_background"),
        ("I'd like to learn to chair a meeting.", "skills:chairing"),
        ("I do not go to church.", "communities:faith_christian"),
    ],
)
def test_what_is_denied_or_wished_for_is_not_a_tag(text, tag):
    assert tag not in found_in(text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("I am not afraid to ask hard questions.", "skills:challenge"),
        ("I do not mind asking where the money goes.", "skills:finance"),
        ("I am not only a carer for my mum but a magistrate.", "lived:unpaid_carer"),
        ("I cannot do mornings because of my epilepsy.", "lived:neuro"),
        ("Never been well since my stroke.", "lived:heart_stroke"),
    ],
)
def test_a_no_reaches_no_further_than_its_clause(text, tag):
    assert tag in found_in(text)


@pytest.mark.parametrize(
    ("text", "code", "perspective"),
    [
        ("My mother has dementia.", "dementia", "carer_family"),
        ("I live with dementia.", "dementia", "self"),
        ("My late husband had dementia.", "dementia", "bereaved"),
        ("My wife says I have depression.", "mental_health", "self"),
        ("My dad is poorly. He has COPD.", "respiratory", "carer_family"),
        ("After his stroke my husband could not speak.", "heart_stroke", "carer_family"),
        ("We nominate Ann. She has a spinal injury.", "physical_disability", "self"),
        ("I am writing this for my father. He has diabetes.", "diabetes", "self"),
        ("I lost my wife in May.", "bereavement_eol", "bereaved"),
        ("I look after my son.", "unpaid_carer", "self"),
        ("Dad of twins born at 27 weeks.", "maternity", "carer_family"),
    ],
)
def test_whose_illness_it_is(text, code, perspective):
    assert perspective_in(text, code) == [perspective]


def test_a_child_who_is_ill_makes_a_parent_carer():
    assert perspective_in("My son has epilepsy.", "parent_carer") == ["self"]


@pytest.mark.parametrize(
    ("text", "paid", "unpaid"),
    [
        ("I have been an agency carer for ten years.", True, False),
        ("I work as a carer in a care home.", True, False),
        ("I am a carer for my mum.", False, True),
        ("I look after my husband.", False, True),
        ("My carer helps me read.", False, False),
    ],
)
def test_paid_care_is_work_and_unpaid_care_is_not(text, paid, unpaid):
    found = found_in(text)

    assert ("skills:professional_background" in found, "lived:unpaid_carer" in found) == (paid, unpaid)


@pytest.mark.parametrize(
    ("text", "is_work"),
    [
        ("Retired ward sister.", True),
        ("I was a nurse for thirty years.", True),
        ("Sister Agnes of our church nominates nobody.", False),
        ("I see my practice nurse and a doctor.", False),
        ("My daughter is a nurse.", False),
        ("Dr Moss is a fine person.", False),
        ("People assume I'm a nurse.", False),
    ],
)
def test_a_title_or_a_nurse_one_meets_is_no_work_in_health(text, is_work):
    assert ("skills:professional_background" in found_in(text)) is is_work


@pytest.mark.parametrize(
    ("text", "code", "link"),
    [
        ("I chair our patient participation group.", "patient_group", ["leader"]),
        ("I go to the carers group.", "carers", ["active"]),
        ("I am a member of the patient participation group.", "patient_group", ["member"]),
        ("I started a Somali mothers coffee morning.", "somali_horn", ["leader"]),
        ("I speak Somali and Arabic.", "somali_horn", []),
        ("My mum goes to the lunch club.", "older_people", []),
    ],
)
def test_a_community_is_a_group_one_has_to_do_with(text, code, link):
    assert link_in(text, code) == link


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("i hav diabeties", "lived:diabetes"),
        ("ive got athritis", "lived:msk_pain"),
        ("my skitzophrenia is better, schizophrania they say", "lived:mental_health"),
        ("recovring alchoholic", "lived:substance_recovery"),
        ("I was tresurer of the club", "skills:finance"),
    ],
)
def test_misspelt_words_are_understood(text, tag):
    assert tag in found_in(text)


def test_a_condition_in_the_name_of_a_group_is_nobodys_illness():
    found = found_in("I help at the cancer network and the stroke support group.")

    assert not {"lived:cancer", "lived:heart_stroke"} & found


def test_words_put_right_are_shown_as_they_were_written():
    text = "Hello, I’m a tresurer full stop i hav diabeties"

    tags = suggest(text)

    assert [tag.evidence for tag in tags] == ["tresurer", "diabeties"]


def test_a_misspelt_word_is_less_sure():
    right, wrong = suggest("I have arthritis")[0], suggest("I have athritis")[0]

    assert wrong.confidence < right.confidence


def test_a_tag_reads_as_its_format():
    tag = suggest("I chair our patient participation group.")[0].to_dict()

    assert list(tag) == ["facet", "code", "perspective", "link", "start", "end", "evidence", "confidence"]


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_span_is_its_evidence(text):
    for tag in suggest(text):
        assert text[tag.start : tag.end] == tag.evidence


@given(
    st.lists(
        st.sampled_from(
            ["🙂", "שלום", "e\u0301", "I have", " asthma", "my mum", "’s", ". ", "full stop", "diabeties"]
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_evidence_is_whole_words_inside_what_was_written(pieces):
    text = " ".join(pieces)

    for tag in suggest(text):
        assert text[tag.start : tag.end] == tag.evidence
        assert not re.match(r"\w", text[tag.end : tag.end + 1])
        assert not re.match(r"\w", text[max(0, tag.start - 1) : tag.start])


@given(st.lists(st.sampled_from(texts_in("statements.json")), min_size=1, max_size=2))
@settings(max_examples=15, deadline=None)
def test_spans_stay_inside_what_was_written(texts):
    text = "\n".join(each["text"] for each in texts)

    tags = suggest(text)

    assert all(text[tag.start : tag.end] == tag.evidence for tag in tags)
    assert [tag.start for tag in tags] == sorted(tag.start for tag in tags)


@pytest.mark.parametrize("wrong", [None, 3, "x" * 20_001])
def test_what_is_not_a_text_is_refused(wrong):
    with pytest.raises(BadInput, match="text"):
        suggest(wrong)
