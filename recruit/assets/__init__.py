"""What the browser is given: built at set-up, never fetched afterwards."""
