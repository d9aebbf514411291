"""The overview's questions: scope, city marks, timeline and trends of one filter."""
