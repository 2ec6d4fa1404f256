"""A person's decisions on facts: their file, and what they make of the facts."""
