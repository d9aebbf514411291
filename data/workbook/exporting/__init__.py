"""The whole database written back as a workbook that loads to the very same contents."""
