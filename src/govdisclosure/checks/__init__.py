"""Coded rules over a report, each with the law behind it, and what they find."""
