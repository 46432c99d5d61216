"""One person of the population, as they described themselves."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonRecord:
    """Frozen answers; what was not said is None or empty.

    Days are days of the story, or `joined_days_ago` for whoever has come only now, however far the story is told.
    """

    key: str
    wave: int
    name: str
    sex: str
    age: str
    ethnic_group: str
    employment: str
    strategic: str
    area: str
    named_by: str | None
    email: str | None
    phone: str | None
    contact_way: str
    registered: int
    about_done: int | None = None
    lay_status: str = "no"
    post_address: str | None = None
    through_whom: str | None = None
    heard: str | None = None
    also_named_by: str | None = None
    skills: tuple[tuple[str, float], ...] = ()
    lived: tuple[tuple[str, str, float], ...] = ()
    communities: tuple[tuple[str, str, bool], ...] = ()
    free: tuple[tuple[int, str], ...] = ()
    away: tuple[tuple[int, int], ...] = ()
    hours: str | None = None
    hours_per: str | None = None
    max_workstreams: int = 1
    school_hours_only: bool = False
    term_time_only: bool = False
    meets_online: bool | None = None
    meets_in_person: bool | None = None
    declared_interest: str | None = None
    statements: tuple[tuple[str, str], ...] = ()
    contact_only: tuple[str, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)
    joined_days_ago: int | None = None

    @property
    def skill_codes(self) -> frozenset[str]:
        return frozenset(code for code, _ in self.skills)

    @property
    def lived_codes(self) -> frozenset[str]:
        return frozenset(code for code, _, _ in self.lived)

    @property
    def community_codes(self) -> frozenset[str]:
        return frozenset(code for code, _, _ in self.communities)

    @property
    def tags(self) -> frozenset[str]:
        """What this person brings, as tag ids; merely belonging to a community reaches nobody."""
        reached = {code for code, link, would_ask in self.communities if link != "member" or would_ask}
        return frozenset(
            {f"skills:{code}" for code in self.skill_codes}
            | {f"lived:{code}" for code in self.lived_codes}
            | {f"communities:{code}" for code in reached}
        )
