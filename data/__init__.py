"""Questions in, frames out: schema, workbook, filters, counting rules and repository."""
