"""Every page that anybody in the story can reach by a link is accessible, quiet and fits a narrow phone."""

from urllib.parse import urldefrag, urlsplit

import pytest

from recruit.reference.personas import PERSONAS

MOST_PAGES = 45
AT_MOST_OF_A_KIND = 1


@pytest.fixture(scope="module")
def kinds():
    """How many pages of each kind were looked at: what all may open is looked at once, not once by each."""
    return {}


@pytest.mark.parametrize("key", [None, *(persona.key for persona in PERSONAS)])
def test_every_page_within_reach_is_sound(story, visitors, kinds, key):
    visitor = visitors(story, width="narrow")
    visitor.become(key) if key else visitor.go("/")
    visitor.check()

    _walk(visitor, kinds)

    assert _kind(visitor.page.url) in kinds


def _walk(visitor, kinds):
    """Follow links from page to page; of pages that differ only by an id or a token, one is enough."""
    waiting, seen = [visitor.page.url], set()
    while waiting and len(seen) < MOST_PAGES:
        url = urldefrag(waiting.pop(0)).url
        kind = _kind(url)
        if url in seen or kinds.get(kind, 0) >= AT_MOST_OF_A_KIND:
            continue
        seen.add(url)
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = visitor.page.goto(url)
        assert answer.status == 200, f"{url} answers {answer.status}"
        visitor.check(_name(url))
        waiting += _links(visitor)


def _links(visitor):
    hrefs = visitor.page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    return [href for href in hrefs if href.startswith(visitor.site.url) and not _is_file(href)]


def _is_file(href):
    return urlsplit(href).path.endswith((".ics", ".csv", ".svg", ".png", ".json"))


def _kind(url):
    """The address without the parts that name one thing among many."""
    parts = urlsplit(url).path.split("/")
    return "/".join("*" if len(part) > 25 or part.isdigit() else part for part in parts)


def _name(url):
    return _kind(url).strip("/").replace("/", "-").replace("*", "one") or "home"


@pytest.mark.parametrize(
    ("key", "path", "first"),
    [
        ("coordinator", "/staff/shortlists/", "main table a"),
        ("reviewer", "/review/", "main a"),
        ("administrator", "/settings/", None),
    ],
)
def test_the_widest_tables_stay_on_a_tablet(story, visitors, key, path, first):
    visitor = visitors(story, width="tablet").become(key).go(path).check()

    if first:
        visitor.page.locator(first).first.click()
        visitor.check()
