"""PDF files: the text of the report, joined over lines and pages, and the way back to each page."""
