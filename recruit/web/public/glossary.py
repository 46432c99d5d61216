"""The words that we cannot do without, and what they mean."""

from flask_babel import lazy_gettext as _

ENTRIES = (
    (_("Advisory group"), _("About 15 to 25 lay partners who meet often. Pairs come from them.")),
    (_("Co-production"), _("Planning, deciding and doing together from the start.")),
    (_("Forum"), _("About 100 people who meet four times a year and say what matters where they live.")),
    (_("Gap"), _("A place, a service or a community that nobody in the group knows.")),
    (_("Host"), _("The person who works in a workstream and looks after its lay partners.")),
    (_("Lay partner"), _("A patient, carer or citizen who sits as an equal on a group that plans care.")),
    (_("Lived experience"), _("What you know from your own illness, disability or caring.")),
    (_("Next in line"), _("You could start as soon as a seat is free.")),
    (_("Nominee"), _("Someone a group has put forward, who has not yet said yes.")),
    (_("Pair"), _("Two lay partners who serve in one workstream together.")),
    (_("Programme"), _("A body of work with its own staff and groups.")),
    (_("Proposal"), _("Who could fill a seat that is or will be empty. Everyone else stays.")),
    (_("Request for names"), _("What we send to organisations when we look for people.")),
    (_("Role"), _("What is asked of you: what you decide, the time it takes, what you get.")),
    (_("Seat"), _("A place in a workstream that one person holds.")),
    (
        _("Shortlist"),
        _("The people whom a panel looks at for one role. People decide, a computer helps them read."),
    ),
    (_("Workshop"), _("A session where you see what the work is like before you say yes.")),
    (_("Workstream"), _("A group that plans one part of care. Lay partners are full members.")),
)
