"""What people wrote, beside the criteria: TF-IDF, and the words that both have in common."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

WORD = re.compile(r"(?u)\b\w\w+\b")


@dataclass(frozen=True)
class Term:
    """A word or two of a line that a criterion has too, with the place to underline: line[start:end]."""

    term: str
    start: int
    end: int


@dataclass(frozen=True)
class EvidenceLine:
    """A line that somebody wrote, the criterion nearest to it and how near (cosine, 0 to 1)."""

    criterion: str
    line: str
    terms: tuple[Term, ...]
    similarity: float

    def to_dict(self) -> dict[str, Any]:
        """The same as one evidence of ranking/1; each term once."""
        terms = list(dict.fromkeys(each.term for each in self.terms))
        return {"criterion": self.criterion, "line": self.line, "terms": terms, "similarity": self.similarity}


class EvidenceReader:
    """Cosine similarity between lines of evidence and criteria.

    TF-IDF over words and pairs of words, sublinear term frequency, English stop words left out; the
    weight of a word is learnt from the criteria and every line of the pool.
    Source: Salton and Buckley 1988, as scikit-learn has it.
    """

    def __init__(self, criteria: Sequence[str]) -> None:
        self.criteria = criteria

    def fit(self, lines: Iterable[str]) -> "EvidenceReader":
        """Learn how telling each word is, and read the lines; nothing to learn from is no error."""
        written = [line for line in dict.fromkeys(lines) if line.strip()]
        self.asked_ = tuple(each for each in self.criteria if terms_of(each))
        self.read_: dict[str, EvidenceLine] = {}
        if self.asked_:
            self.vectorizer_ = TfidfVectorizer(
                ngram_range=(1, 2), sublinear_tf=True, stop_words="english", token_pattern=WORD.pattern
            ).fit([*self.asked_, *written])
            self.weights_: csr_matrix = self.vectorizer_.transform(self.asked_)
            self.read_ = self._beside_criteria(written)
        return self

    def read(self, lines: Sequence[str]) -> tuple[EvidenceLine, ...]:
        """Each line that says anything, beside its nearest criterion, the nearest line first."""
        if not self.asked_:
            return ()
        new = [line for line in lines if line.strip() and line not in self.read_]
        known = {**self.read_, **self._beside_criteria(new)} if new else self.read_
        found = [known[line] for line in lines if line.strip()]
        return tuple(sorted(found, key=lambda each: -each.similarity))

    def _beside_criteria(self, lines: Sequence[str]) -> dict[str, EvidenceLine]:
        if not lines:
            return {}
        similarities = (self.vectorizer_.transform(lines) @ self.weights_.T).toarray()
        return {
            line: evidence_line(self.asked_[row.argmax()], line, min(1.0, float(row.max())))
            for line, row in zip(lines, similarities, strict=True)
        }


def evidence_line(criterion: str, line: str, similarity: float) -> EvidenceLine:
    """The line with the terms it shares with the criterion, from its beginning to its end."""
    asked = {term.term for term in terms_of(criterion)}
    shared = tuple(term for term in terms_of(line) if term.term in asked)
    return EvidenceLine(criterion, line, shared, similarity)


def terms_of(line: str) -> list[Term]:
    """Words and pairs of words without stop words, each with its place, in the order of the line."""
    words = [
        Term(found.group().lower(), found.start(), found.end())
        for found in WORD.finditer(line)
        if found.group().lower() not in ENGLISH_STOP_WORDS
    ]
    pairs = [
        Term(f"{first.term} {second.term}", first.start, second.end) for first, second in pairwise(words)
    ]
    return sorted(words + pairs, key=lambda term: (term.start, term.end))


def mean_similarity(lines: Sequence[EvidenceLine]) -> float:
    """The mean over separate lines; nothing written is nothing, not a fault."""
    return sum(line.similarity for line in lines) / len(lines) if lines else 0.0
