"""What each thing that somebody may agree to means, and what changes when they take it back."""

from dataclasses import dataclass

from flask_babel import gettext as _

from recruit.models.candidates import Purpose


@dataclass(frozen=True)
class Agreed:
    purpose: Purpose
    words: str
    without: str
    stands: bool

    @property
    def address(self):
        return address_of(self.purpose)


def address_of(purpose):
    return purpose.value.replace(" ", "-")


def agreed_by(standing):
    """Every purpose, whether it stands or not, in one order."""
    told = (
        (
            Purpose.FIND_A_ROLE,
            _("We may use your answers to find a role for you."),
            _("Without it nobody looks at your answers. A seat that you have stays yours."),
        ),
        (
            Purpose.KEEP_IN_MIND,
            _("We may keep you in mind for other roles."),
            _("Without it we ask you about no other role."),
        ),
        (
            Purpose.TELL_NOMINATOR,
            _("We may tell the group that named you how far you are."),
            _("Without it they hear nothing."),
        ),
    )
    return [Agreed(purpose, words, without, purpose in standing) for purpose, words, without in told]
