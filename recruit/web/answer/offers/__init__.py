"""A person is offered a seat, and says yes or no."""
