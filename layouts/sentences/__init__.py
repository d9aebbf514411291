"""Sentences that are always true: each number in them is a figure, or has its list of records."""
