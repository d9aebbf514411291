"""What needs a hand: rules with thresholds, each with its records."""
