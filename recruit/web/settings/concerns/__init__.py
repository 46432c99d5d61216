"""What people told us is wrong: for administrators only."""
