"""What is measured against stated floors: ``make bench``."""
