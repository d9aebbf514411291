"""Files that people take away: one table with what it shows, as CSV or XLSX."""

from dashboard.downloads.download import Cell, Column, Download
from dashboard.downloads.responses import Form, download_response

__all__ = ["Cell", "Column", "Download", "Form", "download_response"]
