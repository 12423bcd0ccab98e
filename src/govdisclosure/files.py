"""Reading and writing: the public verbs. Formats are found here, limits kept, files replaced whole or not at all."""
