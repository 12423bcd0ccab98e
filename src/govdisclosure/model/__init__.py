"""What a report is: frozen values, no input or output."""
