"""What is true of the list: role profiles."""

from recruit.reference.role_profiles import published_role


def test_a_published_role_says_where_it_was_seen():
    role = published_role("RP01")

    assert (role["title"], bool(role["source_url"])) == ("Lay Partner, Lay Partners Advisory Group", True)
