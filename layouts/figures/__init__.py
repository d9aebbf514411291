"""One module a drawing: a frame in, a plotly figure out, with its caption."""
