"""Puts the house together and serves it: app, settings, headers, health, command line."""
