"""Results: indicators against their targets, by level, place and time."""
