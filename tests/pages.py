"""What every page must be, whatever it says: valid, titled, labelled, with one heading."""

import warnings
from collections import Counter

import html5lib
from html5lib.constants import DataLossWarning

NO_LABEL_NEEDED = {"hidden", "submit", "button"}


def parse(text):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        return parser.parse(text), parser.errors


def lint(text):
    """Fail unless the page is valid HTML with a title, one h1, unique ids and a label for each field."""
    tree, errors = parse(text)
    assert not errors, f"not valid HTML: {errors[:3]}"
    assert len(tree.findall(".//h1")) == 1, "a page has one h1"
    assert (tree.findtext(".//title") or "").strip(), "a page has a title"
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert not [name for name, times in ids.items() if times > 1], f"ids twice: {ids.most_common(3)}"
    unlabelled = [_name(field) for field in _fields(tree) if not _is_labelled(field, tree)]
    assert not unlabelled, f"fields without a label: {unlabelled}"
    forms_without_token = [form.get("action") for form in tree.iter("form") if not _is_safe(form)]
    assert not forms_without_token, f"forms without a token: {forms_without_token}"


def _fields(tree):
    for tag in ("input", "select", "textarea"):
        for field in tree.iter(tag):
            if field.get("type") not in NO_LABEL_NEEDED:
                yield field


def _is_labelled(field, tree):
    if field.get("aria-label") or field.get("aria-labelledby"):
        return True
    if any(label.get("for") == field.get("id") for label in tree.iter("label") if field.get("id")):
        return True
    return any(field in label.iter() for label in tree.iter("label"))


def _is_safe(form):
    if form.get("method", "get").lower() == "get":
        return True
    return any(field.get("name") == "csrf_token" for field in form.iter("input"))


def _name(field):
    return field.get("name") or field.get("id")
