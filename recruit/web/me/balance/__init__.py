"""The balance and equality questions: asked once, apart from everything that chooses."""
