"""The pair planner: proposed by arithmetic, changed and published by people."""
