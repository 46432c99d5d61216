"""The ways through the service that stand at the head and foot of every page."""

from flask import current_app, g, url_for
from flask_babel import gettext as _

from recruit.models.accounts import Power


def install(app):
    """Give every template `ways`: .home, .header, .foot, .sign_out."""
    app.context_processor(_ways)


def _ways():
    is_known = bool(g.get("signed_in"))
    return {
        "ways": {
            "home": _url("public.home") or "/",
            "header": _links(
                _staff_header() if is_known and g.signed_in.is_staff else _public_header(is_known)
            ),
            "foot": _links(_foot()),
            "sign_out": _url("sign_in.sign_out") or "/sign-out",
        }
    }


def _public_header(is_known):
    return [
        ("public.roles", _("Open roles")),
        ("public.how_we_choose", _("How we choose")),
        ("interest.for_groups", _("For groups who nominate")),
        ("me.show", _("My page")) if is_known else ("sign_in.request_link", _("Sign in")),
    ]


def _staff_header():
    is_coordinator = Power.COORDINATOR in g.signed_in.powers
    return [("staff.people.funnel", _("Find a person"))] if is_coordinator else []


def _foot():
    return [
        ("public.privacy", _("Privacy notice")),
        ("public.accessibility", _("Accessibility")),
        ("public.glossary", _("Glossary")),
        ("public.contact", _("Contact us")),
    ]


def _links(pages):
    return [{"label": label, "url": _url(endpoint)} for endpoint, label in pages if _url(endpoint)]


def _url(endpoint):
    return url_for(endpoint) if endpoint in current_app.view_functions else None
