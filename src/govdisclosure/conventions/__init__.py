"""How Chinese official documents are written: numerals, marks, dates, titles, citations. No report is known here."""
