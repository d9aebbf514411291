"""One module a part of a page, one function of the same name."""
