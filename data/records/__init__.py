"""The records themselves: listed, sorted and narrowed, one by one, and all of them for a file."""
