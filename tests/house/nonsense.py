"""Forms as they stand on the pages, and what somebody could send instead of filling them in."""

from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import urlsplit

from werkzeug.exceptions import HTTPException

NONSENSE = (
    "",
    "  ",
    "x",
    "-1",
    "0",
    "31",
    "9999",
    "3.5",
    "1e309",
    "nan",
    "2" * 10,
    "9" * 20,
    "9" * 5000,
    "\0",
    "a\0b",
    "\N{ROCKET}" * 40,
    "\N{SUPERSCRIPT TWO}",
    "\N{ARABIC-INDIC DIGIT THREE}",
    "e\N{COMBINING ACUTE ACCENT}",
    "long " * 4000,
    "<b>'\"&{{ 7 * 7 }}%s",
    "' OR 1=1 --",
    "someone@example.org\r\nBcc: all@example.org",
    "someone@" + "a" * 300,
    "00000000-0000-4000-8000-000000000000",
    "0-morning-0",
    "//example.org/",
)
NEVER_ASKED = ("reply-x", "reply-\0", "version", "open", "compare", "then", "look", "form_key", "a" * 200)


class Forms(HTMLParser):
    """The forms of a page: for each endpoint that one goes to, its fields with what may be chosen there."""

    def __init__(self, page, url, app):
        super().__init__()
        self.url, self.app = url, app
        self.found = defaultdict(lambda: defaultdict(list))
        self.fields, self.name = None, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        if tag == "form":
            self.fields = self.found[self._goes_to(of.get("action") or self.url, of.get("method") or "get")]
        elif tag in {"input", "select", "textarea", "button"} and of.get("name") and self.fields is not None:
            self.name = of["name"]
            self.fields[self.name] += [] if tag == "select" else [of.get("value") or ""]
        elif tag == "option" and self.fields is not None:
            self.fields[self.name].append(of.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.fields = None

    def _goes_to(self, action, method):
        try:
            return self.app.url_map.bind("localhost").match(urlsplit(action).path, method=method.upper())[0]
        except HTTPException:
            return None


def filled_in(fields, chance):
    """Some fields as they should be, some with nonsense, some left out, and now and then one too many."""
    care = chance.choice((0.5, 0.8, 0.95))
    names = [name for name in fields if name != "csrf_token" and chance.random() < 0.5 + care / 2]
    if chance.random() < 0.3:
        names.append(chance.choice(NEVER_ASKED))
    return {name: _typed(fields.get(name), care, chance) for name in names}


def _typed(known, care, chance):
    if known and chance.random() < care:
        return chance.choice(known) or "Words that somebody could have typed"
    return [chance.choice(NONSENSE) for _ in range(chance.choice((1, 1, 1, 3)))]
