"""The workstreams: who sits there, who sat there, and when they meet."""
