"""About you: what a person lived through, can do and knows, before anyone is ranked."""
