"""A person's meetings: papers, apologies, and the way into their own calendar."""
