"""What support the hub gave: by channel, status, city and time."""
