"""How good and how fast the engine is, beside its peers, in one run."""
