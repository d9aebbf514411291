"""The reporting workbook: its sheets, and how it is read, checked, loaded and made up."""
