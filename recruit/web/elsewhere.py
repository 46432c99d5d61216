"""Two tabs on one question: what was said in the other one is noticed, and nothing is lost."""

import hashlib
import json


def mark_of(given):
    """A short mark of an answer, so that a page can say which one it was opened on; none for no answer."""
    if given is None:
        return ""
    return hashlib.sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:32]


def was_answered_elsewhere(before, *, key, form):
    """Another tab answered this since the page was opened, and said something else."""
    if before is None or key in (form.after.data, form.form_key.data):
        return False
    return before != form.given()
