"""The lists we start from, with their version and source: no database, no web."""
