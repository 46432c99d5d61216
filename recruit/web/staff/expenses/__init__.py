"""What people claimed, and on which day it was paid."""
