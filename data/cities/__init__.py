"""All cities, and the journey of one."""
