"""Needs and payment, for whoever sets up meetings; opening somebody's words is written down."""
