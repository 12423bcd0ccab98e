"""The command line: what a person types and sees. All work is in the library."""
