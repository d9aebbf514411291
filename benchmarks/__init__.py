"""What must stay fast, and by how much: `make bench`."""
