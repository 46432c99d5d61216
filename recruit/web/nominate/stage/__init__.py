"""How far the people are whom an organisation named, for its contact alone."""
