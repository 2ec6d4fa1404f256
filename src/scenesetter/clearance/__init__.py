"""Who has cleared which text: their file, and what it says of the papers of a pack."""
