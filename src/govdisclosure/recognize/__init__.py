"""From a document to a report: what each block is, where each figure belongs, and a note of all that was not plain."""
