"""What cities said, where they were heard, and who made it possible."""
