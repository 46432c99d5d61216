"""The room where somebody on the phone gets a code to come back to their form."""
