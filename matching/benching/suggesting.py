"""How well tags are suggested on texts kept apart, beside two simpler ways, in one run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MultiLabelBinarizer

from ..judging import Tag
from ..phrases import cues
from ..tags import suggest
from .agreement import measured, texts_in, wanted
from .figures import Figure

KEPT_APART = "kept_apart.json"
SEEN = ("statements.json", "own.json", "tuned.json")
CHOSEN_FROM = 0.2
Suggester = Callable[[str], list[Tag]]


def small() -> Iterator[Figure]:
    """The bars of suggestion on unseen texts, then the two simpler ways and how far confidence can be trusted."""
    texts = texts_in(KEPT_APART)
    ours = measured(texts)
    forbidden, perspective = len(ours["forbidden"]), ours["perspective"]
    yield Figure("suggest: micro-F1, texts kept apart", ours["f1"], "F1", ">= 0.75", ours["f1"] >= 0.75)
    yield Figure("suggest: forbidden tags, texts kept apart", forbidden, "tags", "0", forbidden == 0)
    yield Figure("suggest: whose experience", perspective, "share", ">= 0.90", perspective >= 0.9)
    nothing = float(len(suggest("")))
    yield Figure("suggest: tags of an empty text", nothing, "tags", "0", nothing == 0)
    peers = {"bare words": bare_words, "n-grams alone": classifier(seen_texts())}
    for name, peer in peers.items():
        theirs = measured(texts, peer)
        yield Figure(f"suggest, {name}: micro-F1", theirs["f1"], "F1")
        yield Figure(f"suggest, {name}: forbidden tags", len(theirs["forbidden"]), "tags")
    yield from trust(texts)


def large() -> Iterator[Figure]:
    """The same: the texts are all there are."""
    yield from small()


def seen_texts() -> list[Mapping[str, Any]]:
    """Every text that was read while the rules were made."""
    return [text for name in SEEN for text in texts_in(name)]


def trust(texts: Iterable[Mapping[str, Any]]) -> Iterator[Figure]:
    """Share of right tags among the sure ones and among the likely ones."""
    judged = [
        (tag.confidence, f"{tag.facet}:{tag.code}" in wanted(each))
        for each in texts
        for tag in suggest(each["text"])
        if f"{tag.facet}:{tag.code}" not in each["optional"]
    ]
    for name, least, most in (("0.9 and over", 0.9, 1.01), ("0.75 to 0.9", 0.75, 0.9)):
        right = [is_right for confidence, is_right in judged if least <= confidence < most]
        yield Figure(
            f"suggest: right, confidence {name}", sum(right) / len(right), "share", note=f"{len(right)} tags"
        )


def bare_words(text: str) -> list[Tag]:
    """Every tag whose words occur, whatever stands around them; all experience is the writer's own."""
    found = ((cue, match) for cue in cues() for match in cue.pattern.finditer(text))
    return [plain_tag(cue.facet, cue.code, match.start(), match.group(), 0.75) for cue, match in found]


def classifier(texts: list[Mapping[str, Any]]) -> Suggester:
    """Logistic regression over word 1-2-grams and letter 3-5-grams, one model a tag."""
    labels = MultiLabelBinarizer()
    truth = labels.fit_transform([sorted(wanted(each)) for each in texts])
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
        ),
        OneVsRestClassifier(LogisticRegression(C=30.0, class_weight="balanced", max_iter=500)),
    )
    model.fit([each["text"] for each in texts], truth)

    def suggested(text: str) -> list[Tag]:
        chances = model.predict_proba([text])[0]
        chosen = (
            (*tag.split(":"), chance)
            for tag, chance in zip(labels.classes_, chances, strict=True)
            if chance >= CHOSEN_FROM
        )
        return [plain_tag(facet, code, 0, text, float(chance)) for facet, code, chance in chosen]

    return suggested


def plain_tag(facet: str, code: str, start: int, words: str, confidence: float) -> Tag:
    """A tag of a way that knows neither perspective nor link."""
    perspective = "self" if facet == "lived" else None
    link = "active" if facet == "communities" else None
    return Tag(facet, code, perspective, link, start, start + len(words), words, confidence)
