"""What can happen to a proposal for an empty seat."""
