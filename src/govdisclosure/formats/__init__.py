"""File formats: each reads bytes into a document and writes a document as bytes; none knows what a report is."""
