"""Frames in, pictures out: pages, parts and figures as pure functions."""
