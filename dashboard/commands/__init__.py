"""One module a group of commands of `hub-dashboard`."""
