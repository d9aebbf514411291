"""How a figure is known: what it counted, what it left out, and what stands beside it."""
