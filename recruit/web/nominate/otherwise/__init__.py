"""What an organisation can do with a request instead of naming somebody: pass it on, or answer it."""
