"""What cities asked for, what answers it, and the practices they share."""
